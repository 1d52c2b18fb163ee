import type { Certificate } from "../certificate/certificate.ts";
import type { GeneralName } from "../certificate/general-name.ts";
import { formatName } from "../certificate/name.ts";
import type { NameConstraints } from "../certificate/name-constraints.ts";
import type { EvidenceLog } from "../report.ts";
import { logFault } from "./faults.ts";
import { comparableName, isWithin } from "./name-matching.ts";
import { pathFacts } from "./path-facts.ts";
import type { WorkBudget } from "./work.ts";

const EMAIL_ADDRESS = "1.2.840.113549.1.9.1";

/**
 * RFC 5280 6.1.3 (b), (c) and 6.1.4 (g). Permitted subtrees are kept list by list: a name must be within one base of each list
 * that speaks of its form, which is the intersection without computing it.
 */
export function checkNames(path: readonly Certificate[], initial: NameConstraints | undefined, work: WorkBudget, log: EvidenceLog): void {
  const inForce: NameConstraints[] = initial ? [initial] : [];
  for (const [index, certificate] of [...path.entries()].toReversed()) {
    const { selfIssued, nameConstraints } = pathFacts(certificate);
    const isAnchor = index === path.length - 1;
    if (!isAnchor && (!selfIssued || index === 0) && inForce.length > 0) {
      const fault = violation(certificate, inForce, work);
      if (fault) return logFault(log, fault, { certificate: formatName(certificate.subject) });
    }
    if (nameConstraints) inForce.push(nameConstraints);
  }
  log.pass("name-constraints", { comparisons: work.spent.nameComparisons });
}

type Violation = "name-excluded" | "name-not-permitted" | "name-unreadable" | "name-work-limit";

function violation(certificate: Certificate, inForce: readonly NameConstraints[], work: WorkBudget): Violation | null {
  for (const name of namesOf(certificate)) {
    for (const { permitted, excluded } of inForce) {
      if (!work.spend("nameComparisons", permitted.length + excluded.length)) return "name-work-limit";
      const judged = permitted.filter((base) => sameForm(base, name));
      const barred = excluded.filter((base) => sameForm(base, name));
      if (judged.length + barred.length === 0) continue;
      const comparable = comparableName(name);
      if (!comparable) return "name-unreadable";
      if (barred.some((base) => isWithin(comparable, base, "exclude"))) return "name-excluded";
      if (judged.length > 0 && !judged.some((base) => isWithin(comparable, base, "permit"))) return "name-not-permitted";
    }
  }
  return null;
}

/** Forms that nothing here judges differ by their tag: a constraint on one form says nothing of another. */
function sameForm(a: GeneralName, b: GeneralName): boolean {
  return a.kind === b.kind && (a.kind !== "other" || b.kind !== "other" || a.tag === b.tag);
}

/** Subject, alternative names and, where there are none of these, mail addresses in the subject (RFC 5280 4.2.1.10). */
function namesOf(certificate: Certificate): GeneralName[] {
  const { subject } = certificate;
  const { alternativeNames } = pathFacts(certificate);
  const addresses = alternativeNames
    ? []
    : subject.flat().flatMap(({ type, text }): GeneralName[] => (type === EMAIL_ADDRESS ? [{ kind: "rfc822", text: text ?? "" }] : []));
  return [...(subject.length > 0 ? [{ kind: "directory", name: subject } as const] : []), ...(alternativeNames ?? []), ...addresses];
}
