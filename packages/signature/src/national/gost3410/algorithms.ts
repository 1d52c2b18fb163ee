import type { AlgorithmPackage } from "../../algorithms/registry.ts";
import type { DigestScheme, SignatureScheme } from "../../algorithms/scheme.ts";
import { concat, type Bytes } from "../../bytes.ts";
import { nullValue, oid, sequence } from "../../der/write.ts";
import { SignatureError } from "../../errors.ts";
import { gost34112012_256, gost34112012_512 } from "../gost3411-2012/index.ts";
import { CRYPTOPRO_HASH, gost34311, TEST_HASH } from "../gost34311/index.ts";
import type { HashFunction } from "../hash/hash.ts";
import { readGost3410PublicKey } from "./public-key.ts";
import { verifyGost3410, type Gost3410Value } from "./signature.ts";

/** How a signature stands in X.509 and CMS: r‖s little-endian, or s‖r big-endian (RFC 4491 3, RFC 9215 2), which is the same backwards. */
export type ValueOrder = "r-s-little" | "s-r-big";

interface Profile {
  readonly id: string;
  readonly digest: string;
  readonly signature: string;
  readonly key: string;
  /** Octets of r and of s. */
  readonly octets: 32 | 64;
  readonly order: ValueOrder;
}

const DIGESTS: readonly { readonly name: string; readonly identifiers: readonly string[]; hash(): HashFunction }[] = [
  { name: "GOST3411-94-CRYPTOPRO", identifiers: ["1.2.643.2.2.9"], hash: () => gost34311(CRYPTOPRO_HASH) },
  { name: "GOST34311-TEST", identifiers: ["1.2.398.3.10.1.3.1.1.0", "1.2.398.3.10.1.3.1"], hash: () => gost34311(TEST_HASH) },
  { name: "GOST3411-2012-256", identifiers: ["1.2.643.7.1.1.2.2"], hash: () => gost34112012_256 },
  { name: "GOST3411-2012-512", identifiers: ["1.2.643.7.1.1.2.3"], hash: () => gost34112012_512 },
  { name: "GOST3411-2015-512", identifiers: ["1.2.398.3.10.1.3.3"], hash: () => gost34112012_512 },
];

const PROFILES: readonly Profile[] = [
  {
    id: "GOST3410-2001",
    digest: "GOST3411-94-CRYPTOPRO",
    signature: "1.2.643.2.2.3",
    key: "1.2.643.2.2.19",
    octets: 32,
    order: "s-r-big",
  },
  {
    id: "GOST3410-2012-256",
    digest: "GOST3411-2012-256",
    signature: "1.2.643.7.1.1.3.2",
    key: "1.2.643.7.1.1.1.1",
    octets: 32,
    order: "s-r-big",
  },
  {
    id: "GOST3410-2012-512",
    digest: "GOST3411-2012-512",
    signature: "1.2.643.7.1.1.3.3",
    key: "1.2.643.7.1.1.1.2",
    octets: 64,
    order: "s-r-big",
  },
  {
    id: "GOST3410-2004",
    digest: "GOST34311-TEST",
    signature: "1.2.398.3.10.1.1.1.2",
    key: "1.2.398.3.10.1.1.1.1",
    octets: 32,
    order: "r-s-little",
  },
  {
    id: "GOST3410-2015-512",
    digest: "GOST3411-2015-512",
    signature: "1.2.398.3.10.1.1.2.3.2",
    key: "1.2.398.3.10.1.1.2.2",
    octets: 64,
    order: "r-s-little",
  },
];

/** What stands for an algorithm of the registry in keys and values. Throws `algorithm.unsupported`. */
export function gost3410Profile(id: string): Pick<Profile, "key" | "octets" | "order"> & { readonly hash: HashFunction } {
  const profile = PROFILES.find((candidate) => candidate.id === id);
  const digest = DIGESTS.find(({ name }) => name === profile?.digest);
  if (!profile || !digest) throw new SignatureError("algorithm.unsupported", { algorithm: id });
  return { ...profile, hash: digest.hash() };
}

export function writeGost3410Value({ r, s }: Gost3410Value, order: ValueOrder): Bytes {
  const value = concat(r, s);
  return order === "r-s-little" ? value : value.reverse();
}

export function readGost3410Value(bytes: Uint8Array, order: ValueOrder): Gost3410Value {
  const value = order === "r-s-little" ? new Uint8Array(bytes) : new Uint8Array(bytes).reverse();
  return { r: value.slice(0, value.length / 2), s: value.slice(value.length / 2) };
}

const withAndWithoutNull = (id: string): Bytes[] => [sequence(oid(id)), sequence(oid(id), nullValue())];

/**
 * GOST 34.10-2001 and -2012 as RFC 4491 and RFC 9215 write them, 34.10-2004 and 34.10-2015 as the authorities under arc 1.2.398 do, for `STANDARD_ALGORITHMS.with(GOST3410)`. Outside signers
 * give what stands in the certificate.
 */
export const GOST3410: AlgorithmPackage = {
  digests: DIGESTS.map(({ name, identifiers, hash }): DigestScheme => ({
    name,
    identifiers: identifiers.flatMap(withAndWithoutNull),
    digest: async (bytes) => hash()(bytes),
  })),
  signatures: PROFILES.map(({ id, digest, signature, key: kind, octets, order }): SignatureScheme => {
    const hash = DIGESTS.find(({ name }) => name === digest)?.hash;
    return {
      id,
      family: "GOST3410",
      digest,
      identifiers: withAndWithoutNull(signature),
      fits: (key) => key.kind === "other" && key.algorithm === kind,
      verify: async ({ spki, data, signature: bytes }) => {
        if (!hash || bytes.length !== 2 * octets) return false;
        try {
          const { domain, point } = readGost3410PublicKey(spki);
          return domain.octets === octets && verifyGost3410(domain, point, hash()(data), readGost3410Value(bytes, order));
        } catch (error) {
          if (error instanceof SignatureError) return false;
          throw error;
        }
      },
      encode: (raw) => (raw.length === 2 * octets ? raw : null),
    };
  }),
};
