import type { SignatureAlgorithm } from "../algorithms/algorithms.ts";
import { digest, type CryptoOption } from "../algorithms/verify.ts";
import { concat, toHex, type Bytes } from "../bytes.ts";
import { describeCertificate, type Certificate, type CertificateSummary } from "../certificate/certificate.ts";
import { SignatureError } from "../errors.ts";
import { validatePath, type PathInput } from "../path/validate-path.ts";
import { EvidenceLog, type Finding } from "../report.ts";
import { checkSignature, signedContent, type CheckedSignature } from "./check-signature.ts";
import { checkTimestamps, withValues, type CheckedTimestamp, type SignatureTimestamp } from "./check-timestamps.ts";
import { contentDigest, type ContentDigest } from "./content.ts";
import { reportCountersignatures, type CountersignatureReport } from "./countersignatures.ts";
import { embeddedValues, NO_VALUES } from "./embedded-values.ts";
import { reachedLevel, type CadesLevel } from "./level.ts";
import type { TimestampQuestion } from "../timestamp/validate-timestamp.ts";
import { readSignedData, type SignedData } from "./signed-data.ts";
import type { SignerInfo } from "./signer-info.ts";

export interface SignatureQuestion extends Omit<PathInput, "certificate"> {
  /** A CMS ContentInfo, DER or BER. */
  readonly signature: Uint8Array;
  /** The detached content; left out where the signature has it attached. */
  readonly content?: Uint8Array | ContentDigest;
  /** Which of several signers (0, 1, …). Without it there must be exactly one. */
  readonly signer?: number;
  /** DER of OCSPResponses. */
  readonly ocspResponses?: readonly Uint8Array[];
  /** DER of the CAs that timestamps are trusted from. Default: `trustAnchors`. */
  readonly timestampAnchors?: readonly Uint8Array[];
  /** Milliseconds by which the claimed signing time may lie after `at` (or before `producedAfter`). Default five minutes. */
  readonly clockTolerance?: number;
}

/** A validation report. It is plain data: `JSON.stringify` gives the report file. */
export interface SignatureReport extends Finding {
  /** Reached level; absent unless every requirement of that level was found and verified. */
  readonly level?: CadesLevel;
  /**
   * Names this signature: SHA-256 (hex) over the signer's certificate and the signed attributes, the same in whatever encoding the CMS comes and with
   * whatever was added to it. Absent unless the signature value verified.
   */
  readonly id?: string;
  readonly signer?: CertificateSummary;
  readonly algorithm?: SignatureAlgorithm;
  /** As claimed by the signer: ISO 8601 UTC. */
  readonly signingTime?: string;
  /** The earliest moment at which a good timestamp proves the signature to exist; absent where none does. ISO 8601 UTC. */
  readonly bestSignatureTime?: string;
  /** Newest archive timestamp first, then signature timestamps. */
  readonly timestamps?: readonly SignatureTimestamp[];
  readonly countersignatures?: readonly CountersignatureReport[];
  /** Signer first, trust anchor last; empty where no chain was found. */
  readonly chain: readonly CertificateSummary[];
}

const FIVE_MINUTES = 300_000;

/**
 * Validates a CAdES signature by the process for signatures with time and with long-term material (ETSI EN 319 102-1 5.3, 5.5, 5.6): a good timestamp moves the
 * moment that the signer's certificate is judged for from `at` back to its own. A bad one is told and proves nothing. `TOTAL-PASSED` is given
 * only with a verified digest, a verified signature value and a chain to an anchor; any bytes as `signature` end in a report.
 * Throws `SignatureError` only for a faulty question: an unreadable anchor or list, too much input, no valid date.
 */
export async function validateSignature(question: SignatureQuestion): Promise<SignatureReport> {
  if (Number.isNaN(question.at.getTime())) throw new SignatureError("input.invalid", { what: "at" });
  const log = new EvidenceLog();
  const found = await checkSignature(question, log);
  const { signer, algorithm, signingTime, data, info } = found;
  const facts = {
    ...(signer && found.signedBytes && { id: await identify(signer, found.signedBytes, question) }),
    ...(signer && { signer: await describeCertificate(signer, question) }),
    ...(algorithm && { algorithm }),
    ...(signingTime && { signingTime: signingTime.toISOString() }),
  };
  if (!signer || !data || !info || log.failure)
    return { ...facts, indication: "INDETERMINATE", ...log.failure, evidence: log.evidence, chain: [] };

  const timestamps = await timestampsOf({ ...found, data, info }, question, log);
  const bestTime = bestSignatureTime(timestamps, question);
  const countersignatures = await reportCountersignatures({ data, info, path: question });
  const more = {
    ...(timestamps.length > 0 && { timestamps: timestamps.map(({ report }) => report) }),
    ...(bestTime < question.at && { bestSignatureTime: bestTime.toISOString() }),
    ...(countersignatures.length > 0 && { countersignatures }),
  };
  const embedded = embeddedValues(data, info);
  // a list that the signer chose says nothing about now: it counts only for a moment that a timestamp proves
  const values = withValues(question, bestTime < question.at ? embedded : { ...NO_VALUES, certificates: embedded.certificates });
  const path = await validatePath({ ...question, ...values, at: bestTime, certificate: signer.der });
  log.evidence.push(...path.evidence);
  const { chain } = path;
  if (path.indication !== "TOTAL-PASSED") return { ...path, ...facts, ...more, evidence: log.evidence };

  if (signingTime) checkSigningTime(signingTime, question, bestTime, log);
  const report = { ...facts, ...more, chain, evidence: log.evidence };
  if (failureOf(log)) return { ...report, indication: "INDETERMINATE", ...failureOf(log) };
  const level = await reachedLevel({ data, info, signer, timestamps, bestTime, path: question, authorityPath: authorityPath(question) });
  return { ...report, indication: "TOTAL-PASSED", level };
}

