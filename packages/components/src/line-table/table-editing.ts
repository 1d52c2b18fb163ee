import type { JsonObject } from "@fisc/core";
import type { ReactiveControllerHost } from "lit";
import type { Localize } from "../foundation/localize.ts";

/** What was typed into a cell and is not yet, or cannot be, its value. */
export interface Typed {
  readonly text: string;
  /** Code of what is wrong with it; empty where it can be read. */
  readonly problem: string;
}

interface Undo {
  readonly text: string;
  apply(rows: readonly JsonObject[]): readonly JsonObject[];
}

export interface EditedTable extends ReactiveControllerHost {
  readonly rows: readonly JsonObject[];
  readonly blankRow: JsonObject;
  readonly minRows: number;
  readonly maxRows: number;
  rowsEdited(rows: readonly JsonObject[]): void;
  go(row: number, column: number): boolean;
}

/** Rows that come, go and come back, and what stands half-typed in their cells. Every removal can be taken back. */
export class TableEditing {
  readonly #table: EditedTable;
  readonly #localize: Localize;
  /** A name for each row that stays with it while rows come and go. */
  #keys: number[] = [];
  #nextKey = 0;
  #typed = new Map<string, Typed>();
  #undo: Undo | undefined;
  #said = "";

  constructor(table: EditedTable, localize: Localize) {
    this.#table = table;
    this.#localize = localize;
  }

  /** Last thing that happened to the rows, for the live region. */
  get said(): string {
    return this.#said;
  }
  get undoText(): string | undefined {
    return this.#undo?.text;
  }

  key(row: number): number | undefined {
    return this.#keys[row];
  }
  typed(row: number, path: string): Typed | undefined {
    return this.#typed.get(`${this.#keys[row]}.${path}`);
  }
  setTyped(row: number, path: string, typed: Typed | undefined): void {
    const key = `${this.#keys[row]}.${path}`;
    if (typed) this.#typed.set(key, typed);
    else this.#typed.delete(key);
  }

  /** Rows were given from outside: names are made for new ones. */
  sync(count: number): void {
    while (this.#keys.length < count) this.#keys.push(this.#nextKey++);
    this.#keys.length = count;
  }

  insert(index: number, column = 0, row: JsonObject = this.#table.blankRow): void {
    const { rows, maxRows } = this.#table;
    if (rows.length >= maxRows) return void this.#say("table.full", { n: maxRows });
    this.#keys.splice(index, 0, this.#nextKey++);
    this.#change(rows.toSpliced(index, 0, row), undefined);
    this.#say("table.added", { n: index + 1 });
    this.#focus(index, column);
  }

  duplicate(index: number, column = 0): void {
    const row = this.#table.rows[index];
    if (row) this.insert(index + 1, column, row);
  }

  remove(index: number, column = 0): void {
    const { rows, minRows } = this.#table;
    const row = rows[index];
    if (!row) return;
    if (rows.length <= minRows) return void this.#say("table.at-least", { n: minRows });
    const [key = this.#nextKey++] = this.#keys.splice(index, 1);
    const text = this.#say("table.removed", { n: index + 1 });
    this.#change(rows.toSpliced(index, 1), {
      text,
      apply: (now) => {
        const at = Math.min(index, now.length);
        this.#keys.splice(at, 0, key);
        return now.toSpliced(at, 0, row);
      },
    });
    this.#focus(Math.min(index, rows.length - 2), column);
  }

  /** Puts all rows at once, as a paste does. What stood half-typed in the rows from `from` on is gone with them. */
  replace(rows: readonly JsonObject[], message: string, from: number): void {
    const before = { rows: this.#table.rows, keys: [...this.#keys], typed: new Map(this.#typed) };
    for (const key of this.#keys.splice(from)) {
      for (const name of this.#typed.keys()) if (name.startsWith(`${key}.`)) this.#typed.delete(name);
    }
    this.sync(rows.length);
    this.#said = message;
    this.#change(rows, {
      text: message,
      apply: () => {
        this.#keys = before.keys;
        this.#typed = before.typed;
        return before.rows;
      },
    });
  }

  takeBack(): void {
    if (!this.#undo) return;
    const rows = this.#undo.apply(this.#table.rows);
    this.#change(rows, undefined);
    this.#say("table.undone");
    this.#focus(0, 0);
  }

  /** After an edit in a cell the way back over a paste is closed: it would take the edit along. */
  cellEdited(): void {
    if (this.#undo) this.#undo = undefined;
  }

  #change(rows: readonly JsonObject[], undo: Undo | undefined): void {
    this.#undo = undo;
    this.#table.rowsEdited(rows);
  }

  #focus(row: number, column: number): void {
    void this.#table.updateComplete.then(() => this.#table.go(row, column));
  }

  #say(key: string, params: Readonly<Record<string, number>> = {}): string {
    this.#said = this.#localize.text(key, params);
    this.#table.requestUpdate();
    return this.#said;
  }
}
