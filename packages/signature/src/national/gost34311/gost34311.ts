import { copy } from "../../bytes.ts";
import { SignatureError } from "../../errors.ts";
import type { Substitution } from "../gost28147/substitution.ts";
import { BlockHash, type Hash, type HashFunction, hashFunction, readWords, writeWords } from "../hash/hash.ts";

/*
 * Look-ups by the message and, under HMAC, by what depends on the key: a co-resident process could in theory learn from the cache. The four
 * tables are 4 kB and stay in the first-level cache as a whole; the same hash without tables is eight times slower, which a password's
 * ten thousand iterations cannot afford. Ciphers of this package, which hold a key for longer, use no tables at all.
 */

/** One round of GOST 28147 as four look-ups: two rows and the rotation by 11 bits at once. Per S-box, built at first use. */
const tables = new WeakMap<Substitution, Int32Array>();

function roundTable(substitution: Substitution): Int32Array {
  const known = tables.get(substitution);
  if (known) return known;
  const { packed } = substitution;
  const table = new Int32Array(1024);
  const image = (row: number, from: number): number => ((packed[2 * row + (from >> 3)] as number) >>> (4 * (from & 7))) & 15;
  for (let octet = 0; octet < 4; octet++) {
    for (let x = 0; x < 256; x++) {
      const word = (image(2 * octet, x & 15) | (image(2 * octet + 1, x >> 4) << 4)) << (8 * octet);
      table[256 * octet + x] = (word << 11) | (word >>> 21);
    }
  }
  tables.set(substitution, table);
  return table;
}

/** Constant C3 of the key generator, as words. */
const C3 = [0xff00ff00, 0xff00ff00, 0x00ff00ff, 0x00ff00ff, 0x00ffff00, 0xff0000ff, 0x000000ff, 0xff00ffff] as const;

// Nothing of these outlives one block's compression; the module runs in one thread.
const key = new Int32Array(8);
const u = new Int32Array(8);
const v = new Int32Array(8);
const block = new Int32Array(8);
/** The 16-bit words of the mixing register, and the 74 that its steps append. */
const register = new Int32Array(16 + 74);

type Eight = [number, number, number, number, number, number, number, number];

class Gost34311 extends BlockHash {
  readonly #table: Int32Array;
  readonly #substitution: Substitution;
  readonly #start: Uint8Array | undefined;
  readonly #state = new Int32Array(8);
  readonly #sum = new Int32Array(8);

