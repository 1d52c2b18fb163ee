import { FiscError, type Json, type JsonObject } from "@fisc/core";
import { parseCell, withCell, type LineColumn, type Writing } from "./columns.ts";
import { pause } from "./pause.ts";
import type { HalfTyped } from "./half-typed.ts";

/** Cells that come from a spreadsheet or a file: rows of texts. */
export type Cells = readonly (readonly string[])[];

/** How cells from outside are laid over the table. */
export interface Mapping {
  /** The first row names the columns and is no line. */
  readonly headings: boolean;
  /** For each column from outside the number of the table's column, or -1 where it is left out. */
  readonly targets: readonly number[];
}

/** Cells from outside as lines of the table. */
export interface Reading {
  /** The lines from `at` on, as they would be. */
  readonly rows: readonly JsonObject[];
  /** Cells that cannot be read. They stay blank, and keep their text for the person to put right. */
  readonly faults: readonly HalfTyped[];
  /** Rows from outside that find no room. */
  readonly tooMany: number;
}

export function widthOf(cells: Cells): number {
  return cells.reduce((width, row) => Math.max(width, row.length), 0);
}

/** By the names in the first row where most of them are known; else side by side from the column where the cells are put. */
export function guessMapping(cells: Cells, columns: readonly LineColumn[], from: number): Mapping {
  const width = widthOf(cells);
  const plain = (text: string): string =>
    text
      .normalize("NFC")
      .replace(/[\s*]+/g, " ")
      .trim()
      .toLocaleLowerCase();
  const names = columns.map(({ label, path }) => [plain(label), plain(path)]);
  const found = Array.from({ length: width }, (_, at) => {
    const name = plain(cells[0]?.[at] ?? "");
    return name === "" ? -1 : names.findIndex((known) => known.includes(name));
  });
  const known = found.filter((target, at) => target >= 0 && found.indexOf(target) === at);
  if (known.length > 0 && known.length * 2 >= Math.min(width, columns.length))
    return { headings: true, targets: found.map((target, at) => (found.indexOf(target) === at ? target : -1)) };
  return { headings: false, targets: Array.from({ length: width }, (_, at) => (columns[from + at] ? from + at : -1)) };
}

export interface Place {
  readonly columns: readonly LineColumn[];
  readonly rows: readonly JsonObject[];
  readonly blankRow: JsonObject;
  readonly maxRows: number;
  readonly writing: Writing;
}

/** Milliseconds of work after which the page has its turn. */
const turn = 12;

/**
 * Reads the cells into lines from row `at` on. The page stays quick meanwhile.
 * @param progress gets the part that is done, 0 to 1
 * @throws DOMException `AbortError`
 */
export async function readBlock(
  cells: Cells,
  { headings, targets }: Mapping,
  at: number,
  { columns, rows: existing, blankRow, maxRows, writing }: Place,
  { signal, progress }: { readonly signal?: AbortSignal; readonly progress?: (part: number) => void } = {},
): Promise<Reading> {
  const from = headings ? 1 : 0;
  const count = Math.min(cells.length - from, Math.max(0, maxRows - at));
  const used = targets.flatMap((target, source) => {
    const column = columns[target];
    return column && !column.readOnly && column.type !== "output" ? [{ source, column, choices: choicesOf(column) }] : [];
  });
  const rows: JsonObject[] = [];
  const faults: HalfTyped[] = [];
  let began = performance.now();
  for (let index = 0; index < count; index += 1) {
    let row = existing[at + index] ?? blankRow;
    for (const { source, column, choices } of used) {
      const text = cells[from + index]?.[source] ?? "";
      let value: Json | undefined;
      try {
        value = choices ? chosen(choices, text) : parseCell(column, text, writing);
      } catch (error) {
        if (!(error instanceof FiscError)) throw error;
        faults.push({ row: index, path: column.path, text, problem: error.code });
      }
      row = withCell(row, column.path, value);
    }
    rows.push(row);
    if (performance.now() - began < turn) continue;
    progress?.((index + 1) / count);
    await pause();
    signal?.throwIfAborted();
    began = performance.now();
  }
  return { rows, faults, tooMany: Math.max(0, cells.length - from - count) };
}

/** What people read stands for what the data holds. */
function choicesOf({ choices }: LineColumn): ReadonlyMap<string, string> | undefined {
  return (
    choices &&
    new Map(
      choices.flatMap(
        ({ value, label }) =>
          [
            [value, value],
            [label.trim(), value],
          ] as const,
      ),
    )
  );
}

/** @throws FiscError `choice.unknown` */
function chosen(choices: ReadonlyMap<string, string>, text: string): string | undefined {
  const name = text.normalize("NFC").trim();
  if (name === "") return undefined;
  const value = choices.get(name);
  if (value === undefined) throw new FiscError("choice.unknown");
  return value;
}
