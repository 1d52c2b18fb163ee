import type { ReactiveControllerHost } from "lit";
import type { JsonObject } from "@fisc/core";
import type { LineColumn } from "./columns.ts";
import type { RowsInSight } from "./rows-in-sight.ts";
import type { TableCursor } from "./table-cursor.ts";

export interface FocusedTable extends ReactiveControllerHost {
  readonly rows: readonly JsonObject[];
  readonly columns: readonly LineColumn[];
  readonly isConnected: boolean;
  readonly renderRoot: HTMLElement | DocumentFragment;
  /** Draws at once. */
  drawNow(): void;
}

/** The focus of a table: in one cell, wherever that is. */
export class CellFocus {
  readonly #table: FocusedTable;
  readonly #cursor: TableCursor;
  readonly #window: RowsInSight;

  constructor(table: FocusedTable, cursor: TableCursor, window: RowsInSight) {
    this.#table = table;
    this.#cursor = cursor;
    this.#window = window;
  }

  /** See `LineTable.go`. */
  go(row: number, column: number, extend: boolean): boolean {
    if (!this.#table.rows[row] || !this.#table.columns[column]) return false;
    this.#cursor.set({ row, at: column }, extend);
    this.#window.reveal(row);
    // The row may not be drawn yet; the focus cannot wait, the next key may be here already.
    this.#table.requestUpdate();
    if (this.#table.isConnected) this.#table.drawNow();
    const target = this.#control;
    target?.focus({ preventScroll: true });
    if (target instanceof HTMLInputElement) target.select();
    target?.closest("td")?.scrollIntoView({ block: "nearest", inline: "nearest" });
    return target !== null;
  }

  /** Into the text of the cell, or back to the cell as a whole. */
  editText(on: boolean): void {
    const input = this.#control;
    this.#cursor.mode = on ? "edit" : "move";
    if (!(input instanceof HTMLInputElement)) return;
    if (!on) input.select();
    else if (input.selectionStart !== input.selectionEnd) input.setSelectionRange(input.value.length, input.value.length);
  }

  /** On the list of keys, opened. */
  showKeys(): void {
    const keys = this.#table.renderRoot.querySelector<HTMLDetailsElement>("details.keys");
    if (!keys) return;
    keys.open = true;
    keys.querySelector<HTMLElement>("summary")?.focus();
  }

  get #control(): HTMLElement | null {
    const { row, at } = this.#cursor.place;
    return this.#table.renderRoot.querySelector<HTMLElement>(`[data-row="${row}"][data-column="${at}"]`);
  }
}
