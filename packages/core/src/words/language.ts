export type Gender = "masculine" | "feminine" | "neuter";

/** A noun that is counted: its forms, or one text where it stays as it is after every number; that one counts as a masculine. */
export type UnitName = string | DeclinedName;

export interface DeclinedName {
  readonly one: string;
  readonly few?: string;
  readonly many: string;
  readonly gender?: Gender;
}

export interface CurrencyNames {
  readonly major: UnitName;
  readonly minor: UnitName;
}

/** How one language writes amounts of money. One module a language, in one script; all lower-case NFC. */
export interface LanguageWords {
  /** ISO 639-1 code. */
  readonly language: string;
  /** Currencies this language has names for, by ISO 4217 code. */
  readonly currencies: Readonly<Record<string, CurrencyNames>>;
  /** Words of a non-negative safe integer as it stands before a noun of that gender; `chosen` are words of `variants`. */
  cardinal(value: number, gender: Gender, chosen: ReadonlySet<string>): readonly string[];
  /** The form of a noun after that number. */
  form(value: number, name: DeclinedName): string;
  /** Stands between the two units: `và`, `and`. */
  readonly joiner?: string;
  /** Says at the end that nothing follows: `chẵn`, `only`. */
  readonly closing?: string;
  /** Words a writer may ask for instead of the usual ones, `closing` among them. */
  readonly variants: readonly string[];
  /** Ways of writing that a reader takes for the usual one, each as the `chosen` of `cardinal`. */
  readonly readings: readonly (readonly string[])[];
  /** Spellings that mean the same word → the usual one. */
  readonly sameWord: Readonly<Record<string, string>>;
  /** Words without a value that may stand in a number or not: the `and` of "one hundred and five". */
  readonly unsaid: readonly string[];
  /** Words that add, and words that multiply what stands before them. */
  readonly values: Readonly<Record<string, number>>;
  readonly multipliers: Readonly<Record<string, number>>;
}
