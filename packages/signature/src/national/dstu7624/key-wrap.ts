import { concat, type Bytes } from "../../bytes.ts";
import { SignatureError } from "../../errors.ts";
import type { BlockCipher } from "../block-cipher/block-cipher.ts";

/**
 * Key wrap of DSTU 7624 (KW): the key, whole blocks of it, with a block of zeros that proves it when it is unwrapped. One block longer
 * than the key. Throws `input.invalid` for other lengths.
 */
export function dstu7624WrapKey(cipher: BlockCipher, key: Uint8Array): Bytes {
  const { blockLen } = cipher;
  checkBlocks(key, blockLen, 1, "key");
  const half = blockLen / 2;
  const queue = concat(key, new Uint8Array(blockLen));
  const block = new Uint8Array(blockLen);
  // the queue of halves moves by one each step: its first is encrypted with its second and goes to the end
  for (let step = 1; step <= steps(queue.length, half); step++) {
    block.set(queue.subarray(0, blockLen));
    cipher.encrypt(block);
    count(block, half, step);
    queue.copyWithin(half, blockLen);
    queue.set(block.subarray(half), 0);
    queue.set(block.subarray(0, half), queue.length - half);
  }
  block.fill(0);
  return queue;
}

/** Throws `input.invalid`: `what: "wrapped key"` for a wrong length, `"key encryption key"` where the block of zeros does not come out. */
export function dstu7624UnwrapKey(cipher: BlockCipher, wrapped: Uint8Array): Bytes {
  const { blockLen } = cipher;
  checkBlocks(wrapped, blockLen, 2, "wrapped key");
  const half = blockLen / 2;
  const queue = new Uint8Array(wrapped);
  const block = new Uint8Array(blockLen);
  for (let step = steps(queue.length, half); step > 0; step--) {
    block.set(queue.subarray(queue.length - half), 0);
    block.set(queue.subarray(0, half), half);
    count(block, half, step);
    cipher.decrypt(block);
    queue.copyWithin(blockLen, half, queue.length - half);
    queue.set(block);
  }
  block.fill(0);
  let rest = 0;
  for (const octet of queue.subarray(queue.length - blockLen)) rest |= octet;
  const key = queue.slice(0, queue.length - blockLen);
  queue.fill(0);
  if (rest === 0) return key;
  key.fill(0);
  throw new SignatureError("input.invalid", { what: "key encryption key" });
}

function steps(octets: number, half: number): number {
  return 6 * (octets / half - 1);
}

/** The step's number, little endian, into the second half. */
function count(block: Uint8Array, half: number, step: number): void {
  for (let i = 0; i < 4; i++) block[half + i] = (block[half + i] as number) ^ (step >>> (8 * i));
}

function checkBlocks(octets: Uint8Array, blockLen: number, least: number, what: string): void {
  if (octets.length < least * blockLen || octets.length % blockLen !== 0 || octets.length > 0x10000)
    throw new SignatureError("input.invalid", { what, octets: octets.length });
}
