import type { SignatureAlgorithm } from "../algorithms/algorithms.ts";
import { copy } from "../bytes.ts";
import { describeCertificate, type CertificateSummary } from "../certificate/certificate.ts";
import { SignatureError } from "../errors.ts";
import { validatePath, type PathInput } from "../path/validate-path.ts";
import { EvidenceLog, type Finding } from "../report.ts";
import { checkSignature } from "./check-signature.ts";

export interface CadesQuestion extends Omit<PathInput, "certificate"> {
  /** DER of a CMS ContentInfo. */
  readonly signature: Uint8Array;
  /** The detached content. */
  readonly content: Uint8Array;
  /** Which of several signers (0, 1, …). Without it there must be exactly one. */
  readonly signer?: number;
  /** Milliseconds by which the claimed signing time may lie after `at` (or before `producedAfter`). Default five minutes. */
  readonly clockTolerance?: number;
}

/** A validation report. It is plain data: `JSON.stringify` gives the report file. */
export interface CadesReport extends Finding {
  /** Reached level; absent unless every requirement of that level was found and verified. */
  readonly level?: "CAdES-B-B";
  readonly signer?: CertificateSummary;
  readonly algorithm?: SignatureAlgorithm;
  /** As claimed by the signer: ISO 8601 UTC. */
  readonly signingTime?: string;
  /** Signer first, trust anchor last; empty where no chain was found. */
  readonly chain: readonly CertificateSummary[];
}

const FIVE_MINUTES = 300_000;

/**
 * Validates a detached CAdES signature as ETSI EN 319 102-1 5.3 (basic signatures) names results. `TOTAL-PASSED` is given only
 * with a verified digest, a verified signature value and a chain to an anchor; any bytes as `signature` end in a report.
 * Throws `SignatureError` only for a faulty question: an unreadable anchor or list, too much input, no valid date.
 */
export async function verifyCades(question: CadesQuestion): Promise<CadesReport> {
  const { signature, clockTolerance = FIVE_MINUTES } = question;
  if (Number.isNaN(question.at.getTime())) throw new SignatureError("input.invalid", { what: "at" });
  const log = new EvidenceLog();
  const found = await checkSignature({ ...question, signature, content: copy(question.content) }, log);
  const { signer, algorithm, signingTime } = found;

  const facts = {
    ...(signer && { signer: await describeCertificate(signer, question) }),
    ...(algorithm && { algorithm }),
    ...(signingTime && { signingTime: signingTime.toISOString() }),
  };
  if (!signer || log.failure) return { ...facts, indication: "INDETERMINATE", ...log.failure, evidence: log.evidence, chain: [] };

  const intermediates = [...found.certificates, ...(question.intermediates ?? [])];
  const path = await validatePath({ ...question, certificate: signer.der, intermediates });
  log.evidence.push(...path.evidence);
  const { chain } = path;
  if (path.indication !== "TOTAL-PASSED") return { ...path, ...facts, evidence: log.evidence };

  if (signingTime) checkSigningTime(signingTime, question, clockTolerance, log);
  return finish(log, { ...facts, chain });
}

function finish({ failure, evidence }: EvidenceLog, facts: Omit<CadesReport, keyof Finding | "level">): CadesReport {
  return failure ? { ...facts, ...failure, evidence } : { ...facts, indication: "TOTAL-PASSED", level: "CAdES-B-B", evidence };
}

/** The claim proves nothing, but one that cannot be true must not reach a file as the time of signing. */
function checkSigningTime(claimed: Date, { at, producedAfter }: CadesQuestion, tolerance: number, log: EvidenceLog): void {
  const params = { claimed: claimed.toISOString(), at: at.toISOString() };
  const early = producedAfter !== undefined && claimed.getTime() < producedAfter.getTime() - tolerance;
  // signing time has whole seconds
  if (early || claimed.getTime() > at.getTime() + tolerance) log.fail("signing-time", "INDETERMINATE", "SIG_CONSTRAINTS_FAILURE", params);
  else log.pass("signing-time", params);
}
