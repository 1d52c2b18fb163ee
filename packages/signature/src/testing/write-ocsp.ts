import { algorithmIdentifier } from "../algorithms/algorithms.ts";
import type { CryptoOption } from "../algorithms/scheme.ts";
import type { Bytes } from "../bytes.ts";
import { readCertificate } from "../certificate/certificate.ts";
import { contextTag, TAG } from "../der/read.ts";
import { bitString, booleanTrue, encode, explicitTag, nullValue, octetString, oid, sequence } from "../der/write.ts";
import { keyOctets, sha1 } from "../revocation/issuer-hashes.ts";
import { OCSP_EXTENSION } from "../revocation/ocsp-response.ts";
import { encodeKeySignature, type SigningKey } from "./keys.ts";

export interface OcspResponseFields {
  /** DER of the certificate that is answered for and of its issuer. */
  readonly certificate: Uint8Array;
  readonly issuer: Uint8Array;
  /** DER of who signs; sent along unless it is the issuer. */
  readonly responder: Uint8Array;
  readonly namedBy?: "name" | "key";
  readonly status: "good" | "unknown" | { readonly at: Date; readonly reason?: number };
  readonly thisUpdate: Date;
  readonly nextUpdate?: Date;
  /** Default: `thisUpdate`. */
  readonly producedAt?: Date;
  readonly nonce?: Uint8Array;
  readonly archiveCutoff?: Date;
  /** OID of a critical extension that nobody knows. */
  readonly unknownExtension?: string;
}

/** An OCSPResponse (RFC 6960 4.2.1) with one answer, named by SHA-1 as RFC 5019 asks. Gives DER. */
export async function writeOcspResponse(fields: OcspResponseFields, key: SigningKey, option: CryptoOption = {}): Promise<Bytes> {
  const certificate = readCertificate(fields.certificate);
  const issuer = readCertificate(fields.issuer);
  const responder = readCertificate(fields.responder);
  const id = sequence(
    sequence(oid("1.3.14.3.2.26"), nullValue()),
    octetString(await sha1(certificate.issuerRaw, option)),
    octetString(await sha1(keyOctets(issuer), option)),
    encode(TAG.integer, certificate.serialOctets),
  );
  const answer = sequence(
    id,
    statusOf(fields.status),
    generalizedTime(fields.thisUpdate),
    ...(fields.nextUpdate ? [explicitTag(0, generalizedTime(fields.nextUpdate))] : []),
    ...(fields.archiveCutoff
      ? [explicitTag(1, sequence(sequence(oid(OCSP_EXTENSION.archiveCutoff), octetString(generalizedTime(fields.archiveCutoff)))))]
      : []),
  );
  const extensions = [
    ...(fields.nonce ? [sequence(oid(OCSP_EXTENSION.nonce), octetString(octetString(fields.nonce)))] : []),
    ...(fields.unknownExtension ? [sequence(oid(fields.unknownExtension), booleanTrue(), octetString(nullValue()))] : []),
  ];
  const tbs = sequence(
    fields.namedBy === "key" ? explicitTag(2, octetString(await sha1(keyOctets(responder), option))) : explicitTag(1, responder.subjectRaw),
    generalizedTime(fields.producedAt ?? fields.thisUpdate),
    sequence(answer),
    ...(extensions.length > 0 ? [explicitTag(1, sequence(...extensions))] : []),
  );
  const basic = sequence(
    tbs,
    algorithmIdentifier(key.algorithm, option),
    bitString(await encodeKeySignature(key, tbs, option)),
    ...(responder.serial === issuer.serial ? [] : [explicitTag(0, sequence(responder.der))]),
  );
  return sequence(encode(TAG.enumerated, Uint8Array.of(0)), explicitTag(0, sequence(oid("1.3.6.1.5.5.7.48.1.1"), octetString(basic))));
}

function statusOf(status: OcspResponseFields["status"]): Bytes {
  if (status === "good") return encode(contextTag(0, false));
  if (status === "unknown") return encode(contextTag(2, false));
  const { at, reason } = status;
  return encode(
    contextTag(1, true),
    generalizedTime(at),
    ...(reason === undefined ? [] : [explicitTag(0, encode(TAG.enumerated, Uint8Array.of(reason)))]),
  );
}

function generalizedTime(date: Date): Bytes {
  return encode(TAG.generalizedTime, new TextEncoder().encode(`${date.toISOString().replace(/[-:T]/g, "").slice(0, 14)}Z`));
}
