import type { Stretch, Typed } from "./edit-history.ts";

/** Text that a cell is to show although it is not its value. */
export interface HalfTyped extends Typed {
  /** Row, counted from the first one that is put in. */
  readonly row: number;
  readonly path: string;
}

/** What stands in cells beside their values, by the names of their rows: it stays with its row while rows come and go. */
export class HalfTypedCells {
  readonly #typed = new Map<string, Typed>();

  at(row: number | undefined, path: string): Typed | undefined {
    return this.#typed.get(cellName(row, path));
  }

  /** Without a text, what stood there goes. */
  set(row: number | undefined, path: string, typed: Typed | undefined): void {
    if (typed) this.#typed.set(cellName(row, path), typed);
    else this.#typed.delete(cellName(row, path));
  }

  /** All that stands in those rows. */
  within(rows: readonly number[]): Stretch["typed"] {
    if (this.#typed.size === 0) return [];
    const names = new Set(rows.map(String));
    return [...this.#typed].filter(([name]) => names.has(rowName(name)));
  }

  /** In those rows, in place of what stood there. */
  replace(rows: readonly number[], typed: Stretch["typed"]): void {
    for (const [name] of this.within(rows)) this.#typed.delete(name);
    for (const [name, one] of typed) this.#typed.set(name, one);
  }

  clear(): void {
    this.#typed.clear();
  }

  /** Cells whose text cannot be read, in the order of those rows. */
  unreadable(rows: readonly number[]): readonly HalfTyped[] {
    const found = [...this.#typed].filter(([, { problem }]) => problem !== "");
    if (found.length === 0) return [];
    const places = new Map(rows.map((key, row) => [String(key), row]));
    return found
      .flatMap(([name, typed]): readonly HalfTyped[] => {
        const row = places.get(rowName(name));
        return row === undefined ? [] : [{ ...typed, row, path: pathOf(name) }];
      })
      .sort((one, other) => one.row - other.row);
  }
}

/** A cell by the name of its row and its path. */
export function cellName(row: number | undefined, path: string): string {
  return `${row}.${path}`;
}

export function rowName(cell: string): string {
  return cell.slice(0, cell.indexOf("."));
}

export function pathOf(cell: string): string {
  return cell.slice(cell.indexOf(".") + 1);
}
