import type { JsonObject } from "@fisc/core";
import type { ReactiveControllerHost } from "lit";
import type { LineColumn, Writing } from "./columns.ts";
import { isBlankRow } from "./columns.ts";
import { cleared, filledDown, rangeText } from "./range-editing.ts";
import type { TableCursor } from "./table-cursor.ts";
import type { TableEditing } from "./table-editing.ts";
import { tableCommand, type CellMode, type TableCommand } from "./table-keyboard.ts";

export interface CommandedTable extends ReactiveControllerHost {
  readonly columns: readonly LineColumn[];
  readonly rows: readonly JsonObject[];
  readonly blankRow: JsonObject;
  readonly locked: boolean;
  readonly writing: Writing;
  readonly pageRows: number;
  go(row: number, column: number, extend?: boolean): boolean;
  /** Puts the caret into the text of the cell, or chooses the whole cell again. */
  editText(on: boolean): void;
  /** Brings back what stood in the cell before it was typed in; false where nothing was typed. */
  revert(): boolean;
  showKeys(): void;
}

/** What the keys of the map do. */
export class TableCommands {
  readonly #table: CommandedTable;
  readonly #cursor: TableCursor;
  readonly #editing: TableEditing;

  constructor(table: CommandedTable, cursor: TableCursor, editing: TableEditing) {
    this.#table = table;
    this.#cursor = cursor;
    this.#editing = editing;
  }

  /** False where the key is left to the browser. `before` is called where it means something. */
  key(event: KeyboardEvent, mode: CellMode, before: () => void): boolean {
    const { target } = event;
    const command = tableCommand(event, mode, target instanceof Element && target.matches(":dir(rtl)") ? "rtl" : "ltr");
    if (!command) return false;
    before();
    return this.run(command);
  }

  run(command: TableCommand): boolean {
    const { rows, columns, locked } = this.#table;
    const { row, at } = this.#cursor.place;
    const lastRow = rows.length - 1;
    switch (command.do) {
      case "go":
        this.#go(row + command.rows, at + command.columns, command.extend);
        return true;
      case "jump": {
        const to = { first: 0, last: lastRow };
        const across = { first: 0, last: columns.length - 1 };
        this.#go(command.row ? to[command.row] : row, command.column ? across[command.column] : at, command.extend);
        return true;
      }
      case "page":
        this.#go(Math.max(0, Math.min(lastRow, row + command.pages * this.#table.pageRows)), at, command.extend);
        return true;
      case "next-cell":
        return this.#nextCell(command.step);
      case "next-row":
        this.#nextRow();
        return true;
      case "edit":
        this.#table.editText(this.#cursor.mode !== "edit");
        return true;
      case "escape":
        return this.#escape();
      case "all":
        this.#cursor.choose({ top: 0, bottom: lastRow, left: 0, right: columns.length - 1 });
        this.#tellRange();
        return true;
      case "help":
        this.#table.showKeys();
        return true;
      default:
        if (!locked) this.#edit(command.do);
        return true;
    }
  }

  /** What is chosen, for the clipboard; undefined where the text in the cell is the browser's to copy. */
  copied(): string | undefined {
    const { rows, columns, writing } = this.#table;
    return this.#cursor.mode === "move" ? rangeText(rows, columns, this.#cursor.range, writing) : undefined;
  }

  /** Empties every chosen cell. */
  clear(): void {
    const { rows, columns, blankRow } = this.#table;
    const { range } = this.#cursor;
    this.#put(range.top, cleared(rows, columns, range, blankRow), "rows.cleared");
  }

  #edit(what: Exclude<TableCommand["do"], "go" | "jump" | "page">): void {
    const { rows, columns } = this.#table;
    const { place, range } = this.#cursor;
    const count = range.bottom - range.top + 1;
    if (what === "insert") this.#editing.insert(place.row + 1, place.at);
    else if (what === "duplicate") this.#editing.duplicate(place.row, place.at);
    else if (what === "remove") this.#editing.remove(range.top, place.at, count);
    else if (what === "undo") this.#editing.undo();
    else if (what === "redo") this.#editing.redo();
    else if (what === "clear") this.clear();
    else if (what === "fill-down") {
      // Without a range the cell takes what stands above it.
      const from = count > 1 ? range : { ...range, top: range.top - 1 };
      if (from.top >= 0) this.#put(from.top, filledDown(rows, columns, from), "rows.filled");
    }
  }

  #put(at: number, rows: readonly JsonObject[], message: string): void {
    const { range, place } = this.#cursor;
    const n = (range.bottom - range.top + 1) * (range.right - range.left + 1);
    this.#editing.replace(at, rows.length, rows, "", { column: place.at });
    this.#editing.say(message, { n });
  }

  #go(row: number, at: number, extend = false): void {
    if (this.#table.go(row, at, extend) && extend) this.#tellRange();
  }

  #tellRange(): void {
    const { top, bottom, left, right } = this.#cursor.range;
    this.#editing.say("rows.chosen", { from: top + 1, to: bottom + 1, n: bottom - top + 1, columns: right - left + 1 });
  }

  #nextCell(step: 1 | -1): boolean {
    const { rows, columns } = this.#table;
    const { row, at } = this.#cursor.place;
    const next = row * columns.length + at + step;
    if (this.#cursor.leaving || next < 0 || next >= rows.length * columns.length) return false;
    this.#table.go(Math.floor(next / columns.length), next % columns.length);
    return true;
  }

  /** At the end Enter adds a row, so that a list is typed without leaving the keys; a blank row ends it. */
  #nextRow(): void {
    const { rows, columns, locked } = this.#table;
    const { row, at } = this.#cursor.place;
    const current = rows[row];
    if (row + 1 < rows.length) this.#table.go(row + 1, at);
    else if (!locked && current && !isBlankRow(current, columns)) this.#editing.insert(row + 1, at);
  }

  #escape(): boolean {
    const { row, at } = this.#cursor.place;
    if (this.#cursor.mode !== "move") {
      this.#table.revert();
      this.#table.editText(false);
    } else if (this.#cursor.hasRange) this.#table.go(row, at);
    else if (this.#cursor.leaving) return false;
    else {
      this.#cursor.leaving = true;
      this.#editing.say("rows.leaving");
    }
    return true;
  }
}
