import { FiscError } from "@fisc/core";

/**
 * Reads a day as people write it where the day comes first: `21/11/2026`, `21.11.26`, `21-11-2026`, `21112026`;
 * also ISO `2026-11-21`.
 * @returns `YYYY-MM-DD`
 * @throws FiscError `date.not-a-date`, `date.no-such-day`
 */
export function parseDate(text: string): string {
  const plain = text.normalize("NFKC").trim();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(plain);
  const dayFirst = /^(\d{1,2})\s*[/.\- ]\s*(\d{1,2})\s*[/.\- ]\s*(\d{4}|\d{2})$/.exec(plain) ?? /^(\d{2})(\d{2})(\d{4}|\d{2})$/.exec(plain);
  const [year, month, day] = iso ? [iso[1], iso[2], iso[3]] : [dayFirst?.[3], dayFirst?.[2], dayFirst?.[1]];
  if (!year || !month || !day) throw new FiscError("date.not-a-date", { text });
  const fullYear = year.length === 2 ? `20${year}` : year;
  const date = `${fullYear}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const instant = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(instant.getTime()) || instant.toISOString().slice(0, 10) !== date) throw new FiscError("date.no-such-day", { text });
  return date;
}

/** Languages that write days with dots. */
const dotted = /^(?:uk|ru|kk)\b/;

/**
 * `YYYY-MM-DD` as `dd/mm/yyyy`, or with the dots of the language: one order in every locale, the one the field's hint names, so that it can
 * be typed again.
 */
export function formatDate(date: string, locale: string): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  return parts ? [parts[3], parts[2], parts[1]].join(dotted.test(locale) ? "." : "/") : date;
}
