import type { Attachment, DossierEvent, Json, JsonObject, PublishedProcedure, RuleContext, Violation } from "@fisc/core";
import { FiscError } from "@fisc/core";
import { civilDate } from "@fisc/core/calendar";
import { replay, workflowFacts } from "@fisc/core/workflow";
import type { Replayed } from "@fisc/core/workflow";
import type { Selectable } from "kysely";
import type { Database, DatabaseTransaction } from "../database/connection.ts";
import type { DocumentTable, DossierTable } from "../database/tables.ts";
import { readLog } from "../events/log.ts";
import { sha256 } from "../procedures/publications.ts";
import type { Pin } from "../procedures/publications.ts";
import { registeredUnit } from "../registry/people.ts";
import type { Person, Unit } from "../registry/people.ts";
import type { Treasury } from "../treasury.ts";
import { pinNow } from "./regime.ts";

/** A dossier with all that decisions about it read. State and permissions come from `events`, never from the row. */
export interface DossierRecord {
  readonly row: Selectable<DossierTable>;
  /** What it follows now (see `regime.ts`); the row holds the rules of its last step. */
  readonly pin: Pin;
  readonly unit: Unit;
  readonly events: readonly DossierEvent[];
  /** Hash of each event: the last one stands for the whole history. */
  readonly chain: readonly string[];
  readonly content: Content;
  readonly documents: readonly Selectable<DocumentTable>[];
  /** In the profile's default locale. */
  readonly procedure: PublishedProcedure;
  readonly replayed: Replayed;
  /** What the register knows about the unit. */
  readonly facts: Readonly<Record<string, Json>>;
}

export interface Content {
  readonly version: number;
  readonly data: JsonObject;
  readonly sha256: string;
  readonly attachments: readonly Attachment[];
  readonly warnings: readonly Violation[];
}

export function mayRead(person: Person, row: Pick<DossierTable, "unit" | "office">): boolean {
  return (person.side === "unit" ? row.unit : row.office) === person.belongsTo;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;

/** Throws the same for a dossier of others as for none at all. @throws FiscError `not-found` */
export async function readDossier(treasury: Treasury, person: Person, id: string): Promise<DossierRecord> {
  return readSnapshot(treasury, id, person);
}

/** For the gateway's own work: whoever's dossier it is. @throws FiscError `not-found` */
export async function readRecord(treasury: Treasury, id: string): Promise<DossierRecord> {
  return readSnapshot(treasury, id, null);
}

/** One snapshot: row, events and content belong together. */
async function readSnapshot(treasury: Treasury, id: string, person: Person | null): Promise<DossierRecord> {
  return treasury.connection.database
    .transaction()
    .setIsolationLevel("repeatable read")
    .setAccessMode("read only")
    .execute((transaction) => load(treasury, transaction, id, person, false));
}

/** Locks the dossier to the end of the transaction: one change at a time. @throws FiscError `not-found`, `conflict.revision` */
export async function lockDossier(
  treasury: Treasury,
  transaction: DatabaseTransaction,
  id: string,
  person: Person | null,
  revision: number | null = null,
): Promise<DossierRecord> {
  const record = await load(treasury, transaction, id, person, true);
  needCurrent(record, revision);
  return record;
}

/**
 * Refuses a decision on a dossier that has moved on since it was seen at `revision`. A letter that went out meanwhile moves nothing that
 * anybody decides on, and comes at a moment of its own: a person who acts twice in a row must not run into it.
 * @throws FiscError `conflict.revision`
 */
export function needCurrent({ row, events }: DossierRecord, revision: number | null): void {
  if (revision === null) return;
  const moved = events.some(({ position, type }) => position > revision && type !== "mail.sent");
  if (moved || revision > row.revision) throw new FiscError("conflict.revision", { revision: row.revision });
}

async function load(
  treasury: Treasury,
  database: Database | DatabaseTransaction,
  id: string,
  person: Person | null,
  lock: boolean,
): Promise<DossierRecord> {
  if (!uuid.test(id)) throw new FiscError("not-found");
  const query = database.selectFrom("dossier").selectAll().where("id", "=", id);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  if (row === undefined || (person !== null && !mayRead(person, row))) throw new FiscError("not-found");
  const unit = await treasury.people.unit(row.unit, database);
  if (unit === null) throw new FiscError("not-found");
  const stored = { procedure: row.procedure, procedureVersion: row.procedure_version, regime: row.regime };
  const { events, chain } = await readLog(database, id);
  const replayed = replay(treasury.publications.published(stored), events);
  const pin = pinNow(treasury, stored, treasury.publications.published(stored), events, replayed);
  const content = await database
    .selectFrom("content")
    .selectAll()
    .where("dossier", "=", id)
    .orderBy("version", "desc")
    .limit(1)
    .executeTakeFirstOrThrow();
  checkContent(id, events, content);
  const documents = await database.selectFrom("document").selectAll().where("dossier", "=", id).orderBy("at").orderBy("id").execute();
  const facts = await treasury.people.facts(row.unit, database);
  return { row, pin, unit, events, chain, content, documents, procedure: treasury.publications.published(pin), replayed, facts };
}

/** The content is what the log says was handed in. @throws FiscError `log.broken` */
export function checkContent(dossier: string, events: readonly DossierEvent[], content: Content): void {
  const told = events.findLast((event) => event.type === "content.changed" && event.detail.version === content.version);
  const whole =
    told?.type === "content.changed" &&
    told.detail.dataSha256 === sha256(content.data) &&
    sha256(told.detail.attachments) === sha256(content.attachments);
  if (!whole) throw new FiscError("log.broken", { dossier, version: content.version });
}

/** What rules, guards and templates may know about a dossier now. */
export function ruleContext(
  treasury: Treasury,
  record: Pick<DossierRecord, "pin" | "unit" | "content" | "facts" | "replayed">,
  today = todayOf(treasury),
): RuleContext {
  return {
    regime: record.pin.regime,
    today,
    unit: registeredUnit(record.unit),
    attachments: countBySlot(record.content.attachments),
    facts: { ...record.facts, dossier: workflowFacts(record.replayed) },
  };
}

export function todayOf({ clock, profile }: Treasury): string {
  return civilDate(clock.now(), profile.timeZone);
}

export function countBySlot(attachments: readonly Pick<Attachment, "slot">[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { slot } of attachments) counts[slot] = (counts[slot] ?? 0) + 1;
  return counts;
}
