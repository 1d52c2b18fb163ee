import { FiscError } from "../model/errors.ts";
import type { Json, JsonObject } from "../model/json.ts";

/** `dong[1].soTien` → `["dong", 1, "soTien"]`. In patterns `[]` stands for every row: `["dong", "[]", "soTien"]`. */
export type PathSegments = readonly (string | number)[];

const forbidden = new Set(["__proto__", "constructor", "prototype"]);
const step = /([^.[\]]+)|\[(\d*)\]/gy;
const parsed = new Map<string, PathSegments>();

/** @throws FiscError `path.invalid` */
export function parsePath(path: string): PathSegments {
  const known = parsed.get(path);
  if (known) return known;
  const segments: (string | number)[] = [];
  let at = 0;
  while (at < path.length) {
    if (at > 0 && path[at] === ".") at += 1;
    step.lastIndex = at;
    const match = step.exec(path);
    const name = match?.[1];
    if (!match || match[0] === "" || (name !== undefined && forbidden.has(name))) throw new FiscError("path.invalid", { path });
    if (name !== undefined) segments.push(name);
    else segments.push(match[2] === "" ? "[]" : Number(match[2]));
    at = step.lastIndex;
  }
  if (segments.length === 0) throw new FiscError("path.invalid", { path });
  if (parsed.size > 5_000) parsed.clear();
  parsed.set(path, segments);
  return segments;
}

export function formatPath(segments: PathSegments): string {
  let path = "";
  for (const segment of segments) {
    if (typeof segment === "number") path += `[${segment}]`;
    else if (segment === "[]") path += "[]";
    else path += path === "" ? segment : `.${segment}`;
  }
  return path;
}

/** `dong[1].soTien` → `dong[].soTien`: how definitions and labels name it. */
export function patternOf(path: string): string {
  return path.replace(/\[\d+\]/g, "[]");
}

/** The table, row index and column of a concrete path in a line table; null elsewhere. */
export function rowOf(path: string): { readonly table: string; readonly index: number; readonly column: string } | null {
  const match = /^(.+?)\[(\d+)\](?:\.(.+))?$/.exec(path);
  return match ? { table: match[1] as string, index: Number(match[2]), column: match[3] ?? "" } : null;
}

/** The table and column of a pattern `dong[].soTien` (column empty for `dong[]`, the row itself); null where the pattern names no table's row. */
export function columnOf(pattern: string): { readonly table: string; readonly column: string } | null {
  const match = /^(.+?)\[\](?:\.(.+))?$/.exec(pattern);
  return match ? { table: match[1] as string, column: match[2] ?? "" } : null;
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** The value at a path; undefined where there is none. */
export function valueAt(data: Json, path: string): Json | undefined {
  let value: Json | undefined = data;
  for (const segment of parsePath(path)) {
    if (typeof segment === "number") value = isList(value) ? value[segment] : undefined;
    else value = isObject(value) && Object.hasOwn(value, segment) ? value[segment] : undefined;
    if (value === undefined) return undefined;
  }
  return value;
}

/** The rows of a line table; an absent table has none. */
export function rowsAt(data: Json, table: string): readonly Json[] {
  const rows = valueAt(data, table);
  return isList(rows) ? rows : [];
}

/**
 * A copy with `value` at `path`; what does not change is shared with `data`. `undefined` takes the field away.
 * @throws FiscError `path.no-row` where the path names a row that is not there
 */
export function withValueAt(data: JsonObject, path: string, value: Json | undefined): JsonObject {
  return place(data, parsePath(path), 0, value, path) as JsonObject;
}

function place(node: Json | undefined, segments: PathSegments, at: number, value: Json | undefined, path: string): Json | undefined {
  if (at === segments.length) return value;
  const segment = segments[at] as string | number;
  if (typeof segment === "number") {
    if (!isList(node) || segment >= node.length) throw new FiscError("path.no-row", { path });
    const child = place(node[segment], segments, at + 1, value, path);
    return child === node[segment] ? node : node.with(segment, child ?? null);
  }
  const parent = isObject(node) ? node : {};
  const before = Object.hasOwn(parent, segment) ? parent[segment] : undefined;
  const child = place(before, segments, at + 1, value, path);
  if (child === before && isObject(node)) return node;
  if (child !== undefined) return { ...parent, [segment]: child };
  if (!isObject(node)) return node;
  const { [segment]: _gone, ...rest } = parent;
  return rest;
}

/** Nothing filled in: absent, null, blank text, an empty list. */
export function isBlank(value: Json | undefined): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === "string") return value.trim() === "";
  return Array.isArray(value) && value.length === 0;
}

export function sameJson(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (isList(a)) return isList(b) && a.length === b.length && a.every((item, i) => sameJson(item, b[i]));
  if (!isObject(a) || !isObject(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && sameJson(a[key], b[key]));
}
