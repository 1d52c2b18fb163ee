import { merge, multiplyBlocks, multiplyWords, split, spread } from "./carryless-product.ts";
import { factorTable257, multiplyByTable257, multiplyPublic257, square257 } from "./field-257.ts";

/** An element of GF(2^m): bit i of word w is the coefficient of x^(32w + i). */
export type BinaryElement = Int32Array<ArrayBuffer>;

/** x^m + x^k (trinomial, one middle exponent) or x^m + x^k3 + x^k2 + x^k1 + 1 (pentanomial, three), as DSTU 4145 5.1 takes them. */
export interface BinaryPolynomial {
  readonly m: number;
  readonly middle: readonly number[];
}

/**
 * Arithmetic of GF(2^m) in a polynomial basis.
 *
 * Constant time, but for `multiplyPublic`: every operation runs the same instructions over the same addresses whatever the elements are (see
 * `carryless-product.ts`); no tables, no branches on values. `Math.imul` takes the same time for all operands on the processors of today.
 */
export class BinaryField {
  readonly m: number;
  /** 32-bit words of an element. */
  readonly words: number;
  /** Exponents below m with coefficient 1, zero included. */
  readonly #taps: readonly number[];
  /** The same, as what one word above m is shifted by and to where. */
  readonly #tapShifts: Int32Array;
  readonly #tapWords: Int32Array;
  /** Words that Karatsuba's method halves `#levels` times, down to blocks of `#base` words. */
  readonly #core: number;
  readonly #levels: number;
  readonly #base: number;
  /** One bit stands above the core (m = 257): it is multiplied by masks, which is cheaper than a word more. */
  readonly #topBit: boolean;
  /** x^257 + x^12 + 1, the usual curve's, has code of its own. */
  readonly #is257: boolean;
  readonly #product: Int32Array;
  readonly #left: readonly Int32Array[];
  readonly #right: readonly Int32Array[];
  readonly #parts: readonly Int32Array[];

