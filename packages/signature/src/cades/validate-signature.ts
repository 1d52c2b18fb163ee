import type { SignatureAlgorithm } from "../algorithms/algorithms.ts";
import { checkAlgorithmEnd } from "../algorithms/check-end.ts";
import { digest, type CryptoOption } from "../algorithms/verify.ts";
import { concat, toHex, type Bytes } from "../bytes.ts";
import { describeCertificate, type Certificate, type CertificateSummary } from "../certificate/certificate.ts";
import { SignatureError } from "../errors.ts";
import { ProofsOfExistence, type ProofOfExistence } from "../path/proofs-of-existence.ts";
import { validatePastPath } from "../path/validate-past-path.ts";
import { validatePath, type PathInput } from "../path/validate-path.ts";
import { EvidenceLog, type Finding } from "../report.ts";
import type { TimestampQuestion } from "../timestamp/validate-timestamp.ts";
import { checkSignature, signedContent, type CheckedSignature } from "./check-signature.ts";
import {
  checkContentTimestamps,
  checkTimestamps,
  withValues,
  type CheckedTimestamp,
  type SignatureTimestamp,
  type TimestampsQuestion,
} from "./check-timestamps.ts";
import { contentDigest, type ContentDigest } from "./content.ts";
import { reportCountersignatures, type CountersignatureReport } from "./countersignatures.ts";
import { embeddedValues, NO_VALUES } from "./embedded-values.ts";
import { reachedLevel, type CadesLevel } from "./level.ts";
import { readSignedData, type SignedData } from "./signed-data.ts";
import type { SignerInfo } from "./signer-info.ts";
import { bestSignatureTime, checkSigningTime, checkTimestampOrder, earliestSignatureTime } from "./time-of-signing.ts";

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
  /**
   * Signed attributes that must be there (EN 319 102-1 5.2.8). Default: both. Without the reference to the certificate a plain CMS is taken: the signature then
   * does not say which of several certificates over one key is meant. `level` is told only where both are there.
   */
  readonly mandatoryAttributes?: readonly ("signing-certificate-v2" | "signing-time")[];
  /** What the caller knows to have been there earlier than now: lists that it kept, certificates of an archive (EN 319 102-1 5.6.2.3). */
  readonly proofs?: readonly ProofOfExistence[];
}

/**
 * Which process of EN 319 102-1 gave the answer: for basic signatures (5.3), for signatures with time (5.5), where a timestamp moved the moment that counts, or
 * for signatures with long-term material (5.6), where an archive timestamp proved something.
 */
export type ValidationProcess = "basic" | "time" | "long-term";

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
  readonly process: ValidationProcess;
  /** What the process for basic signatures says as of `at`, where timestamps led further: an expired certificate shows here. */
  readonly basic?: Pick<Finding, "indication" | "subIndication">;
  /** Newest archive timestamp first, then signature timestamps, then content timestamps. */
  readonly timestamps?: readonly SignatureTimestamp[];
  readonly countersignatures?: readonly CountersignatureReport[];
  /** Signer first, trust anchor last; empty where no chain was found. */
  readonly chain: readonly CertificateSummary[];
}

/**
 * Validates a CAdES signature by the processes of ETSI EN 319 102-1: for basic signatures (5.3), with time (5.5) and with long-term material (5.6). A good timestamp
 * moves the moment that the signer's certificate is judged for from `at` back to its own; a good archive timestamp also proves certificates, lists and older timestamps to
 * be of its time. A bad one is told and proves nothing. `TOTAL-PASSED` is given only with a verified digest, a verified signature value and a chain to an anchor;
 * any bytes as `signature` end in a report. Throws `SignatureError` only for a faulty question: an unreadable anchor or list, too much input, no valid date.
 */
