import { double } from "../hash/column-table.ts";
import { substitutions } from "./substitution.ts";

/*
 * The layers of the cipher, in a time and with memory accesses that do not depend on key or text. The S-boxes are no look-ups but a tree of
 * masked choices over all 256 images, four S-boxes side by side in a word; the matrix multiplies by doubling whole words. Half
 * a megabyte a second: key stores and wrapped keys are kilobytes.
 */

/** A tree of choices: the 128 pairs of images, the even image and what the odd one differs by; octet i of a word is S-box i. */
interface ChoiceTree {
  readonly even: Int32Array;
  readonly differs: Int32Array;
}

interface Substitutions {
  readonly forward: ChoiceTree;
  readonly backward: ChoiceTree;
}

let built: Substitutions | undefined;

function trees(): Substitutions {
  if (built) return built;
  const boxes = substitutions();
  const inverse = new Uint8Array(1024);
  for (let i = 0; i < 1024; i++) inverse[(i & 0x300) + (boxes[i] as number)] = i & 255;
  built = { forward: tree(boxes), backward: tree(inverse) };
  return built;
}

function tree(boxes: Uint8Array): ChoiceTree {
  const image = (x: number): number =>
    (boxes[x] as number) | ((boxes[256 + x] as number) << 8) | ((boxes[512 + x] as number) << 16) | ((boxes[768 + x] as number) << 24);
  const even = Int32Array.from({ length: 128 }, (_, i) => image(2 * i));
  return { even, differs: even.map((word, i) => word ^ image(2 * i + 1)) };
}

const choices = new Int32Array(64);

/** Each octet of each word by the S-box of its row: π(row mod 4). */
export function substitute(words: Int32Array, direction: "forward" | "backward"): void {
  const { even, differs } = trees()[direction];
  const c = choices;
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as number;
    // two levels of the tree at a time: bits 0 and 1 here
    let first = (word & 0x01010101) * 255;
    let second = ((word >>> 1) & 0x01010101) * 255;
    for (let i = 0; i < 64; i++) {
      const a = (even[2 * i] as number) ^ ((differs[2 * i] as number) & first);
      const b = (even[2 * i + 1] as number) ^ ((differs[2 * i + 1] as number) & first);
      c[i] = a ^ ((a ^ b) & second);
    }
    for (let bit = 2, width = 16; bit < 8; bit += 2, width >>= 2) {
      first = ((word >>> bit) & 0x01010101) * 255;
      second = ((word >>> (bit + 1)) & 0x01010101) * 255;
      for (let i = 0; i < width; i++) {
        const w = c[4 * i] as number;
        const y = c[4 * i + 2] as number;
        const a = w ^ ((w ^ (c[4 * i + 1] as number)) & first);
        const b = y ^ ((y ^ (c[4 * i + 3] as number)) & first);
        c[i] = a ^ ((a ^ b) & second);
      }
    }
    words[at] = c[0] as number;
  }
  c.fill(0);
}

/** Rows move to later columns: row r by ⌊r · columns / 8⌋. `scratch` is as long as the state. */
export function shiftRows(state: Uint8Array, scratch: Uint8Array, direction: 1 | -1): void {
  const columns = state.length >> 3;
  scratch.set(state);
  for (let at = 0; at < state.length; at++) {
    const row = at & 7;
    const column = ((at >> 3) + columns + direction * ((row * columns) >> 3)) % columns;
    state[8 * column + row] = scratch[at] as number;
  }
}

/** First rows of the MDS matrix and of its inverse: circulant. */
export const MDS = [0x01, 0x01, 0x05, 0x01, 0x08, 0x06, 0x07, 0x04] as const;
export const INVERSE_MDS = [0xad, 0x95, 0x76, 0xa8, 0x2f, 0x49, 0xd7, 0xca] as const;

/** Each column (a pair of words) times the matrix: coefficient d goes with the column turned by d octets. */
export function mixColumns(words: Int32Array, matrix: readonly number[]): void {
  const bits = matrix === MDS ? 4 : 8;
  for (let at = 0; at < words.length; at += 2) {
    let low = words[at] as number;
    let high = words[at + 1] as number;
    let sumLow = 0;
    let sumHigh = 0;
    for (let bit = 0; bit < bits; bit++) {
      for (let d = 0; d < 8; d++) {
        if ((((matrix[d] as number) >> bit) & 1) === 0) continue;
        const a = d < 4 ? low : high;
        const b = d < 4 ? high : low;
        const shift = 8 * (d & 3);
        sumLow ^= shift === 0 ? a : (a >>> shift) | (b << (32 - shift));
        sumHigh ^= shift === 0 ? b : (b >>> shift) | (a << (32 - shift));
      }
      low = double(low);
      high = double(high);
    }
    words[at] = sumLow;
    words[at + 1] = sumHigh;
  }
}

/** Column by column modulo 2^64. */
export function addColumns(words: Int32Array, summand: Int32Array): void {
  for (let at = 0; at < words.length; at += 2) {
    const low = ((words[at] as number) >>> 0) + ((summand[at] as number) >>> 0);
    words[at] = low;
    words[at + 1] = (words[at + 1] as number) + (summand[at + 1] as number) + Math.floor(low / 0x100000000);
  }
}

export function subtractColumns(words: Int32Array, subtrahend: Int32Array): void {
  for (let at = 0; at < words.length; at += 2) {
    const low = ((words[at] as number) >>> 0) - ((subtrahend[at] as number) >>> 0);
    words[at] = low;
    words[at + 1] = (words[at + 1] as number) - (subtrahend[at + 1] as number) + Math.floor(low / 0x100000000);
  }
}

export function xorColumns(words: Int32Array, other: Int32Array): void {
  for (let i = 0; i < words.length; i++) words[i] = (words[i] as number) ^ (other[i] as number);
}
