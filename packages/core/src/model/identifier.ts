/**
 * How an identifier (tax number, account, personal number) is put together, as data: a text is one if one of the shapes fits it and
 * every check that concerns it holds. Before that it is made plain: NFKC, capitals, without separators.
 */
export interface IdentifierScheme {
  /** RegExp sources, each for the whole text. */
  readonly shapes: readonly string[];
  /** Characters that only help to read. */
  readonly separators?: string;
  readonly checks: readonly IdentifierCheck[];
  /** Where the rule stands, or how sure it is. */
  readonly source: string;
}

export type IdentifierCheck = WeightedCheck | Modulo97Check | LengthByPrefixCheck;

/**
 * One check digit: digits times weights, summed, modulo. A result above 9 is no digit: the next round of weights is tried; after the last
 * `otherwise` is the digit, and without it there is no such number.
 */
export interface WeightedCheck {
  readonly type: "weighted";
  /** Each round has a weight for every digit from the first on. The check digit follows the last of them. */
  readonly rounds: readonly (readonly number[])[];
  readonly modulus: number;
  /** The digit is this less the remainder; without it, the remainder. */
  readonly complement?: number;
  readonly otherwise?: number;
  /** Concerns texts of these lengths only. */
  readonly lengths?: readonly number[];
  /** Concerns texts in one of these ranges only (of the same length, both ends included). */
  readonly ranges?: readonly (readonly [string, string])[];
}

/** ISO 7064 MOD 97-10 as ISO 13616 uses it: the first four characters go to the end, letters count 10 to 35, the remainder is 1. */
export interface Modulo97Check {
  readonly type: "mod97";
}

/** How long it must be says its beginning; another beginning is refused. */
export interface LengthByPrefixCheck {
  readonly type: "lengthByPrefix";
  readonly lengths: Readonly<Record<string, number>>;
}
