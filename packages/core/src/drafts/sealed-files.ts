import type { Json } from "../model/json.ts";
import type { DraftPlace, SealedChunk } from "./database.ts";
import type { DraftAside, DraftAttachment } from "./draft.ts";
import { seal, unseal, type Bound, type DraftKey } from "./sealing.ts";

/** A file of a record, sealed in chunks apart from it: what is typed does not rewrite its bytes. */
export interface FileRef {
  readonly id: string;
  /** Where it belongs in the record's content. */
  readonly at: readonly (string | number)[];
  readonly chunks: number;
  readonly mediaType: string;
}

const chunkBytes = 1_048_576;

const boundOf = (owner: string, { id, chunks }: FileRef, subject: string, index: number): Bound => [
  "file",
  subject,
  owner,
  id,
  index,
  chunks,
];

/** Every file in a record's content, with its place. */
export function filesIn(value: unknown, at: readonly (string | number)[] = []): readonly (readonly [Blob, FileRef["at"]])[] {
  if (value instanceof Blob) return [[value, at]];
  if (Array.isArray(value)) return value.flatMap((item, index) => filesIn(item, [...at, index]));
  return typeof value === "object" && value !== null
    ? Object.entries(value as Readonly<Record<string, Json>>).flatMap(([name, inner]) => filesIn(inner, [...at, name]))
    : [];
}

/**
 * Seals the files of `content` that are not in `known`, and remembers them there. `owner` names the draft or entry.
 * @returns `chunks`: what has to be written with the record
 */
export async function sealFiles(
  key: DraftKey,
  owner: string,
  content: unknown,
  known: WeakMap<Blob, FileRef>,
): Promise<{ readonly refs: readonly FileRef[]; readonly chunks: readonly SealedChunk[]; readonly fresh: readonly Blob[] }> {
  const refs: FileRef[] = [];
  const chunks: SealedChunk[] = [];
  const fresh: Blob[] = [];
  for (const [blob, at] of filesIn(content)) {
    const before = known.get(blob);
    const ref = before
      ? { ...before, at }
      : { id: crypto.randomUUID(), at, chunks: Math.ceil(blob.size / chunkBytes), mediaType: blob.type };
    refs.push(ref);
    if (before) continue;
    for (let index = 0; index < ref.chunks; index += 1) {
      const plain = await blob.slice(index * chunkBytes, (index + 1) * chunkBytes).arrayBuffer();
      const sealed = await seal(key, boundOf(owner, ref, key.subject, index), plain);
      chunks.push({ file: ref.id, index, subject: key.subject, owner, sealed });
    }
    known.set(blob, ref);
    fresh.push(blob);
  }
  return { refs, chunks, fresh };
}

/** The same chunk under another key. @throws DOMException where it cannot be opened */
export async function resealChunk(keys: DraftPlace["keys"], to: DraftKey, chunk: SealedChunk, chunks: number): Promise<SealedChunk> {
  const bound = boundOf(chunk.owner, { id: chunk.file, at: [], chunks, mediaType: "" }, chunk.subject, chunk.index);
  const from = await keys.find(chunk.sealed.key);
  if (!from) throw new DOMException("", "OperationError");
  return { ...chunk, sealed: await seal(to, bound, await unseal(from, bound, chunk.sealed)) };
}

/** Puts files back where they were; `null` where one cannot be opened. */
export async function restoreFiles<T>(
  { database, keys }: DraftPlace,
  owner: string,
  content: T,
  refs: readonly FileRef[],
  known: WeakMap<Blob, FileRef>,
): Promise<T> {
  const restored = structuredClone(content);
  for (const ref of refs) {
    const blob = await readFile(ref);
    if (blob) known.set(blob, ref);
    const last = ref.at.at(-1) as string | number;
    const parent = ref.at.slice(0, -1).reduce<unknown>((value, step) => (value as Record<string | number, unknown>)[step], restored);
    (parent as Record<string | number, unknown>)[last] = blob;
  }
  return restored;

  async function readFile(ref: FileRef): Promise<Blob | null> {
    const found = await database.getAllUnder("chunks", ref.id);
    if (found.length !== ref.chunks) return null;
    try {
      const parts = found.map(async (chunk, index) => {
        const key = await keys.find(chunk.sealed.key);
        if (!key) throw new DOMException("", "OperationError");
        return unseal(key, boundOf(owner, ref, keys.subject, index), chunk.sealed);
      });
      return new Blob(await Promise.all(parts), { type: ref.mediaType });
    } catch {
      return null;
    }
  }
}

/** The draft with its files. One that cannot be read is taken out, and named: the rest of the draft is worth having. */
export async function withFiles(
  place: DraftPlace,
  owner: string,
  draft: DraftAside,
  refs: readonly FileRef[],
  known: WeakMap<Blob, FileRef>,
): Promise<DraftAside> {
  const restored = await restoreFiles(place, owner, draft, refs, known);
  const isLost = ({ file }: DraftAttachment): boolean => (file as Blob | null | undefined) === null;
  const lost = restored.attachments.filter(isLost).map(({ name }) => name);
  if (lost.length === 0) return restored;
  return { ...restored, attachments: restored.attachments.filter((one) => !isLost(one)), lostFiles: lost };
}
