import type { DigestName } from "../algorithms/algorithms.ts";
import { describeCertificate, type Certificate, type CertificateSummary } from "../certificate/certificate.ts";
import { x509Certificates } from "../cades/signed-data.ts";
import { checkAlgorithmEnd } from "../algorithms/check-end.ts";
import { SignatureError } from "../errors.ts";
import { ProofsOfExistence } from "../path/proofs-of-existence.ts";
import { validatePastPath } from "../path/validate-past-path.ts";
import { INPUT_LIMIT, type PathInput } from "../path/validate-path.ts";
import { EvidenceLog, type Finding, type PathReport } from "../report.ts";
import { REASON } from "../revocation/status.ts";
import { checkToken, type TokenQuestion } from "./check-token.ts";

export interface TimestampQuestion extends TokenQuestion, Omit<PathInput, "certificate" | "keyUsage" | "producedAfter" | "intermediates"> {
  /** DER of OCSPResponses. */
  readonly ocspResponses?: readonly Uint8Array[];
  /** Milliseconds by which the authority's clock may be ahead of `at`. Default five minutes. */
  readonly clockTolerance?: number;
}

/** Plain data, as every report. */
export interface TimestampReport extends Finding {
  /** The authority first, trust anchor last; empty where no chain was found. */
  readonly chain: readonly CertificateSummary[];
  /** What the authority says: ISO 8601 UTC. Proves nothing unless the indication is `TOTAL-PASSED`. */
  readonly time?: string;
  /** Milliseconds to either side. */
  readonly accuracy?: number;
  readonly ordering?: boolean;
  /** OID. */
  readonly policy?: string;
  readonly serial?: string;
  readonly digest?: DigestName;
  readonly authority?: CertificateSummary;
}

const FIVE_MINUTES = 300_000;

/**
 * Validates a timestamp token as of `at` (EN 319 102-1 5.4): the token itself, and the authority's path to an anchor. Any bytes as token end in a report.
 * Throws `SignatureError` only for a faulty question, as `validatePath` does.
 */
export async function validateTimestamp(question: TimestampQuestion): Promise<TimestampReport> {
  return (await judgeTimestamp(question)).report;
}

/** As `validateTimestamp`, with the authority's certificate where the token itself holds. */
export async function judgeTimestamp(
  question: TimestampQuestion,
  proofs: ProofsOfExistence = new ProofsOfExistence(question.at, question),
): Promise<{ readonly report: TimestampReport; readonly authority?: Certificate }> {
  if (Number.isNaN(question.at.getTime())) throw new SignatureError("input.invalid", { what: "at" });
  const log = new EvidenceLog();
  const { data, info, digest, algorithm, authority } = await checkToken(question, log);
  const facts = {
    ...(info && { time: info.time.toISOString(), ordering: info.ordering, policy: info.policy, serial: info.serial }),
    ...(info?.accuracy !== undefined && { accuracy: info.accuracy }),
    ...(digest !== undefined && { digest }),
    ...(authority && { authority: await describeCertificate(authority, question) }),
  };
  const failed = (): TimestampReport => ({ ...facts, indication: "INDETERMINATE", ...log.failure, evidence: log.evidence, chain: [] });
  if (!authority || !info || !data) return { report: failed() };
  if (info.time.getTime() > question.at.getTime() + (question.clockTolerance ?? FIVE_MINUTES)) {
    log.fail("timestamp-time", "INDETERMINATE", "TIMESTAMP_ORDER_FAILURE", {
      time: info.time.toISOString(),
      at: question.at.toISOString(),
    });
    return { report: failed() };
  }
  checkAlgorithmEnd({ algorithm, digest, key: authority.publicKey, at: question.at }, question, log);
  if (failureOf(log)) return { report: failed() };
  const own = question.intermediates ?? [];
  // what a token brings must not make the question too large
  const intermediates = [...own, ...x509Certificates(data).slice(0, Math.max(0, INPUT_LIMIT - own.length))];
  const asked = { ...question, certificate: authority.der, intermediates };
  let path = await validatePastPath(asked, proofs);
  // the key was not lost, so that what it stamped before counts as it says
  if (stoppedInOrder(path, info.time)) path = await validatePastPath({ ...asked, at: info.time }, proofs);
  return { report: { ...facts, ...path, evidence: [...log.evidence, ...path.evidence] }, authority };
}

/** The compiler does not see that a check may have changed it since it was last asked. */
function failureOf(log: EvidenceLog): EvidenceLog["failure"] {
  return log.failure;
}

const IN_ORDER: readonly unknown[] = [REASON.unspecified, REASON.affiliationChanged, REASON.superseded, REASON.cessationOfOperation];

/**
 * RFC 3161 4 (1): an authority that was revoked after the time of the stamp, for one of four stated reasons, has not lost its key, and its stamps stay valid.
 * Without a reason all of them count as invalid.
 */
function stoppedInOrder({ evidence }: PathReport, time: Date): boolean {
  const revoked = evidence.find(({ fault }) => fault === "revoked-time-unproven")?.params;
  return revoked !== undefined && IN_ORDER.includes(revoked["reason"]) && time.getTime() < Date.parse(String(revoked["at"]));
}
