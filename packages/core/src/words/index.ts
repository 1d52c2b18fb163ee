import { FiscError } from "../model/errors.ts";
import { en } from "./en.ts";
import type { LanguageWords } from "./language.ts";
import { vi } from "./vi.ts";

export interface WordsOptions {
  /** BCP 47 tag; its language decides. */
  readonly locale: string;
  /** ISO 4217 code. Its count of decimal places comes from CLDR (`Intl`). */
  readonly currency: string;
}

const languages: Readonly<Record<string, LanguageWords>> = { en, vi };

/**
 * Writes an amount out in words, as vouchers print it: capital first, with the currency's name.
 * @param amount minor units, a non-negative safe integer
 * @throws FiscError `words.unknown-locale`, `words.unknown-currency`, `words.out-of-range`
 */
export function amountInWords(amount: number, { locale, currency }: WordsOptions): string {
  const words = languageOf(locale);
  const names = Object.hasOwn(words.currencies, currency) ? words.currencies[currency] : undefined;
  if (!names) throw new FiscError("words.unknown-currency", { currency, locale });
  if (!Number.isSafeInteger(amount) || amount < 0) throw new FiscError("words.out-of-range", { amount });
  const unit = 10 ** decimalsOf(currency);
  return words.spell(Math.floor(amount / unit), amount % unit, names);
}

/**
 * True if `text` is a way to write `amount`: case, spaces, punctuation, Unicode form and the spellings that the language
 * accepts beside each other make no difference; every other word does.
 * @throws the same errors as {@linkcode amountInWords}
 */
export function sameAmountWords(text: string, amount: number, options: WordsOptions): boolean {
  const expected = amountInWords(amount, options);
  return normal(text, options.locale) === normal(expected, options.locale);
}

/** Languages that amounts can be written in. */
export const wordLanguages: readonly string[] = Object.keys(languages);

function languageOf(locale: string): LanguageWords {
  const language = locale.split("-")[0]?.toLowerCase() ?? "";
  const words = Object.hasOwn(languages, language) ? languages[language] : undefined;
  if (!words) throw new FiscError("words.unknown-locale", { locale });
  return words;
}

function normal(text: string, locale: string): string {
  const tokens = text
    .normalize("NFC")
    .toLocaleLowerCase(locale)
    .split(/[\s.,;:/()]+/u)
    .filter((token) => token !== "");
  return languageOf(locale).normalise(tokens).join(" ");
}

function decimalsOf(currency: string): number {
  return new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 0;
}
