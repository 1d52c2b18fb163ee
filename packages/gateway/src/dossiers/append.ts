import type { DossierEvent } from "@fisc/core";
import { evaluate } from "@fisc/core/rules";
import { replay } from "@fisc/core/workflow";
import type { Replayed } from "@fisc/core/workflow";
import type { DatabaseTransaction } from "../database/connection.ts";
import { appendEvents } from "../events/log.ts";
import type { NewEvent } from "../events/log.ts";
import type { Treasury } from "../treasury.ts";
import { ruleContext } from "./record.ts";
import type { DossierRecord } from "./record.ts";

/** The dossier as it will be once `events` are in its log; cursors are not given yet. */
export function foresee(record: DossierRecord, events: readonly NewEvent[], at: string): DossierRecord {
  const coming = events.map(
    (event, index) => ({ ...event, dossier: record.row.id, position: record.row.revision + index + 1, cursor: 0, at }) as DossierEvent,
  );
  const all = [...record.events, ...coming];
  return { ...record, events: all, replayed: replay(record.procedure, all) };
}

/** Writes events and the projection that lists read. Call it last in a transaction (see `appendEvents`). */
export async function append(
  treasury: Treasury,
  transaction: DatabaseTransaction,
  record: DossierRecord,
  events: readonly NewEvent[],
  at: Date,
): Promise<DossierRecord> {
  const time = at.toISOString();
  const { events: all, chain } = await appendEvents(transaction, record.row.id, record, time, events);
  const replayed = replay(record.procedure, all);
  const projection = {
    ...summaryOf(treasury, { ...record, replayed }),
    regime: record.row.regime,
    version: replayed.version,
    revision: replayed.position,
    state: replayed.state,
    due_on: nextDueOn(replayed),
  };
  await transaction
    .updateTable("dossier")
    .set({ ...projection, updated_at: time })
    .where("id", "=", record.row.id)
    .execute();
  return { ...record, events: all, chain, replayed, row: { ...record.row, ...projection, updated_at: at } };
}

/** What lists show, by the procedure's own expressions. */
export function summaryOf(
  treasury: Treasury,
  record: DossierRecord,
): { readonly title: string; readonly number: string; readonly amount: number } {
  const { title, amount, number } = record.procedure.summary;
  const names = { data: record.content.data, context: ruleContext(treasury, record) };
  const options = { functions: treasury.publications.functions };
  const minor = Number(evaluate(amount, names, options) ?? 0);
  return {
    title: String(evaluate(title, names, options) ?? ""),
    number: String(evaluate(number, names, options) ?? ""),
    amount: Number.isSafeInteger(minor) ? minor : 0,
  };
}

function nextDueOn({ deadlines }: Replayed): string | null {
  const open = deadlines.filter(({ met }) => !met).map(({ dueOn }) => dueOn);
  return open.toSorted()[0] ?? null;
}