  constructor(substitution: Substitution, start?: Uint8Array) {
    super(32, 32);
    this.#substitution = substitution;
    this.#start = start;
    this.#table = roundTable(substitution);
    if (start) readWords(start, 0, this.#state);
  }

  protected override compress(data: Uint8Array, at: number): void {
    readWords(data, at, block);
    const sum = this.#sum;
    let carry = 0;
    for (let i = 0; i < 8; i++) {
      const total = ((sum[i] as number) >>> 0) + ((block[i] as number) >>> 0) + carry;
      sum[i] = total;
      carry = total > 0xffffffff ? 1 : 0;
    }
    step(this.#state, block, this.#table);
  }

  protected override finish(out: Uint8Array): void {
    const length = this.octets;
    if (this.filled > 0) {
      this.tail.fill(0, this.filled);
      this.compress(this.tail, 0);
    }
    block.fill(0);
    block[0] = length << 3;
    block[1] = Math.floor(length / 0x20000000);
    step(this.#state, block, this.#table);
    step(this.#state, this.#sum, this.#table);
    writeWords(this.#state, out, 32);
  }

  protected override fresh(): this {
    return new Gost34311(this.#substitution, this.#start) as this;
  }

  protected override copyState(to: this): void {
    to.#state.set(this.#state);
    to.#sum.set(this.#sum);
  }

  protected override wipe(): void {
    for (const words of [this.#state, this.#sum, key, u, v, block, register]) words.fill(0);
  }
}

/** The step function (GOST 34.11-94 section 6): `state` becomes χ(message, state). */
function step(state: Int32Array, message: Int32Array, table: Int32Array): void {
  for (let i = 0; i < 8; i++) {
    u[i] = state[i] as number;
    v[i] = message[i] as number;
  }
  for (let part = 0; part < 4; part++) {
    if (part > 0) {
      shift(u);
      if (part === 2) for (let i = 0; i < 8; i++) u[i] = (u[i] as number) ^ (C3[i] as number);
      shift(v);
      shift(v);
    }
    permuteIntoKey();
    encryptPart(state, 2 * part, table);
  }
  mix(state, message);
}

/** A: drops the lowest quarter, appends its sum with the next. */
function shift(x: Int32Array): void {
  const low = (x[0] as number) ^ (x[2] as number);
  const high = (x[1] as number) ^ (x[3] as number);
  // a loop: for eight words the built-in copy costs more
  for (let i = 0; i < 6; i++) x[i] = x[i + 2] as number;
  x[6] = low;
  x[7] = high;
}

/** P: octet k of each quarter goes to key word k. */
function permuteIntoKey(): void {
  for (let half = 0; half < 2; half++) {
    const a = (u[half] as number) ^ (v[half] as number);
    const b = (u[half + 2] as number) ^ (v[half + 2] as number);
    const c = (u[half + 4] as number) ^ (v[half + 4] as number);
    const d = (u[half + 6] as number) ^ (v[half + 6] as number);
    for (let k = 0; k < 4; k++) {
      const bits = 8 * k;
      key[4 * half + k] = ((a >>> bits) & 255) | (((b >>> bits) & 255) << 8) | (((c >>> bits) & 255) << 16) | ((d >>> bits) << 24);
    }
  }
}

function substitute(t: Int32Array, x: number): number {
  return (
    (t[x & 255] as number) ^
    (t[256 | ((x >>> 8) & 255)] as number) ^
    (t[512 | ((x >>> 16) & 255)] as number) ^
    (t[768 | (x >>> 24)] as number)
  );
}

/** GOST 28147 of one quarter of the state under `key`; the result goes to the mixing register. */
function encryptPart(state: Int32Array, at: number, t: Int32Array): void {
  const [k0, k1, k2, k3, k4, k5, k6, k7] = [key[0], key[1], key[2], key[3], key[4], key[5], key[6], key[7]] as Eight;
  let a = state[at] as number;
  let b = state[at + 1] as number;
  for (let pass = 0; pass < 3; pass++) {
    b ^= substitute(t, (a + k0) | 0);
    a ^= substitute(t, (b + k1) | 0);
    b ^= substitute(t, (a + k2) | 0);
    a ^= substitute(t, (b + k3) | 0);
    b ^= substitute(t, (a + k4) | 0);
    a ^= substitute(t, (b + k5) | 0);
    b ^= substitute(t, (a + k6) | 0);
    a ^= substitute(t, (b + k7) | 0);
  }
  b ^= substitute(t, (a + k7) | 0);
  a ^= substitute(t, (b + k6) | 0);
  b ^= substitute(t, (a + k5) | 0);
  a ^= substitute(t, (b + k4) | 0);
  b ^= substitute(t, (a + k3) | 0);
  a ^= substitute(t, (b + k2) | 0);
  b ^= substitute(t, (a + k1) | 0);
  a ^= substitute(t, (b + k0) | 0);
  register[2 * at] = b & 0xffff;
  register[2 * at + 1] = b >>> 16;
  register[2 * at + 2] = a & 0xffff;
  register[2 * at + 3] = a >>> 16;
}

/** ψ^61(H ⊕ ψ(M ⊕ ψ^12(S))): a shift register, unrolled along its sequence. */
function mix(state: Int32Array, message: Int32Array): void {
  advance(0, 12);
  absorb(message, 12);
  advance(12, 1);
  absorb(state, 13);
  advance(13, 61);
  for (let i = 0; i < 8; i++) state[i] = (register[74 + 2 * i] as number) | ((register[75 + 2 * i] as number) << 16);
}

function absorb(words: Int32Array, at: number): void {
  for (let i = 0; i < 8; i++) {
    const word = words[i] as number;
    const p = at + 2 * i;
    register[p] = (register[p] as number) ^ (word & 0xffff);
    register[p + 1] = (register[p + 1] as number) ^ (word >>> 16);
  }
}

function advance(from: number, steps: number): void {
  const r = register;
  for (let i = from; i < from + steps; i++) {
    r[i + 16] =
      (r[i] as number) ^ (r[i + 1] as number) ^ (r[i + 2] as number) ^ (r[i + 3] as number) ^ (r[i + 12] as number) ^ (r[i + 15] as number);
  }
}

/**
 * GOST 34.311-95, which is GOST 34.11-94 (RFC 5831), with the S-box that a country or a profile chose. `start`: 32 octets of the start
 * vector, zero by default. HMAC counts blocks of 32 octets (RFC 4357 section 3). Throws `input.invalid` for another length of `start`.
 */
export function gost34311(substitution: Substitution, start?: Uint8Array): HashFunction {
  if (start && start.length !== 32) throw new SignatureError("input.invalid", { what: "start" });
  const vector = start && copy(start);
  return hashFunction({ blockLen: 32, outputLen: 32 }, (): Hash => new Gost34311(substitution, vector));
}
