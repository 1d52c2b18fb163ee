import { figuresOf, hasWordsOf } from "@fisc/core/text/script";
import { fill } from "./localize.ts";
import type { Labels } from "@fisc/core";

/** Text of a label, with `{name}` places filled; the key itself where a profile forgot it, so that it is seen. */
export function label(labels: Labels, key: string, locale: string, params: Readonly<Record<string, string | number>> = {}): string {
  const text = labels[key];
  return text === undefined ? key : fill(text, params, locale);
}

/** A civil date (`YYYY-MM-DD`) as the locale writes it. What is no date is given back as it is. */
export function formatCivilDate(date: string, locale: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return date;
  const instant = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(instant.getTime())) return date;
  return new Intl.DateTimeFormat(figuresOf(dateLocale(locale)), { ...day(locale), timeZone: "UTC" }).format(instant);
}

/** An instant as day and time in the profile's zone. */
export function formatInstant(at: string, locale: string, timeZone: string): string {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return at;
  return new Intl.DateTimeFormat(figuresOf(dateLocale(locale)), {
    ...day(locale),
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone,
  }).format(date);
}

/** 03/10/2026 is March to some readers of English and October to others: the month is written out for them. */
function day(locale: string): Intl.DateTimeFormatOptions {
  return { day: "2-digit", month: locale.startsWith("en") ? "short" : "2-digit", year: "numeric" };
}

function dateLocale(locale: string): string {
  return locale === "en" ? "en-GB" : locale;
}

/** Bytes in the unit a person reads: `1,2 MB`; by its international sign where the browser has no words in the locale's script. */
export function formatBytes(bytes: number, locale: string): string {
  const [value, unit, sign] =
    bytes < 1024 ? [bytes, "byte", "B"] : bytes < 1024 * 1024 ? [bytes / 1024, "kilobyte", "kB"] : [bytes / 1024 / 1024, "megabyte", "MB"];
  const options = { maximumFractionDigits: value < 10 ? 1 : 0 };
  if (!hasWordsOf(locale)) return `${new Intl.NumberFormat(figuresOf(locale), options).format(value)}\u00A0${sign}`;
  return new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "short", ...options }).format(value);
}
