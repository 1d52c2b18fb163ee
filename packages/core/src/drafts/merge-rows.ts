import type { Json } from "../model/json.ts";
import { sameJson } from "../rules/paths.ts";

type Rows = readonly Json[];

/** One field that both sides changed in different ways. Absent values are undefined. `path` of a line table where its rows cannot be told apart. */
export interface MergeConflict {
  readonly path: string;
  readonly base: Json | undefined;
  readonly mine: Json | undefined;
  readonly theirs: Json | undefined;
}

/** Merges one value, mine where both changed it; conflicts are added to the list. */
export type MergeValues = (
  base: Json | undefined,
  mine: Json | undefined,
  theirs: Json | undefined,
  path: string,
  conflicts: MergeConflict[],
) => Json | undefined;

/** Beyond this many comparisons rows are no longer matched, and a table that both sides changed is one conflict. */
const maxComparisons = 4_000_000;

/**
 * Merges a table by diff3: rows that all three have split it into chunks; each chunk is taken from the side that changed
 * it. A chunk that both changed is merged row by row if it kept its length, kept from both if it was empty before, and
 * otherwise makes the table one conflict: with all of mine, or all of theirs, in such chunks.
 */
export function mergeRows(base: Rows, mine: Rows, theirs: Rows, path: string, conflicts: MergeConflict[], mergeValues: MergeValues): Rows {
  const merged: Json[] = [];
  const withTheirs: Json[] = [];
  const inner: MergeConflict[] = [];
  let apart = false;
  for (const chunk of chunksOf(base, mine, theirs)) {
    const same = chunk.base.length === chunk.mine.length && chunk.base.length === chunk.theirs.length;
    let taken: Rows;
    let others: Rows;
    if (sameJson(chunk.mine, chunk.theirs) || sameJson(chunk.base, chunk.theirs)) taken = others = chunk.mine;
    else if (sameJson(chunk.base, chunk.mine)) taken = others = chunk.theirs;
    else if (chunk.base.length === 0)
      taken = others = [...chunk.mine, ...chunk.theirs.filter((row) => !chunk.mine.some((own) => sameJson(own, row)))];
    else if (same) {
      taken = chunk.base.map((row, i) => mergeValues(row, chunk.mine[i], chunk.theirs[i], `${path}[${merged.length + i}]`, inner) ?? null);
      others = chunk.base.map((row, i) => mergeValues(row, chunk.theirs[i], chunk.mine[i], path, []) ?? null);
    } else {
      apart = true;
      taken = chunk.mine;
      others = chunk.theirs;
    }
    merged.push(...taken);
    withTheirs.push(...others);
  }
  // Where rows cannot be told apart, row numbers of single conflicts would mislead: the table is one question.
  if (apart) conflicts.push({ path, base, mine: merged, theirs: withTheirs });
  else conflicts.push(...inner);
  return merged;
}

interface Chunk {
  readonly base: Rows;
  readonly mine: Rows;
  readonly theirs: Rows;
}

function* chunksOf(base: Rows, mine: Rows, theirs: Rows): Generator<Chunk> {
  const inMine = matches(base, mine);
  const inTheirs = matches(base, theirs);
  let [b, m, t] = [0, 0, 0];
  for (let i = 0; i < base.length; i += 1) {
    const [atMine, atTheirs] = [inMine.get(i), inTheirs.get(i)];
    if (atMine === undefined || atTheirs === undefined) continue;
    yield { base: base.slice(b, i), mine: mine.slice(m, atMine), theirs: theirs.slice(t, atTheirs) };
    yield { base: base.slice(i, i + 1), mine: mine.slice(atMine, atMine + 1), theirs: theirs.slice(atTheirs, atTheirs + 1) };
    [b, m, t] = [i + 1, atMine + 1, atTheirs + 1];
  }
  yield { base: base.slice(b), mine: mine.slice(m), theirs: theirs.slice(t) };
}

/** Longest common subsequence of unchanged rows: index in base → index in the other. */
function matches(base: Rows, other: Rows): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  let start = 0;
  while (start < base.length && start < other.length && sameJson(base[start], other[start])) found.set(start, start++);
  let [a, b] = [base.length, other.length];
  while (a > start && b > start && sameJson(base[a - 1], other[b - 1])) found.set(--a, --b);
  const [rows, columns] = [a - start, b - start];
  if (rows === 0 || columns === 0 || rows * columns > maxComparisons) return found;
  const width = columns + 1;
  const lengths = new Uint32Array((rows + 1) * width);
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  const equal = (i: number, j: number): boolean => sameJson(base[start + i], other[start + j]);
  for (let i = rows - 1; i >= 0; i -= 1) {
    for (let j = columns - 1; j >= 0; j -= 1)
      lengths[i * width + j] = equal(i, j) ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  }
  let [i, j] = [0, 0];
  while (i < rows && j < columns) {
    if (equal(i, j)) found.set(start + i++, start + j++);
    else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return found;
}
