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
 * Constant time: every operation runs the same instructions over the same addresses whatever the elements are. The product of two
 * 16-bit halves comes from integer products of bits that stand three apart, so that carries never reach the next bit that counts;
 * there are no tables and no branches on values. (`Math.imul` takes the same time for all operands on the processors of today.)
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
    for (let i = 0; i < out.length; i++) out[i] = a[i]! ^ b[i]!;
  }

  multiply(out: BinaryElement, a: BinaryElement, b: BinaryElement): void {
    const core = this.#core;
    const product = this.#product;
    split(this.#left, a, core, this.#levels);
    split(this.#right, b, core, this.#levels);
    const parts = this.#parts[this.#levels]!;
    if (this.#base === 1) multiplyWords(parts, this.#left[this.#levels]!, this.#right[this.#levels]!);
    else multiplyBlocks(parts, this.#left[this.#levels]!, this.#right[this.#levels]!, this.#base);
    for (let level = this.#levels; level > 0; level--) merge(this.#parts[level - 1]!, this.#parts[level]!, core >> level, 3 ** (level - 1));
    product[2 * core] = 0;
    if (this.#topBit) {
      const top = -(a[core]! & 1);
      const other = -(b[core]! & 1);
      for (let i = 0; i < core; i++) product[core + i]! ^= (b[i]! & top) ^ (a[i]! & other);
      product[2 * core] = top & other & 1;
    }
    this.#reduce(out);
  }

  square(out: BinaryElement, a: BinaryElement): void {
    const product = this.#product;
    product[2 * this.#core] = 0;
    for (let i = 0; i < this.words; i++) {
      const word = a[i]!;
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
    for (let i = 0; i < this.words; i++) sum ^= a[i]! & mask[i]!;
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
        if (distance < k) sum ^= trace[k - distance]!;
        else if (distance === k) sum ^= k & 1;
      }
      trace.push(sum);
    }
    for (const [i, bit] of trace.entries()) mask[i >> 5]! |= bit << (i & 31);
    return mask;
  }

  isZero(a: BinaryElement): boolean {
    let all = 0;
    for (let i = 0; i < a.length; i++) all |= a[i]!;
    return all === 0;
  }

  equals(a: BinaryElement, b: BinaryElement): boolean {
    let all = 0;
    for (let i = 0; i < a.length; i++) all |= a[i]! ^ b[i]!;
    return all === 0;
  }

  /** Little-endian octets; bits from m on are dropped. */
  fromOctets(octets: Uint8Array): BinaryElement {
    const element = this.element();
    const length = Math.min(octets.length, 4 * this.words);
    for (let i = 0; i < length; i++) element[i >> 2]! |= octets[i]! << (8 * (i & 3));
    if (this.m % 32 !== 0) element[this.words - 1]! &= (1 << (this.m % 32)) - 1;
    return element;
  }

  /** Little-endian, ⌈m/8⌉ octets. */
  toOctets(element: BinaryElement): Uint8Array<ArrayBuffer> {
    return Uint8Array.from({ length: Math.ceil(this.m / 8) }, (_, i) => element[i >> 2]! >>> (8 * (i & 3)));
  }

  #reduce(out: BinaryElement): void {
    const product = this.#product;
    const { words, m } = this;
    const count = this.#taps.length;
    for (let i = 2 * words - 1; i >= words; i--) {
      const word = product[i]!;
      for (let t = 0; t < count; t++) {
        const to = i - this.#tapWords[t]!;
        const shift = this.#tapShifts[t]!;
        product[to]! ^= word << shift;
        product[to + 1]! ^= (word >>> 1) >>> (31 - shift);
      }
    }
    const spare = m % 32;
    if (spare !== 0) {
      const word = product[words - 1]! >>> spare;
      product[words - 1]! &= (1 << spare) - 1;
      for (let t = 0; t < count; t++) {
        const tap = this.#taps[t]!;
        product[tap >> 5]! ^= word << (tap & 31);
        product[(tap >> 5) + 1]! ^= (word >>> 1) >>> (31 - (tap & 31));
      }
    }
    for (let i = 0; i < words; i++) out[i] = product[i]!;
  }
}

/** Spreads 16 bits over the even bits of a word. */
function spread(half: number): number {
  let bits = half;
  bits = (bits | (bits << 8)) & 0x00ff00ff;
  bits = (bits | (bits << 4)) & 0x0f0f0f0f;
  bits = (bits | (bits << 2)) & 0x33333333;
  return (bits | (bits << 1)) & 0x55555555;
}

/** Karatsuba's way down: low half, high half and their sum, level by level. */
function split(stages: readonly Int32Array[], a: BinaryElement, core: number, levels: number): void {
  const first = stages[0]!;
  const given = Math.min(core, a.length);
  for (let i = 0; i < given; i++) first[i] = a[i]!;
  for (let level = 0; level < levels; level++) {
    const from = stages[level]!;
    const to = stages[level + 1]!;
    const half = core >> (level + 1);
    let at = 0;
    for (let start = 0; start < from.length; start += 2 * half) {
      for (let i = 0; i < half; i++) {
        const low = from[start + i]!;
        const high = from[start + half + i]!;
        to[at + i] = low;
        to[at + half + i] = high;
        to[at + 2 * half + i] = low ^ high;
      }
      at += 3 * half;
    }
  }
}

/** Karatsuba's way up: three products of `size` words make one of twice as many. */
function merge(to: Int32Array, from: Int32Array, size: number, count: number): void {
  const width = 2 * size;
  for (let block = 0; block < count; block++) {
    const source = 3 * width * block;
    const target = 2 * width * block;
    for (let i = 0; i < size; i++) {
      const low = from[source + i]!;
      const lowTop = from[source + size + i]!;
      const high = from[source + width + i]!;
      const highTop = from[source + width + size + i]!;
      const inner = lowTop ^ high;
      to[target + i] = low;
      to[target + size + i] = inner ^ low ^ from[source + 2 * width + i]!;
      to[target + width + i] = inner ^ highTop ^ from[source + 2 * width + size + i]!;
      to[target + width + size + i] = highTop;
    }
  }
}

/** 16 × 16 bits without carries: bits three apart never meet, as at most six products fall on one place. */
function multiplyHalves(a: number, b: number): number {
  const a0 = a & 0x9249;
  const a1 = a & 0x2492;
  const a2 = a & 0x4924;
  const b0 = b & 0x9249;
  const b1 = b & 0x2492;
  const b2 = b & 0x4924;
  const c0 = Math.imul(a0, b0) ^ Math.imul(a1, b2) ^ Math.imul(a2, b1);
  const c1 = Math.imul(a0, b1) ^ Math.imul(a1, b0) ^ Math.imul(a2, b2);
  const c2 = Math.imul(a0, b2) ^ Math.imul(a1, b1) ^ Math.imul(a2, b0);
  return (c0 & 0x49249249) | (c1 & 0x92492492) | (c2 & 0x24924924);
}

/** Word by word: `to[2i], to[2i + 1]` is the product of `a[i]` and `b[i]`. */
function multiplyWords(to: Int32Array, a: Int32Array, b: Int32Array): void {
  for (let i = 0; i < a.length; i++) {
    const x = a[i]!;
    const y = b[i]!;
    const xh = x >>> 16;
    const yh = y >>> 16;
    const low = multiplyHalves(x & 0xffff, y & 0xffff);
    const high = multiplyHalves(xh, yh);
    const middle = multiplyHalves((x ^ xh) & 0xffff, (y ^ yh) & 0xffff) ^ low ^ high;
    to[2 * i] = low ^ (middle << 16);
    to[2 * i + 1] = high ^ (middle >>> 16);
  }
}

/** The same by the school method for blocks of `size` words. */
function multiplyBlocks(to: Int32Array, a: Int32Array, b: Int32Array, size: number): void {
  to.fill(0);
  for (let start = 0; start < a.length; start += size) {
    for (let i = 0; i < size; i++) {
      const x = a[start + i]!;
      const xh = x >>> 16;
      for (let j = 0; j < size; j++) {
        const y = b[start + j]!;
        const yh = y >>> 16;
        const low = multiplyHalves(x & 0xffff, y & 0xffff);
        const high = multiplyHalves(xh, yh);
        const middle = multiplyHalves((x ^ xh) & 0xffff, (y ^ yh) & 0xffff) ^ low ^ high;
        to[2 * start + i + j]! ^= low ^ (middle << 16);
        to[2 * start + i + j + 1]! ^= high ^ (middle >>> 16);
      }
    }
  }
}
