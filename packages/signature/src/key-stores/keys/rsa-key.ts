import { RSA_KEY } from "../../algorithms/public-key.ts";
import type { CryptoOption } from "../../algorithms/scheme.ts";
import { equal } from "../../bytes.ts";
import { DerFields, readDer, TAG } from "../../der/read.ts";
import { readUnsigned } from "../../der/values.ts";
import { bitString, nullValue, oid, sequence, unsigned } from "../../der/write.ts";
import { SignatureError } from "../../errors.ts";
import { PlatformKey } from "./platform-key.ts";
import { writePrivateKeyInfo, type PrivateKey, type PrivateKeyParts } from "./private-key.ts";

const ALGORITHMS = [
  "RSA-PKCS1-SHA256",
  "RSA-PKCS1-SHA384",
  "RSA-PKCS1-SHA512",
  "RSA-PSS-SHA256",
  "RSA-PSS-SHA384",
  "RSA-PSS-SHA512",
] as const;

/** Octets of a modulus, 8192 bits: each signature with a larger one would take seconds. */
const LARGEST = 1024;

/** RSAPrivateKey (RFC 8017 A.1.2). Only the platform calculates with it. */
export function openRsaKey({ key }: PrivateKeyParts, option: CryptoOption): PrivateKey {
  const what = "RSA key";
  const fields = new DerFields(readDer(key, TAG.sequence, what), what);
  fields.next(TAG.integer);
  const modulus = readUnsigned(fields.next(TAG.integer));
  const exponent = readUnsigned(fields.next(TAG.integer));
  if (modulus.length > LARGEST || exponent.length > 8) throw new SignatureError("key.invalid", { what: "length" });
  const identifier = sequence(oid(RSA_KEY), nullValue());
  const spki = sequence(identifier, bitString(sequence(unsigned(modulus), unsigned(exponent))));
  const platform = new PlatformKey(writePrivateKeyInfo(identifier, key), option);
  return {
    algorithms: ALGORITHMS,
    belongsTo: (other) => Promise.resolve(equal(other, spki)),
    signer: (certificate, algorithm) =>
      platform.signer(certificate, {
        name: algorithm.startsWith("RSA-PSS") ? "RSA-PSS" : "RSASSA-PKCS1-v1_5",
        hash: `SHA-${algorithm.slice(-3)}`,
      }),
    destroy: () => platform.destroy(),
  };
}
