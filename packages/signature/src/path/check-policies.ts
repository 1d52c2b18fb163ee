import type { Certificate } from "../certificate/certificate.ts";
import { formatName } from "../certificate/name.ts";
import { ANY_POLICY } from "../certificate/policies.ts";
import type { EvidenceLog } from "../report.ts";
import { logFault } from "./faults.ts";
import { pathFacts } from "./path-facts.ts";
import { PolicyGraph, type ValidPolicies } from "./policy-graph.ts";

/** RFC 5280 6.1.1 (c), (e), (f), (g). */
export interface PolicyInputs {
  /** OIDs; left out (or with `anyPolicy` among them): any. */
  readonly initial?: readonly string[];
  /** The path must be valid for one of `initial`. */
  readonly requireExplicit?: boolean;
  readonly inhibitMapping?: boolean;
  readonly inhibitAny?: boolean;
}

const NO_POLICIES: ValidPolicies = { constrained: [], subject: [] };

/** RFC 5280 6.1.3 (d) to (f), 6.1.4 (a), (b), (h) to (j), 6.1.5 (a), (b), (g), with the graph of RFC 9618. */
export function checkPolicies(path: readonly Certificate[], inputs: PolicyInputs, log: EvidenceLog): ValidPolicies {
  const below = path.slice(0, -1).toReversed();
  const anchor = path.at(-1);
  const count = below.length;
  const start = (flag: boolean | undefined): number => (flag ? 0 : count + 1);
  let explicit = start(inputs.requireExplicit);
  let mapping = start(inputs.inhibitMapping);
  let anyPolicy = start(inputs.inhibitAny);
  const graph = new PolicyGraph();
  const fail = (fault: "no-valid-policy" | "any-policy-mapped", certificate: Certificate): ValidPolicies => {
    logFault(log, fault, { certificate: formatName(certificate.subject) });
    return NO_POLICIES;
  };
  if (anchor) {
    // RFC 5937 3.2: what a trust anchor says of policies is an input to the paths below it
    const { policyConstraints, inhibitAnyPolicy } = pathFacts(anchor);
    explicit = Math.min(explicit, policyConstraints.requireExplicitPolicy ?? explicit);
    mapping = Math.min(mapping, policyConstraints.inhibitPolicyMapping ?? mapping);
    anyPolicy = Math.min(anyPolicy, inhibitAnyPolicy ?? anyPolicy);
  }

  for (const [index, certificate] of below.entries()) {
    const facts = pathFacts(certificate);
    const isLast = index === count - 1;
    graph.addCertificate(facts.policies, anyPolicy > 0 || (!isLast && facts.selfIssued));
    if (explicit === 0 && graph.isNull) return fail("no-valid-policy", certificate);
    if (isLast) {
      if (explicit > 0) explicit--;
      if (facts.policyConstraints.requireExplicitPolicy === 0) explicit = 0;
      break;
    }
    if (facts.policyMappings.some((pair) => pair.includes(ANY_POLICY))) return fail("any-policy-mapped", certificate);
    graph.map(facts.policyMappings, mapping > 0);
    if (!facts.selfIssued) {
      if (explicit > 0) explicit--;
      if (mapping > 0) mapping--;
      if (anyPolicy > 0) anyPolicy--;
    }
    explicit = Math.min(explicit, facts.policyConstraints.requireExplicitPolicy ?? explicit);
    mapping = Math.min(mapping, facts.policyConstraints.inhibitPolicyMapping ?? mapping);
    anyPolicy = Math.min(anyPolicy, facts.inhibitAnyPolicy ?? anyPolicy);
  }

  const initial = !inputs.initial || inputs.initial.includes(ANY_POLICY) ? undefined : new Set(inputs.initial);
  const policies = graph.constrainedBy(initial);
  const [signer] = path;
  if (explicit === 0 && policies.constrained.length === 0 && signer) return fail("no-valid-policy", signer);
  log.pass("certificate-policies", { policies: policies.constrained.join(" "), nodes: graph.size });
  return policies;
}
