import type { AvailableAction, Fix, SignatureRecord } from "../model/dossier.ts";
import { FiscError } from "../model/errors.ts";
import type { ExpressionNode, RuleContext } from "../model/expression.ts";
import type { Json, JsonObject } from "../model/json.ts";
import type { PublishedProcedure, Transition } from "../model/procedure.ts";
import type { RuleFunction } from "../rules/evaluate.ts";
import { condition } from "../rules/form-rules.ts";
import { readsOf } from "../rules/reads.ts";
import { checkFixes, checkInput, checkReason, choicesGiven } from "./needs.ts";
import { workflowFacts, type Replayed } from "./replay.ts";

export type WorkflowTransition = Transition<ExpressionNode>;

export interface WorkflowQuestion {
  readonly procedure: PublishedProcedure;
  readonly replayed: Replayed;
  /** Roles in force today; the gateway itself has the role `system`. */
  readonly actor: { readonly id: string; readonly roles: readonly string[] };
  /** `facts.dossier` is added here. */
  readonly context: RuleContext;
  readonly data: JsonObject;
  readonly functions?: Readonly<Record<string, RuleFunction>>;
}

export interface ActionQuestion extends WorkflowQuestion {
  readonly action: string;
  readonly reason?: string;
  readonly fixes?: readonly Fix[];
  readonly input?: JsonObject;
  /** Attachment ids that fixes may name beside `form`. Without it they are not checked. */
  readonly documents?: readonly string[];
  /** `requested`: a signing request is being made. Otherwise the certificate of the signature that was handed in. */
  readonly signature?: "requested" | SignatureRecord["certificate"];
}

/**
 * Transitions that the actor may choose now: state, role, guard, four eyes and signing order allow it. A guard that reads
 * `input` is left open until the input is known. A guard that cannot be evaluated does not hold.
 */
export function availableTransitions(question: WorkflowQuestion): readonly WorkflowTransition[] {
  return candidates(question).filter(
    (transition) =>
      (readsInput(transition) || guardHolds(transition, question, {})) &&
      !isSameActor(transition, question) &&
      missingSigner(transition, question) === undefined &&
      !isSigned(transition, question),
  );
}

/** The same as a person sees it: one entry an action, with all that any of its transitions may need. */
export function availableActions(question: WorkflowQuestion): readonly AvailableAction[] {
  const byAction = Map.groupBy(availableTransitions(question), (transition) => transition.action);
  return [...byAction].map(([action, transitions]) => {
    const needs = transitions.map((transition) => transition.needs ?? {});
    const reason = needs.find((need) => need.reason)?.reason;
    const signature = needs.find((need) => need.signature)?.signature;
    const choices: Record<string, readonly string[]> = {};
    for (const [name, values] of needs.flatMap((need) => Object.entries(need.choices ?? {})))
      choices[name] = [...new Set([...(choices[name] ?? []), ...values])];
    return {
      action,
      needs: {
        ...(reason ? { reason } : {}),
        ...(needs.some((need) => need.fixes) ? { fixes: true } : {}),
        ...(signature ? { signature } : {}),
        ...(Object.keys(choices).length > 0 ? { choices } : {}),
      },
    };
  });
}

/**
 * The transition that an action takes: the first whose guard holds, if all it needs is there.
 * @throws FiscError `workflow.not-allowed`, `workflow.choice-required` (params `name`), `workflow.input-unknown`, `workflow.reason-required`,
 *   `workflow.reason-length` (`minLength`, `maxLength`), `workflow.fixes-required`, `workflow.fix-unknown-document`, `workflow.same-actor` (`action`),
 *   `workflow.signature-required`, `workflow.order` (`role`: who has to sign first), `workflow.already-signed`, `workflow.same-key` (`role`: whose key it is)
 */
