import type { ExpressionNode } from "../model/expression.ts";
import type { Json } from "../model/json.ts";
import { alignmentOf } from "./alignment.ts";
import type { Frame } from "./frame.ts";
import type { LargeTables } from "./large-tables.ts";
import type { Moved, Rows, Watcher } from "./memory.ts";
import { isObject } from "./paths.ts";
import { unset } from "./memory.ts";
import { watchedReads } from "./reads.ts";
import { strategyOf } from "./strategies.ts";

/**
 * One value for each row of a list, worked out on demand and kept until a cell it reads, something outside the list it reads, or
 * the answer of an index it asked has changed.
 */
export class RowMemo<T> implements Rows<T> {
  readonly #tables: LargeTables;
  readonly #outside: Watcher;
  readonly #columns: readonly string[] | null;
  readonly #lookUps: { readonly node: ExpressionNode; version: number }[];
  readonly #moved: Moved<T> | undefined;
  #rows: readonly Json[] = [];
  #values: (T | typeof unset)[] = [];
  #asked: (readonly string[] | undefined)[] = [];
  #epoch = -1;
  /** No value is unset. */
  #complete = true;

  /** @param variable what the expressions call the row */
  constructor(tables: LargeTables, nodes: readonly ExpressionNode[], variable: string, moved?: Moved<T>) {
    const lookUps = new Set<ExpressionNode>();
    const reads = watchedReads(nodes, variable, (macro) => {
      const strategy = strategyOf(macro);
      if (strategy.kind !== "looked-up") return strategy.kind === "kept";
      lookUps.add(macro);
      return strategy.asked;
    });
    const own = (read: string): boolean => read === variable || read.startsWith(`${variable}.`);
    const columns = new Set([...reads].filter(own).map((read) => read.split(".")[1] ?? ""));
    this.#tables = tables;
    this.#columns = ["", "[]", "#"].some((whole) => columns.has(whole)) ? null : [...columns];
    this.#outside = tables.memory.watch([...reads].filter((read) => !own(read) && read !== "index"));
    // An index is built by the first row that asks it: version 1.
    this.#lookUps = [...lookUps].map((node) => ({ node, version: 1 }));
    this.#moved = moved ?? (reads.has("index") ? () => unset : undefined);
  }

  /** Takes notice of what the list is now. To be called before `at`. */
  follow(rows: readonly Json[], frame: Frame): void {
    if (this.#epoch === this.#tables.memory.epoch && rows === this.#rows) return;
    this.#epoch = this.#tables.memory.epoch;
    this.#complete = false;
    if (this.#outside.stale) {
      this.#outside.stale = false;
      this.#values = rows.map<typeof unset>(() => unset);
      this.#asked = [];
    } else if (rows !== this.#rows) this.#align(rows);
    this.#rows = rows;
    for (const lookUp of this.#lookUps) this.#followIndex(lookUp, frame);
  }

  at(index: number, derive: (row: Json, index: number) => T): T {
    const kept = this.#values[index];
    return kept === unset ? this.#derive(index, derive) : (kept as T);
  }

  /** The values of all rows. */
  all(derive: (row: Json, index: number) => T): readonly T[] {
    const values = this.#values;
    if (!this.#complete) for (let i = 0; i < values.length; i += 1) if (values[i] === unset) this.#derive(i, derive);
    this.#complete = true;
    return values as readonly T[];
  }

  #derive(index: number, derive: (row: Json, index: number) => T): T {
    const { asked } = this.#tables;
    this.#tables.asked = this.#lookUps.length > 0 ? [] : undefined;
    try {
      const value = (this.#values[index] = derive(this.#rows[index] ?? null, index));
      this.#asked[index] = this.#tables.asked;
      return value;
    } finally {
      this.#tables.asked = asked;
    }
  }

  #align(rows: readonly Json[]): void {
    const before = this.#rows;
    const { changed, from } = alignmentOf(before, rows);
    if (changed) {
      for (const i of changed) if (!this.#reads(before[i], rows[i])) this.#values[i] = unset;
      return;
    }
    const [values, asked] = [this.#values, this.#asked];
    this.#values = Array.from(from, (old, i) => {
      const kept = old < 0 ? unset : (values[old] as T | typeof unset);
      return kept === unset || old === i || !this.#moved ? kept : this.#moved(kept, i);
    });
    this.#asked = this.#lookUps.length > 0 ? Array.from(from, (old) => asked[old]) : [];
  }

  /** True if all that is read of the row is the same in both. */
  #reads(before: Json | undefined, after: Json | undefined): boolean {
    return (
      this.#columns !== null && isObject(before) && isObject(after) && this.#columns.every((column) => before[column] === after[column])
    );
  }

  #followIndex(lookUp: { readonly node: ExpressionNode; version: number }, frame: Frame): void {
    const index = this.#tables.indexes.get(lookUp.node);
    if (!index) return;
    index.follow(frame);
    const { version, changed } = index;
    if (version === lookUp.version) return;
    const all = version !== lookUp.version + 1 || changed === null;
    lookUp.version = version;
    for (const [i, asked] of this.#asked.entries())
      if (asked && asked.length > 0 && (all || asked.some((key) => changed.has(key)))) this.#values[i] = unset;
  }
}