export async function validateSignature(question: SignatureQuestion): Promise<SignatureReport> {
  if (Number.isNaN(question.at.getTime())) throw new SignatureError("input.invalid", { what: "at" });
  const log = new EvidenceLog();
  const found = await checkSignature(question, log);
  const { signer, algorithm, signingTime, data, info } = found;
  const facts = {
    process: "basic" as const,
    ...(signer && found.signedBytes && { id: await identify(signer, found.signedBytes, question) }),
    ...(signer && { signer: await describeCertificate(signer, question) }),
    ...(algorithm && { algorithm }),
    ...(signingTime && { signingTime: signingTime.toISOString() }),
  };
  if (!signer || !data || !info || log.failure)
    return { ...facts, indication: "INDETERMINATE", ...log.failure, evidence: log.evidence, chain: [] };

  const proofs = new ProofsOfExistence(question.at, question, question.proofs);
  const stamped = await timestampsOf({ ...found, data, info }, question, proofs, log);
  const { timestamps } = stamped;
  const { producedAfter: _, ...rest } = question;
  const asked: SignatureQuestion = { ...rest, ...(stamped.producedAfter && { producedAfter: stamped.producedAfter }) };
  const bestTime = bestSignatureTime(timestamps, asked);
  const countersignatures = await reportCountersignatures({ data, info, path: question, timestamps, proofs });
  const all = [...timestamps, ...stamped.contentTimestamps].map(({ report }) => report);
  const more = {
    ...facts,
    process: processOf(timestamps, bestTime, question.at),
    ...(all.length > 0 && { timestamps: all }),
    ...(bestTime < question.at && { bestSignatureTime: bestTime.toISOString() }),
    ...(countersignatures.length > 0 && { countersignatures }),
  };
  await checkTimestampOrder(stamped.contentTimestamps, timestamps, log);
  checkAlgorithmEnd({ algorithm, key: signer.publicKey, at: bestTime, producedAfter: asked.producedAfter }, question, log);
  if (failureOf(log)) return { ...more, indication: "INDETERMINATE", ...failureOf(log), evidence: log.evidence, chain: [] };

  const path = await signerPath({ data, info, signer }, asked, bestTime, proofs);
  log.evidence.push(...path.evidence);
  const { chain, basic } = path;
  if (path.indication !== "TOTAL-PASSED") return { ...path, ...more, evidence: log.evidence };

  if (signingTime) checkSigningTime(signingTime, asked, bestTime, log);
  const report = { ...more, ...(basic && { basic }), chain, evidence: log.evidence };
  if (failureOf(log)) return { ...report, indication: "INDETERMINATE", ...failureOf(log) };
  const passed = { ...report, indication: "TOTAL-PASSED" as const };
  if (!found.baseline) return passed;
  const level = await reachedLevel({ data, info, signer, timestamps, bestTime, path: asked, authorityPath: authorityPath(question) });
  return { ...passed, level };
}

/** The signer's path as of the moment that is proven; where that is in the past, also what it would be without any proof. */
async function signerPath(
  { data, info, signer }: { readonly data: SignedData; readonly info: SignerInfo; readonly signer: Certificate },
  question: SignatureQuestion,
  bestTime: Date,
  proofs: ProofsOfExistence,
): Promise<Awaited<ReturnType<typeof validatePastPath>> & Pick<SignatureReport, "basic">> {
  const embedded = embeddedValues(data, info);
  const issuersOnly = withValues(question, { ...NO_VALUES, certificates: embedded.certificates });
  if (bestTime >= question.at) return validatePath({ ...question, ...issuersOnly, certificate: signer.der });
  // a list that the signer chose says nothing about now: it counts only for a moment that a timestamp proves
  const values = withValues(question, embedded);
  const path = await validatePastPath({ ...question, ...values, at: bestTime, certificate: signer.der }, proofs);
  const { indication, subIndication } = await validatePath({ ...question, ...issuersOnly, certificate: signer.der });
  return { ...path, basic: { indication, ...(subIndication && { subIndication }) } };
}

function processOf(timestamps: readonly CheckedTimestamp[], bestTime: Date, at: Date): ValidationProcess {
  if (timestamps.some(({ coverage }) => coverage)) return "long-term";
  return bestTime < at ? "time" : "basic";
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

interface Timestamps {
  readonly contentTimestamps: readonly CheckedTimestamp[];
  readonly timestamps: readonly CheckedTimestamp[];
  /** The signature cannot be older. */
  readonly producedAfter: Date | undefined;
}

async function timestampsOf(
  { data, info }: CheckedSignature & { readonly data: SignedData; readonly info: SignerInfo },
  question: SignatureQuestion,
  proofs: ProofsOfExistence,
  log: EvidenceLog,
): Promise<Timestamps> {
  const content = contentDigest(signedContent(data, question), question);
  const asked: TimestampsQuestion = { ...authorityPath(question), data, info, content, embedded: embeddedValues(data, info), proofs };
  const timestamps = await checkTimestamps(asked);
  const contentTimestamps = await checkContentTimestamps(asked);
  for (const { report } of [...timestamps, ...contentTimestamps]) {
    const { kind, indication, subIndication, time } = report;
    const params = { ...(time !== undefined && { time }), ...(subIndication !== undefined && { subIndication }) };
    // a bad timestamp takes nothing away from the signature, so it is not a failure of it
    log.evidence.push({ check: kind, outcome: indication === "TOTAL-PASSED" ? "passed" : "failed", params });
  }
  return { timestamps, contentTimestamps, producedAfter: earliestSignatureTime(contentTimestamps, question.producedAfter) };
}

/** What holds for the paths of timestamp authorities too; what is asked of a signer (key usage, purpose, policies, names) does not. */
function authorityPath(question: SignatureQuestion): Omit<TimestampQuestion, "token" | "imprint"> {
  const { keyUsage: _, purpose: __, certificatePolicies: ___, nameConstraints: ____, producedAfter: _____, ...rest } = question;
  return { ...rest, trustAnchors: question.timestampAnchors ?? question.trustAnchors };
}