export function chooseTransition(question: ActionQuestion): WorkflowTransition {
  const { action, input = {} } = question;
  const possible = candidates(question).filter((transition) => transition.action === action);
  if (possible.length === 0) throw new FiscError("workflow.not-allowed", { action, state: question.replayed.state });
  const chosen = possible.find((transition) => choicesGiven(transition, input) && guardHolds(transition, question, input));
  if (!chosen) {
    for (const transition of possible) if (readsInput(transition) || guardHolds(transition, question, input)) checkInput(transition, input);
    throw new FiscError("workflow.not-allowed", { action, state: question.replayed.state });
  }
  if (!question.actor.roles.includes("system")) checkInput(chosen, input);
  checkReason(chosen, question.reason);
  checkFixes(chosen, question.fixes, question.documents);
  if (isSameActor(chosen, question)) throw new FiscError("workflow.same-actor", { action });
  checkSignature(chosen, question);
  return chosen;
}

/** The role in which the actor takes the transition. */
export function actingRole(transition: WorkflowTransition, roles: readonly string[]): string | undefined {
  return transition.roles.find((role) => roles.includes(role));
}

function candidates({ procedure, replayed, actor }: WorkflowQuestion): readonly WorkflowTransition[] {
  return procedure.workflow.transitions.filter(
    (transition) => transition.from.includes(replayed.state) && actingRole(transition, actor.roles) !== undefined,
  );
}

function guardHolds(transition: WorkflowTransition, question: WorkflowQuestion, input: JsonObject): boolean {
  const context: RuleContext = {
    ...question.context,
    facts: { ...question.context.facts, dossier: workflowFacts(question.replayed) as Json },
  };
  const options = question.functions ? { functions: question.functions } : {};
  return condition(transition.when, { data: question.data, context, input }, options, false);
}

function readsInput(transition: WorkflowTransition): boolean {
  return [...readsOf(transition.when)].some((read) => read === "input" || read.startsWith("input."));
}

function isSameActor(transition: WorkflowTransition, { replayed, actor }: WorkflowQuestion): boolean {
  return (transition.needs?.differentActorFrom ?? []).some((action) => replayed.actorsOf(action).includes(actor.id));
}

function policyOf(transition: WorkflowTransition, { procedure }: WorkflowQuestion) {
  const id = transition.needs?.signature;
  return id !== undefined && Object.hasOwn(procedure.signaturePolicies, id) ? procedure.signaturePolicies[id] : undefined;
}

/** The first role that has to sign this version before. */
function missingSigner(transition: WorkflowTransition, question: WorkflowQuestion): string | undefined {
  return policyOf(transition, question)?.after.find((role) => !question.replayed.signatures.some((signature) => signature.role === role));
}

/** A dossier's version takes one signature a policy; official documents may be made, and signed, again. */
function isSigned(transition: WorkflowTransition, question: WorkflowQuestion): boolean {
  const { signature } = transition.needs ?? {};
  return policyOf(transition, question)?.purpose === "dossier.sign" && question.replayed.signatures.some((one) => one.policy === signature);
}

function checkSignature(transition: WorkflowTransition, question: ActionQuestion): void {
  const policy = policyOf(transition, question);
  if (!policy) {
    if (transition.needs?.signature !== undefined) throw new FiscError("workflow.not-allowed", { action: transition.action });
    return;
  }
  if (question.signature === undefined) throw new FiscError("workflow.signature-required", { action: transition.action });
  const role = missingSigner(transition, question);
  if (role !== undefined) throw new FiscError("workflow.order", { role });
  if (isSigned(transition, question)) throw new FiscError("workflow.already-signed", { role: policy.role });
  if (question.signature === "requested") return;
  const { issuer, serial } = question.signature;
  const other = question.replayed.signatures.find(
    (signature) => signature.role !== policy.role && signature.certificate.serial === serial && signature.certificate.issuer === issuer,
  );
  if (other) throw new FiscError("workflow.same-key", { role: other.role });
}
