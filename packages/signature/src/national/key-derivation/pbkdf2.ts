import { pbkdf2 as derive } from "@noble/hashes/pbkdf2.js";
import { hmac as authenticate } from "@noble/hashes/hmac.js";
import type { Bytes } from "../../bytes.ts";
import { SignatureError } from "../../errors.ts";
import type { HashFunction } from "../hash/hash.ts";
import type { Mac } from "../hash/mac.ts";

/** More iterations than this are an attack on who opens the store, not a protection of it. */
export const MAXIMUM_ITERATIONS = 10_000_000;

/** HMAC (RFC 2104) over any hash of this package. Keys longer than a block are hashed first. */
export function hmac(hash: HashFunction, key: Uint8Array): Mac {
  const running = authenticate.create(hash, key);
  let ended = false;
  const mac: Mac = {
    update(data: Uint8Array): Mac {
      if (ended) throw new SignatureError("input.invalid", { what: "mac" });
      running.update(data);
      return mac;
    },
    digest(): Bytes {
      if (ended) throw new SignatureError("input.invalid", { what: "mac" });
      ended = true;
      return new Uint8Array(running.digest());
    },
  };
  return mac;
}

export interface Pbkdf2Question {
  readonly hash: HashFunction;
  readonly password: Uint8Array;
  readonly salt: Uint8Array;
  readonly iterations: number;
  /** Length of the key. */
  readonly octets: number;
}

/**
 * PBKDF2 (RFC 8018 5.2) with HMAC over any hash. Throws `input.too-large` above `MAXIMUM_ITERATIONS` and `input.invalid` for iterations or lengths
 * that are no positive whole numbers.
 */
export function pbkdf2({ hash, password, salt, iterations, octets }: Pbkdf2Question): Bytes {
  checkWork(iterations, octets);
  return new Uint8Array(derive(hash, password, salt, { c: iterations, dkLen: octets }));
}

/** Also what the older derivation asks of its caller. */
export function checkWork(iterations: number, octets: number): void {
  if (!Number.isSafeInteger(iterations) || iterations < 1) throw new SignatureError("input.invalid", { what: "iterations" });
  if (!Number.isSafeInteger(octets) || octets < 1 || octets > 1024) throw new SignatureError("input.invalid", { what: "octets" });
  if (iterations > MAXIMUM_ITERATIONS) throw new SignatureError("input.too-large", { what: "iterations" });
}
