import { FiscError } from "../model/errors.ts";
import type { UnitName } from "./language.ts";
import { wordsOf } from "./languages.ts";
import { figuresIn, partsOf, spoken } from "./parts.ts";
import { genderOf, namesOf, unitsOf } from "./units.ts";
import type { WordsOptions } from "./write.ts";

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
    words.readings.some((reading) => spoken(part, words) === spoken(words.cardinal(value, genderOf(name), new Set(reading)), words));
  if (!says(parts.major, major, names.major)) return false;
  if (parts.minor.length === 0) return minor === 0;
  const written = figuresIn(parts.minor, decimals);
  return decimals > 0 && (written === undefined ? says(parts.minor, minor, names.minor) : written === minor);
}
