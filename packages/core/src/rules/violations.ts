import type { Violation } from "../model/errors.ts";
import type { ExpressionNode } from "../model/expression.ts";
import type { Json } from "../model/json.ts";
import type { LineTableField } from "../model/procedure.ts";
import { Cached, type Sight } from "./cached.ts";
import { condition } from "./form-rules.ts";
import type { FormState } from "./form-state.ts";
import { columnOf, isBlank, isObject, rowsAt, valueAt } from "./paths.ts";
import type { Placement } from "./plan.ts";
import { cellPath, movedTo } from "./rule-violations.ts";

/**
 * What is wrong with a form, in the order of its layout. Beside the procedure's rules (message `rule.<message>` in its labels):
 * `required`, `rows.min`, `rows.max`, `attachment.required`, `attachment.too-many`; their messages have the rule's name.
 * A field that is still empty is named once, as required; its rules wait.
 */
export function formViolations(state: FormState, sight: Sight): readonly Violation[] {
  const found: Violation[] = [];
  const { placements } = state.plan;
  for (const [pattern, places] of placements) {
    if (columnOf(pattern)) continue;
    const missing = places.flatMap((place) => missingAt(state, sight, pattern, place));
    if (missing.length > 0) found.push(missing[0] as Violation);
    else tell(state, sight, pattern, found);
    if (places.some(({ field }) => field.type === "lines")) tellRows(state, sight, pattern, found);
  }
  // Rules at what the layout does not show; those of attachments come last.
  const attachments = attachmentViolations(state, sight);
  const unasked = new Set(attachments.map(({ at }) => at));
  const last: Violation[] = [];
  const told = new Set<string>();
  for (const pattern of state.rules.keys()) {
    const column = columnOf(pattern);
    if (pattern.startsWith("attachments.")) {
      if (!unasked.has(pattern)) tell(state, sight, pattern, last);
    } else if (!column) {
      if (!placements.has(pattern)) tell(state, sight, pattern, found);
    } else if (!placements.has(column.table) && !told.has(column.table)) {
      told.add(column.table);
      tellRows(state, sight, column.table, found);
    }
  }
  return [...found, ...attachments, ...last];
}

export function violation(rule: string, at: string, params: Violation["params"] = {}): Violation {
  return { rule, severity: "error", at, message: rule, params };
}

function tell(state: FormState, sight: Sight, pattern: string, found: Violation[]): void {
  for (const rule of state.rules.get(pattern) ?? []) {
    const one = rule.get(sight);
    if (one) found.push(one);
  }
}

/** Row by row, and in each in the order of the columns. */
function tellRows(state: FormState, sight: Sight, table: string, found: Violation[]): void {
  const rows = rowsAt(sight.data, table);
  const byRow: Violation[][] = [];
  for (const pattern of columnsOf(state, table)) {
    const empty = new Set<number>();
    const tellCells = (cached: Cached<Violation | null>, missing: boolean): void => {
      const values = cached.all(sight, rows);
      for (let i = 0; i < values.length; i += 1) {
        const one = values[i];
        if (!one || empty.has(i)) continue;
        if (missing) empty.add(i);
        (byRow[i] ??= []).push(one);
      }
    };
    for (const place of state.plan.placements.get(pattern) ?? [])
      for (const missing of missingIn(state, pattern, place)) tellCells(missing, true);
    for (const rule of state.rules.get(pattern) ?? []) tellCells(rule, false);
  }
  for (const row of byRow) if (row) found.push(...row);
}

/** Patterns of a table's columns as placed, then those that only rules name. */
function columnsOf(state: FormState, table: string): readonly string[] {
  return [...new Set([...state.plan.placements.keys(), ...state.rules.keys()])].filter((pattern) => columnOf(pattern)?.table === table);
}

function missingAt(state: FormState, sight: Sight, path: string, place: Placement): readonly Violation[] {
  const { field } = place;
  if (field.type === "lines") return state.visiblePlacement(sight, place, path) ? rowCount(field, rowsAt(sight.data, path).length) : [];
  const missing =
    isBlank(valueAt(sight.data, path)) && state.holds(field.required ?? false, sight, path) && state.visiblePlacement(sight, place, path);
  return missing ? [violation("required", path)] : [];
}

function rowCount(table: LineTableField<ExpressionNode>, rows: number): readonly Violation[] {
  if (rows < table.minRows) return [violation("rows.min", table.path, { minRows: table.minRows })];
  return rows > table.maxRows ? [violation("rows.max", table.path, { maxRows: table.maxRows })] : [];
}

/** What is missing in each row of a column that may be required. */
function missingIn(state: FormState, pattern: string, place: Placement): readonly Cached<Violation | null>[] {
  const { section, field } = place;
  const column = columnOf(pattern);
  if (field.type === "lines" || !column || field.required === undefined || field.required === false) return [];
  const { required, visible } = field;
  let cached = state.missing.get(place);
  if (!cached) {
    const at = cellPath(column);
    const own = column.column.split(".").reduce<ExpressionNode>((on, name) => [".", on as never, name], ["id", "row"]);
    const derive = (names: object): Violation | null => {
      const { row, index, ...sight } = names as Sight & { readonly row: Json; readonly index: number };
      const blank = isBlank(isObject(row) ? valueAt(row, column.column) : undefined);
      const asked = (): boolean => [required, visible].every((node) => condition(node, names, state.evaluation, true));
      return blank && state.holds(section.visible, sight, "") && asked() ? violation("required", at(index)) : null;
    };
    cached = new Cached(state.evaluation, [own, required, visible, section.visible], derive, movedTo(at));
    state.missing.set(place, cached);
  }
  return [cached];
}

function attachmentViolations(state: FormState, sight: Sight): Violation[] {
  return state.procedure.attachments.flatMap((slot) => {
    const at = `attachments.${slot.id}`;
    const files = Object.hasOwn(sight.context.attachments, slot.id) ? (sight.context.attachments[slot.id] ?? 0) : 0;
    if (files > slot.maxFiles) return [violation("attachment.too-many", at, { maxFiles: slot.maxFiles })];
    return files === 0 && state.required(sight, at) ? [violation("attachment.required", at)] : [];
  });
}
