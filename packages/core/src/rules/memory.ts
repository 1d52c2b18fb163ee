import type { ExpressionNode } from "../model/expression.ts";
import type { KeyIndex } from "./key-index.ts";
import { readsOf, touches } from "./reads.ts";
import { RowMemo } from "./row-memo.ts";
import { evaluationError } from "./values.ts";

/** Something kept that must be worked out again once a pattern it reads has changed. */
export interface Watcher {
  readonly reads: readonly string[];
  stale: boolean;
}

/** What one form keeps between two changes of its data: answers by expression, item and key. */
export class Memory {
  /** Raised by every change. */
  epoch = 0;
  /** Takes down the keys that the item now being worked out looks up. */
  asked: string[] | undefined;
  readonly #watchers: Watcher[] = [];
  readonly #wholes = new Map<ExpressionNode, { readonly watcher: Watcher; outcome: () => unknown }>();
  readonly #items = new Map<ExpressionNode, RowMemo<unknown>>();
  readonly indexes = new Map<ExpressionNode, KeyIndex>();

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

  /** The value, or the failure, of an expression that is the same in every row. */
  whole<T>(node: ExpressionNode, derive: () => T): T {
    let kept = this.#wholes.get(node);
    if (!kept) this.#wholes.set(node, (kept = { watcher: this.watch(readsOf(node)), outcome: derive }));
    if (kept.watcher.stale) {
      try {
        const value = derive();
        kept.outcome = () => value;
      } catch (caught) {
        const error = evaluationError(caught);
        kept.outcome = () => {
          throw error;
        };
      }
      kept.watcher.stale = false;
    }
    return kept.outcome() as T;
  }

  /** What a macro's body gave for each item. */
  items<T>(node: ExpressionNode, bodies: readonly ExpressionNode[], variable: string): RowMemo<T> {
    let memo = this.#items.get(node);
    if (!memo) this.#items.set(node, (memo = new RowMemo<unknown>(this, bodies, variable)));
    return memo as RowMemo<T>;
  }
}
