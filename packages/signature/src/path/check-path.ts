import type { Certificate } from "../certificate/certificate.ts";
import { EvidenceLog } from "../report.ts";
import type { RevocationSource } from "../revocation/source.ts";
import { checkAlgorithms, checkAuthorities, checkExtensions, checkSignerUsage, checkValidity, named } from "./check-authorities.ts";
import { checkNames } from "./check-names.ts";
import { checkPolicies } from "./check-policies.ts";
import { logFault } from "./faults.ts";
import type { ValidPolicies } from "./policy-graph.ts";
import type { PathQuestion } from "./question.ts";
import type { WorkBudget } from "./work.ts";

/** Checks a chain whose signatures hold: signer first, anchor last. Stops at the first kind of check that fails. */
export async function checkPath(
  path: readonly Certificate[],
  question: PathQuestion,
  { work, revocation }: { readonly work: WorkBudget; readonly revocation: RevocationSource },
  log: EvidenceLog,
): Promise<ValidPolicies> {
  let policies: ValidPolicies = { constrained: [], subject: [] };
  checkExtensions(path, question, log);
  if (!log.failure) checkAuthorities(path, log);
  if (!log.failure) checkSignerUsage(path, question, log);
  if (!log.failure) checkNames(path, question.nameConstraints, work, log);
  if (!log.failure) policies = checkPolicies(path, question.certificatePolicies, log);
  if (!log.failure) checkAlgorithms(path, question, log);
  if (log.failure) return policies;
  const validity = new EvidenceLog();
  const revoked = new EvidenceLog();
  checkValidity(path, question, validity);
  await checkRevocation(path, question, revocation, revoked);
  log.evidence.push(...validity.evidence, ...revoked.evidence);
  // that a certificate has expired tells more than that its revocation is not known, and less than that it was revoked
  const unknown = revoked.failure?.subIndication === "TRY_LATER";
  log.failure = unknown ? (validity.failure ?? revoked.failure) : (revoked.failure ?? validity.failure);
  return policies;
}

async function checkRevocation(
  path: readonly Certificate[],
  question: PathQuestion,
  source: RevocationSource,
  log: EvidenceLog,
): Promise<void> {
  if (question.revocation === "unchecked") return log.skip("revocation", { why: "unchecked" });
  // from the anchor down: what a revoked authority says about its certificates is worth nothing
  for (let index = path.length - 2; index >= 0; index--) {
    const certificate = path[index];
    if (!certificate) return;
    const status = await source.statusOf(certificate, path.slice(index + 1));
    const facts = { ...named(certificate), serial: certificate.serial };
    if (status.status === "unknown") return logFault(log, "revocation-unknown", { ...facts, why: status.why });
    if (status.status === "good") {
      log.pass("revocation", {
        ...facts,
        by: status.by,
        thisUpdate: status.thisUpdate.toISOString(),
        ...(status.revokedLater && { revokedLater: status.revokedLater.toISOString() }),
      });
      continue;
    }
    const certain = question.producedAfter !== undefined && status.at <= question.producedAfter;
    const params = { ...facts, by: status.by, at: status.at.toISOString(), ...(status.reasonStated && { reason: status.reason }) };
    return logFault(log, index > 0 ? "authority-revoked" : certain ? "revoked" : "revoked-time-unproven", params);
  }
}
