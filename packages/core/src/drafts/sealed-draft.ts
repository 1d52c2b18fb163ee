import { FiscError } from "../model/errors.ts";
import type { DraftPlace } from "./database.ts";
import type { Draft, DraftAside } from "./draft.ts";
import type { FileRef } from "./sealed-files.ts";
import { seal, unseal, type Bound, type DraftKey, type Sealed } from "./sealing.ts";

/** A draft on disk. Readable are: whose, which form, when, by which tab; nothing that was typed. */
export type SealedDraft = Pick<Draft, "id" | "subject" | "revision" | "savedAt" | "tab"> & {
  readonly sealed: Sealed;
  /** Ids of its files, in `chunks`. */
  readonly files: readonly string[];
};

/** As version 1 of the database kept it, until it is sealed. */
export type PlainDraft = Omit<Draft, "submission">;

export type StoredDraft = SealedDraft | PlainDraft;

/** Where it stands: a draft moved into the place of a version set aside does not open. */
export type DraftTable = "drafts" | "aside";

export const draftBound = (table: DraftTable, { subject, id, tab, revision }: Pick<Draft, "subject" | "id" | "tab" | "revision">): Bound =>
  table === "drafts" ? [table, subject, id, revision] : [table, subject, id, revision, tab];

/** What its files belong to. */
export const ownerOf = (table: DraftTable, { id, tab }: Pick<Draft, "id" | "tab">): string => (table === "drafts" ? id : `${id} ${tab}`);

export async function sealDraft(key: DraftKey, table: DraftTable, draft: DraftAside, files: readonly FileRef[]): Promise<SealedDraft> {
  const { id, subject, revision, savedAt, tab, ...content } = draft;
  const plain = new TextEncoder().encode(JSON.stringify([content, files]));
  const sealed = await seal(key, draftBound(table, draft), plain);
  return { id, subject, revision, savedAt, tab, sealed, files: files.map((file) => file.id) };
}

/** @throws FiscError `draft.damaged` where it cannot be opened: a bit was changed, or its key is gone */
export async function openDraft(
  place: DraftPlace,
  table: DraftTable,
  row: StoredDraft,
  known: WeakMap<Blob, FileRef>,
): Promise<DraftAside> {
  if (!("sealed" in row)) return { ...row, submission: `${row.id} ${row.savedAt}` };
  const { id, subject, revision, savedAt, tab, sealed } = row;
  const key = await place.keys.find(sealed.key);
  let draft: DraftAside;
  let files: readonly FileRef[];
  try {
    if (!key) throw new Error();
    const plain = await unseal(key, draftBound(table, row), sealed);
    const [content, refs] = JSON.parse(new TextDecoder().decode(plain)) as [Omit<DraftAside, keyof typeof row>, readonly FileRef[]];
    draft = { ...content, id, subject, revision, savedAt, tab };
    files = refs;
  } catch (cause) {
    throw new FiscError("draft.damaged", { id }, { cause });
  }
  return files.length > 0 ? (await import("./sealed-files.ts")).withFiles(place, ownerOf(table, row), draft, files, known) : draft;
}
