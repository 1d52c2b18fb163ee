import type { Violation } from "../model/errors.ts";
import type { ExpressionNode } from "../model/expression.ts";
import type { PublishedProcedure, Rule } from "../model/procedure.ts";
import { Cached, type Evaluation } from "./cached.ts";
import { ruleViolation } from "./form-rules.ts";
import { columnOf } from "./paths.ts";
import { readsOf } from "./reads.ts";
import { unset, type Moved } from "./memory.ts";

/** The procedure's own rules by the pattern they stand at, each kept where it holds and where it does not. */
export function cachedRules(
  procedure: PublishedProcedure,
  where: "browser" | "gateway",
  evaluation: Evaluation,
): ReadonlyMap<string, readonly Cached<Violation | null>[]> {
  const byPattern = new Map<string, Cached<Violation | null>[]>();
  for (const rule of procedure.rules) {
    if (rule.where === "gateway" && where !== "gateway") continue;
    const others = byPattern.get(rule.at);
    const cached = cachedRule(rule, evaluation);
    if (others) others.push(cached);
    else byPattern.set(rule.at, [cached]);
  }
  return byPattern;
}

function cachedRule(rule: Rule<ExpressionNode>, evaluation: Evaluation): Cached<Violation | null> {
  const params = Object.values(rule.params ?? {});
  const nodes = [rule.when, rule.assert, ...params];
  const column = columnOf(rule.at);
  if (!column) return new Cached(evaluation, nodes, (names) => ruleViolation(rule, rule.at, names, evaluation));
  const at = cellPath(column);
  const moved: Moved<Violation | null> = readsOf(rule.when, rule.assert).has("index")
    ? () => unset
    : movedTo(at, readsOf(...params).has("index"));
  return new Cached(evaluation, nodes, (names) => ruleViolation(rule, at((names as { index: number }).index), names, evaluation), moved);
}

/** The concrete path of a column's cell by its row. */
export function cellPath({ table, column }: { readonly table: string; readonly column: string }): (index: number) => string {
  return (index) => `${table}[${index}]${column && `.${column}`}`;
}

/** A violation goes with its row; one whose message counts lines is made anew. */
export function movedTo(at: (index: number) => string, anew = false): Moved<Violation | null> {
  return (violation, index) => violation && (anew ? unset : { ...violation, at: at(index) });
}
