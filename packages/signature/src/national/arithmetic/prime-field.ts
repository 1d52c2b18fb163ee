import { BITS, carry, RADIX, signedDigits, unsignedDigits } from "./digits.ts";
import { reductionOf, type Reduction } from "./reduction.ts";

/** A number modulo p in signed digits of 23 bits, least first, times the scale of its reduction. Sums need not be reduced: see `PrimeField`. */
export type PrimeElement = Float64Array<ArrayBuffer>;

/**
 * Arithmetic modulo an odd prime, in doubles that hold whole numbers only.
 *
 * Constant time: additions and multiplications of doubles that are whole numbers take the same time for all of them; there are no branches
 * and no addresses that depend on values. Only the modulus, which is public, decides what is done. `fromNumber` is for public values.
 *
 * Bounds: the digits of a product's result are at most 2^22 and a little. Operands may be sums: where the digits of one are at most A · 2^22 and
 * those of the other B · 2^22, A · B must not exceed 20, so that no column leaves the 53 bits of a double.
 */
export class PrimeField {
  readonly modulus: bigint;
  readonly bits: number;
  readonly octets: number;
  readonly digits: number;
  readonly #reduction: Reduction;
  /** Digits of p, unsigned. */
  readonly #plain: Int32Array;
  readonly #columns: Float64Array;
  readonly #left: Float64Array;
  readonly #right: Float64Array;
  readonly #integers: Int32Array;
  readonly #one: PrimeElement;
  /** Takes a number into the form that elements are held in. */
  readonly #entry: PrimeElement;

  constructor(modulus: bigint) {
    this.modulus = modulus;
    this.bits = modulus.toString(2).length;
    this.octets = Math.ceil(this.bits / 8);
    this.#reduction = reductionOf(modulus);
    const { digits, scale } = this.#reduction;
    this.digits = digits;
    this.#columns = new Float64Array(2 * digits + 8);
    this.#left = new Float64Array(digits + 4);
    this.#right = new Float64Array(digits + 10);
    this.#integers = new Int32Array(digits);
    this.#plain = Int32Array.from(unsignedDigits(modulus, digits));
    this.#one = this.element();
    this.#one[0] = 1;
    this.#entry = this.#raw((scale * scale) % modulus);
  }

  element(): PrimeElement {
    return new Float64Array(this.digits);
  }

  /** Of a public number. */
  fromNumber(value: bigint): PrimeElement {
    const element = this.#raw(((value % this.modulus) + this.modulus) % this.modulus);
    this.multiply(element, element, this.#entry);
    return element;
  }

  #raw(value: bigint): PrimeElement {
    return Float64Array.from(signedDigits(value, this.digits));
  }

