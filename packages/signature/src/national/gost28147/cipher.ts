import { type BlockCipher, checkLength } from "../block-cipher/block-cipher.ts";
import { readWords, writeWords } from "../hash/hash.ts";
import type { Substitution } from "./substitution.ts";

/*
 * Time and memory access do not depend on key or text: a row of the S-box is 64 bits in two words, a look-up is a masked choice between them
 * and a shift. No table is indexed and nothing branches on a secret.
 */

/** `words`: two of a block, the first octets first. */
export interface Gost28147 extends BlockCipher {
  /** The first `rounds` rounds of encryption without the exchange at the end: 16 of them make the MAC. */
  advance(words: Int32Array, rounds: number): void;
}

/** GOST 28147-89 (RFC 5830) under a key of 32 octets, else `input.invalid`. */
export function gost28147(key: Uint8Array, { packed }: Substitution): Gost28147 {
  checkLength(key, "key", 32);
  const k = new Int32Array(8);
  readWords(key, 0, k);
  const low = Int32Array.from({ length: 8 }, (_, row) => packed[2 * row] as number);
  const differs = Int32Array.from({ length: 8 }, (_, row) => (packed[2 * row] as number) ^ (packed[2 * row + 1] as number));
  const words = new Int32Array(2);

  const substitute = (x: number): number => {
    let y = 0;
    for (let row = 0; row < 8; row++) {
      const nibble = x >>> (4 * row);
      const image = (low[row] as number) ^ ((differs[row] as number) & -((nibble >>> 3) & 1));
      y |= ((image >>> ((nibble & 7) << 2)) & 15) << (4 * row);
    }
    return (y << 11) | (y >>> 21);
  };

  const advance = (block: Int32Array, rounds: number): void => {
    let a = block[0] as number;
    let b = block[1] as number;
    for (let round = 0; round < rounds; round++) {
      const index = round < 24 ? round & 7 : 7 - (round & 7);
      const next = b ^ substitute((a + (k[index] as number)) | 0);
      b = a;
      a = next;
    }
    block[0] = a;
    block[1] = b;
  };

  return {
    blockLen: 8,
    advance,
    encrypt(block: Uint8Array): void {
      readWords(block, 0, words);
      advance(words, 32);
      exchange(words);
      writeWords(words, block, 8);
    },
    decrypt(block: Uint8Array): void {
      readWords(block, 0, words);
      let a = words[0] as number;
      let b = words[1] as number;
      for (let round = 0; round < 32; round++) {
        const index = round < 8 ? round : 7 - (round & 7);
        const next = b ^ substitute((a + (k[index] as number)) | 0);
        b = a;
        a = next;
      }
      words[0] = b;
      words[1] = a;
      writeWords(words, block, 8);
    },
    destroy(): void {
      k.fill(0);
      words.fill(0);
    },
  };
}

function exchange(words: Int32Array): void {
  const first = words[0] as number;
  words[0] = words[1] as number;
  words[1] = first;
}
