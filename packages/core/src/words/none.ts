import type { LanguageWords } from "./language.ts";

/** A page has no language at hand: it loads those that its procedure writes amounts in (`loadWords`). */
export const atHand: readonly LanguageWords[] = [];
