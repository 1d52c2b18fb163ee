import { FiscError } from "../model/errors.ts";
import type { UnitName } from "./language.ts";
import { wordsOf } from "./languages.ts";
import { genderOf, namesOf, unitsOf } from "./units.ts";

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
  const after = (value: number, name: UnitName): string => (typeof name === "string" ? name : words.form(value, name));
  const written = [...words.cardinal(major, genderOf(names.major), chosen), after(major, names.major)];
  if (decimals > 0 && (minor > 0 || minorUnits === "figures")) {
    if (words.joiner !== undefined) written.push(words.joiner);
    if (minorUnits === "figures") written.push(String(minor).padStart(decimals, "0"));
    else written.push(...words.cardinal(minor, genderOf(names.minor), chosen));
    written.push(after(minor, names.minor));
  } else if (words.closing !== undefined && chosen.has(words.closing)) written.push(words.closing);
  const text = written.join(" ");
  return text.charAt(0).toLocaleUpperCase(words.language) + text.slice(1);
}
