import { BITS, carry, carryRange, INVERSE_RADIX, RADIX, ROUND, signedDigits } from "./digits.ts";

/** How columns of a product become digits of a number between −p/2 and p/2, but for a few parts in a million. */
export interface Reduction {
  /** Digits of an element. */
  readonly digits: number;
  /** The product of `a` and `b` has to be divided by this: elements are held times it. */
  readonly scale: bigint;
  /** `columns`: twice as many as digits and four more; they are spoilt. */
  reduce(out: Float64Array, columns: Float64Array): void;
}

/** The kind that fits the modulus. */
export function reductionOf(modulus: bigint): Reduction {
  const bits = modulus.toString(2).length;
  // 2^k − c or 2^k + c, with a small c
  for (const k of [bits, bits - 1]) {
    const c = (1n << BigInt(k)) - modulus;
    if (k % BITS !== 0 && (c < 0n ? -c : c) < 1n << 16n) return new FoldingReduction(k, Number(c));
  }
  return new MontgomeryReduction(modulus, bits);
}

/** For any odd modulus: elements are held times R = 2^(23 · digits). */
class MontgomeryReduction implements Reduction {
  readonly digits: number;
  readonly scale: bigint;
  readonly #modulus: Float64Array;
  /** −1/p modulo 2^23. */
  readonly #factor: number;

  constructor(modulus: bigint, bits: number) {
    this.digits = Math.ceil((bits + 9) / BITS);
    this.scale = 1n << BigInt(BITS * this.digits);
    this.#modulus = Float64Array.from(signedDigits(modulus, this.digits));
    const radix = BigInt(RADIX);
    let inverse = 1n;
    for (let i = 0; i < 5; i++) inverse = (((inverse * (2n - modulus * inverse)) % radix) + radix) % radix;
    const positive = Number(radix - inverse);
    this.#factor = positive > RADIX / 2 ? positive - RADIX : positive;
  }

  reduce(out: Float64Array, columns: Float64Array): void {
    const { digits } = this;
    const modulus = this.#modulus;
    const factor = this.#factor;
    for (let i = 0; i < digits; i++) {
      const column = columns[i] as number;
      const product = (column - (column + ROUND - ROUND)) * factor;
      const quotient = product - (product + ROUND - ROUND);
      for (let k = 0; k < digits; k++) columns[i + k] = (columns[i + k] as number) + quotient * (modulus[k] as number);
      columns[i + 1] = (columns[i + 1] as number) + (columns[i] as number) * INVERSE_RADIX;
    }
    for (let i = 0; i < digits; i++) out[i] = columns[digits + i] as number;
    carry(out);
  }
}

/** For 2^k − c: what stands above comes down times c. No digit waits for the one before it. */
class FoldingReduction implements Reduction {
  readonly digits: number;
  readonly scale = 1n;
  readonly #c: number;
  /** 2^(23 · digits) modulo p is `#low` + 2^23 · `#high`. */
  readonly #low: number;
  readonly #high: number;
  /** 2^k within the last digit. */
  readonly #top: number;

  constructor(k: number, c: number) {
    this.digits = Math.floor(k / BITS) + 1;
    this.#c = c;
    this.#top = 2 ** (k % BITS);
    const power = c * 2 ** (BITS - (k % BITS));
    this.#high = Math.round(power * INVERSE_RADIX);
    this.#low = power - this.#high * RADIX;
  }

  reduce(out: Float64Array, columns: Float64Array): void {
    const { digits } = this;
    const low = this.#low;
    const high = this.#high;
    carryRange(columns, digits, 2 * digits);
    let before = 0;
    for (let i = 0; i < digits; i++) {
      const above = columns[digits + i] as number;
      out[i] = (columns[i] as number) + above * low + before * high;
      before = above;
    }
    const over = before * high + carryRange(out, 0, digits);
    out[0] = (out[0] as number) + over * low;
    out[1] = (out[1] as number) + over * high;
    const unit = ROUND * INVERSE_RADIX * this.#top;
    const last = out[digits - 1] as number;
    const beyond = last + unit - unit;
    out[digits - 1] = last - beyond;
    out[0] = (out[0] as number) + (beyond / this.#top) * this.#c;
    // the first digits took up to 2^52
    for (let i = 0; i < 3; i++) {
      const rounded = (out[i] as number) + ROUND - ROUND;
      out[i] = (out[i] as number) - rounded;
      out[i + 1] = (out[i + 1] as number) + rounded * INVERSE_RADIX;
    }
  }
}
