import { sql } from "kysely";
import type { Kysely } from "kysely";
import type { Selectable } from "kysely";
import { chainStart, eventHash } from "../../events/chain.ts";
import { eventOf } from "../../events/log.ts";
import type { EventTable, Tables } from "../tables.ts";

const page = 1_000;

/** Each event gets the hash that chains it to the one before; events that are there already get theirs here. */
export async function up(untyped: Kysely<unknown>): Promise<void> {
  const database = untyped as Kysely<Tables>;
  await sql`alter table event add column hash text`.execute(database);
  await sql`alter table event disable trigger only_grows`.execute(database);
  const heads = new Map<string, string>();
  for (let cursor = 0; ;) {
    const rows = await database.selectFrom("event").selectAll().where("cursor", ">", cursor).orderBy("cursor").limit(page).execute();
    for (const row of rows as readonly Selectable<EventTable>[]) {
      const hash = eventHash(heads.get(row.dossier) ?? chainStart, eventOf(row));
      heads.set(row.dossier, hash);
      await database.updateTable("event").set({ hash }).where("cursor", "=", row.cursor).execute();
      cursor = row.cursor;
    }
    if (rows.length < page) break;
  }
  await sql`alter table event alter column hash set not null`.execute(database);
  await sql`alter table event enable trigger only_grows`.execute(database);
}
