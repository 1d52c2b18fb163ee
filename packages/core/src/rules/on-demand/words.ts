import type { Json } from "../../model/json.ts";
import { sameAmountWords } from "../../words/compare.ts";
import { amountInWords, type WordsOptions, type WriteWordsOptions } from "../../words/write.ts";
import { numberOf, textOf } from "../values.ts";
import type { CalledFunctions } from "./registry.ts";

export const functions: CalledFunctions = {
  words: ([amount, currency, locale, choices]) => amountInWords(numberOf(amount ?? null), writing(currency, locale, choices)),
  sameWords: ([text, amount, currency, locale]) => sameAmountWords(textOf(text), numberOf(amount ?? null), wordsOptions(currency, locale)),
};

export function wordsOptions(currency: Json | undefined, locale: Json | undefined): WordsOptions {
  return { currency: textOf(currency), locale: textOf(locale) };
}

/** `figures` for minor units in figures, and words of the language that are to be used: "lẻ chẵn". */
function writing(currency: Json | undefined, locale: Json | undefined, choices: Json | undefined): WriteWordsOptions {
  const chosen = choices === undefined ? [] : textOf(choices).split(" ");
  return {
    ...wordsOptions(currency, locale),
    ...(chosen.includes("figures") ? { minorUnits: "figures" } : {}),
    variants: chosen.filter((choice) => choice !== "figures" && choice !== ""),
  };
}
