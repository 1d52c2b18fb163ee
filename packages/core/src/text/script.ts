/**
 * The locale to give `Intl` for numbers and for dates in figures; not for words, nor for plural categories. Chromium says that it has `kk`
 * and writes `1,234.5` and `2026-11-21`, for it has only the names of things: figures of `kk` are those of `ru`, which CLDR writes alike.
 */
export function figuresOf(locale: string): string {
  return /^kk\b/.test(locale) ? "ru" : locale;
}

/**
 * Does `Intl` have words (months, units) in the language and in the script that the locale names? A browser may have none of the language
 * (its first month is then `M01`). `kk-Latn` has none anywhere: it would get those of `kk`, in Cyrillic.
 */
export function hasWordsOf(locale: string): boolean {
  const month = new Intl.DateTimeFormat(locale, { month: "long", timeZone: "UTC" });
  const { script } = new Intl.Locale(locale);
  return (script === undefined || month.resolvedOptions().locale.includes(script)) && !/^M\d/.test(month.format(0));
}

/** A moment with its month in words, as the language writes it; in figures (`21.11.2026`) where there are no words of the locale. */
export function formatDate(
  date: Date,
  locale: string,
  style: Pick<Intl.DateTimeFormatOptions, "dateStyle" | "timeStyle" | "timeZone">,
): string {
  if (hasWordsOf(locale)) return new Intl.DateTimeFormat(locale, style).format(date);
  const { timeStyle, timeZone } = style;
  const day = { day: "2-digit", month: "2-digit", year: "numeric" } as const;
  const time = timeStyle === undefined ? {} : ({ hour: "2-digit", minute: "2-digit" } as const);
  return new Intl.DateTimeFormat(figuresOf(locale), { ...day, ...time, ...(timeZone === undefined ? {} : { timeZone }) }).format(date);
}
