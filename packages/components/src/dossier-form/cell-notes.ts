import type { Violation } from "@fisc/core";
import type { CellTexts } from "../line-table/cell-texts.ts";

/** What is said at the cells of a table. A text is made when it is read: of ten thousand faulty cells a few are in sight. */
export class CellNotes implements CellTexts {
  readonly #notes = new Map<string, (Violation | string)[]>();
  readonly #textOf: (violation: Violation) => string;

  constructor(textOf: (violation: Violation) => string) {
    this.#textOf = textOf;
  }

  /** `cell` is `<row>.<path>`. */
  add(cell: string, note: Violation | string): void {
    const here = this.#notes.get(cell);
    if (here) here.push(note);
    else this.#notes.set(cell, [note]);
  }

  get(cell: string): string | undefined {
    return this.#notes
      .get(cell)
      ?.map((note) => (typeof note === "string" ? note : this.#textOf(note)))
      .join(" ");
  }

  *values(): Generator<string> {
    for (const cell of this.#notes.keys()) yield this.get(cell) ?? "";
  }
}
