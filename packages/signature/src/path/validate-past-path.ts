import { identifyAlgorithm } from "../algorithms/algorithms.ts";
import { signatureEnd } from "../algorithms/constraints.ts";
import { copy } from "../bytes.ts";
import type { Certificate } from "../certificate/certificate.ts";
import { readRevocationList } from "../certificate/crl.ts";
import { SignatureError } from "../errors.ts";
import { EvidenceLog, type PathReport } from "../report.ts";
import { readOcspResponse } from "../revocation/ocsp-response.ts";
import { named } from "./check-authorities.ts";
import { logFault, type PathFault } from "./faults.ts";
import type { ProofsOfExistence } from "./proofs-of-existence.ts";
import { judgePath, openQuestion, type PathInput } from "./validate-path.ts";

/**
 * The path of a certificate as of a moment in the past for which what it signed is proven to be there (`input.at`): RFC 5280 as of then, and past
 * certificate validation (EN 319 102-1 5.6.2.1, 5.6.2.2) with what is known since. An authority whose certificate has expired or was revoked since then, or whose
 * algorithm has ended, may have lost its key: what it signed counts only where it is proven to be older than that.
 * Throws as `validatePath` does.
 */
export async function validatePastPath(input: PathInput, proofs: ProofsOfExistence): Promise<PathReport> {
  const { report, path } = await judgePath(input);
  if (report.indication !== "TOTAL-PASSED" || input.at >= proofs.now) return report;
  const log = new EvidenceLog();
  await checkProofs(path, input, proofs, log);
  const evidence = [...report.evidence, ...log.evidence];
  return log.failure ? { ...report, ...log.failure, evidence, policies: { constrained: [], subject: [] } } : { ...report, evidence };
}

/** Until when keys above can be believed, and why no longer. Control-time of 5.6.2.1. */
interface Control {
  readonly until: Date;
  readonly fault: PathFault;
}

async function checkProofs(path: readonly Certificate[], input: PathInput, proofs: ProofsOfExistence, log: EvidenceLog): Promise<void> {
  let control: Control = { until: proofs.now, fault: "authority-expired-since" };
  const lower = (until: Date | undefined, fault: PathFault): void => {
    if (until && until < control.until) control = { until, fault };
  };
  for (let index = path.length - 2; index >= 0; index--) {
    const certificate = path[index];
    const issuer = path[index + 1];
    if (!certificate || !issuer) return;
    const algorithm = identifyAlgorithm(certificate.algorithmIdentifier, undefined, input);
    lower(signatureEnd(algorithm, issuer.publicKey, input.algorithms, input), "algorithm-ended-since");
    const { until, fault } = control;
    const issuers = path.slice(index + 1);
    if (until < proofs.now) {
      // the signed reference to the signer's certificate proves it with the signature (EN 319 102-1 5.6.2.3.2)
      const since = index === 0 ? input.at : await proofs.since(certificate.der);
      const known = since <= until && (await isKnownBy(until, certificate, issuers, input, proofs));
      const params = { ...named(certificate), since: since.toISOString(), until: until.toISOString() };
      if (!known) return logFault(log, fault, params);
      log.pass("proof-of-existence", params);
    }
    if (index === 0) return;
    lower(certificate.notAfter, "authority-expired-since");
    lower(await revokedLater(certificate, issuers, input), "authority-revoked-since");
  }
}

/** Whether evidence that is proven to be from before `until` says that the certificate was good at the moment in question. */
async function isKnownBy(
  until: Date,
  certificate: Certificate,
  issuers: readonly Certificate[],
  input: PathInput,
  proofs: ProofsOfExistence,
): Promise<boolean> {
  if (input.revocation === "unchecked") return true;
  const early = async (
    items: readonly Uint8Array[] = [],
    read: (der: Uint8Array) => { readonly algorithmIdentifier: Uint8Array } | undefined,
  ) => {
    const kept: Uint8Array[] = [];
    for (const item of items) {
      const since = await proofs.since(item);
      const identifier = attempt(() => read(item))?.algorithmIdentifier;
      const algorithm = identifier && identifyAlgorithm(copy(identifier), undefined, input);
      // by the key of the certificate's issuer: a delegate's is no stronger than what stands above it
      const end = issuers[0] && signatureEnd(algorithm, issuers[0].publicKey, input.algorithms, input);
      if (since <= until && !(end && end <= since)) kept.push(item);
    }
    return kept;
  };
  const crls = await early(input.crls, readRevocationList);
  const ocspResponses = await early(input.ocspResponses, (der) => readOcspResponse(der).basic);
  const { revocation } = openQuestion({ ...input, crls, ocspResponses });
  return (await revocation.statusOf(certificate, issuers)).status === "good";
}

async function revokedLater(certificate: Certificate, issuers: readonly Certificate[], input: PathInput): Promise<Date | undefined> {
  if (input.revocation === "unchecked") return undefined;
  const status = await openQuestion(input).revocation.statusOf(certificate, issuers);
  return status.status === "good" ? status.revokedLater : undefined;
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof SignatureError) return undefined;
    throw error;
  }
}
