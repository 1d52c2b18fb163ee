import { FiscError } from "../model/errors.ts";
import type { DraftPlace, SealedChunk } from "./database.ts";
import type { OutboxEntry, OutboxTask, StoredEntry } from "./outbox-entry.ts";
import { restoreFiles, sealFiles, type FileRef } from "./sealed-files.ts";
import { seal, unseal, type Bound, type DraftKey } from "./sealing.ts";

/** Bound to its idempotency key too: a body sealed for one request does not open as another. */
export const entryBound = ({ subject, id, key, kind, target }: OutboxEntry): Bound => ["outbox", subject, id, key, kind, target];

/** The entry as it is kept, with the chunks of its files that have to be written along with it. */
export async function sealEntry(
  key: DraftKey,
  entry: Omit<OutboxEntry, "sequence">,
  body: OutboxTask["body"],
): Promise<{ readonly entry: Omit<StoredEntry, "sequence">; readonly chunks: readonly SealedChunk[] }> {
  const { refs, chunks } = await sealFiles(key, entry.id, body, new WeakMap());
  const plain = new TextEncoder().encode(JSON.stringify([body, refs]));
  const sealed = await seal(key, entryBound(entry as OutboxEntry), plain);
  return { entry: { ...entry, sealed, files: refs.map(({ id }) => id) }, chunks };
}

/** What is to be sent. @throws FiscError `draft.damaged` where it cannot be opened */
export async function openEntry(place: DraftPlace, { sealed, body, ...entry }: StoredEntry): Promise<OutboxTask & OutboxEntry> {
  if (!sealed) return { ...entry, body } as OutboxTask & OutboxEntry;
  const key = await place.keys.find(sealed.key);
  try {
    if (!key) throw new DOMException("", "OperationError");
    const plain = await unseal(key, entryBound(entry), sealed);
    const [content, refs] = JSON.parse(new TextDecoder().decode(plain)) as [OutboxTask["body"], readonly FileRef[]];
    const opened = await restoreFiles(place, entry.id, { content }, refs.map(below), new WeakMap());
    return { ...entry, body: opened.content } as OutboxTask & OutboxEntry;
  } catch (cause) {
    throw new FiscError("draft.damaged", { id: entry.id }, { cause });
  }
}

const below = (ref: FileRef): FileRef => ({ ...ref, at: ["content", ...ref.at] });
