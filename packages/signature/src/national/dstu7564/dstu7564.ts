import { BlockHash, type HashFunction, hashFunction, readWords, writeWords } from "../hash/hash.ts";
import { substitutions } from "../dstu7624/substitution.ts";
import { writeColumn } from "../hash/column-table.ts";

/*
 * Look-ups by the message: 8 kB of tables, a quarter of a first-level cache. Under KMAC they depend on what the key leads to, and a
 * co-resident process could in theory learn from the cache.
 *
 * The state is columns of eight octets, as pairs of words. It is kept twice in a row, so that the octet that the row shift takes from k
 * columns before stands at a fixed distance, wherever the column is.
 */

// Constants of the module, with sums as indices: so the compiler knows that no index leaves them, and checks none.
const low = new Int32Array(1024);
const high = new Int32Array(1024);

/**
 * The first four columns of the MDS matrix, circulant over (1, 1, 5, 1, 8, 6, 7, 4), times π0…π3. The other four are the same turned
 * by half a column, which swaps the words. Built at first use, in well under a millisecond.
 */
function buildTable(): void {
  if (low[0] !== 0) return;
  const tables = { low, high };
  const pi = substitutions();
  // column j, octet r: coefficient (j - r) mod 8
  writeColumn(tables, 0, pi.subarray(0, 256), 0x06070401, 0x01050108);
  writeColumn(tables, 256, pi.subarray(256, 512), 0x07040101, 0x05010806);
  writeColumn(tables, 512, pi.subarray(512, 768), 0x04010105, 0x01080607);
  writeColumn(tables, 768, pi.subarray(768), 0x01010501, 0x08060704);
}

/** Nothing of the registers outlives one permutation; the module runs in one thread. */
interface Shape {
  readonly columns: number;
  readonly rounds: number;
  /** Words from a column's high one to the one whose octet the shift brings to row 7: 7 columns before, or 11 in the long state. */
  readonly lastRow: number;
  /** Columns as pairs of words, and room for the second copy. */
  readonly registers: readonly [Int32Array, Int32Array];
}

function shape(columns: number, rounds: number, lastRow: number): Shape {
  return { columns, rounds, lastRow, registers: [new Int32Array(4 * columns), new Int32Array(4 * columns)] };
}

const short = /* @__PURE__ */ shape(8, 10, 13);
const long = /* @__PURE__ */ shape(16, 14, 21);

/** T⊕ and T+ of the state in the first register, which gets the result: they differ in how a round's constant is added. */
function permute({ columns, rounds, lastRow, registers }: Shape, modular: boolean): void {
  let [from, to] = registers;
  for (let round = 0; round < rounds; round++) {
    if (modular) addConstants(from, columns, round);
    else xorConstants(from, columns, round);
    mixColumns(from, to, columns, lastRow);
    const next = to;
    to = from;
    from = next;
  }
}

function xorConstants(words: Int32Array, columns: number, round: number): void {
  const second = 2 * columns;
  for (let i = 0; i < columns; i++) {
    words[2 * i] = (words[2 * i] as number) ^ (i << 4) ^ round;
    words[2 * i + second] = words[2 * i] as number;
    words[2 * i + 1 + second] = words[2 * i + 1] as number;
  }
}

/** Modulo 2^64, column by column. */
function addConstants(words: Int32Array, columns: number, round: number): void {
  const second = 2 * columns;
  for (let i = 0; i < columns; i++) {
    const sum = ((words[2 * i] as number) + 0xf0f0f0f3) | 0;
    const carry = sum >>> 0 < 0xf0f0f0f3 ? 1 : 0;
    const upper = ((words[2 * i + 1] as number) + 0x00f0f0f0 + ((((columns - 1 - i) << 4) ^ round) << 24) + carry) | 0;
    words[2 * i] = sum;
    words[2 * i + 1] = upper;
    words[2 * i + second] = sum;
    words[2 * i + 1 + second] = upper;
  }
}

