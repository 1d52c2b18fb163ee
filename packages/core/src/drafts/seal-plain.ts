import { plainMark, type DraftDatabase } from "./database.ts";
import { currentKey } from "./keys.ts";
import { sealEntry } from "./outbox-content.ts";
import type { StoredEntry } from "./outbox-entry.ts";
import { ownerOf, sealDraft, type DraftTable, type StoredDraft } from "./sealed-draft.ts";
import { sealFiles } from "./sealed-files.ts";

/** Seals what a version without encryption left, of whomever it is: each under the key of its own person. */
export async function sealPlain(database: DraftDatabase): Promise<void> {
  for (const table of ["drafts", "aside"] as const)
    for (const row of await database.getAll(table)) if (!("sealed" in row)) await sealRow(database, table, row);
  for (const entry of await database.getAll("outbox")) if (entry.body) await sealOne(database, entry, entry.body);
  const transaction = database.change("keys");
  await Promise.all([transaction.table("keys").delete(plainMark), transaction.done]);
}

async function sealRow(database: DraftDatabase, table: DraftTable, row: Exclude<StoredDraft, { sealed: unknown }>): Promise<void> {
  const key = await currentKey(database, row.subject);
  const draft = { ...row, submission: `${row.id} ${row.savedAt}` };
  const { refs, chunks } = await sealFiles(key, ownerOf(table, row), draft, new WeakMap());
  const sealed = await sealDraft(key, table, draft, refs);
  const transaction = database.change("drafts", "aside", "chunks");
  const [drafts, asides, pieces] = [transaction.table("drafts"), transaction.table("aside"), transaction.table("chunks")];
  const current = await (table === "drafts" ? drafts.get(row.id) : asides.get([row.id, row.tab]));
  const isPlain = current !== undefined && !("sealed" in current) && current.revision === row.revision;
  const put = (): Promise<unknown> => (table === "drafts" ? drafts : asides).put(sealed);
  await Promise.all([...(isPlain ? [put(), ...chunks.map((chunk) => pieces.put(chunk))] : []), transaction.done]);
}

async function sealOne(database: DraftDatabase, row: StoredEntry, body: NonNullable<StoredEntry["body"]>): Promise<void> {
  const { body: _body, ...entry } = row;
  const { entry: sealed, chunks } = await sealEntry(await currentKey(database, row.subject), entry, body);
  const transaction = database.change("outbox", "chunks");
  const [outbox, pieces] = [transaction.table("outbox"), transaction.table("chunks")];
  const current = await outbox.get(row.sequence);
  const { sealed: bytes, files } = sealed;
  // Its state may have changed meanwhile; its body cannot.
  const { body: left, ...kept } = current ?? {};
  const writes =
    left && bytes ? [outbox.put({ ...kept, sealed: bytes, files } as StoredEntry), ...chunks.map((one) => pieces.put(one))] : [];
  await Promise.all([...writes, transaction.done]);
}
