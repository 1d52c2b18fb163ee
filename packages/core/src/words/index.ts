export { sameAmountWords } from "./compare.ts";
export { loadWords, wordLanguages } from "./languages.ts";
export { readAmountWords } from "./read.ts";
export { amountInWords, type WordsOptions, type WriteWordsOptions } from "./write.ts";
