import type { ExpressionNode, RuleContext } from "../model/expression.ts";
import type { Violation } from "../model/errors.ts";
import type { Json, JsonObject } from "../model/json.ts";
import type { AttachmentSlot, Computed, PublishedProcedure } from "../model/procedure.ts";
import { Cached, type Evaluation, type Sight } from "./cached.ts";
import type { EvaluateOptions } from "./evaluate.ts";
import { codeFunctions, computedValue, condition } from "./form-rules.ts";
import { Memory, type KeepTables } from "./memory.ts";
import { columnOf, isObject, patternOf, rowOf, rowsAt, sameJson, valueAt, withValueAt } from "./paths.ts";
import { planOf, type Placement, type Plan } from "./plan.ts";
import { changedPatterns } from "./reads.ts";
import { cachedRules } from "./rule-violations.ts";

export type Where = "browser" | "gateway";

export interface FormStateOptions extends Omit<EvaluateOptions, "memory"> {
  /** For tables of many rows. */
  readonly keepTables?: KeepTables | undefined;
}

interface Kept {
  readonly holds: boolean;
  readonly value: unknown;
}

interface CachedComputed {
  readonly computed: Computed<ExpressionNode>;
  readonly cached: Cached<Kept>;
  /** Column: the rows as this computation last left them, and with which values. */
  rows: readonly Json[];
  values: readonly Kept[];
}

/** Everything that follows from a form's data and context, kept until something it reads changes. */
export class FormState {
  readonly procedure: PublishedProcedure;
  readonly plan: Plan;
  readonly evaluation: Evaluation;
  /** The procedure's rules by the pattern they stand at. */
  readonly rules: ReadonlyMap<string, readonly Cached<Violation | null>[]>;
  /** Columns that may be required, by placement. */
  readonly missing = new Map<Placement, Cached<Violation | null>>();
  readonly #conditions = new Map<ExpressionNode, Cached<boolean>>();
  readonly #computed: readonly CachedComputed[];

  constructor(procedure: PublishedProcedure, where: Where, { keepTables, ...options }: FormStateOptions) {
    const evaluation = {
      ...options,
      memory: new Memory(keepTables),
      functions: { ...codeFunctions(procedure, where), ...options.functions },
    };
    this.procedure = procedure;
    this.plan = planOf(procedure);
    this.evaluation = evaluation;
    this.rules = cachedRules(procedure, where, evaluation);
    this.#computed = this.plan.computed.map((computed) => ({
      computed,
      cached: new Cached<Kept>(evaluation, [computed.value, computed.when], (names) => {
        const holds = condition(computed.when, names, evaluation, false);
        return { holds, value: holds ? computedValue(computed.value, names, evaluation) : undefined };
      }),
      rows: [],
      values: [],
    }));
  }

  forget(patterns: ReadonlySet<string>): void {
    this.evaluation.memory.forget(patterns);
  }

  /** The data with every computed value in place. */
  settle(data: JsonObject, context: RuleContext): JsonObject {
    let settled = data;
    for (const one of this.#computed) {
      const next = this.#place(one, { data: settled, context });
      if (next === settled) continue;
      this.forget(changedPatterns(settled, next, "data"));
      settled = next;
    }
    return settled;
  }

  #place(one: CachedComputed, sight: Sight): JsonObject {
    const { path } = one.computed;
    const column = columnOf(path);
    if (!column) {
      const { holds, value } = one.cached.get(sight);
      return holds ? replaced(sight.data, path, value) : sight.data;
    }
    const rows = rowsAt(sight.data, column.table);
    const values = one.cached.all(sight, rows);
    let next: Json[] | undefined;
    for (let index = 0; index < values.length; index += 1) {
      const now = values[index] as Kept;
      const row = rows[index];
      if ((row === one.rows[index] && now === one.values[index]) || !now.holds || !isObject(row)) continue;
      const after = replaced(row, column.column, now.value);
      if (after !== row) (next ??= [...rows])[index] = after;
    }
    one.rows = next ?? rows;
    one.values = values.slice();
    return next ? withValueAt(sight.data, column.table, next) : sight.data;
  }

  /** Paths whose value is kept by a computation now: people cannot change them. */
  isComputed(sight: Sight, path: string): boolean {
    const pattern = patternOf(path);
    return this.#computed.some(({ computed, cached }) => computed.path === pattern && this.#at(path, sight, cached).holds);
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

  /** A column of a table (`lines[].code`) that at least one row shows. */
  visibleInAnyRow(sight: Sight, pattern: string): boolean {
    const column = columnOf(pattern);
    const rows = column ? rowsAt(sight.data, column.table) : [];
    return (this.plan.placements.get(pattern) ?? []).some(({ section, field }) => {
      if (field.type === "lines" || !this.holds(section.visible, sight, "")) return false;
      return field.visible === undefined ? rows.length > 0 : this.#condition(field.visible).all(sight, rows).includes(true);
    });
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
    return this.#at(path, sight, this.#condition(node));
  }

  #condition(node: ExpressionNode): Cached<boolean> {
    let cached = this.#conditions.get(node);
    if (!cached)
      this.#conditions.set(node, (cached = new Cached(this.evaluation, [node], (names) => condition(node, names, this.evaluation, true))));
    return cached;
  }

  #at<T>(path: string, sight: Sight, cached: Cached<T>): T {
    const row = path.includes("[") ? rowOf(path) : null;
    return row ? cached.at(sight, rowsAt(sight.data, row.table), row.index) : cached.get(sight);
  }

  #slot(path: string): AttachmentSlot<ExpressionNode> | undefined {
    return path.startsWith("attachments.") ? this.procedure.attachments.find((slot) => `attachments.${slot.id}` === path) : undefined;
  }
}

function replaced(data: JsonObject, path: string, value: unknown): JsonObject {
  const next = value as JsonObject[string] | undefined;
  return sameJson(valueAt(data, path), next) ? data : withValueAt(data, path, next);
}
