import { STANDARD_ALGORITHMS } from "../algorithms/algorithms.ts";
import { AlgorithmRegistry } from "../algorithms/registry.ts";
import { DSTU4145 } from "../national/dstu4145/index.ts";
import { GOST3410 } from "../national/gost3410/index.ts";
import { DSTU4145_KEYS } from "./dstu4145-keys.ts";
import { GOST3410_KEYS } from "./gost3410-keys.ts";
import { NationalSubtle } from "./national-subtle.ts";

export type { NationalKeyAlgorithm } from "./national-key.ts";
export type { NationalKeyGenParams } from "./national-subtle.ts";

/** The registry of what `withNationalAlgorithms` adds, on top of the standard algorithms. */
export const NATIONAL_ALGORITHMS: AlgorithmRegistry = STANDARD_ALGORITHMS.with(DSTU4145, GOST3410);

/**
 * A `Crypto` with DSTU 4145, GOST 34.10 and their digests added: the platform's own, or that of `@peculiar/webcrypto`. For pkijs and other code that speaks WebCrypto,
 * in Node, worker and browser. Keys of the added algorithms are objects of this page: `structuredClone` and IndexedDB do not take them.
 */
export function withNationalAlgorithms(crypto: Crypto = globalThis.crypto): Crypto {
  const random = (octets: Uint8Array<ArrayBuffer>): void => void crypto.getRandomValues(octets);
  const digests = new AlgorithmRegistry(DSTU4145, GOST3410).digests;
  // the platform's type has overloads for its own algorithms, which a class cannot have one by one
  const subtle = new NationalSubtle(crypto.subtle, digests, [DSTU4145_KEYS, GOST3410_KEYS], random) as unknown as SubtleCrypto;
  return {
    subtle,
    getRandomValues: (array) => crypto.getRandomValues(array),
    randomUUID: () => crypto.randomUUID(),
  };
}