  constructor({ m, middle }: BinaryPolynomial) {
    this.m = m;
    this.words = Math.ceil(m / 32);
    this.#taps = [0, ...middle];
    const above = this.#taps.map((exponent) => m - exponent);
    this.#tapWords = Int32Array.from(above, (distance) => Math.ceil(distance / 32));
    this.#tapShifts = Int32Array.from(above, (distance) => Math.ceil(distance / 32) * 32 - distance);
    this.#is257 = m === 257 && middle.length === 1 && middle[0] === 12;
    this.#topBit = m % 32 === 1;
    const core = this.#topBit ? this.words - 1 : this.words;
    this.#core = core + (core % 2);
    let levels = 0;
    while ((this.#core >> levels) % 2 === 0) levels++;
    this.#levels = levels;
    this.#base = this.#core >> levels;
    this.#product = new Int32Array(2 * this.#core + 2);
    const sizes = Array.from({ length: levels + 1 }, (_, level) => 3 ** level * (this.#core >> level));
    this.#left = sizes.map((size) => new Int32Array(size));
    this.#right = sizes.map((size) => new Int32Array(size));
    this.#parts = sizes.map((size, level) => (level === 0 ? this.#product : new Int32Array(2 * size)));
  }

  element(): BinaryElement {
    return new Int32Array(this.words);
  }

  one(): BinaryElement {
    const one = this.element();
    one[0] = 1;
    return one;
  }

  /** `out` may be one of the operands, here and below. */
  add(out: BinaryElement, a: BinaryElement, b: BinaryElement): void {
    for (let i = 0; i < out.length; i++) out[i] = (a[i] as number) ^ (b[i] as number);
  }

  multiply(out: BinaryElement, a: BinaryElement, b: BinaryElement): void {
    const core = this.#core;
    const product = this.#product;
    split(this.#left, a, core, this.#levels);
    split(this.#right, b, core, this.#levels);
    const parts = this.#parts[this.#levels] as Int32Array;
    if (this.#base === 1) multiplyWords(parts, this.#left[this.#levels] as Int32Array, this.#right[this.#levels] as Int32Array);
    else multiplyBlocks(parts, this.#left[this.#levels] as Int32Array, this.#right[this.#levels] as Int32Array, this.#base);
    for (let level = this.#levels; level > 0; level--)
      merge(this.#parts[level - 1] as Int32Array, this.#parts[level] as Int32Array, core >> level, 3 ** (level - 1));
    product[2 * core] = 0;
    if (this.#topBit) {
      const top = -((a[core] as number) & 1);
      const other = -((b[core] as number) & 1);
      for (let i = 0; i < core; i++) {
        product[core + i] = (product[core + i] as number) ^ ((b[i] as number) & top) ^ ((a[i] as number) & other);
      }
      product[2 * core] = top & other & 1;
    }
    this.#reduce(out);
  }

  /** The same product, where its time may tell the operands: of signatures, public keys and curves. */
  multiplyPublic(out: BinaryElement, a: BinaryElement, b: BinaryElement): void {
    if (this.#is257) multiplyPublic257(out, a, b);
    else this.multiply(out, a, b);
  }

  /** Products with one public factor that stays. */
  multiplierPublic(factor: BinaryElement): (out: BinaryElement, a: BinaryElement) => void {
    if (!this.#is257) return (out, a) => this.multiply(out, a, factor);
    let table: Int32Array | undefined;
    return (out, a) => multiplyByTable257(out, a, (table ??= factorTable257(factor)));
  }

  square(out: BinaryElement, a: BinaryElement): void {
    if (this.#is257) square257(out, a);
    else this.#squareAny(out, a);
  }

  #squareAny(out: BinaryElement, a: BinaryElement): void {
    const product = this.#product;
    product[2 * this.#core] = 0;
    for (let i = 0; i < this.words; i++) {
      const word = a[i] as number;
      product[2 * i] = spread(word & 0xffff);
      product[2 * i + 1] = spread(word >>> 16);
    }
    for (let i = 2 * this.words; i < product.length; i++) product[i] = 0;
    this.#reduce(out);
  }

  /** `times` squarings: a^(2^times). */
  power2(out: BinaryElement, a: BinaryElement, times: number): void {
    this.square(out, a);
    for (let i = 1; i < times; i++) this.square(out, out);
  }

  /** a^(2^m - 2), by Itoh and Tsujii: the inverse; zero stays zero. */
  invert(out: BinaryElement, a: BinaryElement): void {
    const chain = a.slice();
    const shifted = this.element();
    let length = 1;
    for (const bit of (this.m - 1).toString(2).slice(1)) {
      this.power2(shifted, chain, length);
      this.multiply(chain, chain, shifted);
      length *= 2;
      if (bit === "1") {
        this.square(chain, chain);
        this.multiply(chain, chain, a);
        length++;
      }
    }
    this.square(out, chain);
    chain.fill(0);
    shifted.fill(0);
  }

  /** The square root: a^(2^(m-1)). */
  root(out: BinaryElement, a: BinaryElement): void {
    this.power2(out, a, this.m - 1);
  }

  /** Some z with z^2 + z = a (the half-trace; m odd); it is a solution only where the trace of `a` is 0. */
  solveQuadratic(out: BinaryElement, a: BinaryElement): void {
    const sum = a.slice();
    const power = a.slice();
    for (let i = 0; i < (this.m - 1) / 2; i++) {
      this.power2(power, power, 2);
      this.add(sum, sum, power);
    }
    out.set(sum);
  }

  #traceMask: BinaryElement | undefined;

  /** 0 or 1. */
  trace(a: BinaryElement): number {
    const mask = (this.#traceMask ??= this.#traces());
    let sum = 0;
    for (let i = 0; i < this.words; i++) sum ^= (a[i] as number) & (mask[i] as number);
    for (let shift = 16; shift > 0; shift >>= 1) sum ^= sum >>> shift;
    return sum & 1;
  }

  /** Traces of x^0 … x^(m-1), by Newton's identities over the roots of the polynomial. */
  #traces(): BinaryElement {
    const mask = this.element();
    const trace = [this.m & 1];
    for (let k = 1; k < this.m; k++) {
      let sum = 0;
      for (const tap of this.#taps) {
        const distance = this.m - tap;
        if (distance < k) sum ^= trace[k - distance] as number;
        else if (distance === k) sum ^= k & 1;
      }
      trace.push(sum);
    }
    for (const [i, bit] of trace.entries()) mask[i >> 5] = (mask[i >> 5] as number) | (bit << (i & 31));
    return mask;
  }

  isZero(a: BinaryElement): boolean {
    let all = 0;
    for (let i = 0; i < a.length; i++) all |= a[i] as number;
    return all === 0;
  }

  equals(a: BinaryElement, b: BinaryElement): boolean {
    let all = 0;
    for (let i = 0; i < a.length; i++) all |= (a[i] as number) ^ (b[i] as number);
    return all === 0;
  }

  /** Little-endian octets; bits from m on are dropped. */
  fromOctets(octets: Uint8Array): BinaryElement {
    const element = this.element();
    const length = Math.min(octets.length, 4 * this.words);
    for (let i = 0; i < length; i++) element[i >> 2] = (element[i >> 2] as number) | ((octets[i] as number) << (8 * (i & 3)));
    if (this.m % 32 !== 0) element[this.words - 1] = (element[this.words - 1] as number) & ((1 << (this.m % 32)) - 1);
    return element;
  }

  /** Little-endian, ⌈m/8⌉ octets. */
  toOctets(element: BinaryElement): Uint8Array<ArrayBuffer> {
    return Uint8Array.from({ length: Math.ceil(this.m / 8) }, (_, i) => (element[i >> 2] as number) >>> (8 * (i & 3)));
  }

  #reduce(out: BinaryElement): void {
    const product = this.#product;
    const { words, m } = this;
    const count = this.#taps.length;
    for (let i = 2 * words - 1; i >= words; i--) {
      const word = product[i] as number;
      for (let t = 0; t < count; t++) {
        const to = i - (this.#tapWords[t] as number);
        const shift = this.#tapShifts[t] as number;
        product[to] = (product[to] as number) ^ (word << shift);
        product[to + 1] = (product[to + 1] as number) ^ ((word >>> 1) >>> (31 - shift));
      }
    }
    const spare = m % 32;
    if (spare !== 0) {
      const word = (product[words - 1] as number) >>> spare;
      product[words - 1] = (product[words - 1] as number) & ((1 << spare) - 1);
      for (let t = 0; t < count; t++) {
        const tap = this.#taps[t] as number;
        product[tap >> 5] = (product[tap >> 5] as number) ^ (word << (tap & 31));
        product[(tap >> 5) + 1] = (product[(tap >> 5) + 1] as number) ^ ((word >>> 1) >>> (31 - (tap & 31)));
      }
    }
    for (let i = 0; i < words; i++) out[i] = product[i] as number;
  }
}
