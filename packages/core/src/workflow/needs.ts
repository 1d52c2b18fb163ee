import type { Fix } from "../model/dossier.ts";
import { FiscError } from "../model/errors.ts";
import type { ExpressionNode } from "../model/expression.ts";
import type { JsonObject } from "../model/json.ts";
import type { Transition } from "../model/procedure.ts";

type AnyTransition = Transition<ExpressionNode>;

/** Longest reason where a transition asks for none, and longest text of a fix, in characters. */
const maxText = 2_000;

export function choicesGiven(transition: AnyTransition, input: JsonObject): boolean {
  return Object.entries(transition.needs?.choices ?? {}).every(
    ([name, values]) => Object.hasOwn(input, name) && values.includes(input[name] as string),
  );
}

/** Every choice must be made, and nothing else may come along: input lands in the log and in guards. */
export function checkInput(transition: AnyTransition, input: JsonObject): void {
  const choices = transition.needs?.choices ?? {};
  for (const [name, values] of Object.entries(choices)) {
    if (!Object.hasOwn(input, name) || !values.includes(input[name] as string)) throw new FiscError("workflow.choice-required", { name });
  }
  for (const name of Object.keys(input)) if (!Object.hasOwn(choices, name)) throw new FiscError("workflow.input-unknown", { name });
}

export function checkReason(transition: AnyTransition, reason: string | undefined): void {
  const limits = transition.needs?.reason ?? { minLength: 0, maxLength: maxText };
  const length = [...(reason ?? "").trim().normalize("NFC")].length;
  if (transition.needs?.reason && length === 0 && limits.minLength > 0) throw new FiscError("workflow.reason-required", { ...limits });
  if (length < limits.minLength || length > limits.maxLength) throw new FiscError("workflow.reason-length", { ...limits, length });
}

export function checkFixes(transition: AnyTransition, fixes: readonly Fix[] | undefined, documents: readonly string[] | undefined): void {
  const given = fixes ?? [];
  if (transition.needs?.fixes && given.length === 0) throw new FiscError("workflow.fixes-required");
  if (!transition.needs?.fixes && given.length > 0) throw new FiscError("workflow.input-unknown", { name: "fixes" });
  for (const fix of given) {
    const length = [...fix.text.trim()].length;
    if (length === 0 || length > maxText) throw new FiscError("workflow.fixes-required", { document: fix.document });
    if (documents && fix.document !== "form" && !documents.includes(fix.document))
      throw new FiscError("workflow.fix-unknown-document", { document: fix.document });
  }
}
