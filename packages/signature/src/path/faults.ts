import type { Check, EvidenceLog, Indication, Evidence, SubIndication } from "../report.ts";

type Verdict = readonly [check: Check, indication: Indication, subIndication: SubIndication];

/**
 * Why a path fails, with what ETSI EN 319 102-1 (5.1.3, 5.2.6) calls it. A caller that knows no RFC 5280 reads the
 * sub-indication; one that has to tell a CA what is wrong reads the fault.
 */
const FAULTS = {
  "no-chain": ["chain-found", "INDETERMINATE", "NO_CERTIFICATE_CHAIN_FOUND"],
  "work-limit": ["chain-found", "INDETERMINATE", "CERTIFICATE_CHAIN_GENERAL_FAILURE"],
  "unreadable-extension": ["certificate-format", "INDETERMINATE", "CERTIFICATE_CHAIN_GENERAL_FAILURE"],
  "unknown-critical-extension": ["critical-extensions", "INDETERMINATE", "CHAIN_CONSTRAINTS_FAILURE"],
  "not-an-authority": ["basic-constraints", "INDETERMINATE", "CHAIN_CONSTRAINTS_FAILURE"],
  "path-too-long": ["path-length", "INDETERMINATE", "CHAIN_CONSTRAINTS_FAILURE"],
  "may-not-sign-certificates": ["key-usage", "INDETERMINATE", "CHAIN_CONSTRAINTS_FAILURE"],
  "key-usage-missing": ["key-usage", "INDETERMINATE", "CHAIN_CONSTRAINTS_FAILURE"],
  "purpose-missing": ["extended-key-usage", "INDETERMINATE", "CHAIN_CONSTRAINTS_FAILURE"],
  "name-excluded": ["name-constraints", "INDETERMINATE", "CHAIN_CONSTRAINTS_FAILURE"],
  "name-not-permitted": ["name-constraints", "INDETERMINATE", "CHAIN_CONSTRAINTS_FAILURE"],
  "name-unreadable": ["name-constraints", "INDETERMINATE", "CHAIN_CONSTRAINTS_FAILURE"],
  "name-work-limit": ["name-constraints", "INDETERMINATE", "CERTIFICATE_CHAIN_GENERAL_FAILURE"],
  "any-policy-mapped": ["certificate-policies", "INDETERMINATE", "CHAIN_CONSTRAINTS_FAILURE"],
  "no-valid-policy": ["certificate-policies", "INDETERMINATE", "CHAIN_CONSTRAINTS_FAILURE"],
  "algorithm-unsupported": ["algorithm-constraints", "INDETERMINATE", "CRYPTO_CONSTRAINTS_FAILURE"],
  "algorithm-refused": ["algorithm-constraints", "INDETERMINATE", "CRYPTO_CONSTRAINTS_FAILURE"],
  "algorithm-ended": ["algorithm-constraints", "INDETERMINATE", "CRYPTO_CONSTRAINTS_FAILURE_NO_POE"],
  "not-yet-valid": ["validity", "TOTAL-FAILED", "NOT_YET_VALID"],
  "outside-validity": ["validity", "INDETERMINATE", "OUT_OF_BOUNDS_NO_POE"],
  expired: ["validity", "TOTAL-FAILED", "EXPIRED"],
  revoked: ["revocation", "TOTAL-FAILED", "REVOKED"],
  "revoked-time-unproven": ["revocation", "INDETERMINATE", "REVOKED_NO_POE"],
  "authority-revoked": ["revocation", "INDETERMINATE", "REVOKED_CA_NO_POE"],
  // 5.6.2.1: a key above could have been misused since it ended, and nothing proves that what it signed is older
  "authority-expired-since": ["proof-of-existence", "INDETERMINATE", "OUT_OF_BOUNDS_NO_POE"],
  "authority-revoked-since": ["proof-of-existence", "INDETERMINATE", "REVOKED_CA_NO_POE"],
  "algorithm-ended-since": ["proof-of-existence", "INDETERMINATE", "CRYPTO_CONSTRAINTS_FAILURE_NO_POE"],
  "revocation-unknown": ["revocation", "INDETERMINATE", "TRY_LATER"],
} as const satisfies Readonly<Record<string, Verdict>>;

export type PathFault = keyof typeof FAULTS;

export function logFault(log: EvidenceLog, fault: PathFault, params: Evidence["params"] = {}): void {
  const [check, indication, subIndication] = FAULTS[fault];
  log.fail(check, indication, subIndication, params, fault);
}
