import { identifyAlgorithm } from "../algorithms/algorithms.ts";
import { violatedConstraint } from "../algorithms/constraints.ts";
import type { Certificate } from "../certificate/certificate.ts";
import { EXTENSION } from "../certificate/extensions.ts";
import { formatName, sameName } from "../certificate/name.ts";
import { EvidenceLog } from "../report.ts";
import { revocationStatus } from "./revocation.ts";
import type { PathQuestion } from "./validate-path.ts";

/** Extensions that may be critical: those processed here, and policies, which pass without an initial policy set (RFC 5280 6.1.1 (c)). */
const UNDERSTOOD: ReadonlySet<string> = new Set([
  EXTENSION.keyUsage,
  EXTENSION.basicConstraints,
  EXTENSION.extendedKeyUsage,
  EXTENSION.certificatePolicies,
  EXTENSION.subjectKeyIdentifier,
  EXTENSION.authorityKeyIdentifier,
]);

/** RFC 5280 forbids these to be ignored, critical or not, and this package does not process them. */
const CONSTRAINING: ReadonlySet<string> = new Set([EXTENSION.nameConstraints, EXTENSION.policyConstraints]);

/** Checks a chain whose signatures hold: signer first, anchor last. Stops at the first certificate level that fails. */
export async function checkPath(path: readonly Certificate[], question: PathQuestion, log: EvidenceLog): Promise<void> {
  checkExtensions(path, log);
  if (!log.failure) checkAuthorities(path, log);
  if (!log.failure) checkSignerUsage(path, question, log);
  if (!log.failure) checkAlgorithms(path, question, log);
  if (log.failure) return;
  const validity = new EvidenceLog();
  const revocation = new EvidenceLog();
  checkValidity(path, question, validity);
  await checkRevocation(path, question, revocation);
  log.evidence.push(...validity.evidence, ...revocation.evidence);
  // that a certificate has expired tells more than that its revocation is not known, and less than that it was revoked
  const unknown = revocation.failure?.subIndication === "TRY_LATER";
  log.failure = unknown ? (validity.failure ?? revocation.failure) : (revocation.failure ?? validity.failure);
}

function named(certificate: Certificate): { certificate: string } {
  return { certificate: formatName(certificate.subject) };
}

function checkExtensions(path: readonly Certificate[], log: EvidenceLog): void {
  for (const certificate of path) {
    for (const [id, { critical }] of certificate.extensions) {
      if (CONSTRAINING.has(id)) {
        return log.fail("name-constraints", "INDETERMINATE", "CHAIN_CONSTRAINTS_FAILURE", { ...named(certificate), extension: id });
      }
      if (critical && !UNDERSTOOD.has(id)) {
        return log.fail("critical-extensions", "INDETERMINATE", "CHAIN_CONSTRAINTS_FAILURE", { ...named(certificate), extension: id });
      }
    }
  }
  log.pass("critical-extensions");
}

/** RFC 5280 6.1.4 (k) to (n), for the anchor too: a trusted certificate that says it is no CA is not used as one. */
function checkAuthorities(path: readonly Certificate[], log: EvidenceLog): void {
  let below = 0;
  for (const [index, authority] of path.entries()) {
    if (index === 0) continue;
    const { ca, pathLength } = authority.basicConstraints;
    if (!ca) return log.fail("basic-constraints", "INDETERMINATE", "CHAIN_CONSTRAINTS_FAILURE", named(authority));
    if (pathLength !== undefined && below > pathLength) {
      return log.fail("path-length", "INDETERMINATE", "CHAIN_CONSTRAINTS_FAILURE", { ...named(authority), pathLength, below });
    }
    if (authority.keyUsage && !authority.keyUsage.includes("keyCertSign")) {
      return log.fail("key-usage", "INDETERMINATE", "CHAIN_CONSTRAINTS_FAILURE", { ...named(authority), missing: "keyCertSign" });
    }
    // self-issued certificates do not count (6.1.4 (l))
    if (!sameName(authority.subject, authority.issuer)) below++;
  }
  log.pass("basic-constraints");
  log.pass("path-length");
}

