import { copy, type Bytes } from "../bytes.ts";
import { contextTag, DerFields, explicit, malformed, readDer, TAG } from "../der/read.ts";
import { isNull, readOid, readSmall } from "../der/values.ts";
import { explicitTag, nullValue, oid, sequence, small } from "../der/write.ts";
import { SignatureError } from "../errors.ts";
import type { SignatureScheme } from "./scheme.ts";
import { SHA2 } from "./sha2.ts";
import { pkcs1, pss, verifyByPlatform } from "./web-crypto.ts";

const PSS = "1.2.840.113549.1.1.10";
const MGF1 = "1.2.840.113549.1.1.8";
export const RSA_ENCRYPTION: readonly Bytes[] = [sequence(oid("1.2.840.113549.1.1.1"), nullValue()), sequence(oid("1.2.840.113549.1.1.1"))];
/** Octets: no longer salt fits under the largest key that is taken. */
const SALT_LIMIT = 1024;

/** As we write it (RFC 4055 3.1): one hash for message and mask, salt as long as the hash, default trailer. */
function pssIdentifier(hash: string, salt: number): Bytes {
  const identifier = sequence(oid(hash), nullValue());
  return sequence(
    oid(PSS),
    sequence(explicitTag(0, identifier), explicitTag(1, sequence(oid(MGF1), identifier)), explicitTag(2, small(salt))),
  );
}

interface PssParameters {
  readonly hash: string;
  readonly salt: number;
}

/**
 * The parameters of RSASSA-PSS (RFC 4055 3.1), read strictly: the mask by MGF1 over the same hash, the default trailer, any salt.
 * Two different hashes are allowed there and no platform verifies them. `undefined` for another algorithm or anything else.
 */
function readPss(identifier: Bytes): PssParameters | undefined {
  const what = "RSASSA-PSS";
  try {
    const fields = new DerFields(readDer(identifier, TAG.sequence, what), what);
    if (readOid(fields.next(TAG.oid)) !== PSS) return undefined;
    const parameters = new DerFields(fields.next(TAG.sequence), what);
    fields.end();
    const hash = parameters.next(contextTag(0, true));
    const mask = new DerFields(explicit(parameters.next(contextTag(1, true)), TAG.sequence, what), what);
    const salt = parameters.optional(contextTag(2, true));
    const trailer = parameters.optional(contextTag(3, true));
    parameters.end();
    if (readOid(mask.next(TAG.oid)) !== MGF1) return undefined;
    const maskHash = readHash(copy(mask.next(TAG.sequence).raw));
    mask.end();
    const found = readHash(copy(explicit(hash, TAG.sequence, what).raw));
    const octets = salt ? readSmall(explicit(salt, TAG.integer, what)) : 20;
    if (found !== maskHash || octets > SALT_LIMIT || (trailer && readSmall(explicit(trailer, TAG.integer, what)) !== 1)) return undefined;
    return { hash: found, salt: octets };
  } catch (error) {
    if (error instanceof SignatureError) return undefined;
    throw error;
  }
}

/** RFC 4055 2.1 asks for both forms of the hash's parameters. */
function readHash(identifier: Bytes): string {
  const fields = new DerFields(readDer(identifier, TAG.sequence, "hash"), "hash");
  const id = readOid(fields.next(TAG.oid));
  const parameters = fields.optional(TAG.null);
  fields.end();
  if (parameters && !isNull(parameters)) throw malformed("hash");
  return id;
}

/** RFC 8017 8.2 and 8.1, over SHA-2. */
export const RSA_SIGNATURES: readonly SignatureScheme[] = SHA2.flatMap(
  ({ name: hash, suffix, oid: id, octets, rsa }): SignatureScheme[] => [
    {
      id: `RSA-PKCS1-${suffix}`,
      family: "RSA-PKCS1",
      digest: hash,
      identifiers: [sequence(oid(rsa), nullValue()), sequence(oid(rsa))],
      keyIdentifiers: RSA_ENCRYPTION,
      fits: (key) => key.kind === "RSA",
      verify: (input) => verifyByPlatform(input, pkcs1(hash)),
    },
    {
      id: `RSA-PSS-${suffix}`,
      family: "RSA-PSS",
      digest: hash,
      identifiers: [pssIdentifier(id, octets)],
      means: (identifier) => readPss(identifier)?.hash === id,
      fits: (key) => key.kind === "RSA",
      verify: (input) => verifyByPlatform(input, pss(hash, (input.identifier && readPss(input.identifier)?.salt) ?? octets)),
    },
  ],
);
