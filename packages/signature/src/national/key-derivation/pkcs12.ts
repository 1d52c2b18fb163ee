import { concat, type Bytes } from "../../bytes.ts";
import type { HashFunction } from "../hash/hash.ts";
import { checkWork } from "./pbkdf2.ts";

/** What is derived: RFC 7292 B.3. */
export const PURPOSE = { key: 1, iv: 2, mac: 3 } as const;

export interface Pkcs12Question {
  readonly hash: HashFunction;
  /** As the user typed it; it is taken as a BMPString with its end, RFC 7292 B.1. */
  readonly password: string;
  readonly salt: Uint8Array;
  readonly iterations: number;
  readonly purpose: keyof typeof PURPOSE;
  readonly octets: number;
}

/** Iterations between two moments at which others may run, and milliseconds after which they do. */
const STRETCH = 256;
const TURN = 20;

/** The derivation of RFC 7292 appendix B.2, for old stores. Throws `input.too-large` and `input.invalid` as `pbkdf2` does. */
export function pkcs12Key(question: Pkcs12Question): Bytes {
  const running = derivation(question);
  for (;;) {
    const { done, value } = running.next();
    if (done) return value;
  }
}

/** The same, letting others run every now and then: some stores take a second. */
export async function pkcs12KeyInTurns(question: Pkcs12Question): Promise<Bytes> {
  const running = derivation(question);
  for (let since = performance.now(); ;) {
    const { done, value } = running.next();
    if (done) return value;
    if (performance.now() - since < TURN) continue;
    await new Promise((others) => setTimeout(others));
    since = performance.now();
  }
}

function* derivation({ hash, password, salt, iterations, purpose, octets }: Pkcs12Question): Generator<undefined, Bytes> {
  checkWork(iterations, octets);
  const { blockLen } = hash.create();
  const block = new Uint8Array(blockLen).fill(PURPOSE[purpose]);
  const secret = bmpString(password);
  const input = concat(repeated(salt, blockLen), repeated(secret, blockLen));
  secret.fill(0);
  const out = new Uint8Array(octets);
  for (let at = 0; at < octets;) {
    let digest = hash.create().update(block).update(input).digest();
    for (let i = 1; i < iterations; i++) {
      digest = hash(digest);
      if (i % STRETCH === 0) yield;
    }
    out.set(digest.subarray(0, octets - at), at);
    at += digest.length;
    addToBlocks(input, repeated(digest, blockLen).subarray(0, blockLen), blockLen);
    digest.fill(0);
  }
  input.fill(0);
  return out;
}

/** Filled to whole blocks by repetition; nothing stays nothing. */
function repeated(octets: Uint8Array, blockLen: number): Bytes {
  const length = blockLen * Math.ceil(octets.length / blockLen);
  return Uint8Array.from({ length }, (_, i) => octets[i % octets.length] as number);
}

/** Each block of `input` plus `summand` plus one, big endian, modulo the block. */
function addToBlocks(input: Uint8Array, summand: Uint8Array, blockLen: number): void {
  for (let start = 0; start < input.length; start += blockLen) {
    let carry = 1;
    for (let i = blockLen - 1; i >= 0; i--) {
      carry += (input[start + i] as number) + (summand[i] as number);
      input[start + i] = carry;
      carry >>= 8;
    }
  }
}

function bmpString(password: string): Bytes {
  const octets = new Uint8Array(2 * password.length + 2);
  for (let i = 0; i < password.length; i++) {
    const unit = password.charCodeAt(i);
    octets[2 * i] = unit >> 8;
    octets[2 * i + 1] = unit;
  }
  return octets;
}
