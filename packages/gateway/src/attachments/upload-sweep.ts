import { sql } from "kysely";
import type { FileStore } from "@tus/file-store";
import type { Database, DatabaseTransaction } from "../database/connection.ts";
import type { AttachmentStore } from "./store.ts";

/**
 * Holds off the sweep from a file's digest until the commit: the file is about to be stored or named. Many may hold it at once.
 * Take it after the upload's row is locked, as the sweep does.
 */
export async function holdDigest(within: DatabaseTransaction, sha256: string): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(hashtextextended(${sha256}, 1))`.execute(within);
}

/**
 * Drops uploads that were begun before `time`, with their files: the unfinished one, and the stored one where neither a dossier's content nor another
 * upload names its digest. What somebody is working with at this moment is left to the next sweep. The row goes last: after a crash the next sweep ends it.
 */
export async function sweepUploads(
  database: Database,
  { files, store }: { readonly files: FileStore; readonly store: AttachmentStore },
  time: Date,
): Promise<void> {
  const old = await database.selectFrom("upload").select("id").where("created_at", "<", time).execute();
  for (const { id } of old) await database.transaction().execute((transaction) => drop(transaction, files, store, id));
  await store.clear(time);
}

async function drop(transaction: DatabaseTransaction, files: FileStore, store: AttachmentStore, id: string): Promise<void> {
  const row = await transaction.selectFrom("upload").select("sha256").where("id", "=", id).forUpdate().skipLocked().executeTakeFirst();
  if (row === undefined) return;
  const { rows } = await sql<{
    free: boolean;
  }>`select pg_try_advisory_xact_lock(hashtextextended(${row.sha256}, 1)) as free`.execute(transaction);
  if (rows[0]?.free !== true) return;
  if (!(await isNamed(transaction, id, row.sha256))) await store.remove(row.sha256);
  await files.remove(id).catch(() => undefined);
  await transaction.deleteFrom("upload").where("id", "=", id).execute();
}

async function isNamed(transaction: DatabaseTransaction, id: string, sha256: string): Promise<boolean> {
  const { rows } = await sql<{ named: boolean }>`
    select exists (select from content where attachments @> ${JSON.stringify([{ sha256 }])}::jsonb)
      or exists (select from upload where sha256 = ${sha256} and id <> ${id}) as named`.execute(transaction);
  return rows[0]?.named !== false;
}
