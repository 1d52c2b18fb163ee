import { readAmountWords } from "../../words/read.ts";
import { textOf } from "../values.ts";
import type { CalledFunctions } from "./registry.ts";
import { wordsOptions } from "./words.ts";

export const functions: CalledFunctions = {
  readWords: ([text, currency, locale]) => readAmountWords(textOf(text), wordsOptions(currency, locale)),
};
