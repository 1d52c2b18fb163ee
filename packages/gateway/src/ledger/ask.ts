import { setTimeout as pause } from "node:timers/promises";
import { FiscError } from "@fisc/core";
import type { DatabaseTransaction } from "../database/connection.ts";
import { append } from "../dossiers/append.ts";
import { systemActor } from "../dossiers/effects.ts";
import { lockDossier } from "../dossiers/record.ts";
import type { DossierRecord } from "../dossiers/record.ts";
import { takeStep } from "../dossiers/transition.ts";
import type { NewEvent } from "../events/log.ts";
import type { Treasury } from "../treasury.ts";
import type { Ledger, LedgerAnswer } from "./port.ts";

/** Milliseconds between two looks at an operation that is not decided, and how long one job goes on looking. */
const pollEvery = 500;
const pollFor = 30_000;

/**
 * Takes an ordered operation to the ledger until it answers, then does what the answer means on the dossier, once.
 * @throws FiscError `ledger.undecided`, `ledger.unavailable`: the queue runs the job again later
 */
export async function askLedger(treasury: Treasury, ledger: Ledger, id: string): Promise<void> {
  const operation = await treasury.connection.database
    .selectFrom("ledger_operation")
    .selectAll()
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  if (operation.answered_at !== null) return;
  let answer = await ledger.ask({ ...operation.request, id });
  const deadline = performance.now() + pollFor;
  while (answer === null) {
    if (performance.now() > deadline || treasury.closing.aborted)
      throw new FiscError("ledger.undecided", { operation: operation.operation });
    await pause(pollEvery, undefined, { signal: treasury.closing });
    answer = await ledger.poll(id);
  }
  const said = answer;
  await treasury.connection.database.transaction().execute((transaction) => record(treasury, transaction, operation, said));
}

async function record(
  treasury: Treasury,
  transaction: DatabaseTransaction,
  operation: { readonly id: string; readonly dossier: string; readonly operation: string },
  answer: LedgerAnswer,
): Promise<void> {
  const dossier = await lockDossier(treasury, transaction, operation.dossier, null);
  const now = treasury.clock.now();
  const { numUpdatedRows } = await transaction
    .updateTable("ledger_operation")
    .set({ answered_at: now.toISOString(), outcome: answer.outcome })
    .where("id", "=", operation.id)
    .where("answered_at", "is", null)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return;
  const answered: NewEvent = { type: "ledger.answered", actor: systemActor, detail: { operation: operation.operation, ...answer } };
  if (await stepForAnswer(treasury, transaction, dossier, answer, answered)) return;
  await append(treasury, transaction, dossier, [answered], now);
}

/** False where the workflow knows no step for the answer in this state: then the answer alone is noted, for people to see. */
async function stepForAnswer(
  treasury: Treasury,
  transaction: DatabaseTransaction,
  dossier: DossierRecord,
  answer: LedgerAnswer,
  answered: NewEvent,
): Promise<boolean> {
  const doer = { id: systemActor.id, name: systemActor.name, roles: ["system"] };
  const action = `ledger.${answer.outcome}`;
  const known = dossier.procedure.workflow.transitions.some(
    (transition) => transition.action === action && transition.from.includes(dossier.replayed.state) && transition.roles.includes("system"),
  );
  if (!known) return false;
  await takeStep(treasury, transaction, dossier, doer, { action, answer: { ...answer } }, [answered]);
  return true;
}
