import { FiscError } from "../model/errors.ts";
import { sameAmountWords } from "./compare.ts";
import type { LanguageWords } from "./language.ts";
import { wordsOf } from "./languages.ts";
import { figuresIn, partsOf } from "./parts.ts";
import { decimalsOf, namesOf } from "./units.ts";
import { amountInWords, type WordsOptions } from "./write.ts";

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
  const minor = parts && (figuresIn(parts.minor, decimals) ?? (parts.minor.length === 0 ? 0 : numberIn(parts.minor, words)));
  const amount = major === null || minor === null || minor >= 10 ** decimals ? NaN : major * 10 ** decimals + minor;
  if (!Number.isSafeInteger(amount)) throw new FiscError("words.not-an-amount", { locale: options.locale });
  if (!sameAmountWords(text, amount, options))
    throw new FiscError("words.misspelt", { locale: options.locale, expected: amountInWords(amount, options) });
  return amount;
}

/** The number that the words add up to, whatever their order; null where one is no number. Whoever asks writes it out again to compare. */
function numberIn(tokens: readonly string[], words: LanguageWords): number | null {
  const terms: number[] = [];
  for (const token of tokens) {
    if (Object.hasOwn(words.values, token)) terms.push(words.values[token] as number);
    else if (Object.hasOwn(words.multipliers, token)) {
      const factor = words.multipliers[token] as number;
      let count: number | undefined;
      for (let last = terms.at(-1); last !== undefined && last < factor; last = terms.at(-1)) count = (count ?? 0) + (terms.pop() ?? 0);
      terms.push((count ?? 1) * factor);
    } else if (!words.unsaid.includes(token)) return null;
  }
  const sum = terms.reduce((total, term) => total + term, 0);
  return terms.length > 0 && Number.isSafeInteger(sum) ? sum : null;
}
