import type { JsonObject } from "../model/json.ts";
import type { Sight } from "./cached.ts";
import type { FormState } from "./form-state.ts";
import { columnOf, isBlank, isObject, rowsAt, sameJson, valueAt, withValueAt } from "./paths.ts";

/** Concrete paths of fields that are hidden and yet hold something other than their initial value. */
export function hiddenValues(state: FormState, sight: Sight): readonly string[] {
  const hidden: string[] = [];
  const { procedure, plan } = state;
  const kept = new Set(procedure.computed.map((one) => one.path));
  for (const [pattern, placements] of plan.placements) {
    if (kept.has(pattern) || placements.every(({ section, field }) => !section.visible && !("visible" in field && field.visible))) continue;
    const column = columnOf(pattern);
    if (!column) {
      const value = valueAt(sight.data, pattern);
      if (!isBlank(value) && !sameJson(value, valueAt(procedure.initial, pattern)) && !state.visible(sight, pattern)) hidden.push(pattern);
      continue;
    }
    // A hidden table goes as a whole, by its own pattern.
    if (!state.visible(sight, column.table)) continue;
    rowsAt(sight.data, column.table).forEach((row, i) => {
      const path = `${column.table}[${i}].${column.column}`;
      if (isObject(row) && !isBlank(valueAt(row, column.column)) && !state.visible(sight, path)) hidden.push(path);
    });
  }
  return hidden;
}

/** A field that hides another that hides another …: deeper chains than this are left to the gateway's check. */
const maxRounds = 8;

/**
 * People sign what they see: the data with every hidden field back at its initial value, and computed values that agree
 * with that. Emptying a field may hide further ones, so it goes on until nothing hidden is left.
 */
export function withoutHidden(fresh: () => FormState, sight: Sight): JsonObject {
  let { data } = sight;
  for (let round = 0; round < maxRounds; round += 1) {
    const state = fresh();
    const hidden = hiddenValues(state, { ...sight, data });
    if (hidden.length === 0) return data;
    for (const path of hidden) data = withValueAt(data, path, path.includes("[") ? undefined : valueAt(state.procedure.initial, path));
    data = fresh().settle(data, sight.context);
  }
  return data;
}
