import type { AlgorithmConstraints } from "../algorithms/constraints.ts";
import type { CryptoOption } from "../algorithms/scheme.ts";
import { copy, equal } from "../bytes.ts";
import { readCertificate, type Certificate } from "../certificate/certificate.ts";
import { readRevocationList, type RevocationList } from "../certificate/crl.ts";
import { readNameConstraintsValue, type NameConstraints } from "../certificate/name-constraints.ts";
import { SignatureError } from "../errors.ts";
import { readOcspResponse, type OcspResponse } from "../revocation/ocsp-response.ts";
import type { PolicyInputs } from "./check-policies.ts";
import { remembering } from "./remembering.ts";
import type { WorkLimits } from "./work.ts";

/** RFC 5280 4.2.1.12. */
export interface PurposeInput {
  /** OID that an extended key usage extension, where there is one, must name (or `anyExtendedKeyUsage`). */
  readonly oid: string;
  /** The extension must be there and name the purpose itself, as timestamps and OCSP ask (RFC 3161 2.3, RFC 6960 4.2.2.2). */
  readonly explicit?: boolean;
  /** Authorities that carry the extension must allow the purpose too. */
  readonly chained?: boolean;
}

export interface PathInput extends CryptoOption {
  /** DER of the certificate in question. */
  readonly certificate: Uint8Array;
  /** DER; issuers (of certificates, lists and responses) that may help to reach an anchor. Nothing here is trusted. Unreadable ones are left aside. */
  readonly intermediates?: readonly Uint8Array[];
  /** DER of CA certificates that are trusted by decision. They must be in their validity and be CAs; their constraints hold (RFC 5937). */
  readonly trustAnchors: readonly Uint8Array[];
  /** DER of revocation lists: complete, indirect, delta. Without evidence, and while revocation is required, the answer is never better than `TRY_LATER`. */
  readonly crls?: readonly Uint8Array[];
  /** DER of OCSP responses (RFC 6960). Unreadable ones are left aside. */
  readonly ocspResponses?: readonly Uint8Array[];
  /** `unchecked` skips revocation, and the report says so. Default `required`, for every certificate below the anchor. */
  readonly revocation?: "required" | "unchecked";
  /** Milliseconds by which evidence of revocation may be older than `at`. Default: as long as its own nextUpdate says. */
  readonly freshness?: number;
  /** The moment for which the certificate must be good: when the verifier first saw the signature. */
  readonly at: Date;
  /**
   * The signature cannot be older than this (it covers a nonce given out then): with it, a revocation or an expiry before
   * this moment is certain (`REVOKED`, `EXPIRED`) and no longer `…_NO_POE` (EN 319 102-1 5.3.4, there by content time-stamp).
   */
  readonly producedAfter?: Date;
  /** Bits that must all be asserted, by RFC 5280 names (`contentCommitment` = `nonRepudiation`). Default: `digitalSignature` or `nonRepudiation`. */
  readonly keyUsage?: readonly string[];
  /** Left out: extended key usage is reported and not judged. */
  readonly purpose?: PurposeInput;
  readonly certificatePolicies?: PolicyInputs;
  /** DER of a NameConstraints value (RFC 5280 4.2.1.10): the initial subtrees of 6.1.1 (h), (i). */
  readonly nameConstraints?: Uint8Array;
  /** OIDs of statements of qualified certificates that the caller understands where they are critical, beside those of ETSI and RFC 3739: a country's own. */
  readonly qualifiedStatements?: readonly string[];
  readonly algorithms?: AlgorithmConstraints;
  /** Default `WORK_LIMITS`. */
  readonly workLimits?: WorkLimits;
}

export interface PathQuestion extends CryptoOption {
  readonly certificate: Certificate;
  readonly intermediates: readonly Certificate[];
  readonly anchors: readonly Certificate[];
  readonly lists: readonly RevocationList[];
  readonly responses: readonly OcspResponse[];
  readonly revocation: "required" | "unchecked";
  readonly freshness?: number;
  readonly at: Date;
  readonly producedAfter?: Date;
  readonly keyUsage?: readonly string[];
  readonly purpose?: PurposeInput;
  readonly certificatePolicies: PolicyInputs;
  readonly nameConstraints?: NameConstraints;
  readonly qualifiedStatements?: readonly string[];
  readonly algorithms?: AlgorithmConstraints;
  readonly workLimits?: WorkLimits;
}

/** How many certificates, anchors, lists or responses one question may bring. */
export const INPUT_LIMIT = 256;

const readAnchor = remembering(readCertificate);
const readList = remembering(readRevocationList);

/** Throws `SignatureError`: `certificate.malformed`, `crl.malformed`, `der.malformed`, `input.too-large`, `input.invalid`. */
export function readQuestion(input: PathInput): PathQuestion {
  const { intermediates, trustAnchors, crls, ocspResponses, at, producedAfter, nameConstraints, certificatePolicies = {}, ...rest } = input;
  for (const [what, list] of Object.entries({ intermediates, trustAnchors, crls, ocspResponses })) {
    if (list && list.length > INPUT_LIMIT) throw new SignatureError("input.too-large", { what, limit: INPUT_LIMIT });
  }
  for (const [what, date] of Object.entries({ at, producedAfter })) {
    if (date && Number.isNaN(date.getTime())) throw new SignatureError("input.invalid", { what });
  }
  return {
    ...rest,
    at,
    ...(producedAfter && { producedAfter }),
    certificate: readCertificate(input.certificate),
    intermediates: distinct((intermediates ?? []).flatMap((der) => readable(der, readCertificate))),
    anchors: trustAnchors.map(readAnchor),
    lists: (crls ?? []).map(readList),
    responses: (ocspResponses ?? []).flatMap((der) => readable(der, readOcspResponse)),
    revocation: input.revocation ?? "required",
    certificatePolicies,
    ...(nameConstraints && { nameConstraints: readNameConstraintsValue(copy(nameConstraints)) }),
  };
}

function readable<T>(der: Uint8Array, read: (der: Uint8Array) => T): T[] {
  try {
    return [read(der)];
  } catch (error) {
    if (error instanceof SignatureError) return [];
    throw error;
  }
}

/** Each certificate once: copies would only multiply the ways that path building tries. */
function distinct(certificates: readonly Certificate[]): Certificate[] {
  const bySerial = new Map<string, Certificate[]>();
  return certificates.filter((certificate) => {
    const alike = bySerial.get(certificate.serial) ?? [];
    if (alike.some(({ der }) => equal(der, certificate.der))) return false;
    bySerial.set(certificate.serial, [...alike, certificate]);
    return true;
  });
}
