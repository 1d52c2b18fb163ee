import type { Bytes } from "../bytes.ts";
import { DerFields, readDer, TAG } from "../der/read.ts";
import { isNull, readBitOctets, readOid, readUnsigned } from "../der/values.ts";
import { malformed } from "../der/read.ts";

export type Curve = "P-256" | "P-384" | "P-521";

/** `bits` of the modulus. `other`: a kind that this package cannot verify with; `algorithm` is its OID. */
export type PublicKeyInfo =
  | { readonly kind: "RSA"; readonly bits: number }
  | { readonly kind: "EC"; readonly curve: Curve }
  | { readonly kind: "other"; readonly algorithm: string };

export const RSA_KEY = "1.2.840.113549.1.1.1";
export const EC_KEY = "1.2.840.10045.2.1";

const CURVES: Readonly<Record<string, Curve>> = {
  "1.2.840.10045.3.1.7": "P-256",
  "1.3.132.0.34": "P-384",
  "1.3.132.0.35": "P-521",
};

/** Octets of a coordinate, and of `r` and `s`. */
export const FIELD_OCTETS: Readonly<Record<Curve, number>> = { "P-256": 32, "P-384": 48, "P-521": 66 };

/** Reads a SubjectPublicKeyInfo (RFC 5280 4.1.2.7, RFC 3279 2.3). Throws `der.malformed`; unknown kinds are no error. */
export function readPublicKeyInfo(spki: Bytes): PublicKeyInfo {
  const what = "public key";
  const fields = new DerFields(readDer(spki, TAG.sequence, what), what);
  const identifier = new DerFields(fields.next(TAG.sequence), what);
  const key = readBitOctets(fields.next(TAG.bitString));
  fields.end();
  const algorithm = readOid(identifier.next(TAG.oid));
  if (algorithm === RSA_KEY) {
    if (!isNull(identifier.any())) throw malformed(what);
    identifier.end();
    const numbers = new DerFields(readDer(key, TAG.sequence, what), what);
    const modulus = readUnsigned(numbers.next(TAG.integer));
    const exponent = readUnsigned(numbers.next(TAG.integer));
    numbers.end();
    const bits = modulus.length * 8 - Math.clz32(modulus[0] ?? 0) + 24;
    // an even or huge exponent is no RSA key, and would make each verification costly
    if (((exponent.at(-1) ?? 0) & 1) === 0 || exponent.length > 8 || (exponent.length === 1 && exponent[0] === 1)) throw malformed(what);
    return { kind: "RSA", bits };
  }
  if (algorithm === EC_KEY) {
    const parameters = identifier.any();
    identifier.end();
    const curve = parameters.tag === TAG.oid ? CURVES[readOid(parameters)] : undefined;
    // explicit curve parameters are never taken: RFC 5480 2.1.1 forbids them, and they allow forged curves
    if (!curve) return { kind: "other", algorithm };
    if (key[0] !== 0x04 || key.length !== 1 + 2 * FIELD_OCTETS[curve]) throw malformed(what);
    return { kind: "EC", curve };
  }
  return { kind: "other", algorithm };
}
