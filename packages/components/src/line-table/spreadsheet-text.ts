import { FiscError, type JsonObject } from "@fisc/core";
import { parseCell, withCell, type LineColumn, type Writing } from "./columns.ts";

/** Whether pasted text is a block of cells rather than a word or a sentence. */
export function isBlockOfCells(text: string): boolean {
  return /\t/.test(text) || /\r?\n[^\r\n]/.test(text.trim());
}

/** Cells of text copied from a spreadsheet: tabs between cells, line ends between rows, quotes around cells that hold either. */
export function readCells(text: string): string[][] {
  const rows: string[][] = [];
  const cell = /("(?:[^"]|"")*"(?=[\t\r\n]|$)|[^\t\r\n]*)(\t|\r\n|\n|\r|$)/gy;
  let row: string[] = [];
  while (cell.lastIndex < text.length) {
    const match = cell.exec(text);
    if (!match) break;
    const raw = match[1] ?? "";
    row.push(
      raw.startsWith('"') && raw.endsWith('"') && raw.length > 1
        ? raw
            .slice(1, -1)
            .replaceAll('""', '"')
            .replace(/\s*[\r\n]+\s*/g, " ")
        : raw,
    );
    if (match[2] !== "\t") {
      rows.push(row);
      row = [];
    }
  }
  if (row.length > 0) rows.push([...row, ""]);
  return rows.filter((cells) => cells.some((text) => text.trim() !== ""));
}

export interface PasteCell {
  readonly column: LineColumn;
  readonly text: string;
  /** Code of what is wrong with it; empty where it can be read. */
  readonly problem: string;
}

export interface Paste {
  /** Row of the table where the first pasted row goes. */
  readonly at: number;
  readonly rows: readonly (readonly PasteCell[])[];
  readonly columns: readonly LineColumn[];
  /** Pasted rows that find no room below `maxRows`. */
  readonly tooMany: number;
  /** Count of cells in the text that stand right of the last column. */
  readonly tooWide: number;
}

/** Lays a block of cells over the table from one cell on. Read-only columns take no value; cells that cannot be read stay blank. */
export function planPaste(
  text: string,
  at: { readonly row: number; readonly column: number },
  columns: readonly LineColumn[],
  maxRows: number,
  writing: Writing,
): Paste {
  const block = readCells(text);
  const width = Math.max(0, ...block.map((cells) => cells.length));
  const used = columns.slice(at.column, at.column + width);
  const room = Math.max(0, maxRows - at.row);
  const rows = block.slice(0, room).map((cells) => used.map((column, index) => readCell(column, cells[index] ?? "", writing)));
  return { at: at.row, rows, columns: used, tooMany: block.length - rows.length, tooWide: Math.max(0, width - used.length) };
}

function readCell(column: LineColumn, text: string, writing: Writing): PasteCell {
  try {
    if (!column.readOnly) parseCell(column, text, writing);
    return { column, text, problem: "" };
  } catch (error) {
    if (error instanceof FiscError) return { column, text, problem: error.code };
    throw error;
  }
}

/** The table's rows after the paste. `blank` is a new row. */
export function applyPaste(rows: readonly JsonObject[], paste: Paste, blank: JsonObject, writing: Writing): readonly JsonObject[] {
  const result = [...rows];
  paste.rows.forEach((cells, index) => {
    let row = result[paste.at + index] ?? blank;
    for (const cell of cells) {
      if (!cell.column.readOnly)
        row = withCell(row, cell.column.path, cell.problem ? undefined : parseCell(cell.column, cell.text, writing));
    }
    result[paste.at + index] = row;
  });
  return result;
}
