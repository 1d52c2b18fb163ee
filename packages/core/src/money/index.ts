import { FiscError } from "../model/errors.ts";
import { readDecimal } from "../number/decimal.ts";
import { figuresOf } from "../text/script.ts";

export interface ParseMoneyOptions {
  /** BCP 47 tag: decides which sign is the decimal one. */
  readonly locale: string;
  /** Decimal places of the currency. */
  readonly decimals: number;
}

export interface FormatMoneyOptions {
  readonly locale: string;
  /** ISO 4217 code; its symbol is written. Without it the bare number, as in a table. */
  readonly currency?: string;
  /** Decimal places of the currency. */
  readonly decimals: number;
}

/**
 * Reads an amount as people type or paste it: grouping by dot, comma, apostrophe or any space, one currency symbol at either end.
 * Nothing is guessed: where a sign could be decimal or grouping (`1,500` with a decimal comma), the text is refused.
 * @returns minor units, a safe integer
 * @throws FiscError `money.not-a-number`, `money.ambiguous`, `money.too-many-decimals`, `money.too-large`
 */
export function parseMoney(text: string, { locale, decimals }: ParseMoneyOptions): number {
  const decimal = readDecimal(text.replace(/^\s*\p{Sc}\s*|\s*\p{Sc}\s*$/gu, ""), locale);
  if (decimal === "ambiguous") throw new FiscError("money.ambiguous", { text });
  if (decimal === "not-a-number") throw new FiscError("money.not-a-number", { text });
  const { negative, whole, fraction } = decimal;
  const exact = fraction.replace(/0+$/u, "");
  if (exact.length > decimals || (decimals === 0 && fraction.length === 3))
    throw new FiscError("money.too-many-decimals", { text, decimals });
  const minor = Number(whole + exact.padEnd(decimals, "0"));
  if (!Number.isSafeInteger(minor)) throw new FiscError("money.too-large", { text });
  return negative && minor !== 0 ? -minor : minor;
}

/** Writes minor units exactly (never through a float), by CLDR. @throws FiscError `money.not-an-integer` */
export function formatMoney(minor: number, { locale, currency, decimals }: FormatMoneyOptions): string {
  if (!Number.isSafeInteger(minor)) throw new FiscError("money.not-an-integer", { amount: minor });
  return formatter(locale, currency, decimals).format(decimalText(minor, decimals));
}

const formatters = new Map<string, Intl.NumberFormat>();

function formatter(locale: string, currency: string | undefined, decimals: number): Intl.NumberFormat {
  const key = `${locale}/${currency ?? ""}/${decimals}`;
  let format = formatters.get(key);
  if (!format) {
    const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals, numberingSystem: "latn" };
    const figures = figuresOf(locale);
    const currencyDisplay = figures === locale ? "symbol" : "narrowSymbol";
    format = new Intl.NumberFormat(figures, currency ? { style: "currency", currency, currencyDisplay, ...digits } : digits);
    formatters.set(key, format);
  }
  return format;
}

function decimalText(minor: number, decimals: number): Intl.StringNumericLiteral {
  const digits = String(Math.abs(minor)).padStart(decimals + 1, "0");
  const at = digits.length - decimals;
  const text = decimals > 0 ? `${digits.slice(0, at)}.${digits.slice(at)}` : digits;
  return `${minor < 0 ? "-" : ""}${text}` as Intl.StringNumericLiteral;
}
