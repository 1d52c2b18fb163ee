import type { Violation } from "../model/errors.ts";
import type { ExpressionNode } from "../model/expression.ts";
import type { LineTableField } from "../model/procedure.ts";
import type { Sight } from "./cached.ts";
import type { FormState } from "./form-state.ts";
import { columnOf, isBlank, isObject, patternOf, rowOf, rowsAt, valueAt } from "./paths.ts";

/**
 * What is wrong with a form, in the order of its layout. Beside the procedure's rules (message `rule.<message>` in its labels):
 * `required`, `rows.min`, `rows.max`, `attachment.required`, `attachment.too-many`; their messages have the rule's name.
 * A field that is still empty is named once, as required; its rules wait.
 */
export function formViolations(state: FormState, sight: Sight): readonly Violation[] {
  const missing = [...missingValues(state, sight), ...attachmentViolations(state, sight)];
  const empty = new Set(missing.map((violation) => violation.at));
  return inLayoutOrder(state, [...missing, ...state.ruleViolations(sight).filter((violation) => !empty.has(violation.at))]);
}

export function violation(rule: string, at: string, params: Violation["params"] = {}): Violation {
  return { rule, severity: "error", at, message: rule, params };
}

function missingValues(state: FormState, sight: Sight): Violation[] {
  const found = new Map<string, Violation>();
  const add = (one: Violation): void => void found.set(one.at, one);
  for (const [pattern, placements] of state.plan.placements) {
    for (const placement of placements) {
      if (placement.field.type === "lines") {
        if (state.visiblePlacement(sight, placement, pattern)) rowCount(placement.field, rowsAt(sight.data, pattern).length, add);
        continue;
      }
      const { required } = placement.field;
      if (required === undefined || required === false) continue;
      const check = (path: string, value: ReturnType<typeof valueAt>): void => {
        if (isBlank(value) && state.holds(required, sight, path) && state.visiblePlacement(sight, placement, path))
          add(violation("required", path));
      };
      const column = columnOf(pattern);
      if (!column) check(pattern, valueAt(sight.data, pattern));
      else
        rowsAt(sight.data, column.table).forEach((row, i) =>
          check(`${column.table}[${i}].${column.column}`, isObject(row) ? valueAt(row, column.column) : undefined),
        );
    }
  }
  return [...found.values()];
}

function rowCount(table: LineTableField<ExpressionNode>, rows: number, add: (one: Violation) => void): void {
  if (rows < table.minRows) add(violation("rows.min", table.path, { minRows: table.minRows }));
  if (rows > table.maxRows) add(violation("rows.max", table.path, { maxRows: table.maxRows }));
}

function attachmentViolations(state: FormState, sight: Sight): Violation[] {
  return state.procedure.attachments.flatMap((slot) => {
    const at = `attachments.${slot.id}`;
    const files = Object.hasOwn(sight.context.attachments, slot.id) ? (sight.context.attachments[slot.id] ?? 0) : 0;
    if (files > slot.maxFiles) return [violation("attachment.too-many", at, { maxFiles: slot.maxFiles })];
    return files === 0 && state.required(sight, at) ? [violation("attachment.required", at)] : [];
  });
}

function inLayoutOrder(state: FormState, violations: readonly Violation[]): readonly Violation[] {
  const order = new Map([...state.plan.placements.keys()].map((pattern, i) => [pattern, i]));
  const key = ({ at }: Violation): readonly [number, number, number] => {
    const row = rowOf(at);
    const last = at.startsWith("attachments.") ? order.size + 1 : order.size;
    if (!row) return [order.get(patternOf(at)) ?? last, -1, 0];
    return [order.get(row.table) ?? last, row.index, order.get(patternOf(at)) ?? last];
  };
  return violations
    .map((one) => ({ one, key: key(one) }))
    .sort((a, b) => a.key[0] - b.key[0] || a.key[1] - b.key[1] || a.key[2] - b.key[2])
    .map(({ one }) => one);
}