/** One report for each signer, in the order of the file; one alone, a failure, where the signature cannot be read or has no signer. */
export async function validateEverySignature(question: Omit<SignatureQuestion, "signer">): Promise<readonly SignatureReport[]> {
  const reports: SignatureReport[] = [];
  const count = countSigners(question.signature);
  // one after the other: a signature with many signers must not take every core
  for (let signer = 0; signer < Math.max(1, count); signer++) reports.push(await validateSignature({ ...question, signer }));
  return reports;
}

function countSigners(signature: Uint8Array): number {
  try {
    return readSignedData(signature).signers.length;
  } catch (error) {
    if (error instanceof SignatureError) return 0;
    throw error;
  }
}

/** The compiler does not see that a check may have changed it since it was last asked. */
function failureOf(log: EvidenceLog): EvidenceLog["failure"] {
  return log.failure;
}

async function identify(signer: Certificate, signedBytes: Bytes, option: CryptoOption): Promise<string> {
  return toHex(await digest("SHA-256", concat(await digest("SHA-256", signer.der, option), signedBytes), option));
}

async function timestampsOf(
  { data, info }: CheckedSignature & { readonly data: SignedData; readonly info: SignerInfo },
  question: SignatureQuestion,
  log: EvidenceLog,
): Promise<CheckedTimestamp[]> {
  const content = contentDigest(signedContent(data, question), question);
  const timestamps = await checkTimestamps({ ...authorityPath(question), data, info, content, embedded: embeddedValues(data, info) });
  for (const { report } of timestamps) {
    const { kind, indication, subIndication, time } = report;
    const params = { ...(time !== undefined && { time }), ...(subIndication !== undefined && { subIndication }) };
    // a bad timestamp takes nothing away from the signature, so it is not a failure of it
    log.evidence.push({ check: kind, outcome: indication === "TOTAL-PASSED" ? "passed" : "failed", params });
  }
  return timestamps;
}

/** What holds for the paths of timestamp authorities too; what is asked of a signer (key usage, purpose, policies, names) does not. */
function authorityPath(question: SignatureQuestion): Omit<TimestampQuestion, "token" | "imprint"> {
  const { keyUsage: _, purpose: __, certificatePolicies: ___, nameConstraints: ____, producedAfter: _____, ...rest } = question;
  return { ...rest, trustAnchors: question.timestampAnchors ?? question.trustAnchors };
}

/** EN 319 102-1 5.5.4: the earliest proof, or `at` where there is none; never before the moment after which the signature must have been made. */
function bestSignatureTime(timestamps: readonly CheckedTimestamp[], { at, producedAfter }: SignatureQuestion): Date {
  let best = at;
  for (const { report } of timestamps) {
    if (report.indication !== "TOTAL-PASSED" || report.time === undefined) continue;
    const time = new Date(report.time);
    if (time < best) best = time;
  }
  return producedAfter && producedAfter > best && producedAfter < at ? producedAfter : best;
}

/** The claim proves nothing, but one that cannot be true must not reach a file as the time of signing. */
function checkSigningTime(
  claimed: Date,
  { producedAfter, clockTolerance = FIVE_MINUTES }: SignatureQuestion,
  bestTime: Date,
  log: EvidenceLog,
): void {
  const params = { claimed: claimed.toISOString(), at: bestTime.toISOString() };
  // signing time has whole seconds
  const early = producedAfter !== undefined && claimed.getTime() < producedAfter.getTime() - clockTolerance;
  if (early || claimed.getTime() > bestTime.getTime() + clockTolerance)
    log.fail("signing-time", "INDETERMINATE", "SIG_CONSTRAINTS_FAILURE", params);
  else log.pass("signing-time", params);
}
