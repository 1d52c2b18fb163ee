import type { JsonObject } from "@fisc/core";
import type { CellRange } from "./cell-range.ts";
import { cellValue, formatCell, withCell, type LineColumn, type Writing } from "./columns.ts";

/** Rows of a range with the cells that people may fill in changed by `cell`. */
function changed(
  rows: readonly JsonObject[],
  columns: readonly LineColumn[],
  { top, bottom, left, right }: CellRange,
  cell: (row: JsonObject, column: LineColumn) => JsonObject,
): readonly JsonObject[] {
  const writable = columns.slice(left, right + 1).filter(({ readOnly, type }) => !readOnly && type !== "output");
  return rows.slice(top, bottom + 1).map((row) => writable.reduce(cell, row));
}

/** The rows of the range, emptied there: a cell holds what it holds in a new row. */
export function cleared(
  rows: readonly JsonObject[],
  columns: readonly LineColumn[],
  range: CellRange,
  blank: JsonObject,
): readonly JsonObject[] {
  return changed(rows, columns, range, (row, { path }) => withCell(row, path, cellValue(blank, path)));
}

/** The rows of the range, each with the cells of its first row. */
export function filledDown(rows: readonly JsonObject[], columns: readonly LineColumn[], range: CellRange): readonly JsonObject[] {
  const first = rows[range.top] ?? {};
  return changed(rows, columns, range, (row, { path }) => withCell(row, path, cellValue(first, path)));
}

/** The cells of a range as a spreadsheet takes them: tabs between cells, line ends between rows, figures as they are shown. */
export function rangeText(
  rows: readonly JsonObject[],
  columns: readonly LineColumn[],
  { top, bottom, left, right }: CellRange,
  writing: Writing,
): string {
  const used = columns.slice(left, right + 1);
  return rows
    .slice(top, bottom + 1)
    .map((row) => used.map((column) => quoted(formatCell(column, cellValue(row, column.path), writing))).join("\t"))
    .join("\n");
}

function quoted(text: string): string {
  return /["\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
