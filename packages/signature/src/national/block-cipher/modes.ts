import { concat, copy, type Bytes } from "../../bytes.ts";
import { SignatureError } from "../../errors.ts";
import { type BlockCipher, checkLength } from "./block-cipher.ts";
import { pad, type Padding, unpad } from "./padding.ts";

/** Encryption or decryption under way: each `update` gives what is ready, `finish` the rest. */
export interface CipherStream {
  update(data: Uint8Array): Bytes;
  /** Throws `input.invalid` where the length is not one that the mode takes, or the padding is wrong. */
  finish(): Bytes;
}

/** Electronic code book: for single blocks of key material. */
export function ecbEncrypt(cipher: BlockCipher, padding: Padding = "none"): CipherStream {
  return blocks(cipher.blockLen, (block) => cipher.encrypt(block), padding, true);
}

export function ecbDecrypt(cipher: BlockCipher, padding: Padding = "none"): CipherStream {
  return blocks(cipher.blockLen, (block) => cipher.decrypt(block), padding, false);
}

/** Cipher block chaining. `iv` is a block long, else `input.invalid`. */
export function cbcEncrypt(cipher: BlockCipher, iv: Uint8Array, padding: Padding): CipherStream {
  checkLength(iv, "iv", cipher.blockLen);
  const feed = copy(iv);
  const encrypt = (block: Uint8Array): void => {
    xor(block, feed);
    cipher.encrypt(block);
    feed.set(block);
  };
  return blocks(cipher.blockLen, encrypt, padding, true);
}

export function cbcDecrypt(cipher: BlockCipher, iv: Uint8Array, padding: Padding): CipherStream {
  checkLength(iv, "iv", cipher.blockLen);
  const feed = copy(iv);
  const decrypt = (block: Uint8Array): void => {
    const next = copy(block);
    cipher.decrypt(block);
    xor(block, feed);
    feed.set(next);
  };
  return blocks(cipher.blockLen, decrypt, padding, false);
}

/** Cipher feedback of whole blocks. Any length. */
export function cfbEncrypt(cipher: BlockCipher, iv: Uint8Array): CipherStream {
  return feedback(cipher, iv, (_, output) => output);
}

export function cfbDecrypt(cipher: BlockCipher, iv: Uint8Array): CipherStream {
  return feedback(cipher, iv, (input) => input);
}

/** XORs with what `next` writes, block after block: counter modes. Encryption and decryption are the same. */
export function keystream(blockLen: number, next: (block: Uint8Array) => void): CipherStream {
  const gamma = new Uint8Array(blockLen);
  let used = blockLen;
  return {
    update(data: Uint8Array): Bytes {
      const out = new Uint8Array(data);
      for (let i = 0; i < out.length; i++, used++) {
        if (used === blockLen) {
          next(gamma);
          used = 0;
        }
        out[i] = (out[i] as number) ^ (gamma[used] as number);
      }
      return out;
    },
    finish: (): Bytes => new Uint8Array(0),
  };
}

function feedback(cipher: BlockCipher, iv: Uint8Array, cipherText: (input: number, output: number) => number): CipherStream {
  const { blockLen } = cipher;
  checkLength(iv, "iv", blockLen);
  const feed = copy(iv);
  let used = blockLen;
  return {
    update(data: Uint8Array): Bytes {
      const out = new Uint8Array(data.length);
      for (let i = 0; i < out.length; i++, used++) {
        if (used === blockLen) {
          cipher.encrypt(feed);
          used = 0;
        }
        const input = data[i] as number;
        const output = input ^ (feed[used] as number);
        out[i] = output;
        feed[used] = cipherText(input, output);
      }
      return out;
    },
    finish: (): Bytes => new Uint8Array(0),
  };
}

function blocks(blockLen: number, change: (block: Uint8Array) => void, padding: Padding, encrypts: boolean): CipherStream {
  let rest: Bytes = new Uint8Array(0);
  const take = (data: Uint8Array, keep: number): Bytes => {
    const all = concat(rest, data);
    const whole = Math.max(0, Math.floor((all.length - keep) / blockLen) * blockLen);
    for (let at = 0; at < whole; at += blockLen) change(all.subarray(at, at + blockLen));
    rest = all.slice(whole);
    return all.slice(0, whole);
  };
  return {
    // the last block may hold the padding that decryption takes away: it stays back until the end is known
    update: (data: Uint8Array): Bytes => take(data, encrypts || padding === "none" ? 0 : 1),
    finish(): Bytes {
      const last = encrypts ? pad(rest, blockLen, padding) : rest;
      rest = new Uint8Array(0);
      if (last.length % blockLen !== 0) throw new SignatureError("input.invalid", { what: "length" });
      const out = take(last, 0);
      return encrypts ? out : unpad(out, blockLen, padding);
    },
  };
}

function xor(block: Uint8Array, other: Uint8Array): void {
  for (let i = 0; i < block.length; i++) block[i] = (block[i] as number) ^ (other[i] as number);
}