/** Substitution, row shift and MDS matrix at once: the octet of row r comes from r columns before. */
function mixColumns(w: Int32Array, out: Int32Array, columns: number, lastRow: number): void {
  const words = 2 * columns;
  for (let i = 0; i < words; i += 2) {
    const p = i + words;
    const a = (w[p] as number) & 255;
    const b = (((w[p - 2] as number) >>> 8) & 255) + 256;
    const c = (((w[p - 4] as number) >>> 16) & 255) + 512;
    const d = ((w[p - 6] as number) >>> 24) + 768;
    const e = (w[p - 7] as number) & 255;
    const f = (((w[p - 9] as number) >>> 8) & 255) + 256;
    const g = (((w[p - 11] as number) >>> 16) & 255) + 512;
    const h = ((w[p - lastRow] as number) >>> 24) + 768;
    out[i] =
      (low[a] as number) ^
      (low[b] as number) ^
      (low[c] as number) ^
      (low[d] as number) ^
      (high[e] as number) ^
      (high[f] as number) ^
      (high[g] as number) ^
      (high[h] as number);
    out[i + 1] =
      (high[a] as number) ^
      (high[b] as number) ^
      (high[c] as number) ^
      (high[d] as number) ^
      (low[e] as number) ^
      (low[f] as number) ^
      (low[g] as number) ^
      (low[h] as number);
  }
}

const message = new Int32Array(32);

/** The standard's padding of a message so long: a one bit, zeros, and its length in bits, 96 bits little endian, at a block's end. */
export function padding(octets: number, blockLen: number): Uint8Array {
  const pad = new Uint8Array(13 + ((2 * blockLen - 13 - (octets % blockLen)) % blockLen));
  pad[0] = 0x80;
  const at = pad.length - 12;
  pad[at] = octets << 3;
  let rest = Math.floor(octets / 32);
  for (let i = at + 1; rest > 0; i++) {
    pad[i] = rest;
    rest = Math.floor(rest / 256);
  }
  return pad;
}

class Dstu7564 extends BlockHash {
  readonly #shape: Shape;
  readonly #state: Int32Array;

  constructor(outputLen: number) {
    const wide = outputLen > 32;
    super(wide ? 128 : 64, outputLen);
    buildTable();
    this.#shape = wide ? long : short;
    this.#state = new Int32Array(wide ? 32 : 16);
    this.#state[0] = this.blockLen;
  }

  protected override compress(data: Uint8Array, at: number): void {
    const state = this.#state;
    const [words] = this.#shape.registers;
    const count = state.length;
    readWords(data, at, message, count);
    for (let i = 0; i < count; i++) words[i] = (state[i] as number) ^ (message[i] as number);
    permute(this.#shape, false);
    for (let i = 0; i < count; i++) state[i] = (state[i] as number) ^ (words[i] as number);
    for (let i = 0; i < count; i++) words[i] = message[i] as number;
    permute(this.#shape, true);
    for (let i = 0; i < count; i++) state[i] = (state[i] as number) ^ (words[i] as number);
  }

  protected override finish(out: Uint8Array): void {
    this.update(padding(this.octets, this.blockLen));
    const state = this.#state;
    const [words] = this.#shape.registers;
    words.set(state);
    permute(this.#shape, false);
    for (let i = 0; i < state.length; i++) state[i] = (state[i] as number) ^ (words[i] as number);
    writeWords(state, out, this.outputLen, this.blockLen - this.outputLen);
  }

  protected override fresh(): this {
    return new Dstu7564(this.outputLen) as this;
  }

  protected override copyState(to: this): void {
    to.#state.set(this.#state);
  }

  protected override wipe(): void {
    for (const words of [this.#state, message, ...this.#shape.registers]) words.fill(0);
  }
}

const sized = (octets: 32 | 48 | 64): HashFunction =>
  hashFunction({ blockLen: octets > 32 ? 128 : 64, outputLen: octets }, () => new Dstu7564(octets));

/** Kupyna-256: DSTU 7564:2014. */
export const dstu7564_256: HashFunction = /* @__PURE__ */ sized(32);
/** Kupyna-384. */
export const dstu7564_384: HashFunction = /* @__PURE__ */ sized(48);
/** Kupyna-512. */
export const dstu7564_512: HashFunction = /* @__PURE__ */ sized(64);
