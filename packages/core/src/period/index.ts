import { FiscError } from "../model/errors.ts";
import { hasWordsOf } from "../text/script.ts";
import { quarterTexts } from "./locales/quarters.ts";

/** A year `2026`, a quarter `2026-Q3` or a month `2026-11`: compares as text with its like. */
export type Period = string;
export type PeriodKind = "year" | "quarter" | "month";

const roman = ["I", "II", "III", "IV"] as const;

export function isPeriod(value: unknown): value is Period {
  return typeof value === "string" && /^[1-9]\d{3}(?:-Q[1-4]|-(?:0[1-9]|1[0-2]))?$/.test(value);
}

/** @throws FiscError `period.not-a-period` */
export function periodKind(period: Period): PeriodKind {
  if (/^[1-9]\d{3}$/.test(period)) return "year";
  if (/^[1-9]\d{3}-Q[1-4]$/.test(period)) return "quarter";
  if (/^[1-9]\d{3}-(?:0[1-9]|1[0-2])$/.test(period)) return "month";
  throw new FiscError("period.not-a-period", { text: period });
}

/**
 * Reads a period as people write it: `11/2026`, `11.2026`, `2026-11`; `Q3 2026`, `III/2026`, `2026-Q3`, or the word for a quarter of any
 * of our languages (`quý III/2026`, `3 кв. 2026`); `2026`. Years have four digits.
 * @throws FiscError `period.not-a-period`, `period.no-such-period` (a thirteenth month, a fifth quarter)
 */
export function parsePeriod(text: string): Period {
  const plain = text.normalize("NFKC").trim().toUpperCase();
  const year = /^([1-9]\d{3})$/.exec(plain);
  if (year) return plain;
  const quarter = quarterIn(plain);
  if (quarter) return quarter;
  const month = /^(\d{1,2})\s?[./\- ]\s?([1-9]\d{3})$/.exec(plain);
  const iso = /^([1-9]\d{3})-(\d{1,2})$/.exec(plain);
  const [number, of] = month ? [month[1], month[2]] : [iso?.[2], iso?.[1]];
  if (number === undefined || of === undefined) throw new FiscError("period.not-a-period", { text });
  return existing(`${of}-${number.padStart(2, "0")}`, text);
}

function quarterIn(plain: string): Period | null {
  const words = Object.values(quarterTexts).flatMap(({ typed }) => typed);
  let rest = plain;
  let isNamed = false;
  for (const word of ["Q", ...words.map((one) => one.toUpperCase())].sort((a, b) => b.length - a.length)) {
    const without = rest.replace(new RegExp(`(^|[^\\p{L}])${word}\\.?(?=$|[^\\p{L}]|[IV]+(?:[^\\p{L}]|$))`, "u"), "$1 ");
    isNamed ||= without !== rest;
    rest = without;
  }
  const parts = rest.split(/[\s./-]+/u).filter((part) => part !== "");
  const year = parts.find((part) => /^[1-9]\d{3}$/.test(part));
  const number = parts.find((part) => part !== year);
  if (parts.length !== 2 || year === undefined || number === undefined) return null;
  const place = (roman as readonly string[]).indexOf(number);
  if (place < 0 && !(isNamed && /^\d$/.test(number))) return null;
  return existing(`${year}-Q${place < 0 ? number : place + 1}`, plain);
}

function existing(period: string, text: string): Period {
  try {
    periodKind(period);
    return period;
  } catch {
    throw new FiscError("period.no-such-period", { text });
  }
}

/** First and last day, civil dates `YYYY-MM-DD`, both included. @throws FiscError `period.not-a-period` */
export function daysOf(period: Period): { readonly first: string; readonly last: string } {
  const { from, to } = monthsOf(period);
  const year = Number(period.slice(0, 4));
  const end = new Date(Date.UTC(year, to, 0)).toISOString().slice(0, 10);
  return { first: `${period.slice(0, 4)}-${String(from).padStart(2, "0")}-01`, last: end };
}

/** The period of that kind in which a civil date lies. */
export function periodOf(date: string, kind: PeriodKind): Period {
  if (kind === "year") return date.slice(0, 4);
  return kind === "month" ? date.slice(0, 7) : `${date.slice(0, 4)}-Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`;
}

/**
 * As the language writes it: `Tháng 11 năm 2026` by CLDR, a quarter by a text of ours because CLDR's formats have none in browsers. In a
 * script that CLDR has no month names for, months are in figures.
 */
export function formatPeriod(period: Period, locale: string): string {
  const kind = periodKind(period);
  const year = period.slice(0, 4);
  if (kind === "year") return year;
  if (kind === "quarter") {
    const texts = quarterTexts[locale] ?? quarterTexts[locale.split("-")[0] ?? ""] ?? quarterTexts["en"];
    return (texts?.shown ?? "")
      .replace("{quarter}", texts?.digits ? period.slice(-1) : (roman[Number(period.slice(-1)) - 1] ?? ""))
      .replace("{year}", year);
  }
  if (!hasWordsOf(locale)) return `${period.slice(5)}.${year}`;
  const month = new Date(Date.UTC(Number(year), Number(period.slice(5)) - 1, 1));
  const text = new Intl.DateTimeFormat(locale, { month: "long", year: "numeric", timeZone: "UTC", numberingSystem: "latn" }).format(month);
  return text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
}

function monthsOf(period: Period): { readonly from: number; readonly to: number } {
  const kind = periodKind(period);
  if (kind === "year") return { from: 1, to: 12 };
  if (kind === "month") return { from: Number(period.slice(5)), to: Number(period.slice(5)) };
  const quarter = Number(period.slice(-1));
  return { from: quarter * 3 - 2, to: quarter * 3 };
}
