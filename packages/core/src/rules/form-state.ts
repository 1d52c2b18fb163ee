import type { ExpressionNode, RuleContext } from "../model/expression.ts";
import type { Violation } from "../model/errors.ts";
import type { JsonObject } from "../model/json.ts";
import type { Computed, PublishedProcedure, Rule } from "../model/procedure.ts";
import { Cached, type Sight } from "./cached.ts";
import type { EvaluateOptions } from "./evaluate.ts";
import { codeFunctions, computedValue, condition, ruleViolation } from "./form-rules.ts";
import { columnOf, isObject, patternOf, rowOf, rowsAt, sameJson, valueAt, withValueAt } from "./paths.ts";
import { planOf, type Placement, type Plan } from "./plan.ts";
import { changedPatterns } from "./reads.ts";

export type Where = "browser" | "gateway";

interface Kept {
  readonly holds: boolean;
  readonly value: unknown;
}

/** Everything that follows from a form's data and context, kept until something it reads changes. */
export class FormState {
  readonly procedure: PublishedProcedure;
  readonly plan: Plan;
  readonly #options: EvaluateOptions;
  readonly #conditions = new Map<ExpressionNode, Cached<boolean>>();
  readonly #computed: readonly { readonly computed: Computed<ExpressionNode>; readonly cached: Cached<Kept> }[];
  readonly #rules: readonly { readonly rule: Rule<ExpressionNode>; readonly cached: Cached<Violation | null> }[];

  constructor(procedure: PublishedProcedure, where: Where, options: EvaluateOptions) {
    this.procedure = procedure;
    this.plan = planOf(procedure);
    this.#options = { ...options, functions: { ...codeFunctions(procedure, where), ...options.functions } };
    this.#computed = this.plan.computed.map((computed) => ({
      computed,
      cached: new Cached<Kept>([computed.value, computed.when], (names) => {
        const holds = condition(computed.when, names, this.#options, false);
        return { holds, value: holds ? computedValue(computed.value, names, this.#options) : undefined };
      }),
    }));
    this.#rules = procedure.rules
      .filter((rule) => where === "gateway" || rule.where !== "gateway")
      .map((rule) => ({
        rule,
        cached: new Cached([rule.when, rule.assert, ...Object.values(rule.params ?? {})], (names) =>
          ruleViolation(rule, rule.at, names, this.#options),
        ),
      }));
  }

  forget(patterns: ReadonlySet<string>): void {
    if (patterns.size === 0) return;
    for (const { cached } of this.#computed) cached.forget(patterns);
    for (const { cached } of this.#rules) cached.forget(patterns);
    for (const cached of this.#conditions.values()) cached.forget(patterns);
  }

  /** The data with every computed value in place. */
  settle(data: JsonObject, context: RuleContext): JsonObject {
    let settled = data;
    for (const { computed, cached } of this.#computed) {
      const next = this.#place(computed.path, cached, { data: settled, context });
      if (next === settled) continue;
      this.forget(changedPatterns(settled, next, "data"));
      settled = next;
    }
    return settled;
  }

  #place(path: string, cached: Cached<Kept>, sight: Sight): JsonObject {
    const column = columnOf(path);
    if (!column) {
      const { holds, value } = cached.get(sight);
      return holds ? replaced(sight.data, path, value) : sight.data;
    }
    let different = false;
    const rows = rowsAt(sight.data, column.table).map((row, index) => {
      if (!isObject(row)) return row;
      const { holds, value } = cached.get(sight, row, index);
      const next = holds ? replaced(row, column.column, value) : row;
      different ||= next !== row;
      return next;
    });
    return different ? withValueAt(sight.data, column.table, rows) : sight.data;
  }

  /** Paths whose value is kept by a computation now: people cannot change them. */
  isComputed(sight: Sight, path: string): boolean {
    const pattern = patternOf(path);
    return this.#computed.some(
      ({ computed, cached }) => computed.path === pattern && this.#at(path, sight, (row, index) => cached.get(sight, row, index).holds),
    );
  }

  /** `path` may be a field, a column of a row, `attachments.<slot>`, or the id of a section or page. What the layout does not name is visible. */
  visible(sight: Sight, path: string): boolean {
    const placements = this.plan.placements.get(patternOf(path));
    if (placements) return placements.some((placement) => this.visiblePlacement(sight, placement, path));
    const slot = this.#slot(path);
    if (slot) return this.holds(slot.visible, sight, path);
    const section = this.plan.sections.get(path);
    if (section) return this.holds(section.visible, sight, path);
    const page = this.plan.pages.get(path);
    return page ? page.some((id) => this.visible(sight, id)) : true;
  }

  /** A column's condition is answered in the row that `path` names; a path without a row stands for the whole column, which is shown. */
  visiblePlacement(sight: Sight, { section, field }: Placement, path: string): boolean {
    return this.holds(section.visible, sight, "") && (field.type === "lines" || this.holds(field.visible, sight, path));
  }

  /** Required and visible. An attachment slot by `attachments.<slot>`. */
  required(sight: Sight, path: string): boolean {
    const slot = this.#slot(path);
    if (slot) return this.holds(slot.visible, sight, path) && this.holds(slot.required, sight, path);
    return (this.plan.placements.get(patternOf(path)) ?? []).some((placement) =>
      placement.field.type === "lines"
        ? placement.field.minRows > 0 && this.visiblePlacement(sight, placement, path)
        : this.holds(placement.field.required ?? false, sight, path) && this.visiblePlacement(sight, placement, path),
    );
  }

  /** A condition that cannot be evaluated holds: a field is rather shown, and asked for, than lost. */
  holds(node: ExpressionNode | boolean | undefined, sight: Sight, path: string): boolean {
    if (node === undefined) return true;
    if (typeof node === "boolean") return node;
    let cached = this.#conditions.get(node);
    if (!cached) this.#conditions.set(node, (cached = new Cached([node], (names) => condition(node, names, this.#options, true))));
    const kept = cached;
    return this.#at(path, sight, (row, index) => kept.get(sight, row, index));
  }

  #at<T>(path: string, sight: Sight, read: (row: JsonObject[string] | undefined, index: number) => T): T {
    const row = path.includes("[") ? rowOf(path) : null;
    return row ? read(rowsAt(sight.data, row.table)[row.index], row.index) : read(undefined, -1);
  }

  #slot(path: string): PublishedProcedure["attachments"][number] | undefined {
    return path.startsWith("attachments.") ? this.procedure.attachments.find((slot) => `attachments.${slot.id}` === path) : undefined;
  }

  /** Violations of the procedure's own rules, each bound to its row. */
  ruleViolations(sight: Sight): Violation[] {
    const found: Violation[] = [];
    for (const { rule, cached } of this.#rules) {
      const column = columnOf(rule.at);
      if (!column) {
        const violation = cached.get(sight);
        if (violation) found.push(violation);
        continue;
      }
      rowsAt(sight.data, column.table).forEach((row, index) => {
        const violation = cached.get(sight, row, index);
        if (violation) found.push({ ...violation, at: `${column.table}[${index}]${column.column && `.${column.column}`}` });
      });
    }
    return found;
  }
}

function replaced(data: JsonObject, path: string, value: unknown): JsonObject {
  const next = value as JsonObject[string] | undefined;
  return sameJson(valueAt(data, path), next) ? data : withValueAt(data, path, next);
}
