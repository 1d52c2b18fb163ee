import { sql } from "kysely";
import type { Kysely } from "kysely";

/** Uploads know whom they count for and whether a dossier took them; attachments are found by their digest. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql`alter table upload add column belongs_to text, add column attached_at timestamptz`.execute(database);
  await sql`update upload set belongs_to = coalesce((select belongs_to from person where subject = owner), '')`.execute(database);
  await sql`alter table upload alter column belongs_to set not null`.execute(database);
  await sql`create index on upload (belongs_to) where attached_at is null`.execute(database);
  await sql`create index on upload (created_at)`.execute(database);
  await sql`create index on upload (sha256)`.execute(database);
  await sql`create index on content using gin (attachments jsonb_path_ops)`.execute(database);
}
