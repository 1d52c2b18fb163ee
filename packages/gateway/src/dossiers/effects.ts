import { randomUUID } from "node:crypto";
import { FiscError } from "@fisc/core";
import type { Actor, Deadline, Effect, JsonObject } from "@fisc/core";
import { civilDate, dueOn, receivedOn } from "@fisc/core/calendar";
import { evaluate } from "@fisc/core/rules";
import type { DatabaseTransaction } from "../database/connection.ts";
import type { NewEvent } from "../events/log.ts";
import { addJob } from "../jobs/queue.ts";
import { sha256 } from "../procedures/publications.ts";
import type { Treasury } from "../treasury.ts";
import { ruleContext } from "./record.ts";
import type { DossierRecord } from "./record.ts";

/** Who the gateway is when it acts by itself. */
export const systemActor: Actor = { id: "system", name: "system", role: "system" };

export interface EffectCircumstances {
  readonly treasury: Treasury;
  readonly transaction: DatabaseTransaction;
  /** As it was before the transition, with the transition already in `replayed`. */
  readonly record: DossierRecord;
  readonly at: Date;
  /** Position of the transition's event. */
  readonly position: number;
  /** What came with the transition: choices and `reason` of an officer, or `outcome`, `reference` and `text` of the ledger. */
  readonly input: JsonObject;
}

/** Does what a transition sets off; gives the events that tell of it. Mails and ledger operations become jobs of the same transaction. */
export async function runEffect(effect: Effect, circumstances: EffectCircumstances): Promise<readonly NewEvent[]> {
  switch (effect.type) {
    case "mail":
      await orderMail(effect.template, circumstances);
      return [];
    case "ledger":
      await orderLedgerOperation(effect.operation, effect.parameters ?? {}, circumstances);
      return [];
    case "deadline":
      return [{ type: "deadline.started", detail: startDeadline(effect.key, effect.since, circumstances), actor: systemActor }];
    case "deadlineMet":
      return [{ type: "deadline.met", detail: { key: effect.key }, actor: systemActor }];
    case "document":
      return [await makeDocument(effect.template, circumstances)];
  }
}

async function orderMail(template: string, { treasury, transaction, record, position }: EffectCircumstances): Promise<void> {
  if (!treasury.sendsMail) return;
  const id = randomUUID();
  const { email, locale } = record.unit;
  await transaction
    .insertInto("mail")
    .values({ id, dossier: record.row.id, template, recipient: email, locale, position, sent_at: null })
    .execute();
  await addJob(transaction, "send-mail", { mail: id });
}

async function orderLedgerOperation(
  operation: string,
  parameters: JsonObject,
  { transaction, record, at, position }: EffectCircumstances,
): Promise<void> {
  const id = randomUUID();
  const { row, pin, unit, content } = record;
  const request = {
    id,
    operation,
    dossier: { id: row.id, code: row.code, procedure: pin.procedure, regime: pin.regime, version: content.version },
    unit: { code: unit.code, name: unit.name, accounts: unit.accounts, attributes: unit.attributes },
    data: content.data,
    parameters,
    input: record.replayed.inputs,
  };
  await transaction
    .insertInto("ledger_operation")
    .values({
      id,
      dossier: row.id,
      operation,
      position,
      request: JSON.stringify(request),
      created_at: at.toISOString(),
      answered_at: null,
      outcome: null,
    })
    .execute();
  await addJob(transaction, "ask-ledger", { operation: id });
}

function startDeadline(key: string, since: string | undefined, { treasury, record, at }: EffectCircumstances): Deadline {
  const rule = record.procedure.deadlines[key];
  if (rule === undefined) throw new FiscError("deadline.unknown", { key });
  const { calendar, timeZone } = treasury.profile;
  const time = since === undefined ? undefined : record.replayed.times[since];
  const start = time === undefined ? at : new Date(time);
  const received = receivedOn({ calendar, timeZone, cutOff: rule.cutOff }, start);
  const context = ruleContext(treasury, record, civilDate(start, timeZone));
  const days = evaluate(rule.workingDays, { data: record.content.data, context }, { functions: treasury.publications.functions });
  if (typeof days !== "number" || !Number.isSafeInteger(days) || days < 0) throw new FiscError("deadline.not-a-count", { key });
  return { key, receivedOn: received, dueOn: dueOn(calendar, received, days), met: false };
}

async function makeDocument(template: string, { treasury, transaction, record, at, input }: EffectCircumstances): Promise<NewEvent> {
  const context = ruleContext(treasury, record);
  const dossier = { code: record.row.code, ...(context.facts["dossier"] as JsonObject) };
  const data = treasury.publications.makeDocument(template, {
    data: record.content.data,
    context: { ...context, facts: { ...context.facts, dossier } },
    input,
  });
  const id = randomUUID();
  const digest = sha256(data);
  await transaction
    .insertInto("document")
    .values({
      id,
      dossier: record.row.id,
      template,
      version: record.content.version,
      at: at.toISOString(),
      data: JSON.stringify(data),
      sha256: digest,
    })
    .execute();
  return { type: "document.made", detail: { id, template, sha256: digest }, actor: systemActor };
}
