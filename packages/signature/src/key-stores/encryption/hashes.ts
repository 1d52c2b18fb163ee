import { SignatureError } from "../../errors.ts";
import type { HashFunction } from "../../national/hash/hash.ts";

type NativeHash = "SHA-1" | "SHA-256" | "SHA-384" | "SHA-512";

/** A hash that keys are made of passwords with. */
export interface StoreHash {
  /** Where the platform has it, PBKDF2 and HMAC are the platform's. */
  readonly native?: NativeHash;
  /** Steps that one hash in JavaScript counts. */
  readonly cost: number;
  load(): Promise<HashFunction>;
}

const sha2 = async (name: "sha256" | "sha384" | "sha512"): Promise<HashFunction> => {
  const hashes = await import("@noble/hashes/sha2.js");
  // the same members under the library's own types
  return hashes[name] as unknown as HashFunction;
};

const SHA1: StoreHash = { native: "SHA-1", cost: 5, load: async () => (await import("../../national/key-derivation/sha1.ts")).sha1 };
const SHA256: StoreHash = { native: "SHA-256", cost: 5, load: () => sha2("sha256") };
const SHA384: StoreHash = { native: "SHA-384", cost: 10, load: () => sha2("sha384") };
const SHA512: StoreHash = { native: "SHA-512", cost: 10, load: () => sha2("sha512") };
const GOST34311: StoreHash = {
  cost: 20,
  load: async () => {
    const { DKE_1, gost34311 } = await import("../../national/gost34311/index.ts");
    return gost34311(DKE_1);
  },
};

const DIGESTS: Readonly<Record<string, StoreHash>> = {
  "1.3.14.3.2.26": SHA1,
  "2.16.840.1.101.3.4.2.1": SHA256,
  "2.16.840.1.101.3.4.2.2": SHA384,
  "2.16.840.1.101.3.4.2.3": SHA512,
  "1.2.804.2.1.1.1.1.2.1": GOST34311,
};

const HMACS: Readonly<Record<string, StoreHash>> = {
  "1.2.840.113549.2.7": SHA1,
  "1.2.840.113549.2.9": SHA256,
  "1.2.840.113549.2.10": SHA384,
  "1.2.840.113549.2.11": SHA512,
  "1.2.804.2.1.1.1.1.1.2": GOST34311,
};

/** By the object identifier of a digest. Throws `algorithm.unsupported`. */
export function hashOfDigest(oid: string): StoreHash {
  return known(DIGESTS, oid);
}

/** By the object identifier of an HMAC. Throws `algorithm.unsupported`. */
export function hashOfHmac(oid: string): StoreHash {
  return known(HMACS, oid);
}

function known<T>(table: Readonly<Record<string, T>>, oid: string): T {
  const found = Object.hasOwn(table, oid) ? table[oid] : undefined;
  if (!found) throw new SignatureError("algorithm.unsupported", { algorithm: oid });
  return found;
}
