import { isOneCell, rangeOf, type CellPlace, type CellRange } from "./cell-range.ts";
import type { CellMode } from "./table-keyboard.ts";

/** Where the person is in the table, and what is chosen from there. */
export class TableCursor {
  place: CellPlace = { row: 0, at: 0 };
  mode: CellMode = "move";
  /** Escape was pressed in a cell: the next Tab leaves the table. */
  leaving = false;
  #anchor: CellPlace = this.place;
  #whole: CellRange | undefined;

  get range(): CellRange {
    return this.#whole ?? rangeOf(this.#anchor, this.place);
  }
  get hasRange(): boolean {
    return !isOneCell(this.range);
  }

  /** `extend`: what is chosen grows or shrinks instead of beginning anew. Gives whether anything is another now. */
  set(place: CellPlace, extend = false): boolean {
    const same = place.row === this.place.row && place.at === this.place.at && (extend || !this.hasRange);
    this.place = place;
    this.#whole = undefined;
    if (!extend) this.#anchor = place;
    if (!same) {
      this.mode = "move";
      this.leaving = false;
    }
    return !same;
  }

  /** Chooses cells without going anywhere. */
  choose(range: CellRange): void {
    this.#whole = range;
  }

  /** Rows are gone: the cursor stays within the others. */
  within(rows: number, columns: number): void {
    const clamp = ({ row, at }: CellPlace): CellPlace => ({
      row: Math.max(0, Math.min(row, rows - 1)),
      at: Math.max(0, Math.min(at, columns - 1)),
    });
    this.place = clamp(this.place);
    this.#anchor = clamp(this.#anchor);
    if (this.#whole && this.#whole.bottom >= rows) this.#whole = undefined;
  }
}
