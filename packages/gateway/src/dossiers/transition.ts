import type { Actor, Fix, JsonObject, SignatureRecord } from "@fisc/core";
import { FiscError } from "@fisc/core";
import { actingRole, chooseTransition } from "@fisc/core/workflow";
import type { WorkflowTransition } from "@fisc/core/workflow";
import type { DatabaseTransaction } from "../database/connection.ts";
import type { NewEvent } from "../events/log.ts";
import type { Treasury } from "../treasury.ts";
import { append, foresee } from "./append.ts";
import { runEffect } from "./effects.ts";
import { ruleContext } from "./record.ts";
import { needRegimeInForce } from "./regime-in-force.ts";
import type { DossierRecord } from "./record.ts";

export interface Doer {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly string[];
}

export interface Step {
  readonly action: string;
  readonly reason?: string;
  readonly fixes?: readonly Fix[];
  readonly input?: JsonObject;
  readonly signature?: SignatureRecord;
  /** What the ledger said, for the documents that the step makes. */
  readonly answer?: JsonObject;
}

/**
 * Chooses the transition that the action takes, or says why there is none.
 * @throws FiscError `workflow.*`
 */
export function choose(
  treasury: Treasury,
  record: DossierRecord,
  doer: Doer,
  step: Step,
  signature?: "requested",
): { readonly transition: WorkflowTransition; readonly actor: Actor } {
  const certificate = signature ?? step.signature?.certificate;
  const transition = chooseTransition({
    procedure: record.procedure,
    replayed: record.replayed,
    actor: { id: doer.id, roles: doer.roles },
    context: ruleContext(treasury, record),
    data: record.content.data,
    functions: treasury.publications.functions,
    documents: record.content.attachments.map(({ id }) => id),
    action: step.action,
    ...(step.reason === undefined ? {} : { reason: step.reason }),
    ...(step.fixes === undefined ? {} : { fixes: step.fixes }),
    ...(step.input === undefined ? {} : { input: step.input }),
    ...(certificate === undefined ? {} : { signature: certificate }),
  });
  return { transition, actor: { id: doer.id, name: doer.name, role: actingRole(transition, doer.roles) ?? "" } };
}

/** A signature does the step that it was asked for: one under another policy, or for a step that needs none, does nothing. */
function checkPolicy(transition: WorkflowTransition, signature: SignatureRecord | undefined): void {
  if (signature !== undefined && transition.needs?.signature !== signature.policy)
    throw new FiscError("signature.wrong-policy", { policy: signature.policy });
}

/**
 * Takes one step of the workflow on a locked dossier with all that it sets off, and writes it down. `before` are events that
 * belong in front of the step (a signature, the ledger's answer).
 * @throws FiscError `workflow.*`, `signature.wrong-policy`; RegimeError
 */
export async function takeStep(
  treasury: Treasury,
  transaction: DatabaseTransaction,
  known: DossierRecord,
  doer: Doer,
  step: Step,
  before: readonly NewEvent[] = [],
): Promise<DossierRecord> {
  const { transition, actor } = choose(treasury, known, doer, step);
  checkPolicy(transition, step.signature);
  const record = needRegimeInForce(treasury, known, transition.to);
  const at = treasury.clock.now();
  const reason = step.reason?.trim().normalize("NFC");
  const said = {
    ...(reason === undefined || reason === "" ? {} : { reason }),
    ...(step.fixes === undefined || step.fixes.length === 0 ? {} : { fixes: step.fixes }),
  };
  const input = step.input ?? {};
  const taken: NewEvent = {
    type: "transition",
    actor,
    detail: {
      action: transition.action,
      from: record.replayed.state,
      to: transition.to,
      version: record.replayed.version,
      ...said,
      ...(Object.keys(input).length === 0 ? {} : { input }),
    },
  };
  const events: NewEvent[] = [...before, taken];
  const position = record.row.revision + events.length;
  for (const effect of transition.effects ?? []) {
    const now = foresee(record, events, at.toISOString());
    events.push(
      ...(await runEffect(effect, {
        treasury,
        transaction,
        record: now,
        at,
        position,
        input: { ...input, ...step.answer, ...(reason === undefined ? {} : { reason }) },
      })),
    );
  }
  return append(treasury, transaction, record, events, at);
}
