import { digestIdentifier, type DigestName } from "../algorithms/algorithms.ts";
import type { CryptoOption } from "../algorithms/verify.ts";
import { identifyDigest } from "../algorithms/algorithms.ts";
import { copy, type Bytes } from "../bytes.ts";
import { contextTag, DerFields, malformed, readDer, TAG } from "../der/read.ts";
import { readBoolean, readOctets, readOid, readSmall, readUnsigned } from "../der/values.ts";
import { booleanTrue, octetString, oid, sequence, small, unsigned } from "../der/write.ts";
import { SignatureError } from "../errors.ts";

export interface MessageImprint {
  readonly digest: DigestName;
  readonly value: Bytes;
}

export interface TimestampRequest {
  readonly imprint: { readonly digest: DigestName; readonly value: Uint8Array };
  /** OID of the policy that the stamp is to be made under. */
  readonly policy?: string;
  /** Magnitude of a number that nobody can foresee; ties the answer to this question. */
  readonly nonce?: Uint8Array;
  /** Whether the authority is to send its certificate along. */
  readonly certificate: boolean;
}

/** TimeStampReq (RFC 3161 2.4.1), DER. */
export function writeTimestampRequest({ imprint, policy, nonce, certificate }: TimestampRequest, option: CryptoOption = {}): Bytes {
  return sequence(
    small(1),
    writeImprint(imprint, option),
    ...(policy === undefined ? [] : [oid(policy)]),
    ...(nonce ? [unsigned(nonce)] : []),
    ...(certificate ? [booleanTrue()] : []),
  );
}

export function writeImprint({ digest, value }: TimestampRequest["imprint"], option: CryptoOption): Bytes {
  return sequence(digestIdentifier(digest, option), octetString(value));
}

/** Throws `SignatureError` `timestamp.malformed`: for an authority's side, or a test's. */
export function readTimestampRequest(der: Uint8Array, option: CryptoOption = {}): TimestampRequest & { readonly imprint: MessageImprint } {
  const what = "timestamp request";
  try {
    const fields = new DerFields(readDer(copy(der), TAG.sequence, what), what);
    if (readSmall(fields.next(TAG.integer)) !== 1) throw malformed(what);
    const imprint = new DerFields(fields.next(TAG.sequence), what);
    const digest = identifyDigest(imprint.next(TAG.sequence).raw, option);
    const value = readOctets(imprint.next(TAG.octetString));
    imprint.end();
    const policy = fields.optional(TAG.oid);
    const nonce = fields.optional(TAG.integer);
    const certificate = fields.optional(TAG.boolean);
    fields.optional(contextTag(0, true));
    fields.end();
    if (digest === undefined) throw new SignatureError("algorithm.unsupported", { what });
    return {
      imprint: { digest, value },
      ...(policy && { policy: readOid(policy) }),
      ...(nonce && { nonce: readUnsigned(nonce) }),
      certificate: certificate ? readBoolean(certificate) : false,
    };
  } catch (cause) {
    throw new SignatureError("timestamp.malformed", { what }, { cause });
  }
}
