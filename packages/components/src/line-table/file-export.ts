import type { Place } from "./cell-block.ts";
import { cellValue, formatCell, type LineColumn } from "./columns.ts";
import { withFileWorker } from "./file-reader.ts";
import { pause } from "./pause.ts";
import { figuresOf } from "@fisc/core/text/script";

export interface SavedTable extends Omit<Place, "maxRows" | "blankRow"> {
  readonly label: string;
}

const turn = 500;

/** Gives the table's lines to the browser as a download. */
export async function saveFile(table: SavedTable, kind: "xlsx" | "csv"): Promise<void> {
  const blob = kind === "csv" ? await csvOf(table) : await xlsxOf(table);
  const address = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = address;
  link.download = `${table.label.replace(/[\\/:*?"<>|]/g, " ").trim() || "lines"}.${kind}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** UTF-8 with its mark, separated as spreadsheets of the locale expect, figures as they are shown. */
export async function csvOf({ columns, rows, writing }: SavedTable): Promise<Blob> {
  const comma = new Intl.NumberFormat(figuresOf(writing.locale)).format(1.5).includes(",");
  const separator = comma ? ";" : ",";
  const line = (texts: readonly string[]): string => `${texts.map(quoted).join(separator)}\r\n`;
  const parts = ["\ufeff", line(columns.map(({ label }) => harmless(label)))];
  for (const [index, row] of rows.entries()) {
    parts.push(line(columns.map((column) => csvText(column, formatCell(column, cellValue(row, column.path), writing)))));
    if (index % turn === turn - 1) await pause();
  }
  return new Blob(parts, { type: "text/csv;charset=utf-8" });
}

/** Figures stay figures, to the last of their digits that a spreadsheet keeps (15). */
export async function xlsxOf({ columns, rows, writing, label }: SavedTable): Promise<Blob> {
  const scale = 10 ** writing.decimals;
  const cells: (string | number | null)[][] = [];
  for (const [index, row] of rows.entries()) {
    cells.push(
      columns.map((column) => {
        const value = cellValue(row, column.path);
        if (typeof value === "number") return column.type === "money" ? value / scale : value;
        return formatCell(column, value, writing) || null;
      }),
    );
    if (index % turn === turn - 1) await pause();
  }
  const money = writing.decimals > 0 ? `#,##0.${"0".repeat(writing.decimals)}` : "#,##0";
  const formats = columns.map(({ type }) => (type === "money" ? money : "General"));
  return withFileWorker((files) =>
    files.write(
      label,
      columns.map((column) => column.label),
      cells,
      formats,
    ),
  );
}

function csvText(column: LineColumn, text: string): string {
  return column.type === "money" || column.type === "number" ? text : harmless(text);
}

/** A text that a spreadsheet would take for a formula is marked as text. */
function harmless(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

function quoted(text: string): string {
  return /[";,\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
