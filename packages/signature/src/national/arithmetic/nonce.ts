import { hmac } from "@noble/hashes/hmac.js";
import { concat } from "../../bytes.ts";
import type { HashFunction } from "../hash/hash.ts";

export interface NonceInput {
  readonly hash: HashFunction;
  /** Order of the base point. */
  readonly order: bigint;
  /** Big-endian, as long as the order. */
  readonly privateKey: Uint8Array;
  /** Digest of the message. */
  readonly digest: Uint8Array;
  /** Fresh randomness; without it, equal messages give equal signatures. */
  readonly entropy?: Uint8Array | undefined;
}

/**
 * Secret scalars from 1 to n − 1, little-endian, as RFC 6979 3.2 draws them: no random source can spoil them, and `entropy` (3.6) keeps faults from
 * being compared. Candidates that are not below n are thrown away; that tells nothing of the one that is used.
 */
export function* nonces({
  hash,
  order,
  privateKey,
  digest,
  entropy = new Uint8Array(),
}: NonceInput): Generator<Uint8Array<ArrayBuffer>, never> {
  const bits = order.toString(2).length;
  const length = Math.ceil(bits / 8);
  const limit = bigEndian(order, length);
  const seed = concat(privateKey, digest, entropy);
  let key: Uint8Array = new Uint8Array(hash.outputLen);
  let value: Uint8Array = new Uint8Array(hash.outputLen).fill(1);
  const mix = (octet: number, data: Uint8Array): void => {
    key = hmac(hash, key, concat(value, Uint8Array.of(octet), data));
    value = hmac(hash, key, value);
  };
  mix(0, seed);
  mix(1, seed);
  seed.fill(0);
  for (;;) {
    let drawn = new Uint8Array();
    while (drawn.length < length) {
      value = hmac(hash, key, value);
      drawn = concat(drawn, value);
    }
    const scalar = drawn.subarray(0, length);
    // the leftmost bits (RFC 6979 2.3.2)
    const spare = 8 * length - bits;
    for (let i = length - 1; i >= 0; i--)
      scalar[i] = ((scalar[i] as number) >>> spare) | (i > 0 ? (scalar[i - 1] as number) << (8 - spare) : 0);
    if (isBelow(scalar, limit)) yield new Uint8Array(scalar).reverse();
    drawn.fill(0);
    key = hmac(hash, key, concat(value, Uint8Array.of(0)));
    value = hmac(hash, key, value);
  }
}

/** 0 < a < b, big-endian of one length. */
function isBelow(a: Uint8Array, b: Uint8Array): boolean {
  let borrow = 0;
  let any = 0;
  for (let i = a.length - 1; i >= 0; i--) {
    borrow = ((a[i] as number) - (b[i] as number) + borrow) >> 8;
    any |= a[i] as number;
  }
  return borrow < 0 && any !== 0;
}

export function bigEndian(value: bigint, length: number): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length }, (_, i) => Number((value >> BigInt(8 * (length - 1 - i))) & 0xffn));
}

/** Of public octets. */
export function littleEndianNumber(octets: Uint8Array): bigint {
  let value = 0n;
  for (let i = octets.length - 1; i >= 0; i--) value = (value << 8n) | BigInt(octets[i] as number);
  return value;
}
