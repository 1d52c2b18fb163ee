import { FiscError } from "../model/errors.ts";
import type { CurrencyNames, Gender, LanguageWords, UnitName } from "./language.ts";
import { wordsOf } from "./languages.ts";
import { numberIn, partsOf, spoken } from "./read.ts";

export { loadWords, wordLanguages } from "./languages.ts";

export interface WordsOptions {
  /** BCP 47 tag; its language decides. */
  readonly locale: string;
  /** ISO 4217 code. Its count of decimal places comes from CLDR (`Intl`). */
  readonly currency: string;
}

export interface WriteWordsOptions extends WordsOptions {
  /**
   * `words` (usual): minor units are spelled, and left out where there are none. `figures`: always there, with all their digits
   * ("… гривень 05 копійок"), so that nothing can be added by hand.
   */
  readonly minorUnits?: "words" | "figures";
  /** Words to write instead of the usual ones; which there are is the language's: vi `lẻ`, `tư`, `ngàn`, `tỉ`, `chẵn`; en `only`. */
  readonly variants?: readonly string[];
}

const usual: ReadonlySet<string> = new Set();

/**
 * Writes an amount out in words, as vouchers print it: capital first, with the currency's name.
 * @param amount minor units, a non-negative safe integer
 * @throws FiscError `words.unknown-locale`, `words.not-loaded`, `words.unknown-currency`, `words.unknown-variant`, `words.out-of-range`
 */
export function amountInWords(amount: number, { locale, currency, minorUnits = "words", variants = [] }: WriteWordsOptions): string {
  const words = wordsOf(locale);
  const names = namesOf(words, currency);
  if (!Number.isSafeInteger(amount) || amount < 0) throw new FiscError("words.out-of-range", { amount });
  const unknown = variants.find((variant) => !words.variants.includes(variant));
  if (unknown !== undefined) throw new FiscError("words.unknown-variant", { variant: unknown, locale });
  const chosen = new Set(variants);
  const { major, minor, decimals } = unitsOf(amount, currency);
  const written = [...words.cardinal(major, genderOf(names.major), chosen), words.form(major, names.major)];
  if (decimals > 0 && (minor > 0 || minorUnits === "figures")) {
    if (words.joiner !== undefined) written.push(words.joiner);
    if (minorUnits === "figures") written.push(String(minor).padStart(decimals, "0"));
    else written.push(...words.cardinal(minor, genderOf(names.minor), chosen));
    written.push(words.form(minor, names.minor));
  } else if (words.closing !== undefined && chosen.has(words.closing)) written.push(words.closing);
  const text = written.join(" ");
  return text.charAt(0).toLocaleUpperCase(words.language) + text.slice(1);
}

/**
 * Reads an amount back: the figure that the words say, minor units. Only words that {@linkcode sameAmountWords} takes for that figure
 * are read: a wrong ending, a missing word, words in another order are refused, never guessed at.
 * @throws FiscError `words.not-an-amount`, or `words.misspelt` (params `expected`: how it is written) where a figure can be made out;
 *   `words.unknown-locale`, `words.not-loaded`, `words.unknown-currency`
 */
export function readAmountWords(text: string, options: WordsOptions): number {
  const words = wordsOf(options.locale);
  const parts = partsOf(text, words, namesOf(words, options.currency));
  const decimals = decimalsOf(options.currency);
  const major = parts && numberIn(parts.major, words);
  const minor = parts && (figures(parts.minor, decimals) ?? (parts.minor.length === 0 ? 0 : numberIn(parts.minor, words)));
  const amount = major === null || minor === null || minor >= 10 ** decimals ? NaN : major * 10 ** decimals + minor;
  if (!Number.isSafeInteger(amount)) throw new FiscError("words.not-an-amount", { locale: options.locale });
  if (!sameAmountWords(text, amount, options))
    throw new FiscError("words.misspelt", { locale: options.locale, expected: amountInWords(amount, options) });
  return amount;
}

/**
 * True if `text` is a way to write `amount`: case, spaces, punctuation, Unicode form, minor units in words or figures and the
 * spellings that the language accepts beside each other make no difference; every other word does.
 * @throws the same errors as {@linkcode amountInWords}
 */
export function sameAmountWords(text: string, amount: number, options: WordsOptions): boolean {
  const words = wordsOf(options.locale);
  const names = namesOf(words, options.currency);
  if (!Number.isSafeInteger(amount) || amount < 0) throw new FiscError("words.out-of-range", { amount });
  const { major, minor, decimals } = unitsOf(amount, options.currency);
  const parts = partsOf(text, words, names);
  if (!parts) return false;
  const says = (part: readonly string[], value: number, name: UnitName): boolean =>
    words.readings.some(
      (reading) => spoken(part, words) === spoken(words.cardinal(value, genderOf(name), reading.length ? new Set(reading) : usual), words),
    );
  if (!says(parts.major, major, names.major)) return false;
  if (parts.minor.length === 0) return minor === 0;
  const written = figures(parts.minor, decimals);
  return decimals > 0 && (written === undefined ? says(parts.minor, minor, names.minor) : written === minor);
}

/** Figures of minor units count only with all their digits. */
function figures(part: readonly string[], decimals: number): number | undefined {
  const [only = "", ...rest] = part;
  return rest.length === 0 && only.length === decimals && /^\d+$/.test(only) ? Number(only) : undefined;
}

function namesOf(words: LanguageWords, currency: string): CurrencyNames {
  const names = Object.hasOwn(words.currencies, currency) ? words.currencies[currency] : undefined;
  if (!names) throw new FiscError("words.unknown-currency", { currency, locale: words.language });
  return names;
}

function genderOf(name: UnitName): Gender {
  return name.gender ?? "masculine";
}

/** Whole and remainder without a division that could round. */
function unitsOf(amount: number, currency: string): { readonly major: number; readonly minor: number; readonly decimals: number } {
  const decimals = decimalsOf(currency);
  const minor = amount % 10 ** decimals;
  return { major: (amount - minor) / 10 ** decimals, minor, decimals };
}

const places = new Map<string, number>();

function decimalsOf(currency: string): number {
  let count = places.get(currency);
  if (count === undefined) {
    count = new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 0;
    places.set(currency, count);
  }
  return count;
}
