import type { ExpressionNode } from "../model/expression.ts";
import type { Json } from "../model/json.ts";
import type { Compiled, Frame, MacroParts } from "./frame.ts";
import type { KeyIndex } from "./key-index.ts";
import { keptMacro } from "./kept-macros.ts";
import type { Memory, Moved, Rows, Tables, Watcher } from "./memory.ts";
import { readsOf } from "./reads.ts";
import { RowMemo } from "./row-memo.ts";
import { isClosed } from "./strategies.ts";
import { evaluationError } from "./values.ts";

/** For tables of up to tens of thousands of rows: answers kept by cell, by item and by key. Pages load it with the first long table. */
export const keepLargeTables = (memory: Memory): Tables => new LargeTables(memory);

export class LargeTables implements Tables {
  readonly memory: Memory;
  /** Takes down the keys that the item now being worked out looks up. */
  asked: string[] | undefined;
  readonly indexes = new Map<ExpressionNode, KeyIndex>();
  readonly #macros = new Map<ExpressionNode, Compiled>();
  readonly #wholes = new Map<ExpressionNode, { readonly watcher: Watcher; outcome: () => Json } | null>();

  constructor(memory: Memory) {
    this.memory = memory;
  }

  rows<T>(nodes: readonly ExpressionNode[], moved: Moved<T> | undefined): Rows<T> {
    return new RowMemo<T>(this, nodes, "row", moved);
  }

  items<T>(bodies: readonly ExpressionNode[], variable: string): RowMemo<T> {
    return new RowMemo<T>(this, bodies, variable);
  }

  macro(node: ExpressionNode, parts: MacroParts, frame: Frame): Json {
    let run = this.#macros.get(node);
    if (!run) this.#macros.set(node, (run = keptMacro(this, node, parts)));
    return run(frame);
  }

  whole(node: ExpressionNode, run: Compiled, frame: Frame): Json {
    let kept = this.#wholes.get(node);
    if (kept === undefined) {
      const unknown = (): Json => null;
      kept = isClosed(node) ? { watcher: this.memory.watch(readsOf(node)), outcome: unknown } : null;
      this.#wholes.set(node, kept);
    }
    if (!kept) return run(frame);
    if (kept.watcher.stale) {
      try {
        const value = run(frame);
        kept.outcome = () => value;
      } catch (caught) {
        const error = evaluationError(caught);
        kept.outcome = () => {
          throw error;
        };
      }
      kept.watcher.stale = false;
    }
    return kept.outcome();
  }
}
