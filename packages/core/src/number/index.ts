import { FiscError } from "../model/errors.ts";
import { readDecimal } from "./decimal.ts";
import { figuresOf } from "../text/script.ts";

/**
 * Reads a number as its locale writes it. Nothing is guessed: where a sign could be decimal or grouping, the text is refused.
 * @throws FiscError `number.not-a-number`, `number.ambiguous`
 */
export function parseNumber(text: string, locale: string): number {
  const decimal = readDecimal(text, locale);
  if (decimal === "ambiguous") throw new FiscError("number.ambiguous", { text });
  const value = decimal === "not-a-number" ? Number.NaN : Number(`${decimal.negative ? "-" : ""}${decimal.whole}.${decimal.fraction || 0}`);
  if (!Number.isFinite(value)) throw new FiscError("number.not-a-number", { text });
  return value === 0 ? 0 : value;
}

/** By CLDR, with the digits 0–9; `plain` leaves grouping out: years, counts of days. */
export function formatNumber(value: number, locale: string, plain = false): string {
  return (formats[`${locale} ${plain}`] ??= new Intl.NumberFormat(figuresOf(locale), {
    useGrouping: !plain,
    maximumFractionDigits: 10,
    numberingSystem: "latn",
  })).format(value);
}

/** Making one costs more than all that it writes in a table. */
const formats: Record<string, Intl.NumberFormat> = {};
