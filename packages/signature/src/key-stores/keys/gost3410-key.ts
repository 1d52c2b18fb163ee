import type { CryptoOption } from "../../algorithms/scheme.ts";
import { equal, type Bytes } from "../../bytes.ts";
import { DerFields, malformed, readDer, TAG } from "../../der/read.ts";
import { readBitOctets, readOctets, readOid, readUnsigned } from "../../der/values.ts";
import { SignatureError } from "../../errors.ts";
import { gost3410Profile } from "../../national/gost3410/algorithms.ts";
import {
  GOST3410,
  gost3410PublicKey,
  namedGostDomain,
  readGost3410PublicKey,
  signGost3410,
  writeGost3410Value,
} from "../../national/gost3410/index.ts";
import { SecretOctets } from "../secret-octets.ts";
import { fixedLength, type PrivateKey, type PrivateKeyParts } from "./private-key.ts";

export function openGost3410Key({ algorithm: kind, parameters, key }: PrivateKeyParts, option: CryptoOption): PrivateKey {
  const algorithm = GOST3410.signatures?.find(({ fits }) => fits({ kind: "other", algorithm: kind }))?.id;
  if (algorithm === undefined) throw new SignatureError("algorithm.unsupported", { algorithm: kind });
  const { octets, order, hash } = gost3410Profile(algorithm);
  if (!parameters) throw malformed("GOST 34.10 key");
  const domain = namedGostDomain(readOid(new DerFields(parameters, "GOST 34.10 key").next(TAG.oid)));
  if (domain.octets !== octets) throw new SignatureError("key.invalid", { what: "curve" });
  const secret = new SecretOctets(readGost3410Secret(key, domain.octets));
  const point = secret.use((privateKey) => gost3410PublicKey(domain, privateKey));
  return {
    algorithms: [algorithm],
    belongsTo: async (spki) => {
      const other = readGost3410PublicKey(spki);
      return other.algorithm === kind && other.domain === domain && equal(pointOctets(spki), point);
    },
    signer: async (certificate) => {
      const random = option.crypto ?? globalThis.crypto;
      return {
        certificate,
        algorithm,
        sign: async (bytes) => {
          const entropy = random.getRandomValues(new Uint8Array(32));
          const value = secret.use((privateKey) => signGost3410(domain, { privateKey, digest: hash(bytes), hash, entropy }));
          return writeGost3410Value(value, order);
        },
      };
    },
    destroy: () => secret.destroy(),
  };
}

/** An OCTET STRING or the octets themselves, little-endian (RFC 9548 5.1), or an INTEGER, which is big-endian. */
export function readGost3410Secret(key: Bytes, octets: number): Bytes {
  if (key.length === octets) return key.slice();
  if (key[0] === TAG.octetString) return fixedLength(readOctets(readDer(key, TAG.octetString, "GOST 34.10 key")), octets);
  const reversed = readUnsigned(readDer(key, TAG.integer, "GOST 34.10 key")).toReversed();
  try {
    return fixedLength(reversed, octets);
  } finally {
    reversed.fill(0);
  }
}

/** x‖y of a SubjectPublicKeyInfo that has been read. */
function pointOctets(spki: Bytes): Bytes {
  const fields = new DerFields(readDer(spki, TAG.sequence, "public key"), "public key");
  fields.next(TAG.sequence);
  return readOctets(readDer(readBitOctets(fields.next(TAG.bitString)), TAG.octetString, "public key"));
}
