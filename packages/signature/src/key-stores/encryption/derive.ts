import { pbkdf2Async } from "@noble/hashes/pbkdf2.js";
import { webCrypto } from "../../algorithms/web-crypto.ts";
import type { Bytes } from "../../bytes.ts";
import type { OpeningContext } from "../locked-store.ts";
import type { StoreHash } from "./hashes.ts";

export interface Pbkdf2Input {
  readonly hash: StoreHash;
  readonly salt: Bytes;
  readonly iterations: number;
  readonly octets: number;
}

/** Milliseconds after which a long derivation lets others run. */
const TURN = 20;

/** PBKDF2 (RFC 8018 5.2) of the password in UTF-8: by the platform where it has the hash. Throws `input.too-large` before any work. */
export async function pbkdf2(input: Pbkdf2Input, { password, work, ...option }: OpeningContext): Promise<Bytes> {
  const { hash, salt, iterations, octets } = input;
  const blocks = (outputLength: number): number => Math.ceil(octets / outputLength);
  const secret = new TextEncoder().encode(password);
  try {
    if (hash.native) {
      work.spend(iterations, blocks(NATIVE_OCTETS[hash.native]));
      const subtle = webCrypto(option);
      const key = await subtle.importKey("raw", secret, "PBKDF2", false, ["deriveBits"]);
      return new Uint8Array(await subtle.deriveBits({ name: "PBKDF2", hash: hash.native, salt, iterations }, key, 8 * octets));
    }
    const loaded = await hash.load();
    // each iteration is an HMAC: two hashes
    work.spend(iterations, 2 * hash.cost * blocks(loaded.outputLen));
    return new Uint8Array(await pbkdf2Async(loaded, secret, salt, { c: iterations, dkLen: octets, asyncTick: TURN }));
  } finally {
    secret.fill(0);
  }
}

const NATIVE_OCTETS = { "SHA-1": 20, "SHA-256": 32, "SHA-384": 48, "SHA-512": 64 } as const;
