import type { DraftDatabase } from "./database.ts";
import { openKeys } from "./keys.ts";
import { entryBound } from "./outbox-content.ts";
import { draftBound, type SealedDraft } from "./sealed-draft.ts";
import { resealChunk } from "./sealed-files.ts";
import { generateDraftKey, seal, unseal, type Bound, type Sealed } from "./sealing.ts";

/**
 * Gives a person a new key, brings everything of theirs under it, and deletes the keys that nothing needs any more. May be cut off at any
 * point: what is still under an old key opens by that key, and the next call goes on.
 */
export async function replaceKey(database: DraftDatabase, subject: string): Promise<void> {
  const keys = openKeys(database, subject);
  const made = await generateDraftKey(subject);
  const first = database.change("keys");
  await Promise.all([first.table("keys").put(made), first.done]);

  const again = async (bound: Bound, sealed: Sealed): Promise<Sealed | undefined> => {
    const from = sealed.key === made.id ? undefined : await keys.find(sealed.key);
    // What does not open stays as it is, with its key: whoever opens it is told.
    return (
      from &&
      unseal(from, bound, sealed).then(
        (plain) => seal(made, bound, plain),
        () => undefined,
      )
    );
  };
  for (const table of ["drafts", "aside"] as const) {
    for (const row of await database.findAll(table, "subject", subject)) {
      const sealed = "sealed" in row ? await again(draftBound(table, row), row.sealed) : undefined;
      if (!sealed) continue;
      const transaction = database.change("drafts", "aside");
      const [drafts, asides] = [transaction.table("drafts"), transaction.table("aside")];
      const current = await (table === "drafts" ? drafts.get(row.id) : asides.get([row.id, row.tab]));
      const isSame = current?.revision === row.revision && current.savedAt === row.savedAt;
      const put = (): Promise<unknown> => (table === "drafts" ? drafts : asides).put({ ...(row as SealedDraft), sealed });
      await Promise.all([...(isSame ? [put()] : []), transaction.done]);
    }
  }
  for (const entry of await database.findAll("outbox", "subject", subject)) {
    const sealed = entry.sealed && (await again(entryBound(entry), entry.sealed));
    if (!sealed) continue;
    const transaction = database.change("outbox");
    const outbox = transaction.table("outbox");
    const current = await outbox.get(entry.sequence);
    await Promise.all([...(current?.sealed ? [outbox.put({ ...current, sealed })] : []), transaction.done]);
  }
  for (const { file } of await database.findAll("chunks", "subject", subject)) {
    const all = await database.getAllUnder("chunks", file);
    for (const chunk of all) {
      if (chunk.sealed.key === made.id) continue;
      const resealed = await resealChunk(keys, made, chunk, all.length).catch(() => undefined);
      if (!resealed) continue;
      const transaction = database.change("chunks");
      const chunks = transaction.table("chunks");
      const current = await chunks.get([chunk.file, chunk.index]);
      await Promise.all([...(current ? [chunks.put(resealed)] : []), transaction.done]);
    }
  }
  await deleteUnused(database, subject, made.id);
}

/** In one transaction, so that no tab seals under a key that goes. */
async function deleteUnused(database: DraftDatabase, subject: string, current: string): Promise<void> {
  const transaction = database.change("keys", "drafts", "aside", "outbox", "chunks");
  const of = async (name: "drafts" | "aside" | "outbox" | "chunks"): Promise<readonly string[]> =>
    (await transaction.table(name).findAll("subject", subject)).flatMap((row) => ("sealed" in row && row.sealed ? [row.sealed.key] : []));
  const keys = transaction.table("keys");
  const [all, ...used] = await Promise.all([keys.findAll("subject", subject), of("drafts"), of("aside"), of("outbox"), of("chunks")]);
  const needed = new Set([current, ...used.flat()]);
  await Promise.all([...all.filter(({ id }) => !needed.has(id)).map(({ id }) => keys.delete(id)), transaction.done]);
}
