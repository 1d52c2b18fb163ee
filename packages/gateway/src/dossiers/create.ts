import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { FiscError } from "@fisc/core";
import type { Actor, DossierEvent, RoleDefinition } from "@fisc/core";
import type { DossierContent } from "@fisc/core/api";
import { replay, workflowFacts } from "@fisc/core/workflow";
import type { DatabaseTransaction } from "../database/connection.ts";
import type { NewEvent } from "../events/log.ts";
import { registeredUnit } from "../registry/people.ts";
import type { Person } from "../registry/people.ts";
import type { Treasury } from "../treasury.ts";
import { append } from "./append.ts";
import { acceptContent, storeContent } from "./content.ts";
import { todayOf } from "./record.ts";
import type { DossierRecord } from "./record.ts";

/**
 * A new dossier of the person's unit. The procedure's version is pinned here; the regime is today's (see `regime.ts`).
 * @throws ValidationError; FiscError `forbidden` (somebody of the treasury), `not-found` (no such procedure), `upload.*`
 */
export async function createDossier(
  treasury: Treasury,
  transaction: DatabaseTransaction,
  person: Person,
  body: DossierContent & { readonly procedure: string },
): Promise<DossierRecord> {
  if (person.side !== "unit") throw new FiscError("forbidden");
  const unit = await treasury.people.unit(person.belongsTo, transaction);
  if (unit === null) throw new FiscError("forbidden");
  const now = treasury.clock.now();
  const today = todayOf(treasury);
  const pin = treasury.publications.current(body.procedure, today);
  const procedure = treasury.publications.published(pin);
  const facts = await treasury.people.facts(unit.code, transaction);
  const id = randomUUID();
  const actor = writerOf(person, treasury.profile.roles);
  const created: NewEvent = {
    type: "dossier.created",
    actor,
    detail: { procedure: pin.procedure, version: pin.procedureVersion, state: procedure.workflow.initial },
  };
  const empty = replay(procedure, [{ ...created, dossier: id, position: 1, cursor: 0, at: now.toISOString() } as DossierEvent]);
  const content = await acceptContent(treasury, transaction, person, {
    procedure,
    body,
    version: 1,
    kept: [],
    context: { regime: pin.regime, today, unit: registeredUnit(unit), facts: { ...facts, dossier: workflowFacts(empty) } },
  });
  const at = now.toISOString();
  const row = {
    id,
    code: await nextCode(transaction, Number(today.slice(0, 4))),
    procedure: pin.procedure,
    procedure_version: pin.procedureVersion,
    regime: pin.regime,
    unit: unit.code,
    office: unit.office,
    version: 1,
    revision: 0,
    state: procedure.workflow.initial,
    title: "",
    number: "",
    amount: 0,
    due_on: null,
  };
  await transaction
    .insertInto("dossier")
    .values({ ...row, created_at: at, updated_at: at })
    .execute();
  await storeContent(transaction, id, content);
  const changed: NewEvent = {
    type: "content.changed",
    actor,
    detail: { version: 1, dataSha256: content.sha256, attachments: content.attachments },
  };
  const record: DossierRecord = {
    row: { ...row, created_at: now, updated_at: now },
    pin,
    unit,
    events: [],
    chain: [],
    content,
    documents: [],
    procedure,
    replayed: empty,
    facts,
  };
  return append(treasury, transaction, record, [created, changed], now);
}

/** Who writes content acts in a role that does not sign, where the person has one. */
export function writerOf(person: Person, roles: readonly RoleDefinition[]): Actor {
  const writing = roles.find(({ id, signs }) => !signs && person.roles.includes(id))?.id;
  return { id: person.subject, name: person.name, role: writing ?? person.roles[0] ?? "" };
}

/** `2026-000123`: counted by year, without a gap (a refused dossier gives its number back). */
async function nextCode(transaction: DatabaseTransaction, year: number): Promise<string> {
  const { last } = await transaction
    .insertInto("dossier_counter")
    .values({ year, last: 1 })
    .onConflict((conflict) => conflict.column("year").doUpdateSet({ last: sql<number>`dossier_counter.last + 1` }))
    .returning("last")
    .executeTakeFirstOrThrow();
  return `${year}-${String(last).padStart(6, "0")}`;
}
