import { copy, type Bytes } from "../../bytes.ts";
import { SignatureError } from "../../errors.ts";
import { type BlockCipher, checkLength } from "../block-cipher/block-cipher.ts";
import { type CipherStream, keystream } from "../block-cipher/modes.ts";
import type { Mac } from "../hash/mac.ts";

/** Counter mode of DSTU 7624: the counter starts as the encrypted `iv`, a block long, else `input.invalid`. */
export function dstu7624Counter(cipher: BlockCipher, iv: Uint8Array): CipherStream {
  checkLength(iv, "iv", cipher.blockLen);
  const counter = copy(iv);
  cipher.encrypt(counter);
  return keystream(cipher.blockLen, (block) => {
    let carry = 1;
    for (let i = 0; i < counter.length; i++) {
      carry += counter[i] as number;
      counter[i] = carry;
      carry >>= 8;
    }
    block.set(counter);
    cipher.encrypt(block);
  });
}

/**
 * CMAC of DSTU 7624, `octets` long, from 8 to a block, else `input.invalid`. An incomplete last block is padded by a one bit and
 * zeros. An empty message has no MAC: `input.invalid` at the end.
 */
export function dstu7624Cmac(cipher: BlockCipher, octets: number = cipher.blockLen): Mac {
  const { blockLen } = cipher;
  if (!Number.isInteger(octets) || octets < 8 || octets > blockLen) throw new SignatureError("input.invalid", { what: "octets" });
  const state = new Uint8Array(blockLen);
  let filled = 0;
  let ended = false;
  const refuseEnded = (): void => {
    if (ended) throw new SignatureError("input.invalid", { what: "mac" });
  };
  const mac: Mac = {
    update(data: Uint8Array): Mac {
      refuseEnded();
      for (const octet of data) {
        // a full block is only worked on when another follows: the last one is treated otherwise
        if (filled === blockLen) {
          cipher.encrypt(state);
          filled = 0;
        }
        state[filled] = (state[filled] as number) ^ octet;
        filled++;
      }
      return mac;
    },
    digest(): Bytes {
      refuseEnded();
      ended = true;
      if (filled === 0) throw new SignatureError("input.invalid", { what: "message" });
      const mask = new Uint8Array(blockLen);
      if (filled < blockLen) {
        mask[0] = 1;
        state[filled] = (state[filled] as number) ^ 0x80;
      }
      cipher.encrypt(mask);
      for (let i = 0; i < blockLen; i++) state[i] = (state[i] as number) ^ (mask[i] as number);
      cipher.encrypt(state);
      const tag = state.slice(0, octets);
      state.fill(0);
      return tag;
    },
  };
  return mac;
}
