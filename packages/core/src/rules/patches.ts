import type { Json, JsonObject } from "../model/json.ts";
import { isList, isObject, rowsAt, withValueAt } from "./paths.ts";

/**
 * One change of a form's data: a value at a path (none empties it), rows of a list taken away and put in, or other data as a whole.
 * Rows keep their identity, so that taking a change back costs what the change cost.
 */
export type FormPatch =
  | { readonly path: string; readonly value?: Json }
  | { readonly table: string; readonly index: number; readonly remove: number; readonly rows: readonly Json[] }
  | { readonly data: JsonObject };

/** @throws FiscError `path.invalid`, `path.no-row` */
export function patched(data: JsonObject, patches: readonly FormPatch[]): JsonObject {
  let next = data;
  for (const patch of patches) {
    if ("data" in patch) next = patch.data;
    else if ("table" in patch) {
      const rows = rowsAt(next, patch.table);
      const after = [...rows.slice(0, patch.index), ...patch.rows, ...rows.slice(patch.index + patch.remove)];
      next = withValueAt(next, patch.table, after);
    } else next = withValueAt(next, patch.path, patch.value);
  }
  return next;
}

/** What turns `before` into `after`; what both share is not looked at. */
export function differences(before: JsonObject, after: JsonObject): readonly FormPatch[] {
  const patches: FormPatch[] = [];
  return collect(before, after, "", patches) ? patches : [{ data: after }];
}

/** False where a name cannot be written as a path. */
function collect(before: JsonObject, after: JsonObject, at: string, patches: FormPatch[]): boolean {
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [old, now] = [before[name], after[name]];
    if (old === now && Object.hasOwn(before, name) === Object.hasOwn(after, name)) continue;
    if (name === "" || /[.[\]]/.test(name)) return false;
    const path = at === "" ? name : `${at}.${name}`;
    if (isObject(old) && isObject(now)) {
      if (!collect(old, now, path, patches)) return false;
    } else if (isList(old) && isList(now)) splices(old, now, path, patches);
    else patches.push(now === undefined ? { path } : { path, value: now });
  }
  return true;
}

function splices(before: readonly Json[], after: readonly Json[], table: string, patches: FormPatch[]): void {
  if (before.length === after.length) {
    for (let i = 0; i < after.length; i += 1) {
      const index = i;
      while (i < after.length && before[i] !== after[i]) i += 1;
      if (i > index) patches.push({ table, index, remove: i - index, rows: after.slice(index, i) });
    }
    return;
  }
  let index = 0;
  while (index < before.length && index < after.length && before[index] === after[index]) index += 1;
  let [b, a] = [before.length, after.length];
  while (b > index && a > index && before[b - 1] === after[a - 1]) [b, a] = [b - 1, a - 1];
  patches.push({ table, index, remove: b - index, rows: after.slice(index, a) });
}
