import type { ExpressionNode } from "../model/expression.ts";
import type { Json } from "../model/json.ts";
import type { Compiled, Frame, MacroParts } from "./frame.ts";
import { touches } from "./reads.ts";

/** Something kept that must be worked out again once a pattern it reads has changed. */
export interface Watcher {
  readonly reads: readonly string[];
  stale: boolean;
}

/** Stands for a value that is to be worked out when it is next asked for. */
export const unset: unique symbol = Symbol("unset");

/** What becomes of a kept value whose row now stands elsewhere. */
export type Moved<T> = (value: T, index: number) => T | typeof unset;

/** One value for each row of a list. */
export interface Rows<T> {
  /** Takes notice of what the list is now; to be called before the others. */
  follow(rows: readonly Json[], frame: Frame): void;
  at(index: number, derive: (row: Json, index: number) => T): T;
  all(derive: (row: Json, index: number) => T): readonly T[];
}

/** Keeps more than what each row gave, for tables of many rows. What is given is the same with and without it. */
export interface Tables {
  rows<T>(nodes: readonly ExpressionNode[], moved: Moved<T> | undefined): Rows<T>;
  macro(node: ExpressionNode, parts: MacroParts, frame: Frame): Json;
  /** The value of an expression that may be the same in every row. */
  whole(node: ExpressionNode, run: Compiled, frame: Frame): Json;
}

export type KeepTables = (memory: Memory) => Tables;

/** What one form keeps between two changes of its data. */
export class Memory {
  /** Raised by every change. */
  epoch = 0;
  readonly tables: Tables | undefined;
  readonly #watchers: Watcher[] = [];

  constructor(keepTables?: KeepTables) {
    this.tables = keepTables?.(this);
  }

  watch(reads: Iterable<string>): Watcher {
    const watcher = { reads: [...reads], stale: true };
    this.#watchers.push(watcher);
    return watcher;
  }

  forget(changed: ReadonlySet<string>): void {
    if (changed.size === 0) return;
    this.epoch += 1;
    for (const watcher of this.#watchers) {
      if (watcher.stale) continue;
      for (const pattern of changed) if (watcher.reads.some((read) => touches(read, pattern))) watcher.stale = true;
    }
  }
}
