import { FiscError } from "../model/errors.ts";
import type { DraftPlace } from "./database.ts";
import type { DraftAside } from "./draft.ts";
import { draftBound, ownerOf, type DraftTable, type StoredDraft } from "./sealed-draft.ts";
import { withFiles, type FileRef } from "./sealed-files.ts";
import { unseal } from "./sealing.ts";

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
  return files.length > 0 ? withFiles(place, ownerOf(table, row), draft, files, known) : draft;
}
