import { figuresOf } from "../text/script.ts";
export interface Decimal {
  readonly negative: boolean;
  /** Digits, without grouping. */
  readonly whole: string;
  readonly fraction: string;
}

/**
 * Takes a number apart as people type or paste it: grouped by dot, comma, apostrophe or any space. A sign is the decimal one where the
 * locale says so. Where the locale groups by space, a dot is taken for a decimal sign too if it cannot be grouping; `1.234` then has two
 * readings and none is chosen. Where the locale groups by dot, a dot is never decimal.
 */
export function readDecimal(text: string, locale: string): Decimal | "not-a-number" | "ambiguous" {
  // NFKC turns full-width digits of an input method and every kind of space into the plain ones.
  const plain = text
    .normalize("NFKC")
    .trim()
    .replace(/\u2212/gu, "-")
    .replace(/[’\u02BC]/gu, "'")
    .replace(/\s/gu, " ");
  const match = /^(-?)(\d[\d.,' ]*)$/u.exec(plain);
  if (!match?.[2]) return "not-a-number";
  const digits = match[2];
  const { decimal, group } = signsOf(locale);
  const other = decimal === "," ? "." : ",";
  let sign = decimal;
  if (group !== other && !digits.includes(decimal) && isSingle(digits, other)) {
    if (/^[1-9]\d{0,2}[.,]\d{3}$/.test(digits)) return "ambiguous";
    sign = other;
  }
  // A decimal sign that comes twice groups.
  const [whole = "", fraction = ""] = isSingle(digits, sign) ? digits.split(sign) : [digits];
  const isBroken = isSingle(digits, sign) && !/^\d+$/.test(fraction);
  if (isBroken || !/^(?:\d+|\d{1,3}(?:([.,' ])\d{3})(?:\1\d{3})*)$/u.test(whole)) return "not-a-number";
  return { negative: match[1] === "-", whole: whole.replace(/\D/gu, ""), fraction };
}

function isSingle(text: string, sign: string): boolean {
  const at = text.indexOf(sign);
  return at >= 0 && text.lastIndexOf(sign) === at;
}

interface Signs {
  readonly decimal: string;
  readonly group: string;
}

const signs = new Map<string, Signs>();

function signsOf(locale: string): Signs {
  let found = signs.get(locale);
  if (!found) {
    const parts = new Intl.NumberFormat(figuresOf(locale), { numberingSystem: "latn" }).formatToParts(1_234_567.5);
    const sign = (type: string): string => parts.find((part) => part.type === type)?.value ?? "";
    found = { decimal: sign("decimal") || ".", group: sign("group") };
    signs.set(locale, found);
  }
  return found;
}
