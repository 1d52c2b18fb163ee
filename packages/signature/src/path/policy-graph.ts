import { ANY_POLICY, type CertificatePolicies, type PolicyQualifier } from "../certificate/policies.ts";

/** A policy of the certificate in question under which its path is valid. Plain data. */
export interface ValidPolicy {
  /** OID. */
  readonly policy: string;
  readonly qualifiers: readonly PolicyQualifier[];
}

/** RFC 5280 6.1.6. */
export interface ValidPolicies {
  /** The user-constrained policy set: OIDs in the terms of the anchor, `anyPolicy` standing for all. */
  readonly constrained: readonly string[];
  /** The same in the terms of the certificate in question, after all mappings. */
  readonly subject: readonly ValidPolicy[];
}

interface PolicyNode {
  readonly policy: string;
  readonly qualifiers: readonly PolicyQualifier[];
  readonly parents: readonly PolicyNode[];
  expected: ReadonlySet<string>;
}

type Level = Map<string, PolicyNode>;

/**
 * The valid policy graph of RFC 9618: at each depth every policy stands once, with all its parents, so that mappings cannot
 * make it grow beyond the sum of what the certificates say. (The tree of RFC 5280 doubles with each pair of mappings.)
 */
export class PolicyGraph {
  /** Above the last one, from the anchor down. */
  readonly #levels: Level[] = [];
  #last: Level = new Map([[ANY_POLICY, { policy: ANY_POLICY, qualifiers: [], parents: [], expected: new Set([ANY_POLICY]) }]]);
  /** Nodes made so far. */
  size = 1;

  /** NULL in the terms of RFC 5280: no policy holds. */
  get isNull(): boolean {
    return this.#last.size === 0;
  }

  /** RFC 5280 6.1.3 (d), (e). `anyPolicy`: whether anyPolicy still counts in this certificate. */
  addCertificate(policies: CertificatePolicies | undefined, anyPolicy: boolean): void {
    const previous = this.#last;
    const next: Level = new Map();
    const expecting = new Map<string, PolicyNode[]>();
    for (const node of previous.values()) {
      for (const policy of node.expected) {
        const nodes = expecting.get(policy);
        if (nodes) nodes.push(node);
        else expecting.set(policy, [node]);
      }
    }
    const any = previous.get(ANY_POLICY);
    for (const [policy, qualifiers] of policies ?? []) {
      if (policy === ANY_POLICY) continue;
      const parents = expecting.get(policy) ?? (any ? [any] : []);
      if (parents.length > 0) next.set(policy, this.#node(policy, qualifiers, parents));
    }
    const qualifiers = policies?.get(ANY_POLICY);
    if (qualifiers && anyPolicy) {
      for (const [policy, parents] of expecting) {
        if (!next.has(policy)) next.set(policy, this.#node(policy, qualifiers, parents));
      }
    }
    this.#levels.push(previous);
    this.#last = next;
  }

  /** RFC 5280 6.1.4 (b). `allowed`: policy_mapping is not zero. */
  map(mappings: readonly (readonly [string, string])[], allowed: boolean): void {
    const subjects = new Map<string, Set<string>>();
    for (const [issuer, subject] of mappings) {
      const mapped = subjects.get(issuer) ?? new Set<string>();
      subjects.set(issuer, mapped.add(subject));
    }
    const any = this.#last.get(ANY_POLICY);
    const anyAbove = this.#levels.at(-1)?.get(ANY_POLICY);
    for (const [policy, expected] of subjects) {
      const node = this.#last.get(policy);
      if (!allowed) this.#last.delete(policy);
      else if (node) node.expected = expected;
      else if (any && anyAbove) {
        const made = this.#node(policy, any.qualifiers, [anyAbove]);
        made.expected = expected;
        this.#last.set(policy, made);
      }
    }
  }

  /** RFC 5280 6.1.5 (g). `initial`: the policies that the user takes, `undefined` for any. Each node is seen once, going up and coming down. */
  constrainedBy(initial: ReadonlySet<string> | undefined): ValidPolicies {
    const alive = new Set<PolicyNode>(this.#last.values());
    // a set grows while it is walked
    for (const node of alive) for (const parent of node.parents) alive.add(parent);
    const constrained = new Set<string>();
    const accepted = new Set<PolicyNode>();
    for (const node of alive) {
      // where a parent is anyPolicy, the anchor's own terms begin
      const begins = node.parents.some(({ policy }) => policy === ANY_POLICY);
      if (begins && (!initial || initial.has(node.policy) || node.policy === ANY_POLICY)) accepted.add(node);
    }
    const ends = this.#last.get(ANY_POLICY);
    for (const node of accepted) if (node.policy !== ANY_POLICY) constrained.add(node.policy);
    // a path that ends in anyPolicy is valid for whatever the user asks
    if (ends) for (const policy of initial ?? [ANY_POLICY]) constrained.add(policy);
    const subject = this.#descendants(accepted);
    return { constrained: [...constrained], subject };
  }

  /** What the last certificate calls the accepted policies. */
  #descendants(accepted: Set<PolicyNode>): ValidPolicy[] {
    for (const level of [...this.#levels, this.#last]) {
      for (const node of level.values()) {
        if (node.parents.some((parent) => parent.policy !== ANY_POLICY && accepted.has(parent))) accepted.add(node);
      }
    }
    return [...this.#last.values()].filter((node) => accepted.has(node)).map(({ policy, qualifiers }) => ({ policy, qualifiers }));
  }

  #node(policy: string, qualifiers: readonly PolicyQualifier[], parents: readonly PolicyNode[]): PolicyNode {
    this.size++;
    return { policy, qualifiers, parents, expected: new Set([policy]) };
  }
}
