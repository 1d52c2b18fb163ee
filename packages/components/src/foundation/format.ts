import { figuresOf, hasWordsOf } from "@fisc/core/text/script";
import { fill } from "./localize.ts";
import type { Labels } from "@fisc/core";

export { formatCivilDate, formatInstant } from "@fisc/core/paper";

/** Text of a label, with `{name}` places filled; the key itself where a profile forgot it, so that it is seen. */
export function label(labels: Labels, key: string, locale: string, params: Readonly<Record<string, string | number>> = {}): string {
  const text = labels[key];
  return text === undefined ? key : fill(text, params, locale);
}

/** Bytes in the unit a person reads: `1,2 MB`; by its international sign where the browser has no words in the locale's script. */
export function formatBytes(bytes: number, locale: string): string {
  const [value, unit, sign] =
    bytes < 1024 ? [bytes, "byte", "B"] : bytes < 1024 * 1024 ? [bytes / 1024, "kilobyte", "kB"] : [bytes / 1024 / 1024, "megabyte", "MB"];
  const options = { maximumFractionDigits: value < 10 ? 1 : 0 };
  if (!hasWordsOf(locale)) return `${new Intl.NumberFormat(figuresOf(locale), options).format(value)}\u00A0${sign}`;
  return new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "short", ...options }).format(value);
}
