import type { ProcedureDefinition } from "../model/procedure.ts";
import type { Profile } from "../model/profile.ts";

/** Takes one fault: where, which, and the name in question. */
export type Report = (at: string, problem: string, detail: string, offset?: number) => void;

/** Names of states, roles, policies, deadlines, documents and mails that nothing answers to; states that nobody reaches or leaves. */
export function checkWorkflow(definition: ProcedureDefinition, profile: Profile | undefined, report: Report): void {
  const { states, transitions, initial } = definition.workflow;
  const state = (at: string, id: string): void => {
    if (!Object.hasOwn(states, id)) report(at, "unknown-state", id);
  };
  const roles = new Set(["system", ...(profile?.roles ?? []).map((role) => role.id)]);
  const role = (at: string, id: string): void => {
    if (profile && !roles.has(id)) report(at, "unknown-role", id);
  };
  const actions = new Set(transitions.map((transition) => transition.action));

  state("workflow.initial", initial);
  for (const [id, { holder, shownAs }] of Object.entries(states)) {
    if (holder !== undefined) role(`workflow.states.${id}.holder`, holder);
    if (shownAs !== undefined) state(`workflow.states.${id}.shownAs`, shownAs);
  }
  transitions.forEach((transition, i) => {
    const at = `workflow.transitions[${i}]`;
    transition.from.forEach((from) => state(`${at}.from`, from));
    state(`${at}.to`, transition.to);
    transition.roles.forEach((id) => role(`${at}.roles`, id));
    const { signature, differentActorFrom } = transition.needs ?? {};
    if (signature !== undefined && !Object.hasOwn(definition.signaturePolicies, signature))
      report(`${at}.needs.signature`, "unknown-policy", signature);
    for (const action of differentActorFrom ?? [])
      if (!actions.has(action)) report(`${at}.needs.differentActorFrom`, "unknown-action", action);
    for (const effect of transition.effects ?? []) checkEffect(definition, profile, actions, effect, `${at}.effects`, report);
  });
  for (const [id, policy] of Object.entries(definition.signaturePolicies)) {
    role(`signaturePolicies.${id}.role`, policy.role);
    policy.after.forEach((after) => role(`signaturePolicies.${id}.after`, after));
    if (profile && policy.signs !== "dossier" && !Object.hasOwn(profile.documents, policy.signs))
      report(`signaturePolicies.${id}.signs`, "unknown-document", policy.signs);
  }
  checkReach(definition, report);
}

type Effects = NonNullable<ProcedureDefinition["workflow"]["transitions"][number]["effects"]>;

function checkEffect(
  definition: ProcedureDefinition,
  profile: Profile | undefined,
  actions: ReadonlySet<string>,
  effect: Effects[number],
  at: string,
  report: Report,
): void {
  if (profile && effect.type === "mail" && !profile.mailTemplates.includes(effect.template)) report(at, "unknown-mail", effect.template);
  if (profile && effect.type === "document" && !Object.hasOwn(profile.documents, effect.template))
    report(at, "unknown-document", effect.template);
  if ((effect.type === "deadline" || effect.type === "deadlineMet") && !Object.hasOwn(definition.deadlines, effect.key))
    report(at, "unknown-deadline", effect.key);
  if (effect.type === "deadline" && effect.since !== undefined && !actions.has(effect.since)) report(at, "unknown-action", effect.since);
}

function checkReach({ workflow: { states, transitions, initial } }: ProcedureDefinition, report: Report): void {
  const reached = new Set([initial]);
  // A set that grows while it is walked: every state found is visited in its turn.
  for (const from of reached) for (const { to } of transitions.filter((transition) => transition.from.includes(from))) reached.add(to);
  for (const [id, { final }] of Object.entries(states)) {
    if (!reached.has(id)) report(`workflow.states.${id}`, "unreachable-state", id);
    if (!final && !transitions.some((transition) => transition.from.includes(id))) report(`workflow.states.${id}`, "dead-end", id);
  }
}
