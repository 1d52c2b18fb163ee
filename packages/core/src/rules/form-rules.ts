import type { ExpressionContext, ExpressionNode, RuleContext } from "../model/expression.ts";
import type { Violation } from "../model/errors.ts";
import type { Json, JsonObject } from "../model/json.ts";
import type { PublishedProcedure, Rule } from "../model/procedure.ts";
import { evaluate, type EvaluateOptions, type RuleFunction } from "./evaluate.ts";
import { callFunction } from "./functions.ts";
import { evaluationError, fail } from "./values.ts";

/** What one evaluation sees of a form; `row` and `index` inside a line table. */
export interface FormNames extends Omit<ExpressionContext, "input"> {
  readonly data: JsonObject;
  readonly context: RuleContext;
}

/**
 * The value of a condition. Where it cannot be evaluated it counts as `otherwise`: callers choose the side on which
 * nothing slips through (a field is shown and required, a rule applies, a guard does not hold).
 */
export function condition(
  node: ExpressionNode | boolean | undefined,
  names: object,
  options: EvaluateOptions,
  otherwise: boolean,
): boolean {
  if (node === undefined) return true;
  if (typeof node === "boolean") return node;
  try {
    const value = evaluate(node, names, options);
    return typeof value === "boolean" ? value : otherwise;
  } catch (error) {
    evaluationError(error);
    return otherwise;
  }
}

/** The computed value; undefined where its sources do not yet give one. */
export function computedValue(node: ExpressionNode, names: object, options: EvaluateOptions): Json | undefined {
  try {
    return evaluate(node, names, options) ?? undefined;
  } catch (error) {
    evaluationError(error);
    return undefined;
  }
}

/** The violation of one rule in one place (`at` is concrete), or null. */
export function ruleViolation(rule: Rule<ExpressionNode>, at: string, names: object, options: EvaluateOptions): Violation | null {
  if (!condition(rule.when, names, options, true) || condition(rule.assert, names, options, false)) return null;
  const params: Record<string, string | number> = {};
  for (const [name, node] of Object.entries(rule.params ?? {})) {
    const value = computedValue(node, names, options);
    params[name] = typeof value === "number" || typeof value === "string" ? value : value === undefined ? "" : JSON.stringify(value);
  }
  return { rule: rule.id, severity: rule.severity, at, message: `rule.${rule.message}`, params };
}

/**
 * `knownCode(list, code)` over the lists that travel with a procedure: complete lists only (publication checks that).
 * A list that does not travel is left to the gateway, which brings its own `knownCode`; without one it fails.
 * `identifier(value, scheme)` by the schemes that travel.
 */
export function codeFunctions(procedure: PublishedProcedure, where: "browser" | "gateway"): Readonly<Record<string, RuleFunction>> {
  const known = new Map<string, ReadonlySet<string>>();
  return {
    knownCode(list, code) {
      if (typeof list !== "string") return fail("type", "knownCode");
      const entries = Object.hasOwn(procedure.codeLists, list) ? procedure.codeLists[list] : undefined;
      if (!entries) return where === "browser" ? true : fail("unknown-list", list);
      let codes = known.get(list);
      if (!codes) known.set(list, (codes = new Set(entries.map((entry) => entry.code))));
      return typeof code === "string" && codes.has(code);
    },
    identifier(value, scheme) {
      const { identifiers = {} } = procedure;
      if (typeof scheme !== "string" || !Object.hasOwn(identifiers, scheme)) return fail("unknown-identifier", String(scheme));
      return callFunction("identifier", [value ?? null, identifiers[scheme] as unknown as Json]);
    },
  };
}