  /** Little-endian octets, no more than `this.octets`; the number need not be below p. */
  fromOctets(octets: Uint8Array): PrimeElement {
    const element = this.element();
    for (let digit = 0; digit < this.digits; digit++) {
      const bit = digit * BITS;
      const at = bit >> 3;
      const word = (octets[at] ?? 0) | ((octets[at + 1] ?? 0) << 8) | ((octets[at + 2] ?? 0) << 16) | ((octets[at + 3] ?? 0) << 24);
      element[digit] = (word >>> (bit & 7)) & (RADIX - 1);
    }
    carry(element);
    this.multiply(element, element, this.#entry);
    return element;
  }

  /** Little-endian, the one form below p. */
  toOctets(element: PrimeElement): Uint8Array<ArrayBuffer> {
    const digits = this.#canonical(element);
    const octets = new Uint8Array(this.octets);
    for (let i = 0; i < octets.length; i++) {
      const bit = 8 * i;
      const at = Math.floor(bit / BITS);
      const shift = bit - at * BITS;
      octets[i] = ((digits[at] as number) >>> shift) | ((digits[at + 1] ?? 0) << (BITS - shift));
    }
    return octets;
  }

  /** A number that is none (which no operation here gives) is not zero: what cannot be calculated must not pass for equal. */
  isZero(element: PrimeElement): boolean {
    let all = element.every(Number.isFinite) ? 0 : 1;
    for (const digit of this.#canonical(element)) all |= digit;
    return all === 0;
  }

  /** Without Montgomery's factor, in unsigned digits; valid until the next call. */
  #canonical(element: PrimeElement): Int32Array {
    const plain = this.element();
    this.multiply(plain, element, this.#one);
    const digits = this.#integers;
    // between −p/2 and p/2: the last carry is −1 for negative numbers, which take one p more
    let over = 0;
    for (let i = 0; i < digits.length; i++) {
      const sum = ((plain[i] as number) | 0) + over;
      digits[i] = sum & (RADIX - 1);
      over = sum >> BITS;
    }
    const negative = over;
    over = 0;
    for (let i = 0; i < digits.length; i++) {
      const sum = (digits[i] as number) + ((this.#plain[i] as number) & negative) + over;
      digits[i] = sum & (RADIX - 1);
      over = sum >> BITS;
    }
    plain.fill(0);
    return digits;
  }

  add(out: PrimeElement, a: PrimeElement, b: PrimeElement): void {
    for (let i = 0; i < out.length; i++) out[i] = (a[i] as number) + (b[i] as number);
  }

  subtract(out: PrimeElement, a: PrimeElement, b: PrimeElement): void {
    for (let i = 0; i < out.length; i++) out[i] = (a[i] as number) - (b[i] as number);
  }

  /** a · `factor`, a small whole number. */
  scale(out: PrimeElement, a: PrimeElement, factor: number): void {
    for (let i = 0; i < out.length; i++) out[i] = (a[i] as number) * factor;
  }

  /** Brings digits back to 2^22, without reducing the number. */
  carry(a: PrimeElement): void {
    carry(a);
  }

  /** `out` may be an operand, here and below. */
  multiply(out: PrimeElement, a: PrimeElement, b: PrimeElement): void {
    const columns = this.#columns;
    const left = this.#left;
    const right = this.#right;
    const { digits } = this;
    columns.fill(0);
    for (let i = 0; i < digits; i++) {
      left[i] = a[i] as number;
      right[i] = b[i] as number;
    }
    // four rows at a time: the sums of one column do not wait for each other
    for (let i = 0; i < digits; i += 4) addRows(columns, left, right, i, 0, digits, 1);
    this.#reduction.reduce(out, columns);
  }

  square(out: PrimeElement, a: PrimeElement): void {
    const columns = this.#columns;
    const right = this.#right;
    const { digits } = this;
    columns.fill(0);
    for (let i = 0; i < digits; i++) right[i] = a[i] as number;
    for (let i = 0; i < digits; i += 4) {
      const a0 = right[i] as number;
      const a1 = right[i + 1] as number;
      const a2 = right[i + 2] as number;
      const a3 = right[i + 3] as number;
      const at = 2 * i;
      columns[at] = (columns[at] as number) + a0 * a0;
      columns[at + 1] = (columns[at + 1] as number) + 2 * a0 * a1;
      columns[at + 2] = (columns[at + 2] as number) + 2 * a0 * a2 + a1 * a1;
      columns[at + 3] = (columns[at + 3] as number) + 2 * (a0 * a3 + a1 * a2);
      columns[at + 4] = (columns[at + 4] as number) + 2 * a1 * a3 + a2 * a2;
      columns[at + 5] = (columns[at + 5] as number) + 2 * a2 * a3;
      columns[at + 6] = (columns[at + 6] as number) + a3 * a3;
      addRows(columns, right, right, i, i + 4, digits, 2);
    }
    this.#reduction.reduce(out, columns);
  }

  /** a^(p − 2), in windows of four bits of the exponent, which is public; zero stays zero. */
  invert(out: PrimeElement, a: PrimeElement): void {
    const powers = [this.fromNumber(1n), a.slice()];
    for (let i = 2; i < 16; i++) {
      const power = this.element();
      this.multiply(power, powers[i - 1] as PrimeElement, a);
      powers.push(power);
    }
    const result = (powers[0] as PrimeElement).slice();
    for (const digit of (this.modulus - 2n).toString(16)) {
      for (let i = 0; i < 4; i++) this.square(result, result);
      this.multiply(result, result, powers[Number.parseInt(digit, 16)] as PrimeElement);
    }
    out.set(result);
    for (const power of [...powers, result]) power.fill(0);
  }
}

/** Rows `row` to `row + 3` of the product, from column `from` of `b` on, times `factor`. `a` and `b` are followed by zeros. */
function addRows(columns: Float64Array, a: Float64Array, b: Float64Array, row: number, from: number, digits: number, factor: number): void {
  const a0 = factor * (a[row] as number);
  const a1 = factor * (a[row + 1] as number);
  const a2 = factor * (a[row + 2] as number);
  const a3 = factor * (a[row + 3] as number);
  let b1 = 0;
  let b2 = 0;
  let b3 = 0;
  for (let j = from; j < digits + 3; j++) {
    const b0 = b[j] as number;
    columns[row + j] = (columns[row + j] as number) + (a0 * b0 + a1 * b1) + (a2 * b2 + a3 * b3);
    b3 = b2;
    b2 = b1;
    b1 = b0;
  }
}

/** Inverse modulo a prime, by Euclid: for public numbers. */
export function invertPublic(value: bigint, modulus: bigint): bigint {
  let [r0, r1, t0, t1] = [modulus, ((value % modulus) + modulus) % modulus, 0n, 1n];
  while (r1 !== 0n) {
    const quotient = r0 / r1;
    [r0, r1] = [r1, r0 - quotient * r1];
    [t0, t1] = [t1, t0 - quotient * t1];
  }
  return t0 < 0n ? t0 + modulus : t0;
}
