import type { Violation } from "@fisc/core";
import type { DossierContent, TreasuryApi } from "@fisc/core/api";
import { createOutbox, type Outbox, type OutboxApi, type OutboxEntry, type OutboxTask, type Submitted } from "@fisc/core/drafts";
import { isReady, type FormFile } from "../attachment-field/form-file.ts";

/** What waits in the outbox: content whose files may still be on this computer only. */
type PendingAttachment = DossierContent["attachments"][number] & { readonly pending?: FormFile };

/** Content for the outbox. Files that are not uploaded yet travel along and are uploaded before it is sent. */
function pendingContent(data: DossierContent["data"], files: readonly FormFile[]): DossierContent {
  const attachments = files.map((file): PendingAttachment => {
    if (file.id !== undefined) return { id: file.id, slot: file.slot };
    const { slot, name, sha256, upload = "" } = file;
    return { slot, name, sha256, upload, ...(isReady(file) ? {} : { pending: file }) };
  });
  return { data, attachments };
}

export interface SubmissionPlace {
  readonly api: TreasuryApi;
  readonly subject: string;
  /** What the entries are for: a dossier, or the draft of a new one. */
  readonly target: string;
  readonly database?: string;
  /** Called at every change of what stands in the outbox for `target`. */
  readonly changed: (entry: OutboxEntry) => void;
}

export type Sent = NonNullable<OutboxEntry["result"]>;

/** What the outbox says about one form. */
export type Standing =
  | { readonly is: "none" }
  /** On its way, waiting, or refused (`failed`). */
  | { readonly is: "open"; readonly entry: OutboxEntry }
  | { readonly is: "sent"; readonly sent: Sent; readonly at: string };

/** One form's way into the outbox and on to the gateway; remembers what the gateway found wrong. */
export class Submission {
  readonly #outbox: Outbox;
  readonly #target: string;
  readonly #violations = new Map<string, readonly Violation[]>();
  readonly #changed: (entry: OutboxEntry) => void;
  readonly #end: () => void;

  constructor({ api, subject, target, database, changed }: SubmissionPlace) {
    this.#target = target;
    this.#changed = changed;
    this.#outbox = createOutbox({ ...(database ? { database } : {}), subject, api: this.#sender(api) });
    this.#end = this.#outbox.subscribe((entry) => {
      if (entry.target === target) changed(entry);
    });
  }

  async standing(): Promise<Standing> {
    const entries = await this.#entries();
    const entry = entries.find(({ state }) => state !== "done");
    if (entry) return { is: "open", entry };
    const last = entries.at(-1);
    return last?.result ? { is: "sent", sent: last.result, at: last.updatedAt } : { is: "none" };
  }

  /** What the gateway found wrong, by the entry's key; empty where it was told to another page. */
  violations(key: string): readonly Violation[] {
    return this.#violations.get(key) ?? [];
  }

  content(data: DossierContent["data"], files: readonly FormFile[]): DossierContent {
    return pendingContent(data, files);
  }

  /** Tells of the last entry, for whoever was not listening when it changed. */
  async tell(): Promise<void> {
    const last = (await this.#entries()).at(-1);
    if (last) this.#changed(last);
  }

  /** Puts everything in, once for all tabs that send this draft; what was refused earlier goes. */
  async submit(submission: string, tasks: readonly OutboxTask[]): Promise<Submitted> {
    const refused = (await this.#entries()).filter(({ state }) => state === "failed");
    const put = await this.#outbox.submit(tasks, submission);
    if (put === "added") for (const { key } of refused) forgetUploads(key);
    return put;
  }
  async retry(id: string): Promise<void> {
    await this.#outbox.retry(id);
  }
  /** Tries at once instead of waiting. */
  async flush(): Promise<void> {
    await this.#outbox.flush();
  }

  /** What was sent is told, and out of the outbox. */
  async finish(): Promise<void> {
    for (const key of await this.#outbox.finish(this.#target)) forgetUploads(key);
  }

  async close(): Promise<void> {
    this.#end();
    await this.#outbox.close();
  }

  async #entries(): Promise<readonly OutboxEntry[]> {
    return (await this.#outbox.list()).filter((entry) => entry.target === this.#target);
  }

  #sender(api: TreasuryApi): OutboxApi {
    const noted = async <T>(key: string, call: () => Promise<T>): Promise<T> => {
      try {
        return await call();
      } catch (error) {
        if (error instanceof Error && "violations" in error && Array.isArray(error.violations))
          this.#violations.set(key, error.violations as readonly Violation[]);
        throw error;
      }
    };
    return {
      createDossier: (body, write) =>
        noted(write.key, async () => api.createDossier({ ...body, attachments: await upload(api, body, write.key) }, write)),
      changeContent: (id, body, write) =>
        noted(write.key, async () => api.changeContent(id, { ...body, attachments: await upload(api, body, write.key) }, write)),
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
function forgetUploads(key: string): void {
  for (const memory of Object.keys(localStorage)) if (memory.startsWith(`fisc.upload ${key} `)) localStorage.removeItem(memory);
}
