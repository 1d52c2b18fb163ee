import type { Json } from "../model/json.ts";

/**
 * Which row of a list was which row before. Data is immutable, so an untouched row is the same object wherever it moves.
 * `changed`: the list kept its order, these rows were replaced. `from`: for each row where it stood, −1 for a new one.
 */
export type Alignment =
  | { readonly changed: readonly number[]; readonly from?: never }
  | { readonly from: Int32Array; readonly changed?: never };

const known = new WeakMap<readonly Json[], { readonly before: readonly Json[]; readonly alignment: Alignment }>();

/** Everybody who follows a list asks for the same step, so the last one is kept. */
export function alignmentOf(before: readonly Json[], after: readonly Json[]): Alignment {
  const last = known.get(after);
  if (last?.before === before) return last.alignment;
  const alignment = align(before, after);
  known.set(after, { before, alignment });
  return alignment;
}

function align(before: readonly Json[], after: readonly Json[]): Alignment {
  if (before.length === after.length) {
    const changed: number[] = [];
    for (let i = 0; i < after.length; i += 1) if (before[i] !== after[i]) changed.push(i);
    if (changed.length < 2) return { changed };
    const old = new Set(changed.map((i) => before[i]));
    if (!changed.some((i) => isRow(after[i]) && old.has(after[i]))) return { changed };
  }
  const from = new Int32Array(after.length).fill(-1);
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) from[start] = start++;
  let [b, a] = [before.length, after.length];
  while (b > start && a > start && before[b - 1] === after[a - 1]) from[--a] = --b;
  if (b === start || a === start) return { from };
  const places = new Map<Json | undefined, number>();
  for (let i = start; i < b; i += 1) if (isRow(before[i])) places.set(before[i], i);
  for (let i = start; i < a; i += 1) {
    from[i] = places.get(after[i]) ?? -1;
    places.delete(after[i]);
  }
  return { from };
}

function isRow(value: Json | undefined): boolean {
  return typeof value === "object" && value !== null;
}
