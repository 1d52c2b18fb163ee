import { FiscError } from "../model/errors.ts";

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
 * @throws FiscError `money.not-a-number`, `money.too-many-decimals`, `money.too-large`
 */
export function parseMoney(text: string, { locale, decimals }: ParseMoneyOptions): number {
  // NFKC turns full-width digits of an input method and every kind of space into the plain ones.
  const plain = text
    .normalize("NFKC")
    .trim()
    .replace(/^\p{Sc}\s*|\s*\p{Sc}$/gu, "")
    .replace(/\u2212/gu, "-");
  const match = /^(-?)(\d[\d.,'’\s]*)$/u.exec(plain);
  if (!match?.[2]) throw new FiscError("money.not-a-number", { text });
  const { whole, fraction } = split(match[2].replace(/\s/gu, " ").replaceAll("’", "'"), decimalSign(locale), text);
  const exact = fraction.replace(/0+$/u, "");
  if (exact.length > decimals || (decimals === 0 && fraction.length === 3))
    throw new FiscError("money.too-many-decimals", { text, decimals });
  const minor = Number(whole + exact.padEnd(decimals, "0"));
  if (!Number.isSafeInteger(minor)) throw new FiscError("money.too-large", { text });
  return match[1] && minor !== 0 ? -minor : minor;
}

/** Writes minor units exactly (never through a float), by CLDR. @throws FiscError `money.not-an-integer` */
export function formatMoney(minor: number, { locale, currency, decimals }: FormatMoneyOptions): string {
  if (!Number.isSafeInteger(minor)) throw new FiscError("money.not-an-integer", { amount: minor });
  return formatter(locale, currency, decimals).format(decimalText(minor, decimals));
}

function split(digits: string, decimal: string, text: string): { readonly whole: string; readonly fraction: string } {
  const at = digits.lastIndexOf(decimal);
  // A decimal sign that comes twice groups.
  const isDecimal = at >= 0 && digits.indexOf(decimal) === at;
  const whole = isDecimal ? digits.slice(0, at) : digits;
  const fraction = isDecimal ? digits.slice(at + 1) : "";
  if (isDecimal && !/^\d+$/u.test(fraction)) throw new FiscError("money.not-a-number", { text });
  if (!/^(?:\d+|\d{1,3}(?:([.,' ])\d{3})(?:\1\d{3})*)$/u.test(whole)) throw new FiscError("money.not-a-number", { text });
  return { whole: whole.replace(/\D/gu, ""), fraction };
}

const signs = new Map<string, string>();

function decimalSign(locale: string): string {
  let sign = signs.get(locale);
  if (sign === undefined) {
    sign =
      new Intl.NumberFormat(locale, { numberingSystem: "latn" }).formatToParts(1.5).find((part) => part.type === "decimal")?.value ?? ".";
    signs.set(locale, sign);
  }
  return sign;
}

const formatters = new Map<string, Intl.NumberFormat>();

function formatter(locale: string, currency: string | undefined, decimals: number): Intl.NumberFormat {
  const key = `${locale}/${currency ?? ""}/${decimals}`;
  let format = formatters.get(key);
  if (!format) {
    const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals, numberingSystem: "latn" };
    format = new Intl.NumberFormat(locale, currency ? { style: "currency", currency, ...digits } : digits);
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
