import type { Json, JsonObject } from "@fisc/core";
import type { ReactiveControllerHost } from "lit";
import type { Localize } from "../foundation/localize.ts";
import { cellValue, withCell, type LineColumn } from "./columns.ts";
import { pause } from "./pause.ts";
import { EditHistory, type Step, type Stretch, type Typed } from "./edit-history.ts";
import { cellName, HalfTypedCells, pathOf, rowName, type HalfTyped } from "./half-typed.ts";

export interface EditedTable extends ReactiveControllerHost {
  readonly columns: readonly LineColumn[];
  readonly rows: readonly JsonObject[];
  readonly blankRow: JsonObject;
  readonly minRows: number;
  readonly maxRows: number;
  /** Takes rows that the person put together otherwise than by typing. */
  rowsEdited(rows: readonly JsonObject[]): void;
  /** Takes one cell that the person typed in. */
  cellEdited(row: number, path: string, value: Json | undefined, rows: readonly JsonObject[]): void;
  go(row: number, column: number): boolean;
}

/** Rows that are put in at once; fewer would work out sums over the whole table too often. */
const atOnce = 500;
/** Milliseconds that a turn of putting in rows should take. */
const turn = 25;

/** Rows that come, go and come back, and what stands half-typed in their cells. Every change can be taken back, and done again. */
export class TableEditing {
  readonly #table: EditedTable;
  readonly #localize: Localize;
  readonly #history = new EditHistory();
  /** A name for each row that stays with it while rows come and go. */
  #keys: readonly number[] = [];
  #nextKey = 0;
  readonly #typed = new HalfTypedCells();
  #said: () => string = () => "";
  #busy = false;

  constructor(table: EditedTable, localize: Localize) {
    this.#table = table;
    this.#localize = localize;
  }

  /** Last thing that happened to the rows, for the live region. */
  get said(): string {
    return this.#said();
  }
  /** What the last step was, where it was more than typing. */
  get undoText(): string {
    return this.#history.last?.text ?? "";
  }
  /** Many rows are being put in: nothing else is taken meanwhile. */
  get busy(): boolean {
    return this.#busy;
  }
  /** In the order of the rows; another list each time that rows come, go or move. */
  get keys(): readonly number[] {
    return this.#keys;
  }
  key(row: number): number | undefined {
    return this.#keys[row];
  }
  typed(row: number, path: string): Typed | undefined {
    return this.#typed.at(this.#keys[row], path);
  }
  /** Cells whose text cannot be read, in the order of the table. */
  get unreadable(): readonly HalfTyped[] {
    return this.#typed.unreadable(this.#keys);
  }

