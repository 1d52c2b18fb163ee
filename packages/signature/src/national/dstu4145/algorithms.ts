import type { AlgorithmPackage } from "../../algorithms/registry.ts";
import type { DigestScheme, SignatureScheme } from "../../algorithms/scheme.ts";
import { toHex, type Bytes } from "../../bytes.ts";
import { nullValue, oid, sequence } from "../../der/write.ts";
import { SignatureError } from "../../errors.ts";
import { dstu7564_256, dstu7564_384, dstu7564_512 } from "../dstu7564/index.ts";
import { DKE_1, gost34311, readSubstitution } from "../gost34311/index.ts";
import type { HashFunction } from "../hash/hash.ts";
import { NORMAL_KEYS, POLYNOMIAL_KEYS, readDstu4145PublicKey, type Dstu4145PublicKey } from "./public-key.ts";
import { readDstu4145Value } from "./signature-value.ts";
import { verifyDstu4145 } from "./signature.ts";

const ARC = "1.2.804.2.1.1.1.1";

interface Hashing {
  readonly name: string;
  readonly digest: string;
  /** Of the signature; in polynomial and in normal bases it goes on with 1 and 2. */
  readonly signature: string;
  /** `substitution`: the key's S-box. */
  hash(substitution?: Bytes): HashFunction;
}

const HASHINGS: readonly Hashing[] = [
  {
    name: "GOST34311",
    digest: `${ARC}.2.1`,
    signature: `${ARC}.3.1`,
    hash: (substitution) => gost34311(substitution ? readSubstitution(substitution) : DKE_1),
  },
  { name: "DSTU7564-256", digest: `${ARC}.2.2.1`, signature: `${ARC}.3.6.1`, hash: () => dstu7564_256 },
  { name: "DSTU7564-384", digest: `${ARC}.2.2.2`, signature: `${ARC}.3.6.2`, hash: () => dstu7564_384 },
  { name: "DSTU7564-512", digest: `${ARC}.2.2.3`, signature: `${ARC}.3.6.3`, hash: () => dstu7564_512 },
];

/** A digest of these signatures, with the S-box that the key names. Throws `algorithm.unsupported`. */
export function dstu4145Hash(digest: string, substitution?: Bytes): HashFunction {
  const hashing = HASHINGS.find(({ name }) => name === digest);
  if (!hashing) throw new SignatureError("algorithm.unsupported", { algorithm: digest });
  return hashing.hash(substitution);
}

/** Keys as they were read, by their octets: authorities' keys come again and again, and are quicker the second time. The oldest goes first. */
const keys = new Map<string, Dstu4145PublicKey>();
const MOST_KEYS = 16;

function keyOf(spki: Bytes): Dstu4145PublicKey {
  const id = toHex(spki);
  const key = keys.get(id) ?? readDstu4145PublicKey(spki);
  keys.delete(id);
  keys.set(id, key);
  for (const oldest of keys.keys()) if (keys.size > MOST_KEYS) keys.delete(oldest);
  return key;
}

/** DSTU 4145-2002 over GOST 34.311-95 and DSTU 7564, little-endian, for `STANDARD_ALGORITHMS.with(DSTU4145)`. */
export const DSTU4145: AlgorithmPackage = {
  digests: HASHINGS.map(({ name, digest, hash }): DigestScheme => ({
    name,
    identifiers: [sequence(oid(digest)), sequence(oid(digest), nullValue())],
    digest: async (bytes) => hash()(bytes),
  })),
  signatures: HASHINGS.flatMap(({ name, signature, hash }) =>
    (["", "-ONB"] as const).map((suffix): SignatureScheme => {
      const keys = suffix === "" ? POLYNOMIAL_KEYS : NORMAL_KEYS;
      const id = `${signature}.${suffix === "" ? 1 : 2}`;
      return {
        id: `DSTU4145-${name}${suffix}`,
        family: `DSTU4145${suffix}`,
        digest: name,
        // some writers name the family without the basis
        identifiers: [sequence(oid(id)), sequence(oid(id), nullValue()), ...(suffix === "" ? [sequence(oid(signature))] : [])],
        fits: (key) => key.kind === "other" && keys.includes(key.algorithm),
        verify: async ({ spki, data, signature: bytes }) => {
          try {
            const { domain, point, substitution } = keyOf(spki);
            const value = readDstu4145Value(bytes, domain.order.octets);
            return value !== null && verifyDstu4145(domain, point, hash(substitution)(data), value);
          } catch (error) {
            if (error instanceof SignatureError) return false;
            throw error;
          }
        },
      };
    }),
  ),
};