function checkSignerUsage(path: readonly Certificate[], { keyUsage }: PathQuestion, log: EvidenceLog): void {
  const [signer] = path;
  if (!signer) return;
  const asserted: readonly string[] = signer.keyUsage ?? [];
  const wanted = keyUsage?.map((name) => (name === "contentCommitment" ? "nonRepudiation" : name));
  const missing = wanted
    ? wanted.find((name) => !asserted.includes(name))
    : signer.keyUsage && !asserted.includes("digitalSignature") && !asserted.includes("nonRepudiation")
      ? "digitalSignature"
      : undefined;
  if (missing !== undefined) return log.fail("key-usage", "INDETERMINATE", "CHAIN_CONSTRAINTS_FAILURE", { ...named(signer), missing });
  log.pass("key-usage", { asserted: asserted.join(" ") });
}

function checkAlgorithms(path: readonly Certificate[], { algorithms, ...option }: PathQuestion, log: EvidenceLog): void {
  for (const [index, certificate] of path.entries()) {
    const issuer = path[index + 1];
    // the anchor's own signature proves nothing: it is trusted as it is
    const violated =
      issuer &&
      violatedConstraint(identifyAlgorithm(certificate.algorithmIdentifier, undefined, option), issuer.publicKey, algorithms, option);
    if (violated)
      return log.fail("algorithm-constraints", "INDETERMINATE", "CRYPTO_CONSTRAINTS_FAILURE", {
        ...named(certificate),
        algorithm: violated,
      });
  }
  log.pass("algorithm-constraints");
}

async function checkRevocation(path: readonly Certificate[], question: PathQuestion, log: EvidenceLog): Promise<void> {
  if (question.revocation === "unchecked") return log.skip("revocation", { why: "unchecked" });
  // from the anchor down: what a revoked authority says about its certificates is worth nothing
  for (let index = path.length - 2; index >= 0; index--) {
    const certificate = path[index];
    const issuer = path[index + 1];
    if (!certificate || !issuer) return;
    const status = await revocationStatus({ ...question, certificate, issuer });
    const facts = { ...named(certificate), serial: certificate.serial };
    if (status.status === "unknown") return log.fail("revocation", "INDETERMINATE", "TRY_LATER", { ...facts, why: status.why });
    if (status.status === "good") log.pass("revocation", { ...facts, thisUpdate: status.thisUpdate.toISOString() });
    else {
      const certain = question.producedAfter !== undefined && status.at <= question.producedAfter;
      const params = { ...facts, at: status.at.toISOString(), reason: status.reason };
      if (index > 0) return log.fail("revocation", "INDETERMINATE", "REVOKED_CA_NO_POE", params);
      return certain
        ? log.fail("revocation", "TOTAL-FAILED", "REVOKED", params)
        : log.fail("revocation", "INDETERMINATE", "REVOKED_NO_POE", params);
    }
  }
}

function checkValidity(path: readonly Certificate[], { at, producedAfter }: PathQuestion, log: EvidenceLog): void {
  for (const [index, certificate] of path.entries()) {
    const params = { ...named(certificate), notBefore: certificate.notBefore.toISOString(), notAfter: certificate.notAfter.toISOString() };
    if (at < certificate.notBefore) {
      // the signature exists at `at`: it was made before its certificate was
      return index === 0
        ? log.fail("validity", "TOTAL-FAILED", "NOT_YET_VALID", params)
        : log.fail("validity", "INDETERMINATE", "OUT_OF_BOUNDS_NO_POE", params);
    }
    if (at > certificate.notAfter) {
      const certain = index === 0 && producedAfter !== undefined && producedAfter > certificate.notAfter;
      return certain
        ? log.fail("validity", "TOTAL-FAILED", "EXPIRED", params)
        : log.fail("validity", "INDETERMINATE", "OUT_OF_BOUNDS_NO_POE", params);
    }
  }
  log.pass("validity", { at: at.toISOString() });
}
