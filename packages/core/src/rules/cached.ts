import type { ExpressionNode, RuleContext } from "../model/expression.ts";
import type { Json, JsonObject } from "../model/json.ts";
import { frameOf, type EvaluateOptions } from "./evaluate.ts";
import type { Memory, Moved, Rows, Watcher } from "./memory.ts";
import { readsOf } from "./reads.ts";
import { RowCache } from "./row-cache.ts";

export interface Sight {
  readonly data: JsonObject;
  readonly context: RuleContext;
}

/** How expressions of one form are evaluated. */
export interface Evaluation extends EvaluateOptions {
  readonly memory: Memory;
}

/** A value derived from expressions, worked out again only when something they read has changed: for the whole form, or for each row of a table. */
export class Cached<T> {
  readonly #evaluation: Evaluation;
  readonly #derive: (names: object) => T;
  readonly #nodes: readonly ExpressionNode[];
  readonly #moved: Moved<T> | undefined;
  #watcher: Watcher | undefined;
  #whole: T | undefined;
  #rows: Rows<T> | undefined;

  constructor(
    evaluation: Evaluation,
    nodes: readonly (ExpressionNode | boolean | undefined)[],
    derive: (names: object) => T,
    moved?: Moved<T>,
  ) {
    this.#evaluation = evaluation;
    this.#nodes = nodes.filter((node): node is ExpressionNode => typeof node === "object");
    this.#derive = derive;
    this.#moved = moved;
  }

  get(sight: Sight): T {
    const watcher = (this.#watcher ??= this.#evaluation.memory.watch(readsOf(...this.#nodes)));
    if (watcher.stale) {
      this.#whole = this.#derive(sight);
      watcher.stale = false;
    }
    return this.#whole as T;
  }

  /** The value of each row of a table, in their order. */
  all(sight: Sight, rows: readonly Json[]): readonly T[] {
    return this.#following(sight, rows).all((row, index) => this.#derive({ ...sight, row, index }));
  }

  /** The value of one row. */
  at(sight: Sight, rows: readonly Json[], index: number): T {
    if (index >= rows.length) return this.#derive({ ...sight, row: null, index });
    return this.#following(sight, rows).at(index, (row) => this.#derive({ ...sight, row, index }));
  }

  #following(sight: Sight, rows: readonly Json[]): Rows<T> {
    const { memory } = this.#evaluation;
    const memo = (this.#rows ??= memory.tables?.rows(this.#nodes, this.#moved) ?? new RowCache<T>(memory, this.#nodes, this.#moved));
    memo.follow(rows, frameOf(sight, this.#evaluation));
    return memo;
  }
}
