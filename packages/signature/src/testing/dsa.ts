import type { AlgorithmPackage } from "../algorithms/registry.ts";
import { toHex, type Bytes } from "../bytes.ts";
import { webCrypto } from "../algorithms/verify.ts";
import { DerFields, readDer, TAG } from "../der/read.ts";
import { readBitOctets, readOid, readUnsigned } from "../der/values.ts";
import { oid, sequence } from "../der/write.ts";
import { SignatureError } from "../errors.ts";

const DSA_KEY = "1.2.840.10040.4.1";

/**
 * DSA with SHA-1 (FIPS 186-4 section 4.7), verification only. Nobody may sign so any more: it is here because published test
 * suites hold such paths, and as the example of an algorithm that comes from outside with keys that take their parameters from above.
 */
export const DSA_SHA1: AlgorithmPackage = {
  signatures: [
    {
      id: "DSA-SHA1",
      family: "DSA",
      digest: "SHA-1",
      identifiers: [sequence(oid("1.2.840.10040.4.3"))],
      fits: (key) => key.kind === "other" && key.algorithm === DSA_KEY,
      verify: async ({ spki, data, signature, ...option }) => {
        try {
          const hash = new Uint8Array(await webCrypto(option).digest("SHA-1", data));
          return verify(readKey(spki), number(hash), signature);
        } catch (error) {
          if (error instanceof SignatureError) return false;
          throw error;
        }
      },
      parameters: {
        missing: (spki) => split(spki).parameters === undefined,
        inherit: (spki, issuerSpki) => {
          const above = split(issuerSpki);
          if (above.algorithm !== DSA_KEY || !above.parameters) return null;
          return sequence(sequence(oid(DSA_KEY), above.parameters), split(spki).keyRaw);
        },
      },
    },
  ],
};

interface DsaKey {
  readonly p: bigint;
  readonly q: bigint;
  readonly g: bigint;
  readonly y: bigint;
}

function split(spki: Bytes): { algorithm: string; parameters: Bytes | undefined; key: Bytes; keyRaw: Bytes } {
  const fields = new DerFields(readDer(spki, TAG.sequence, "public key"), "public key");
  const identifier = new DerFields(fields.next(TAG.sequence), "public key");
  const key = fields.next(TAG.bitString);
  const algorithm = readOid(identifier.next(TAG.oid));
  const parameters = identifier.optional(TAG.sequence)?.raw;
  return { algorithm, parameters, key: readBitOctets(key), keyRaw: key.raw };
}

/** RFC 3279 2.3.2. */
function readKey(spki: Bytes): DsaKey {
  const { parameters, key } = split(spki);
  const fields = new DerFields(readDer(parameters ?? new Uint8Array(), TAG.sequence, "DSA parameters"), "DSA parameters");
  const [p, q, g] = [fields, fields, fields].map((source) => number(readUnsigned(source.next(TAG.integer))));
  const y = number(readUnsigned(readDer(key, TAG.integer, "DSA key")));
  // the sizes of FIPS 186-4 4.2; beyond them a verification would cost what the sender likes
  if (
    p === undefined ||
    q === undefined ||
    g === undefined ||
    p >> 3072n !== 0n ||
    q >> 160n !== 0n ||
    q < 3n ||
    g < 2n ||
    g >= p ||
    y < 2n ||
    y >= p
  )
    throw new SignatureError("der.malformed", { what: "DSA key" });
  return { p, q, g, y };
}

function verify({ p, q, g, y }: DsaKey, hash: bigint, signature: Bytes): boolean {
  const fields = new DerFields(readDer(signature, TAG.sequence, "DSA value"), "DSA value");
  const r = number(readUnsigned(fields.next(TAG.integer)));
  const s = number(readUnsigned(fields.next(TAG.integer)));
  fields.end();
  if (r <= 0n || r >= q || s <= 0n || s >= q) return false;
  // q is prime, so s^(q-2) is its inverse
  const w = power(s, q - 2n, q);
  return ((power(g, (hash * w) % q, p) * power(y, (r * w) % q, p)) % p) % q === r;
}

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n;
  let square = base % modulus;
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * square) % modulus;
    square = (square * square) % modulus;
  }
  return result;
}

function number(octets: Uint8Array): bigint {
  return BigInt(`0x0${toHex(octets)}`);
}
