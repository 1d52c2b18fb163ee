import { readAmountWords } from "../../words/read.ts";
import { textOf } from "../values.ts";
import type { CalledFunctions } from "./registry.ts";

export const functions: CalledFunctions = {
  readWords: ([text, currency, locale]) => readAmountWords(textOf(text), { currency: textOf(currency), locale: textOf(locale) }),
};
