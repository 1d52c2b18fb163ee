import type { Violation } from "@fisc/core";
import type { DossierContent, TreasuryApi } from "@fisc/core/api";
import { createOutbox, type Outbox, type OutboxApi, type OutboxEntry, type OutboxTask } from "@fisc/core/drafts";
import { isReady, type FormFile } from "../attachment-field/form-file.ts";

/** What waits in the outbox: content whose files may still be on this computer only. */
type PendingAttachment = DossierContent["attachments"][number] & { readonly pending?: FormFile };

/** Content for the outbox. Files that are not uploaded yet travel along and are uploaded before it is sent. */
export function pendingContent(data: DossierContent["data"], files: readonly FormFile[]): DossierContent {
  const attachments = files.map((file): PendingAttachment => {
    if (file.id !== undefined) return { id: file.id, slot: file.slot };
    const { slot, name, sha256, upload = "" } = file;
    return { slot, name, sha256, upload, ...(isReady(file) ? {} : { pending: file }) };
  });
  return { data, attachments };
}

/** Sends one person's outbox, and remembers what the gateway found wrong with an entry. */
export class Submission {
  readonly outbox: Outbox;
  readonly #violations = new Map<string, readonly Violation[]>();

  constructor(api: TreasuryApi, subject: string, database?: string) {
    this.outbox = createOutbox({ ...(database ? { database } : {}), subject, api: this.#sender(api) });
  }

  /** Entries for one form, oldest first. */
  async entries(target: string): Promise<readonly OutboxEntry[]> {
    return (await this.outbox.list()).filter((entry) => entry.target === target);
  }

  /** What the gateway found wrong, by the entry's key; empty where it was told to another page. */
  violations(key: string): readonly Violation[] {
    return this.#violations.get(key) ?? [];
  }

  async add(tasks: readonly OutboxTask[]): Promise<void> {
    for (const task of tasks) await this.outbox.add(task);
  }

  #sender(api: TreasuryApi): OutboxApi {
    const noted = async <T>(key: string, call: () => Promise<T>): Promise<T> => {
      try {
        return await call();
      } catch (error) {
        if (error instanceof Error && "violations" in error && Array.isArray(error.violations)) this.#violations.set(key, error.violations as readonly Violation[]);
        throw error;
      }
    };
    return {
      createDossier: (body, write) => noted(write.key, async () => api.createDossier({ ...body, attachments: await upload(api, body, write.key) }, write)),
      changeContent: (id, body, write) => noted(write.key, async () => api.changeContent(id, { ...body, attachments: await upload(api, body, write.key) }, write)),
      act: (id, action, body, write) => noted(write.key, () => api.act(id, action, body, write)),
      addSignature: (id, body, write) => api.addSignature(id, body, write),
    };
  }
}

/**
 * Brings the files of a waiting entry to the gateway. The names of finished uploads are kept by the entry's key, so
 * that an entry sent twice, even by two pages, says the same words both times.
 */
async function upload(api: TreasuryApi, body: DossierContent, key: string): Promise<DossierContent["attachments"]> {
  const ready: DossierContent["attachments"][number][] = [];
  for (const { pending, ...attachment } of body.attachments as readonly PendingAttachment[]) {
    if (!pending?.file) {
      ready.push(attachment as DossierContent["attachments"][number]);
      continue;
    }
    const { slot, name, sha256, file } = pending;
    const memory = `fisc.upload ${key} ${pending.key}`;
    let finished = localStorage.getItem(memory);
    if (!finished) {
      const { uploadFile } = await import("../attachment-field/upload-file.ts");
      finished = await uploadFile({ ...pending, file }, api.uploadsUrl, () => undefined, new AbortController().signal);
      localStorage.setItem(memory, finished);
    }
    ready.push({ slot, name, sha256, upload: finished });
  }
  return ready;
}

/** Forgets the uploads of an entry that has come to its end. */
export function forgetUploads(key: string): void {
  for (const memory of Object.keys(localStorage)) if (memory.startsWith(`fisc.upload ${key} `)) localStorage.removeItem(memory);
}
