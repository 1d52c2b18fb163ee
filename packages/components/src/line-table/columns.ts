import type { Json, JsonObject } from "@fisc/core";
import { formatMoney, parseMoney } from "@fisc/core/money";
import { formatNumber, parseNumber } from "@fisc/core/number";
import { typedText } from "@fisc/core/text";
import { formatDate, parseDate } from "../date-field/civil-date.ts";
import type { CodeSource } from "../foundation/combobox.ts";

/** One column of a line table, labels and lists resolved. */
export interface LineColumn {
  /** Path in a row. */
  readonly path: string;
  readonly label: string;
  readonly hint?: string;
  readonly type: "text" | "number" | "money" | "date" | "code" | "choice" | "output";
  readonly required: boolean;
  readonly readOnly: boolean;
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
  readonly codes?: CodeSource;
  /** Expected count of characters. */
  readonly length?: number;
}

/** How figures are written in the table. */
export interface Writing {
  readonly locale: string;
  readonly decimals: number;
}

/**
 * What the text of a cell means; undefined for a blank cell.
 * @throws FiscError with the code of what is wrong with it
 */
export function parseCell(column: LineColumn, text: string, { locale, decimals }: Writing): Json | undefined {
  if (text.trim() === "") return undefined;
  if (column.type === "money") return parseMoney(text, { locale, decimals });
  if (column.type === "number") return parseNumber(text, locale);
  if (column.type === "date") return parseDate(text);
  return typedText(text);
}

export function formatCell(column: LineColumn, value: Json | undefined, { locale, decimals }: Writing): string {
  if (value === undefined || value === null) return "";
  if (typeof value === "number")
    return column.type === "money" && Number.isSafeInteger(value)
      ? formatMoney(value, { locale, decimals })
      : formatNumber(value, locale, false);
  if (typeof value !== "string") return "";
  return column.type === "date" ? formatDate(value, locale) : value;
}

export function cellValue(row: JsonObject, path: string): Json | undefined {
  return Object.hasOwn(row, path) ? row[path] : undefined;
}

export function withCell(row: JsonObject, path: string, value: Json | undefined): JsonObject {
  if (value !== undefined) return { ...row, [path]: value };
  const { [path]: _gone, ...rest } = row;
  return rest;
}

export function isBlankRow(row: JsonObject, columns: readonly LineColumn[]): boolean {
  return columns.every((column) => column.readOnly || (cellValue(row, column.path) ?? "") === "");
}
