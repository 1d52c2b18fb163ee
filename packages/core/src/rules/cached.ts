import type { ExpressionNode, RuleContext } from "../model/expression.ts";
import type { Json, JsonObject } from "../model/json.ts";
import { readsOf, touches } from "./reads.ts";

export interface Sight {
  readonly data: JsonObject;
  readonly context: RuleContext;
}

interface Kept<T> {
  readonly epoch: number;
  readonly index: number;
  readonly value: T;
}

/**
 * A value derived from expressions that is worked out again only when something they read has changed. Inside a line
 * table it is kept by row object: data is immutable, so an untouched row is the same object wherever it moves.
 */
export class Cached<T> {
  readonly #reads: readonly string[];
  readonly #usesIndex: boolean;
  readonly #derive: (names: object) => T;
  #epoch = 0;
  #whole: Kept<T> | undefined;
  #rows = new WeakMap<object, Kept<T>>();

  constructor(nodes: readonly (ExpressionNode | boolean | undefined)[], derive: (names: object) => T) {
    const reads = [...readsOf(...nodes.filter((node): node is ExpressionNode => typeof node === "object"))];
    this.#usesIndex = reads.includes("index");
    // What a row reads of itself is covered by its identity.
    this.#reads = reads.filter((read) => read !== "index" && read !== "row" && !read.startsWith("row."));
    this.#derive = derive;
  }

  /** True if the change concerns this value (beyond a row's own fields). */
  forget(changed: ReadonlySet<string>): boolean {
    for (const pattern of changed) {
      if (!this.#reads.some((read) => touches(read, pattern))) continue;
      this.#epoch += 1;
      return true;
    }
    return false;
  }

  get(sight: Sight, row?: Json, index = -1): T {
    if (index < 0) {
      if (this.#whole?.epoch !== this.#epoch) this.#whole = { epoch: this.#epoch, index, value: this.#derive(sight) };
      return this.#whole.value;
    }
    const key = typeof row === "object" && row !== null ? row : null;
    const kept = key && this.#rows.get(key);
    if (kept && kept.epoch === this.#epoch && (!this.#usesIndex || kept.index === index)) return kept.value;
    const value = this.#derive({ ...sight, row: row ?? null, index });
    if (key) this.#rows.set(key, { epoch: this.#epoch, index, value });
    return value;
  }
}
