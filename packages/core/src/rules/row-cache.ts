import type { ExpressionNode } from "../model/expression.ts";
import type { Json } from "../model/json.ts";
import { unset, type Memory, type Moved, type Rows, type Watcher } from "./memory.ts";
import { readsOf } from "./reads.ts";

interface Kept<T> {
  readonly value: T;
  readonly index: number;
  readonly epoch: number;
}

/** Keeps one value by row object: data is immutable, so an untouched row is the same object wherever it moves. For tables of some hundred rows. */
export class RowCache<T> implements Rows<T> {
  readonly #outside: Watcher;
  readonly #moved: Moved<T> | undefined;
  #kept = new WeakMap<object, Kept<T>>();
  #epoch = 0;
  #rows: readonly Json[] = [];

  constructor(memory: Memory, nodes: readonly ExpressionNode[], moved: Moved<T> | undefined) {
    const reads = [...readsOf(...nodes)];
    this.#outside = memory.watch(reads.filter((read) => read !== "index" && read !== "row" && !read.startsWith("row.")));
    this.#moved = moved ?? (reads.includes("index") ? () => unset : undefined);
  }

  follow(rows: readonly Json[]): void {
    this.#rows = rows;
    if (this.#outside.stale) this.#epoch += 1;
    this.#outside.stale = false;
  }

  at(index: number, derive: (row: Json, index: number) => T): T {
    const row = this.#rows[index] ?? null;
    const key = typeof row === "object" && row !== null ? row : undefined;
    const kept = key && this.#kept.get(key);
    if (kept?.epoch === this.#epoch && kept.index === index) return kept.value;
    let value: T | typeof unset = unset;
    if (kept?.epoch === this.#epoch) value = this.#moved ? this.#moved(kept.value, index) : kept.value;
    if (value === unset) value = derive(row, index);
    if (key) this.#kept.set(key, { value, index, epoch: this.#epoch });
    return value;
  }

  all(derive: (row: Json, index: number) => T): readonly T[] {
    return this.#rows.map((_, index) => this.at(index, derive));
  }
}
