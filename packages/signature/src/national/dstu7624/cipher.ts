import { SignatureError } from "../../errors.ts";
import type { BlockCipher } from "../block-cipher/block-cipher.ts";
import { readWords, writeWords } from "../hash/hash.ts";
import { addColumns, INVERSE_MDS, MDS, mixColumns, shiftRows, substitute, subtractColumns, xorColumns } from "./layers.ts";

export type BlockOctets = 16 | 32 | 64;

/** Octets of the block, and of the key: as many or twice as many. Rounds go by the key. */
const ROUNDS: Readonly<Record<number, number>> = { 16: 10, 32: 14, 64: 18 };

/** The state of one block, as words and as octets. */
class State {
  readonly words: Int32Array;
  readonly #octets: Uint8Array;
  readonly #scratch: Uint8Array;

  constructor(octets: number) {
    this.words = new Int32Array(octets / 4);
    this.#octets = new Uint8Array(this.words.buffer);
    this.#scratch = new Uint8Array(octets);
  }

  round(): void {
    substitute(this.words, "forward");
    shiftRows(this.#octets, this.#scratch, 1);
    mixColumns(this.words, MDS);
  }

  inverseRound(): void {
    mixColumns(this.words, INVERSE_MDS);
    shiftRows(this.#octets, this.#scratch, -1);
    substitute(this.words, "backward");
  }

  wipe(): void {
    this.#octets.fill(0);
    this.#scratch.fill(0);
  }
}

/**
 * Kalyna, DSTU 7624:2014. The key has 16, 32 or 64 octets, the block (by default as long as the key) as many or half as many; else
 * `input.invalid`. Constant time: see layers.ts.
 */
export function dstu7624(key: Uint8Array, blockLen: number = key.length): BlockCipher {
  const rounds = ROUNDS[key.length];
  if (rounds === undefined || ROUNDS[blockLen] === undefined || (key.length !== blockLen && key.length !== 2 * blockLen))
    throw new SignatureError("input.invalid", { what: "key", octets: key.length });
  const state = new State(blockLen);
  const { words } = state;
  const roundKeys = expandKey(key, blockLen, rounds, state);
  const roundKey = (i: number): Int32Array => roundKeys[i] as Int32Array;
  return {
    blockLen,
    encrypt(block: Uint8Array): void {
      readWords(block, 0, words);
      addColumns(words, roundKey(0));
      for (let i = 1; i < rounds; i++) {
        state.round();
        xorColumns(words, roundKey(i));
      }
      state.round();
      addColumns(words, roundKey(rounds));
      writeWords(words, block, blockLen);
    },
    decrypt(block: Uint8Array): void {
      readWords(block, 0, words);
      subtractColumns(words, roundKey(rounds));
      for (let i = rounds - 1; i > 0; i--) {
        state.inverseRound();
        xorColumns(words, roundKey(i));
      }
      state.inverseRound();
      subtractColumns(words, roundKey(0));
      writeWords(words, block, blockLen);
    },
    destroy(): void {
      for (const one of roundKeys) one.fill(0);
      state.wipe();
    },
  };
}

/** Section 6 of the standard: an intermediate key, from it the even round keys, and the odd ones by turning those before them. */
function expandKey(key: Uint8Array, blockLen: number, rounds: number, state: State): Int32Array[] {
  const { words } = state;
  const halves = new Int32Array(key.length / 4);
  readWords(key, 0, halves);
  const twice = key.length === 2 * blockLen;
  const firstHalf = halves.slice(0, words.length);
  const secondHalf = twice ? halves.slice(words.length) : firstHalf;

  words.fill(0);
  words[0] = (blockLen + key.length) / 8 + 1;
  addColumns(words, firstHalf);
  state.round();
  xorColumns(words, secondHalf);
  state.round();
  addColumns(words, firstHalf);
  state.round();
  const intermediate = words.slice();

  const keys: Int32Array[] = [];
  const source = halves.slice();
  const shifted = new Int32Array(words.length).fill(0x00010001);
  for (let round = 0; round <= rounds; round += 2) {
    const useSecond = twice && round % 4 === 2;
    const tweak = intermediate.slice();
    addColumns(tweak, shifted);
    words.set(useSecond ? source.subarray(words.length) : source.subarray(0, words.length));
    addColumns(words, tweak);
    state.round();
    xorColumns(words, tweak);
    state.round();
    addColumns(words, tweak);
    keys[round] = words.slice();
    if (round < rounds) keys[round + 1] = turned(words);
    tweak.fill(0);
    for (let i = 0; i < shifted.length; i++) shifted[i] = (shifted[i] as number) << 1;
    // a key of one block turns by a column each time, a key of two after both halves
    if (!twice || useSecond) turnByColumn(source);
  }
  for (const secret of [halves, firstHalf, secondHalf, intermediate, source]) secret.fill(0);
  return keys;
}

/** By (2 · columns + 3) octets to the lower ones. */
function turned(words: Int32Array): Int32Array {
  const octets = new Uint8Array(words.buffer);
  const out = new Uint8Array(octets.length);
  const by = octets.length / 4 + 3;
  for (let i = 0; i < out.length; i++) out[i] = octets[(i + by) % octets.length] as number;
  return new Int32Array(out.buffer);
}

function turnByColumn(words: Int32Array): void {
  const low = words[0] as number;
  const high = words[1] as number;
  words.copyWithin(0, 2);
  words[words.length - 2] = low;
  words[words.length - 1] = high;
}
