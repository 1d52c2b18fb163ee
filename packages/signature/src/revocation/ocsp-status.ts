import { equal } from "../bytes.ts";
import type { CryptoOption } from "../algorithms/scheme.ts";
import type { Certificate } from "../certificate/certificate.ts";
import { SignatureError } from "../errors.ts";
import {
  readArchiveCutoff,
  readNonce,
  understandsOcsp,
  type BasicOcspResponse,
  type OcspAnswer,
  type OcspResponse,
} from "./ocsp-response.ts";
import { digestOf, keyOctets } from "./issuer-hashes.ts";
import { responderFault } from "./ocsp-responder.ts";
import type { RevocationSource } from "./source.ts";
import { combined, judged, type RevocationStatus, type UnusableEvidence } from "./status.ts";

/** A response without nextUpdate says that newer information is always there (RFC 6960 4.2.2.1): it is fresh for this long. */
const WITHOUT_NEXT_UPDATE = 600_000;

/** RFC 6960 3.2 for all responses of the question. `issuers`: the validated path above the certificate, anchor last. */
export async function ocspStatus(
  certificate: Certificate,
  issuers: readonly Certificate[],
  source: RevocationSource,
): Promise<RevocationStatus> {
  const told: RevocationStatus[] = [];
  for (const response of source.question.responses) {
    const status = await statusFrom(response, certificate, issuers, source);
    // a response about another certificate says nothing of this one
    if (status.status !== "unknown" || status.why !== "other-certificate") told.push(status);
  }
  return combined(told);
}

/** What one response says. `nonce`: what was asked with; then the response must repeat it (RFC 9654 2.1). */
export async function statusFrom(
  { basic }: OcspResponse,
  certificate: Certificate,
  issuers: readonly Certificate[],
  source: RevocationSource,
  nonce?: Uint8Array,
): Promise<RevocationStatus> {
  const unknown = (why: UnusableEvidence): RevocationStatus => ({ status: "unknown", why });
  const [issuer] = issuers;
  if (!basic || !issuer) return unknown("responder-refused");
  try {
    const answer = await answerFor(basic, certificate, issuer, source.question);
    if (!answer) return unknown("other-certificate");
    if (!understandsOcsp(basic.extensions) || !understandsOcsp(answer.extensions)) return unknown("unsupported-extension");
    const repeated = nonce && readNonce(basic);
    if (nonce && (!repeated || !equal(repeated, nonce))) return unknown("wrong-nonce");
    const fault = await responderFault(basic, issuers, source);
    if (fault) return unknown(fault);
    if (answer.status.kind === "revoked")
      return judged({ by: "ocsp", thisUpdate: answer.thisUpdate, revoked: answer.status }, source.question.at);
    if (isStale(answer, certificate, source)) return unknown("stale");
    if (answer.status.kind === "unknown") return unknown("responder-does-not-know");
    return judged({ by: "ocsp", thisUpdate: answer.thisUpdate }, source.question.at);
  } catch (error) {
    if (error instanceof SignatureError) return unknown("unreadable");
    throw error;
  }
}

function isStale(answer: OcspAnswer, { notAfter }: Certificate, { question }: RevocationSource): boolean {
  const { at, freshness } = question;
  const { thisUpdate, nextUpdate } = answer;
  const age = at.getTime() - thisUpdate.getTime();
  if (age > (freshness ?? Infinity) || (nextUpdate ? nextUpdate < at || nextUpdate < thisUpdate : age > WITHOUT_NEXT_UPDATE)) return true;
  // a later response also speaks for the past, but of an expired certificate the responder may have forgotten (RFC 6960 4.4.4)
  if (thisUpdate <= at || thisUpdate <= notAfter) return false;
  const cutoff = readArchiveCutoff(answer);
  return !cutoff || cutoff > notAfter;
}

async function answerFor(
  { answers }: BasicOcspResponse,
  certificate: Certificate,
  issuer: Certificate,
  option: CryptoOption,
): Promise<OcspAnswer | undefined> {
  let found: OcspAnswer | undefined;
  for (const answer of answers) {
    if (!equal(answer.serial, certificate.serialOctets)) continue;
    const hash = digestOf(answer.hashAlgorithm, option);
    if (!hash || !equal(await hash(certificate.issuerRaw), answer.issuerNameHash)) continue;
    if (!equal(await hash(keyOctets(issuer)), answer.issuerKeyHash)) continue;
    if (!found || answer.thisUpdate > found.thisUpdate) found = answer;
  }
  return found;
}