  /** The same, in words. */
  get problems(): readonly { readonly row: number; readonly column: string; readonly text: string }[] {
    return this.unreadable.flatMap(({ row, path, problem }) => {
      const column = this.#table.columns.find((candidate) => candidate.path === path);
      return column ? [{ row, column: path, text: this.#localize.text(`problem.${problem}`, { label: column.label }) }] : [];
    });
  }

  /** Rows were given from outside: names are made for new ones. */
  sync(count: number): boolean {
    if (count === this.#keys.length) return false;
    // Steps name rows by their number; other rows than ours have come or gone.
    this.#history.clear();
    const fresh = Array.from({ length: Math.max(0, count - this.#keys.length) }, () => this.#nextKey++);
    this.#keys = [...this.#keys.slice(0, count), ...fresh];
    return true;
  }

  /** The text that stands in a cell, with the value it means. */
  type(row: number, column: number, text: string, value: Json | undefined, problem: string): void {
    const path = this.#table.columns[column]?.path;
    const now = this.#table.rows[row];
    if (path === undefined || !now) return;
    const before = this.#stretch(row, 1);
    this.#typed.set(this.#keys[row], path, { text, problem });
    const rows = this.#table.rows.with(row, withCell(now, path, value));
    this.#note({ at: row, before, after: this.#stretch(row, 1, rows), text: "", column, cell: cellName(this.#keys[row], path) });
    this.#table.cellEdited(row, path, value, rows);
  }

  /** The cell was left: text that could be read gives way to its value as it should be written. */
  leave(row: number, path: string): void {
    if (!this.typed(row, path)?.problem) this.#typed.set(this.#keys[row], path, undefined);
    this.#history.close();
  }

  insert(index: number, column = 0, row: JsonObject = this.#table.blankRow): void {
    const { rows, maxRows } = this.#table;
    if (rows.length >= maxRows) return void this.say("rows.full", { n: maxRows });
    this.replace(index, 0, [row], "", { column });
    this.say("rows.added", { n: index + 1 });
    this.#focus(index, column);
  }

  duplicate(index: number, column = 0): void {
    const row = this.#table.rows[index];
    if (row) this.insert(index + 1, column, row);
  }

  remove(index: number, column = 0, count = 1): void {
    const { rows, minRows } = this.#table;
    if (!rows[index]) return;
    if (rows.length - count < minRows) return void this.say("rows.at-least", { n: minRows });
    const text =
      count > 1
        ? this.#localize.text("table.removed-many", { n: count, from: index + 1, to: index + count })
        : this.#localize.text("table.removed", { n: index + 1 });
    this.replace(index, count, [], text, { column });
    this.#focus(Math.min(index, rows.length - count - 1), column);
  }

  /**
   * Puts `rows` in the place of `count` rows from `at` on, as one step. Rows that stand at the same place keep their names.
   * @param text what was done, shown with the way back; empty where it needs no such notice
   * @param half what is to be shown in cells that cannot be read
   */
  replace(
    at: number,
    count: number,
    rows: readonly JsonObject[],
    text: string,
    { column = 0, half = [] }: { readonly column?: number; readonly half?: readonly HalfTyped[] } = {},
  ): Promise<void> | undefined {
    const before = this.#stretch(at, count);
    const names = rows.map((_row, index) => before.keys[index] ?? this.#nextKey++);
    const shared = Math.min(count, rows.length);
    const typed = before.typed.filter(([name]) => {
      const index = before.keys.indexOf(Number(rowName(name)));
      // A cell whose value did not change keeps its text.
      return index < shared && sameCell(before.rows[index], rows[index], pathOf(name));
    });
    for (const { row, path, ...one } of half) typed.push([cellName(names[row], path), one]);
    const after = { rows, keys: names, typed };
    this.#note({ at, before, after, text, column, cell: "" });
    if (text) this.#said = () => text;
    return this.#put(at, before, after);
  }

  /** Brings back what stood in a cell before it was typed in; false where nothing was typed. */
  revert(row: number, path: string): boolean {
    const open = this.#history.openCell === cellName(this.#keys[row], path);
    if (open) this.undo();
    return open;
  }

  undo(): void {
    const step = this.#history.undo();
    if (step) this.#apply(step, step.after, step.before, "rows.undone");
  }

  redo(): void {
    const step = this.#history.redo();
    if (step) this.#apply(step, step.before, step.after, "rows.redone");
  }

  /** Forgets every step and all half-typed text. */
  reset(): void {
    this.#history.clear();
    this.#typed.clear();
  }

  say(key: string, params: Readonly<Record<string, number | string>> = {}): void {
    // its words may still be on their way
    this.#said = () => this.#localize.text(key, params);
    this.#table.requestUpdate();
  }

  #apply({ at, column }: Step, from: Stretch, to: Stretch, message: string): void {
    const now = this.#table.rows.slice(at, at + from.rows.length);
    // Somebody else changed these rows since, another tab perhaps: their change is not ours to take back.
    if (now.length < from.rows.length || now.some((row, index) => !this.#sameRow(row, from.rows[index])))
      return (this.#history.clear(), this.say("rows.undo-gone"));
    const done = this.#put(at, from, to);
    this.say(message);
    const back = (): void => this.#focus(Math.min(at, this.#table.rows.length - 1), column);
    if (done) void done.then(back);
    else back();
  }

  /** Many rows are put in turn by turn: what hangs on them, rules and totals, is worked out in between, and the page stays quick. */
  #put(at: number, from: Stretch, to: Stretch): Promise<void> | undefined {
    this.#typed.replace(from.keys, to.typed);
    if (Math.max(from.rows.length, to.rows.length) > atOnce) return this.#putInTurns(at, from.rows.length, to);
    this.#splice(at, from.rows.length, to.rows, to.keys);
    return undefined;
  }

  async #putInTurns(at: number, count: number, { rows, keys }: Stretch): Promise<void> {
    this.#busy = true;
    this.#table.requestUpdate();
    await pause();
    let size = atOnce;
    for (let done = 0; done < Math.max(rows.length, count);) {
      const began = performance.now();
      const end = done + size;
      const length = this.#keys.length;
      // The last turn takes away what is left of the rows that were there.
      const gone = end >= rows.length ? Math.max(0, count - done) : Math.max(0, Math.min(size, count - done));
      const put = rows.slice(done, end).length;
      this.#splice(at + done, gone, rows.slice(done, end), keys.slice(done, end));
      done = end >= rows.length ? Math.max(rows.length, count) : end;
      await this.#table.updateComplete;
      const took = performance.now() - began;
      size = Math.max(atOnce, Math.min(2_500, Math.round((size * turn) / Math.max(1, took))));
      await pause();
      // Somebody else's rows have come meanwhile: what is left has no place any more.
      if (this.#keys.length !== length - gone + put) break;
    }
    this.#busy = false;
    this.#table.requestUpdate();
  }

  #splice(at: number, count: number, put: readonly JsonObject[], keys: readonly number[]): void {
    this.#keys = [...this.#keys.slice(0, at), ...keys, ...this.#keys.slice(at + count)];
    const { rows } = this.#table;
    this.#table.rowsEdited([...rows.slice(0, at), ...put, ...rows.slice(at + count)]);
  }

  #note(step: Step): void {
    this.#history.note(step);
  }

  #stretch(at: number, count: number, rows: readonly JsonObject[] = this.#table.rows): Stretch {
    const keys = this.#keys.slice(at, at + count);
    return { rows: rows.slice(at, at + count), keys, typed: this.#typed.within(keys) };
  }

  /** The columns that people fill in are the same; the others follow from them. */
  #sameRow(one: JsonObject | undefined, other: JsonObject | undefined): boolean {
    return one === other || this.#table.columns.every((column) => column.readOnly || sameCell(one, other, column.path));
  }

  #focus(row: number, column: number): void {
    void this.#table.updateComplete.then(() => this.#table.go(Math.max(0, row), column));
  }
}

function sameCell(one: JsonObject | undefined, other: JsonObject | undefined, path: string): boolean {
  return one !== undefined && other !== undefined && cellValue(one, path) === cellValue(other, path);
}
