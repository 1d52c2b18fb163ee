import { copy, type Bytes } from "../../bytes.ts";
import { SignatureError } from "../../errors.ts";
import { checkLength } from "../block-cipher/block-cipher.ts";
import { type CipherStream, keystream } from "../block-cipher/modes.ts";
import { readWords, writeWords } from "../hash/hash.ts";
import type { Mac } from "../hash/mac.ts";
import type { Gost28147 } from "./cipher.ts";

const C1 = 0x01010104;
const C2 = 0x01010101;

/** Counter mode, which the standard calls gamma (RFC 5830 section 6). `iv`: 8 octets, else `input.invalid`. */
export function gost28147Counter(cipher: Gost28147, iv: Uint8Array): CipherStream {
  checkLength(iv, "iv", 8);
  const start = copy(iv);
  cipher.encrypt(start);
  const counter = new Int32Array(2);
  readWords(start, 0, counter);
  return keystream(8, (block) => {
    counter[0] = (counter[0] as number) + C2;
    // modulo 2^32 - 1: a carry comes back in
    const sum = ((counter[1] as number) >>> 0) + C1;
    counter[1] = sum + (sum > 0xffffffff ? 1 : 0);
    writeWords(counter, block, 8);
    cipher.encrypt(block);
  });
}

/**
 * The MAC of RFC 5830 section 8, `octets` long (1…8, usually 4). The last block is filled with zeros. Throws `input.invalid` for another length,
 * and at the end for a message of a single block or none: the standard asks for two, and implementations differ in what they add.
 */
export function gost28147Mac(cipher: Gost28147, octets = 4): Mac {
  if (!Number.isInteger(octets) || octets < 1 || octets > 8) throw new SignatureError("input.invalid", { what: "octets" });
  const state = new Int32Array(2);
  const block = new Uint8Array(8);
  const words = new Int32Array(2);
  let filled = 0;
  let count = 0;
  let ended = false;
  const absorb = (): void => {
    readWords(block, 0, words);
    state[0] = (state[0] as number) ^ (words[0] as number);
    state[1] = (state[1] as number) ^ (words[1] as number);
    cipher.advance(state, 16);
    filled = 0;
    count++;
  };
  const mac: Mac = {
    update(data: Uint8Array): Mac {
      if (ended) throw new SignatureError("input.invalid", { what: "mac" });
      for (const octet of data) {
        block[filled++] = octet;
        if (filled === 8) absorb();
      }
      return mac;
    },
    digest(): Bytes {
      if (ended) throw new SignatureError("input.invalid", { what: "mac" });
      ended = true;
      if (filled > 0) {
        block.fill(0, filled);
        absorb();
      }
      block.fill(0);
      if (count < 2) throw new SignatureError("input.invalid", { what: "message" });
      const tag = new Uint8Array(octets);
      writeWords(state, tag, octets);
      state.fill(0);
      return tag;
    },
  };
  return mac;
}
