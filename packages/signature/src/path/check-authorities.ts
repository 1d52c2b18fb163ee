import { identifyAlgorithm } from "../algorithms/algorithms.ts";
import { signatureEnd, violatedConstraint } from "../algorithms/constraints.ts";
import type { Certificate } from "../certificate/certificate.ts";
import { EXTENSION } from "../certificate/extensions.ts";
import { formatName } from "../certificate/name.ts";
import { understandsStatements } from "../certificate/qualified-statements.ts";
import { SignatureError } from "../errors.ts";
import type { EvidenceLog } from "../report.ts";
import { logFault } from "./faults.ts";
import { pathFacts } from "./path-facts.ts";
import type { PathQuestion } from "./question.ts";

/** Extensions that may be critical: those that path validation processes. */
const UNDERSTOOD: ReadonlySet<string> = new Set([
  EXTENSION.keyUsage,
  EXTENSION.basicConstraints,
  EXTENSION.extendedKeyUsage,
  EXTENSION.subjectAltName,
  EXTENSION.nameConstraints,
  EXTENSION.certificatePolicies,
  EXTENSION.policyMappings,
  EXTENSION.policyConstraints,
  EXTENSION.inhibitAnyPolicy,
  EXTENSION.crlDistributionPoints,
  EXTENSION.subjectKeyIdentifier,
  EXTENSION.authorityKeyIdentifier,
]);
const ANY_PURPOSE = "2.5.29.37.0";

export function named(certificate: Certificate): { certificate: string } {
  return { certificate: formatName(certificate.subject) };
}

/** RFC 5280 6.1.4 (o), 6.1.5 (f). */
export function checkExtensions(
  path: readonly Certificate[],
  { qualifiedStatements }: Pick<PathQuestion, "qualifiedStatements">,
  log: EvidenceLog,
): void {
  for (const certificate of path) {
    const understood = new Set(UNDERSTOOD);
    try {
      pathFacts(certificate);
      const statements = certificate.extensions.get(EXTENSION.qcStatements);
      if (statements?.critical && understandsStatements(statements.value, qualifiedStatements)) understood.add(EXTENSION.qcStatements);
    } catch (error) {
      if (!(error instanceof SignatureError)) throw error;
      return logFault(log, "unreadable-extension", { ...named(certificate), extension: String(error.params["what"] ?? "") });
    }
    for (const [extension, { critical }] of certificate.extensions) {
      if (critical && !understood.has(extension)) return logFault(log, "unknown-critical-extension", { ...named(certificate), extension });
    }
  }
  log.pass("critical-extensions");
}

/** RFC 5280 6.1.4 (k) to (n), for the anchor too: a trusted certificate that says it is no CA is not used as one. */
export function checkAuthorities(path: readonly Certificate[], log: EvidenceLog): void {
  let below = 0;
  for (const authority of path.slice(1)) {
    const { ca, pathLength } = authority.basicConstraints;
    if (!ca) return logFault(log, "not-an-authority", named(authority));
    if (pathLength !== undefined && below > pathLength) return logFault(log, "path-too-long", { ...named(authority), pathLength, below });
    if (authority.keyUsage && !authority.keyUsage.includes("keyCertSign"))
      return logFault(log, "may-not-sign-certificates", { ...named(authority), missing: "keyCertSign" });
    // self-issued certificates do not count (6.1.4 (l))
    if (!pathFacts(authority).selfIssued) below++;
  }
  log.pass("basic-constraints");
  log.pass("path-length");
}

export function checkSignerUsage([signer, ...authorities]: readonly Certificate[], question: PathQuestion, log: EvidenceLog): void {
  if (!signer) return;
  const asserted: readonly string[] = signer.keyUsage ?? [];
  const wanted = question.keyUsage?.map((name) => (name === "contentCommitment" ? "nonRepudiation" : name));
  const missing = wanted
    ? wanted.find((name) => !asserted.includes(name))
    : signer.keyUsage && !asserted.includes("digitalSignature") && !asserted.includes("nonRepudiation")
      ? "digitalSignature"
      : undefined;
  if (missing !== undefined) return logFault(log, "key-usage-missing", { ...named(signer), missing });
  log.pass("key-usage", { asserted: asserted.join(" ") });

  const { purpose } = question;
  if (!purpose) return;
  const allows = ({ extendedKeyUsage }: Certificate): boolean =>
    !extendedKeyUsage || extendedKeyUsage.includes(purpose.oid) || extendedKeyUsage.includes(ANY_PURPOSE);
  const own = purpose.explicit ? signer.extendedKeyUsage?.includes(purpose.oid) === true : allows(signer);
  const barring = own ? (purpose.chained ? authorities.slice(0, -1).find((authority) => !allows(authority)) : undefined) : signer;
  if (barring) return logFault(log, "purpose-missing", { ...named(barring), missing: purpose.oid });
  log.pass("extended-key-usage", { purpose: purpose.oid });
}

/** Whether each signature in the path is of an algorithm that the policy takes, and still took at the moment in question. */
export function checkAlgorithms(path: readonly Certificate[], { algorithms, ...option }: PathQuestion, log: EvidenceLog): void {
  for (const [index, certificate] of path.entries()) {
    const issuer = path[index + 1];
    // the anchor's own signature proves nothing: it is trusted as it is
    const id = identifyAlgorithm(certificate.algorithmIdentifier, undefined, option);
    const violated = issuer && violatedConstraint(id, issuer.publicKey, algorithms, option);
    if (violated) return logFault(log, "algorithm-refused", { ...named(certificate), algorithm: violated });
    const end = issuer && signatureEnd(id, issuer.publicKey, algorithms, option);
    if (end && end <= option.at)
      return logFault(log, "algorithm-ended", { ...named(certificate), algorithm: id ?? "", until: end.toISOString() });
  }
  log.pass("algorithm-constraints");
}

export function checkValidity(path: readonly Certificate[], { at, producedAfter }: PathQuestion, log: EvidenceLog): void {
  for (const [index, certificate] of path.entries()) {
    const { notBefore, notAfter } = certificate;
    const params = { ...named(certificate), notBefore: notBefore.toISOString(), notAfter: notAfter.toISOString() };
    // the signature exists at `at`: it was made before its certificate was
    if (at < notBefore) return logFault(log, index === 0 ? "not-yet-valid" : "outside-validity", params);
    if (at > notAfter) {
      const certain = index === 0 && producedAfter !== undefined && producedAfter > notAfter;
      return logFault(log, certain ? "expired" : "outside-validity", params);
    }
  }
  log.pass("validity", { at: at.toISOString() });
}
