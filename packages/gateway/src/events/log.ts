import { sql } from "kysely";
import type { Actor, DossierEvent } from "@fisc/core";
import type { Database, DatabaseTransaction } from "../database/connection.ts";
import type { EventTable } from "../database/tables.ts";
import type { Pin } from "../procedures/publications.ts";
import type { Selectable } from "kysely";
import { chainStart, checkChain, eventHash } from "./chain.ts";

/** An event before it has its place in the log. */
export type NewEvent = {
  [T in DossierEvent["type"]]: { readonly type: T; readonly detail: Extract<DossierEvent, { type: T }>["detail"]; readonly actor: Actor };
}[DossierEvent["type"]];

/** Channel of NOTIFY; the payload is the last cursor. */
export const eventChannel = "fisc_event";
const appendLock = 7_301_002;

/** A dossier's whole log. */
export interface Log {
  readonly events: readonly DossierEvent[];
  /** Hash of each event, see `eventHash`. */
  readonly chain: readonly string[];
}

/**
 * Appends events of one dossier after its log (its row must be locked). Call it last in a transaction: from here to the
 * commit, no other process appends. So cursors become visible in their own order, and who has read up to one has missed none.
 */
export async function appendEvents(
  transaction: DatabaseTransaction,
  dossier: string,
  log: Log,
  at: string,
  events: readonly NewEvent[],
): Promise<Log> {
  await sql`select pg_advisory_xact_lock(${appendLock})`.execute(transaction);
  const { rows } = await sql<{
    cursor: number;
  }>`select nextval('event_cursor') as cursor from generate_series(1, ${events.length})`.execute(transaction);
  const placed = events.map(
    (event, index) =>
      ({ ...event, dossier, position: log.events.length + index + 1, cursor: rows[index]?.cursor ?? 0, at }) as DossierEvent,
  );
  const chain = [...log.chain];
  for (const event of placed) chain.push(eventHash(chain.at(-1) ?? chainStart, event));
  await transaction
    .insertInto("event")
    .values(
      placed.map((event, index) => ({
        cursor: event.cursor,
        dossier,
        position: event.position,
        at,
        type: event.type,
        actor: JSON.stringify(event.actor),
        detail: JSON.stringify(event.detail),
        hash: chain[log.events.length + index] ?? "",
      })),
    )
    .execute();
  await sql`select pg_notify(${eventChannel}, ${String(placed.at(-1)?.cursor ?? 0)})`.execute(transaction);
  return { events: [...log.events, ...placed], chain };
}

/** A dossier's log, once its chain is found whole. @throws FiscError `log.broken` */
export async function readLog(database: Database | DatabaseTransaction, dossier: string): Promise<Log> {
  const rows = await database.selectFrom("event").selectAll().where("dossier", "=", dossier).orderBy("position").execute();
  const links = rows.map((row) => ({ event: eventOf(row), hash: row.hash }));
  return { events: links.map(({ event }) => event), chain: checkChain(links) };
}

/** An event with what decides who may see it. */
export interface RoutedEvent {
  readonly event: DossierEvent;
  readonly unit: string;
  readonly office: string;
  /** The definition whose workflow the event belongs to. */
  readonly pin: Pin;
}

/** The next events of all dossiers after `cursor`, in commit order. */
export async function eventsAfter(
  database: Database,
  cursor: number,
  limit: number,
  only?: { readonly side: "unit" | "treasury"; readonly belongsTo: string },
): Promise<readonly RoutedEvent[]> {
  let query = database
    .selectFrom("event")
    .innerJoin("dossier", "dossier.id", "event.dossier")
    .selectAll("event")
    .select(["dossier.unit", "dossier.office", "dossier.procedure", "dossier.procedure_version", "dossier.regime"])
    .where("event.cursor", ">", cursor)
    .orderBy("event.cursor")
    .limit(limit);
  if (only !== undefined) query = query.where(only.side === "unit" ? "dossier.unit" : "dossier.office", "=", only.belongsTo);
  const rows = await query.execute();
  return rows.map(({ unit, office, procedure, procedure_version: procedureVersion, regime, ...row }) => ({
    event: eventOf(row),
    unit,
    office,
    pin: { procedure, procedureVersion, regime },
  }));
}

export async function lastCursor(database: Database): Promise<number> {
  const row = await database
    .selectFrom("event")
    .select(({ fn }) => fn.max("cursor").as("last"))
    .executeTakeFirst();
  return row?.last ?? 0;
}

export function eventOf({ cursor, dossier, position, at, type, actor, detail }: Omit<Selectable<EventTable>, "hash">): DossierEvent {
  return { dossier, position, cursor, at: at.toISOString(), actor, type, detail } as DossierEvent;
}
