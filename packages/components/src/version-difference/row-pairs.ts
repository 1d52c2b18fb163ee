import type { Json } from "@fisc/core";

/** A row of two readings of one table: in both, only in the earlier, or only in the later; by index from 0. */
export type RowPair =
  | { readonly before: number; readonly after: number }
  | { readonly before: number; readonly after?: undefined }
  | { readonly before?: undefined; readonly after: number };

/** Comparisons that finding the rows that stayed may cost; beyond it rows are paired in their order. */
const most = 4_000_000;

/**
 * Which row became which: rows that stayed as they are keep each other, also where others came or went between them; what is left between
 * two of those is paired in its order. Pairs that are the same are left out.
 */
export function rowPairs(before: readonly Json[], after: readonly Json[]): readonly RowPair[] {
  const [old, now] = [before.map((row) => JSON.stringify(row)), after.map((row) => JSON.stringify(row))];
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start += 1;
  let [oldEnd, nowEnd] = [old.length, now.length];
  while (oldEnd > start && nowEnd > start && old[oldEnd - 1] === now[nowEnd - 1]) [oldEnd, nowEnd] = [oldEnd - 1, nowEnd - 1];
  const kept = stayed(old.slice(start, oldEnd), now.slice(start, nowEnd)).map(([a, b]) => [a + start, b + start] as const);
  const pairs: RowPair[] = [];
  let [a, b] = [start, start];
  for (const [nextA, nextB] of [...kept, [oldEnd, nowEnd] as const]) {
    for (; a < nextA && b < nextB; a += 1, b += 1) pairs.push({ before: a, after: b });
    for (; a < nextA; a += 1) pairs.push({ before: a });
    for (; b < nextB; b += 1) pairs.push({ after: b });
    [a, b] = [nextA + 1, nextB + 1];
  }
  return pairs;
}

/** The longest common run of rows, in order (LCS), as pairs of indices. */
function stayed(old: readonly string[], now: readonly string[]): readonly (readonly [number, number])[] {
  const [rows, columns] = [old.length, now.length];
  if (rows === 0 || columns === 0 || rows * columns > most) return [];
  const width = columns + 1;
  const lengths = new Uint16Array((rows + 1) * width);
  const at = (a: number, b: number): number => lengths[a * width + b] ?? 0;
  for (let a = rows - 1; a >= 0; a -= 1)
    for (let b = columns - 1; b >= 0; b -= 1)
      lengths[a * width + b] = old[a] === now[b] ? at(a + 1, b + 1) + 1 : Math.max(at(a + 1, b), at(a, b + 1));
  const pairs: (readonly [number, number])[] = [];
  for (let a = 0, b = 0; a < rows && b < columns;) {
    if (old[a] === now[b]) pairs.push([a++, b++]);
    else if (at(a + 1, b) >= at(a, b + 1)) a += 1;
    else b += 1;
  }
  return pairs;
}
