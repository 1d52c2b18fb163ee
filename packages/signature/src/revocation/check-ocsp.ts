import type { AlgorithmConstraints } from "../algorithms/constraints.ts";
import type { CryptoOption } from "../algorithms/scheme.ts";
import { readCertificate } from "../certificate/certificate.ts";
import { openQuestion } from "../path/validate-path.ts";
import { readOcspResponse } from "./ocsp-response.ts";
import { statusFrom } from "./ocsp-status.ts";
import type { RevocationStatus } from "./status.ts";

export interface OcspQuestion extends CryptoOption {
  /** DER of an OCSPResponse. */
  readonly response: Uint8Array;
  /** DER of the certificate in question and of its issuer, which is trusted here. */
  readonly certificate: Uint8Array;
  readonly issuer: Uint8Array;
  readonly at: Date;
  /** What was asked with: the response must repeat it. */
  readonly nonce?: Uint8Array;
  /** DER of lists, for a responder whose certificate has no id-pkix-ocsp-nocheck. */
  readonly crls?: readonly Uint8Array[];
  /** Milliseconds by which the answer may be older than `at`. */
  readonly freshness?: number;
  readonly algorithms?: AlgorithmConstraints;
}

/**
 * What one OCSP response says of one certificate (RFC 6960 3.2). Throws `SignatureError` for unreadable input
 * (`ocsp.malformed`, `certificate.malformed`); a response that cannot be believed is `unknown`, with the reason.
 */
export async function checkOcspResponse({ response, issuer, nonce, ...input }: OcspQuestion): Promise<RevocationStatus> {
  const { revocation } = openQuestion({ ...input, trustAnchors: [issuer] });
  return statusFrom(readOcspResponse(response), readCertificate(input.certificate), revocation.question.anchors, revocation, nonce);
}
