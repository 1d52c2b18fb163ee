import type { Json, JsonObject } from "../model/json.ts";
import { isList, isObject, sameJson } from "../rules/paths.ts";
import type { Draft, DraftAttachment } from "./draft.ts";
import { mergeRows, type MergeConflict, type MergeValues } from "./merge-rows.ts";

export type Mergeable = Pick<Draft, "data" | "attachments">;

/**
 * Three-way merge of two edits of one draft, field by field, line tables row by row. Where both changed the same field,
 * `merged` has mine and the conflict has both. Rows that both sides added are all kept. Attachments: what either side
 * added stays, what either side took away goes.
 */
export function mergeDrafts(
  base: Mergeable,
  mine: Mergeable,
  theirs: Mergeable,
): { readonly merged: Mergeable; readonly conflicts: readonly MergeConflict[] } {
  const conflicts: MergeConflict[] = [];
  const data = mergeValues(base.data, mine.data, theirs.data, "", conflicts) as JsonObject;
  return { merged: { data, attachments: mergeAttachments(base.attachments, mine.attachments, theirs.attachments) }, conflicts };
}

const mergeValues: MergeValues = (base, mine, theirs, path, conflicts) => {
  if (sameJson(mine, theirs) || sameJson(base, theirs)) return mine;
  if (sameJson(base, mine)) return theirs;
  if (isObject(mine) && isObject(theirs) && (isObject(base) || base === undefined))
    return mergeObjects(base ?? {}, mine, theirs, path, conflicts);
  if (isList(mine) && isList(theirs) && isTable(mine) && isTable(theirs)) {
    return mergeRows(isList(base) ? base : [], mine, theirs, path, conflicts, mergeValues);
  }
  conflicts.push({ path, base, mine, theirs });
  return mine;
};

function mergeObjects(base: JsonObject, mine: JsonObject, theirs: JsonObject, path: string, conflicts: MergeConflict[]): JsonObject {
  const merged: Record<string, Json> = {};
  for (const key of new Set([...Object.keys(mine), ...Object.keys(theirs)])) {
    const own = (object: JsonObject): Json | undefined => (Object.hasOwn(object, key) ? object[key] : undefined);
    const value = mergeValues(own(base), own(mine), own(theirs), path === "" ? key : `${path}.${key}`, conflicts);
    if (value !== undefined) merged[key] = value;
  }
  return merged;
}

function isTable(list: readonly Json[]): boolean {
  return list.every(isObject);
}

function mergeAttachments(
  base: readonly DraftAttachment[],
  mine: readonly DraftAttachment[],
  theirs: readonly DraftAttachment[],
): readonly DraftAttachment[] {
  const key = (one: DraftAttachment): string => `${one.slot} ${one.sha256} ${one.name}`;
  const was = new Set(base.map(key));
  const ours = new Map(mine.map((one) => [key(one), one]));
  const others = new Map(theirs.map((one) => [key(one), one]));
  const kept = mine.filter((one) => others.has(key(one)) || !was.has(key(one)));
  const added = theirs.filter((one) => !ours.has(key(one)) && !was.has(key(one)));
  // One side may have finished the upload of a file that the other only holds.
  return [...kept.map((one) => ({ ...others.get(key(one)), ...one })), ...added];
}
