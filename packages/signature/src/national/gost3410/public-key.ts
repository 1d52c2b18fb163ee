import type { Bytes } from "../../bytes.ts";
import { DerFields, readDer, TAG } from "../../der/read.ts";
import { readBitOctets, readOctets, readOid } from "../../der/values.ts";
import { bitString, octetString, oid, sequence } from "../../der/write.ts";
import { SignatureError } from "../../errors.ts";
import { GOST_CURVES, type GostCurve } from "./curves.ts";
import type { AffinePoint } from "./prime-curve.ts";
import { gost3410Domain, readGost3410Point, type Gost3410Domain } from "./signature.ts";

const WHAT = "GOST 34.10 key";
const kept = new Map<GostCurve, Gost3410Domain>();

/** The domain of a curve by one of its object identifiers, made once. Throws `algorithm.unsupported`. */
export function namedGostDomain(identifier: string): Gost3410Domain {
  const curve = GOST_CURVES.find(({ identifiers }) => identifiers.includes(identifier));
  if (!curve) throw new SignatureError("algorithm.unsupported", { algorithm: identifier });
  const domain = kept.get(curve) ?? gost3410Domain(curve);
  kept.set(curve, domain);
  return domain;
}

export interface Gost3410PublicKey {
  /** Object identifier of the kind of key. */
  readonly algorithm: string;
  readonly domain: Gost3410Domain;
  readonly point: AffinePoint;
}

/**
 * Reads a SubjectPublicKeyInfo (RFC 9215 4.2; RFC 4491 2.3.2): the curve's identifier, then those of digest and cipher, which a verifier does not need; the key is an OCTET STRING with x‖y,
 * little-endian. Throws `der.malformed`, `algorithm.unsupported` (a curve that is not known; curves in full are never taken) or `key.invalid`.
 */
export function readGost3410PublicKey(spki: Bytes): Gost3410PublicKey {
  const fields = new DerFields(readDer(spki, TAG.sequence, WHAT), WHAT);
  const identifier = new DerFields(fields.next(TAG.sequence), WHAT);
  const key = readOctets(readDer(readBitOctets(fields.next(TAG.bitString)), TAG.octetString, WHAT));
  fields.end();
  const algorithm = readOid(identifier.next(TAG.oid));
  const parameters = new DerFields(identifier.next(TAG.sequence), WHAT);
  identifier.end();
  const domain = namedGostDomain(readOid(parameters.next(TAG.oid)));
  if (parameters.optional(TAG.oid)) parameters.optional(TAG.oid);
  parameters.end();
  return { algorithm, domain, point: readGost3410Point(domain, key) };
}

/** SubjectPublicKeyInfo. `key`: x‖y, little-endian; `digest` is left out where the kind of key says it. */
export function writeGost3410PublicKey(
  names: { readonly algorithm: string; readonly curve: string; readonly digest?: string },
  key: Uint8Array,
): Bytes {
  const { algorithm, curve, digest } = names;
  return sequence(sequence(oid(algorithm), sequence(oid(curve), ...(digest ? [oid(digest)] : []))), bitString(octetString(key)));
}
