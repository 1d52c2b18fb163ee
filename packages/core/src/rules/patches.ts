import type { Json, JsonObject } from "../model/json.ts";
import { rowsAt, valueAt, withValueAt } from "./paths.ts";

/** One change of a form's data: a value at a path (none empties it), rows of a table taken away and put in, or other data as a whole. */
export type FormPatch =
  | { readonly path: string; readonly value?: Json | undefined }
  | { readonly table: string; readonly index: number; readonly remove: number; readonly rows: readonly Json[] }
  | { readonly data: JsonObject };

/** The data after one change, and the change that takes it back. @throws FiscError `path.invalid`, `path.no-row` */
export function patched(data: JsonObject, patch: FormPatch): readonly [after: JsonObject, back: FormPatch] {
  if ("data" in patch) return [patch.data, { data }];
  if ("path" in patch) return [withValueAt(data, patch.path, patch.value), { path: patch.path, value: valueAt(data, patch.path) }];
  const { table, index, remove, rows } = patch;
  const before = rowsAt(data, table);
  const after = withValueAt(data, table, [...before.slice(0, index), ...rows, ...before.slice(index + remove)]);
  return [after, { table, index: Math.min(index, before.length), remove: rows.length, rows: before.slice(index, index + remove) }];
}
