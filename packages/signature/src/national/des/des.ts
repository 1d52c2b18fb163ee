import { copy } from "../../bytes.ts";
import { SignatureError } from "../../errors.ts";
import { type BlockCipher, checkLength } from "../block-cipher/block-cipher.ts";
import { BOXES, P, PC1, PC2, TURNS } from "./tables.ts";

/*
 * Only to open old key stores. Time and memory access do not depend on key or text: an S-box is eight words of eight nibbles, and a look-up
 * is a masked choice among them and a shift.
 */

/** S-box `s`: nibble `v & 7` of word `8 s + (v >> 3)` is the image of the six bits `v`. */
const boxes = /* @__PURE__ */ packBoxes();

function packBoxes(): Int32Array {
  const words = new Int32Array(64);
  for (const [s, rows] of BOXES.entries()) {
    for (let v = 0; v < 64; v++) {
      const row = ((v >> 4) & 2) | (v & 1);
      const image = Number.parseInt(rows.charAt(16 * row + ((v >> 1) & 15)), 16);
      words[8 * s + (v >> 3)] = (words[8 * s + (v >> 3)] as number) | (image << (4 * (v & 7)));
    }
  }
  return words;
}

/** Two words, high bits first. */
type Halves = [number, number];

/** 16 rounds of eight times six bits. */
function schedule(key: Uint8Array): Uint8Array {
  const bit = (n: number): number => ((key[(n - 1) >> 3] as number) >> (7 - ((n - 1) & 7))) & 1;
  const halves = PC1.map(bit);
  const subkeys = new Uint8Array(128);
  let turn = 0;
  for (let round = 0; round < 16; round++) {
    turn += TURNS[round] as number;
    for (const [i, n] of PC2.entries()) {
      const half = n > 28 ? 28 : 0;
      const from = half + ((n - 1 - half + turn) % 28);
      const at = 8 * round + Math.floor(i / 6);
      subkeys[at] = ((subkeys[at] as number) << 1) | (halves[from] as number);
    }
  }
  halves.fill(0);
  return subkeys;
}

/** The round function: expansion, key, S-boxes, P. */
function mangle(right: number, subkeys: Uint8Array, round: number): number {
  let out = 0;
  for (let s = 0; s < 8; s++) {
    const turn = (4 * s + 5) & 31;
    const v = (((right << turn) | (right >>> (32 - turn))) & 63) ^ (subkeys[8 * round + s] as number);
    out = (out << 4) | choose(8 * s, v);
  }
  let permuted = 0;
  for (const from of P) permuted = (permuted << 1) | ((out >>> (32 - from)) & 1);
  return permuted;
}

function choose(at: number, v: number): number {
  const [m3, m4, m5] = [-((v >> 3) & 1), -((v >> 4) & 1), -((v >> 5) & 1)] as [number, number, number];
  const pick = (i: number): number => {
    const even = boxes[at + i] as number;
    return even ^ ((even ^ (boxes[at + i + 1] as number)) & m3);
  };
  const low = pick(0) ^ ((pick(0) ^ pick(2)) & m4);
  const high = pick(4) ^ ((pick(4) ^ pick(6)) & m4);
  return ((low ^ ((low ^ high) & m5)) >>> (4 * (v & 7))) & 15;
}

/** The sixteen rounds between the permutations, which cancel out inside a triple. */
function rounds([left, right]: Halves, subkeys: Uint8Array, backward: boolean): Halves {
  for (let i = 0; i < 16; i++) [left, right] = [right, left ^ mangle(right, subkeys, backward ? 15 - i : i)];
  return [right, left];
}

/**
 * IP and its inverse: a row of eight bits holds one bit of each octet, the last octet first; the left half takes the even bits
 * counted from 1, the right half the odd ones.
 */
function eachBit(visit: (half: 0 | 1, octet: number, shift: number) => void): void {
  for (const half of [0, 1] as const) {
    for (let row = 0; row < 4; row++) for (let octet = 7; octet >= 0; octet--) visit(half, octet, 6 - 2 * row + half);
  }
}

function read(block: Uint8Array): Halves {
  const halves: Halves = [0, 0];
  eachBit((half, octet, shift) => {
    halves[half] = (halves[half] << 1) | (((block[octet] as number) >> shift) & 1);
  });
  return halves;
}

function write(halves: Halves, block: Uint8Array): void {
  const left: Halves = [halves[0], halves[1]];
  block.fill(0);
  eachBit((half, octet, shift) => {
    block[octet] = (block[octet] as number) | ((left[half] >>> 31) << shift);
    left[half] <<= 1;
  });
}

/**
 * Triple DES with three keys (EDE, NIST SP 800-67), 24 octets; parity bits are not looked at. Throws `input.invalid` for another length, and
 * where the first or the last two keys are the same, which leaves single DES.
 */
export function tripleDes(key: Uint8Array): BlockCipher {
  checkLength(key, "key", 24);
  const parts = [0, 8, 16].map((at) => copy(key.subarray(at, at + 8))) as [Uint8Array, Uint8Array, Uint8Array];
  const differ = (a: Uint8Array, b: Uint8Array): boolean => a.reduce((sum, octet, i) => sum | ((octet ^ (b[i] as number)) & 0xfe), 0) !== 0;
  if (!differ(parts[0], parts[1]) || !differ(parts[1], parts[2])) throw new SignatureError("input.invalid", { what: "key" });
  const subkeys = parts.map(schedule) as [Uint8Array, Uint8Array, Uint8Array];
  for (const part of parts) part.fill(0);
  const run = (block: Uint8Array, order: readonly [0 | 1 | 2, 0 | 1 | 2, 0 | 1 | 2], backward: boolean): void => {
    let halves = read(block);
    for (const [i, which] of order.entries()) halves = rounds(halves, subkeys[which], (i === 1) !== backward);
    write(halves, block);
  };
  return {
    blockLen: 8,
    encrypt: (block) => run(block, [0, 1, 2], false),
    decrypt: (block) => run(block, [2, 1, 0], true),
    destroy(): void {
      for (const one of subkeys) one.fill(0);
    },
  };
}
