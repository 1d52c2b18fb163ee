import { equal } from "../bytes.ts";
import { readCertificate, type Certificate } from "../certificate/certificate.ts";
import { EXTENSION } from "../certificate/extensions.ts";
import { sameName } from "../certificate/name.ts";
import { SignatureError } from "../errors.ts";
import { crlStatus } from "./crl-status.ts";
import type { BasicOcspResponse } from "./ocsp-response.ts";
import { keyOctets, sha1 } from "./issuer-hashes.ts";
import type { RevocationSource } from "./source.ts";
import type { UnusableEvidence } from "./status.ts";

const OCSP_SIGNING = "1.3.6.1.5.5.7.3.9";
const NO_CHECK = "1.3.6.1.5.5.7.48.1.5";
const UNDERSTOOD: ReadonlySet<string> = new Set([
  EXTENSION.keyUsage,
  EXTENSION.extendedKeyUsage,
  EXTENSION.basicConstraints,
  EXTENSION.subjectAltName,
  EXTENSION.certificatePolicies,
  EXTENSION.subjectKeyIdentifier,
  EXTENSION.authorityKeyIdentifier,
  EXTENSION.crlDistributionPoints,
  NO_CHECK,
]);

/**
 * RFC 6960 4.2.2.2: the issuer of the certificate signs the response itself, or has certified the responder for it directly.
 * `null`: one of both holds.
 */
export async function responderFault(
  response: BasicOcspResponse,
  issuers: readonly Certificate[],
  source: RevocationSource,
): Promise<UnusableEvidence | null> {
  const [issuer] = issuers;
  if (!issuer) return "responder-not-authorised";
  let why: UnusableEvidence = "not-signed-by-issuer";
  for (const candidate of [issuer, ...response.certificates.flatMap(readable), ...source.question.intermediates]) {
    if (!(await isNamed(candidate, response, source))) continue;
    const check = await source.checks.check(response, candidate, source.question.algorithms ?? {});
    if (check === "unsupported" || check === "refused") why = "algorithm";
    if (check === "too-much") return "work-limit";
    if (check !== "valid") continue;
    if (equal(candidate.spki, issuer.spki) && sameName(candidate.subject, issuer.subject)) return null;
    if (await isDelegate(candidate, response, issuers, source)) return null;
    why = "responder-not-authorised";
  }
  return why;
}

async function isNamed(candidate: Certificate, { responder }: BasicOcspResponse, { question }: RevocationSource): Promise<boolean> {
  if (responder.by === "name") return sameName(candidate.subject, responder.name);
  return equal(await sha1(keyOctets(candidate), question), responder.sha1);
}

async function isDelegate(
  candidate: Certificate,
  { producedAt }: BasicOcspResponse,
  issuers: readonly Certificate[],
  source: RevocationSource,
): Promise<boolean> {
  const [issuer] = issuers;
  const { algorithms = {}, at } = source.question;
  // an answer from before `at` needs a responder whose key is still guarded at `at`
  const latest = producedAt > at ? producedAt : at;
  if (!issuer || candidate.notBefore > producedAt || candidate.notAfter < latest) return false;
  if (!candidate.extendedKeyUsage?.includes(OCSP_SIGNING) || !sameName(candidate.issuer, issuer.subject)) return false;
  if (candidate.keyUsage && !candidate.keyUsage.includes("digitalSignature") && !candidate.keyUsage.includes("nonRepudiation"))
    return false;
  for (const [id, { critical }] of candidate.extensions) if (critical && !UNDERSTOOD.has(id)) return false;
  if ((await source.checks.check(candidate, issuer, algorithms)) !== "valid") return false;
  if (candidate.extensions.has(NO_CHECK) || source.question.revocation === "unchecked") return true;
  // without nocheck the responder itself can be revoked; only a list can say so, as it cannot vouch for itself
  return (await crlStatus(candidate, issuers, source)).status === "good";
}

function readable(der: Uint8Array): Certificate[] {
  try {
    return [readCertificate(der)];
  } catch (error) {
    if (error instanceof SignatureError) return [];
    throw error;
  }
}
