interface Revocation {
  readonly at: Date;
  /** RFC 5280 5.3.1; 0 where none is stated. */
  readonly reason: number;
  readonly reasonStated: boolean;
}

export type RevocationStatus =
  | {
      readonly status: "good";
      readonly by: "crl" | "ocsp";
      readonly thisUpdate: Date;
      /** Revoked after the moment in question: that does not touch what was done before it. */
      readonly revokedLater?: Date;
    }
  | ({ readonly status: "revoked"; readonly by: "crl" | "ocsp"; readonly thisUpdate: Date } & Revocation)
  /** `why`: the most useful reason for which no evidence could be used. */
  | { readonly status: "unknown"; readonly why: UnusableEvidence };

export type UnusableEvidence =
  | "no-list"
  | "stale"
  | "not-signed-by-issuer"
  | "unsupported-extension"
  | "algorithm"
  | "issuer-may-not-sign-lists"
  | "issuer-not-valid"
  | "some-reasons"
  | "unreadable"
  | "work-limit"
  | "responder-refused"
  | "responder-not-authorised"
  | "responder-does-not-know"
  | "other-certificate"
  | "wrong-nonce";

/** RFC 5280 5.3.1. */
export const REASON = {
  unspecified: 0,
  affiliationChanged: 3,
  superseded: 4,
  cessationOfOperation: 5,
  certificateHold: 6,
  removeFromCrl: 8,
} as const;

/**
 * One answer of several sources. A revocation counts wherever it is told, the earliest first; only a suspension is lifted by
 * newer evidence that no longer tells of it.
 */
export function combined(statuses: readonly RevocationStatus[]): RevocationStatus {
  const good = statuses.filter((one) => one.status === "good").toSorted((a, b) => b.thisUpdate.getTime() - a.thisUpdate.getTime())[0];
  const revoked = statuses
    .filter((one) => one.status === "revoked")
    .filter((one) => one.reason !== REASON.certificateHold || !good || good.thisUpdate <= one.thisUpdate)
    .toSorted((a, b) => a.at.getTime() - b.at.getTime())[0];
  return (
    revoked ??
    good ??
    statuses.findLast((one) => one.status === "unknown" && one.why !== "no-list") ?? { status: "unknown", why: "no-list" }
  );
}

/** What a statement of revocation means at `at`. */
export function judged(
  statement: { readonly by: "crl" | "ocsp"; readonly thisUpdate: Date; readonly revoked?: Revocation },
  at: Date,
): RevocationStatus {
  const { by, thisUpdate, revoked } = statement;
  if (!revoked || revoked.at > at) return { status: "good", by, thisUpdate, ...(revoked && { revokedLater: revoked.at }) };
  const { at: since, reason, reasonStated } = revoked;
  return { status: "revoked", by, thisUpdate, at: since, reason, reasonStated };
}
