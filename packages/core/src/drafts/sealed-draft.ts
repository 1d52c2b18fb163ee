import type { Draft, DraftAside } from "./draft.ts";
import type { FileRef } from "./sealed-files.ts";
import { seal, type Bound, type DraftKey, type Sealed } from "./sealing.ts";

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
