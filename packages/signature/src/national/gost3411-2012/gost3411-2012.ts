import { BlockHash, type HashFunction, hashFunction, readWords, writeWords } from "../hash/hash.ts";
import { writeColumn } from "../hash/column-table.ts";
import { columns, iterationConstants, substitution } from "./constants.ts";

/*
 * Look-ups by the message: 16 kB of tables, half of a first-level cache. Under HMAC they depend on what the key leads to, and a co-resident
 * process could in theory learn from the cache; do not feed long-lived private keys to it without that in mind.
 */

/*
 * Substitution, transposition's column and linear transformation of octet `i` at `256 i + x`. Constants of the module, with sums as indices:
 * so the compiler knows that no index leaves them, and checks none.
 */
const low = new Int32Array(2048);
const high = new Int32Array(2048);
/** 12 times 16 words. */
const constants = new Int32Array(192);

/** At first use, in well under a millisecond. */
function buildTables(): void {
  if (low[0] !== 0) return;
  const tables = { low, high };
  const pi = substitution();
  for (const [i, [lowWord, highWord]] of columns.entries()) writeColumn(tables, 256 * i, pi, lowWord, highWord);
  readWords(iterationConstants(), 0, constants);
}

// Nothing of these outlives one compression; the module runs in one thread.
const mixed = new Int32Array(16);
const mixedOctets = new Uint8Array(mixed.buffer);
const roundKey = new Int32Array(16);
const text = new Int32Array(16);
const block = new Int32Array(16);
const count = new Int32Array(16);

/** LPS of `mixed` into `out`. */
function transform(out: Int32Array): void {
  const m = mixedOctets;
  for (let i = 0; i < 8; i++) {
    const a = m[i] as number;
    const b = (m[i + 8] as number) + 256;
    const c = (m[i + 16] as number) + 512;
    const d = (m[i + 24] as number) + 768;
    const e = (m[i + 32] as number) + 1024;
    const f = (m[i + 40] as number) + 1280;
    const g = (m[i + 48] as number) + 1536;
    const h = (m[i + 56] as number) + 1792;
    out[2 * i] =
      (low[a] as number) ^
      (low[b] as number) ^
      (low[c] as number) ^
      (low[d] as number) ^
      (low[e] as number) ^
      (low[f] as number) ^
      (low[g] as number) ^
      (low[h] as number);
    out[2 * i + 1] =
      (high[a] as number) ^
      (high[b] as number) ^
      (high[c] as number) ^
      (high[d] as number) ^
      (high[e] as number) ^
      (high[f] as number) ^
      (high[g] as number) ^
      (high[h] as number);
  }
}

/** g_N of RFC 6986 section 8. `bits`: the counter N; none in the two last steps. */
function compress(state: Int32Array, message: Int32Array, bits?: Int32Array): void {
  for (let i = 0; i < 16; i++) {
    mixed[i] = (state[i] as number) ^ (bits ? (bits[i] as number) : 0);
    text[i] = message[i] as number;
  }
  transform(roundKey);
  for (let round = 0; round < 12; round++) {
    for (let i = 0; i < 16; i++) mixed[i] = (text[i] as number) ^ (roundKey[i] as number);
    transform(text);
    const from = 16 * round;
    for (let i = 0; i < 16; i++) mixed[i] = (roundKey[i] as number) ^ (constants[from + i] as number);
    transform(roundKey);
  }
  for (let i = 0; i < 16; i++) state[i] = (state[i] as number) ^ (text[i] as number) ^ (roundKey[i] as number) ^ (message[i] as number);
}

/** Modulo 2^512. */
function add(sum: Int32Array, summand: Int32Array): void {
  let carry = 0;
  for (let i = 0; i < 16; i++) {
    const total = ((sum[i] as number) >>> 0) + ((summand[i] as number) >>> 0) + carry;
    sum[i] = total;
    carry = total > 0xffffffff ? 1 : 0;
  }
}

/** N: octets, which a double holds exactly, as bits. */
function writeCount(octets: number): void {
  count[0] = octets << 3;
  count[1] = Math.floor(octets / 0x20000000);
}

class Gost34112012 extends BlockHash {
  readonly #state = new Int32Array(16);
  readonly #sum = new Int32Array(16);
  #hashed = 0;

  constructor(outputLen: number) {
    super(64, outputLen);
    buildTables();
    if (outputLen === 32) this.#state.fill(0x01010101);
  }

  protected override compress(data: Uint8Array, at: number): void {
    readWords(data, at, block);
    writeCount(this.#hashed);
    compress(this.#state, block, count);
    this.#hashed += 64;
    add(this.#sum, block);
  }

  protected override finish(out: Uint8Array): void {
    const { filled } = this;
    this.tail.fill(0, filled);
    this.tail[filled] = 1;
    this.compress(this.tail, 0);
    writeCount(this.#hashed - 64 + filled);
    block.set(count);
    compress(this.#state, block);
    compress(this.#state, this.#sum);
    writeWords(this.#state, out, this.outputLen, 64 - this.outputLen);
  }

  protected override fresh(): this {
    return new Gost34112012(this.outputLen) as this;
  }

  protected override copyState(to: this): void {
    to.#state.set(this.#state);
    to.#sum.set(this.#sum);
    to.#hashed = this.#hashed;
  }

  protected override wipe(): void {
    for (const words of [this.#state, this.#sum, mixed, roundKey, text, block]) words.fill(0);
  }
}

const sized = (octets: 32 | 64): HashFunction => hashFunction({ blockLen: 64, outputLen: octets }, () => new Gost34112012(octets));

/** Streebog-256: GOST 34.11-2012 (2015, 2018), RFC 6986. Digest in the order of RFC 6986, octet 0 the lowest of the number. */
export const gost34112012_256: HashFunction = /* @__PURE__ */ sized(32);
/** Streebog-512. */
export const gost34112012_512: HashFunction = /* @__PURE__ */ sized(64);
