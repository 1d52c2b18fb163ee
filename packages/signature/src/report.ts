import type { CertificateSummary } from "./certificate/certificate.ts";
import type { PathFault } from "./path/faults.ts";
import type { ValidPolicies } from "./path/policy-graph.ts";

/** ETSI EN 319 102-1 5.1.3. */
export type Indication = "TOTAL-PASSED" | "TOTAL-FAILED" | "INDETERMINATE";

/** ETSI EN 319 102-1 5.1.3, tables 5 and 6: those that this package gives. */
export type SubIndication =
  | "FORMAT_FAILURE"
  | "HASH_FAILURE"
  | "SIG_CRYPTO_FAILURE"
  | "REVOKED"
  | "EXPIRED"
  | "NOT_YET_VALID"
  | "SIG_CONSTRAINTS_FAILURE"
  | "CHAIN_CONSTRAINTS_FAILURE"
  | "CERTIFICATE_CHAIN_GENERAL_FAILURE"
  | "CRYPTO_CONSTRAINTS_FAILURE"
  | "CRYPTO_CONSTRAINTS_FAILURE_NO_POE"
  | "NO_SIGNING_CERTIFICATE_FOUND"
  | "NO_CERTIFICATE_CHAIN_FOUND"
  | "REVOKED_NO_POE"
  | "REVOKED_CA_NO_POE"
  | "OUT_OF_BOUNDS_NO_POE"
  | "SIGNED_DATA_NOT_FOUND"
  | "TIMESTAMP_ORDER_FAILURE"
  | "TRY_LATER";

/**
 * One thing that was checked, in the order of checking. `check` is stable: tests and panels name it.
 * `skipped`: asked not to check, or not reached.
 */
export interface Evidence {
  readonly check: Check;
  readonly outcome: "passed" | "failed" | "skipped";
  readonly params: Readonly<Record<string, string | number>>;
  /** Which rule of a path was broken, where `check` failed in one. */
  readonly fault?: PathFault;
}

export type Check =
  | "format"
  | "signed-file"
  | "signer-count"
  | "signing-certificate"
  | "mandatory-attributes"
  | "message-digest"
  | "signature-value"
  | "algorithm-constraints"
  | "signing-time"
  | "unsigned-attributes"
  | "timestamp-imprint"
  | "timestamp-nonce"
  | "timestamp-policy"
  | "timestamp-authority"
  | "timestamp-time"
  | "signature-timestamp"
  | "archive-timestamp"
  | "countersignature"
  | "content-timestamp"
  | "timestamp-order"
  | "proof-of-existence"
  | "chain-found"
  | "chain-work"
  | "certificate-format"
  | "validity"
  | "basic-constraints"
  | "path-length"
  | "key-usage"
  | "critical-extensions"
  | "extended-key-usage"
  | "name-constraints"
  | "certificate-policies"
  | "revocation";

/** Where a check ended: what it means for the signature. */
export interface Finding {
  readonly indication: Indication;
  readonly subIndication?: SubIndication;
  readonly evidence: readonly Evidence[];
}

export interface PathReport extends Finding {
  /** Signer first, trust anchor last; empty where no chain was found. */
  readonly chain: readonly CertificateSummary[];
  /** Under which policies the path is valid (RFC 5280 6.1.6); none where it is not. */
  readonly policies: ValidPolicies;
}

/** Collects evidence and keeps the first failure. */
export class EvidenceLog {
  readonly evidence: Evidence[] = [];
  failure: { readonly indication: Indication; readonly subIndication: SubIndication } | undefined;

  pass(check: Check, params: Evidence["params"] = {}): void {
    this.evidence.push({ check, outcome: "passed", params });
  }

  skip(check: Check, params: Evidence["params"] = {}): void {
    this.evidence.push({ check, outcome: "skipped", params });
  }

  fail(check: Check, indication: Indication, subIndication: SubIndication, params: Evidence["params"] = {}, fault?: PathFault): void {
    this.evidence.push({ check, outcome: "failed", params, ...(fault && { fault }) });
    this.failure ??= { indication, subIndication };
  }
}
