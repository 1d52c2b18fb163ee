/** How one language writes amounts of money. One module a language; `index.ts` lists them. */
export interface LanguageWords {
  /** Currencies this language has names for, by ISO 4217 code. */
  readonly currencies: Readonly<Record<string, CurrencyNames>>;
  /** `major` and `minor` are non-negative safe integers, `minor` below 10^decimals. Gives NFC text that starts with a capital. */
  spell(major: number, minor: number, names: CurrencyNames): string;
  /** One form for all accepted spellings of a lower-case, punctuation-free list of words. */
  normalise(tokens: readonly string[]): readonly string[];
}

export interface CurrencyNames {
  readonly major: UnitName;
  readonly minor: UnitName;
}

export interface UnitName {
  readonly one: string;
  readonly many: string;
}
