/** How one language writes amounts of money. One module a language; `index.ts` lists them. */
export interface LanguageWords {
  /** Currencies this language has names for, by ISO 4217 code. */
  readonly currencies: Readonly<Record<string, unknown>>;
  /**
   * `major` and `minor` are non-negative safe integers, `minor` below 10^decimals; `currency` is a key of `currencies`.
   * Gives NFC text that starts with a capital.
   */
  spell(major: number, minor: number, currency: string): string;
  /** One form for all accepted spellings of a lower-case, punctuation-free list of words. */
  normalise(tokens: readonly string[]): readonly string[];
}
