import { figuresOf } from "@fisc/core/text/script";

/**
 * A table as a CSV file that spreadsheets open by themselves: UTF-8 with its mark, lines ended by CR LF (RFC 4180), cells separated by `;`
 * where the locale writes decimals with a comma, else by `,`. A text that a spreadsheet would take for a formula is marked as text by an
 * apostrophe; figures come as numbers and are written without grouping, with the locale's decimal sign.
 */
export function csvFile(rows: readonly (readonly (string | number)[])[], locale: string): Blob {
  const figures = new Intl.NumberFormat(figuresOf(locale), { useGrouping: false, maximumFractionDigits: 20, numberingSystem: "latn" });
  const separator = figures.format(1.5).includes(",") ? ";" : ",";
  const cell = (value: string | number): string => (typeof value === "number" ? figures.format(value) : quoted(harmless(value)));
  return new Blob(["\ufeff", ...rows.map((row) => `${row.map(cell).join(separator)}\r\n`)], { type: "text/csv;charset=utf-8" });
}

/** Also behind blanks, and in full width, as some spreadsheets read them. */
function harmless(text: string): string {
  return /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u.test(text) ? `'${text}` : text;
}

function quoted(text: string): string {
  return /[";,\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
