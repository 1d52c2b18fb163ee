import { identifyAlgorithm } from "../algorithms/algorithms.ts";
import { violatedConstraint, type AlgorithmConstraints } from "../algorithms/constraints.ts";
import { verifySignature, type CryptoOption } from "../algorithms/verify.ts";
import type { Certificate } from "../certificate/certificate.ts";
import type { RevocationList } from "../certificate/crl.ts";
import { EXTENSION } from "../certificate/extensions.ts";
import { sameName } from "../certificate/name.ts";

export type RevocationStatus =
  | { readonly status: "good"; readonly thisUpdate: Date }
  | { readonly status: "revoked"; readonly at: Date; readonly reason: number }
  /** `why`: the most useful reason for which no list could be used. */
  | { readonly status: "unknown"; readonly why: UnusableList };

export type UnusableList =
  | "no-list"
  | "stale"
  | "not-signed-by-issuer"
  | "unsupported-extension"
  | "algorithm"
  | "issuer-may-not-sign-lists";

const REASON_REMOVE_FROM_CRL = 8;

export interface RevocationInput extends CryptoOption {
  readonly certificate: Certificate;
  readonly issuer: Certificate;
  readonly lists: readonly RevocationList[];
  readonly at: Date;
  readonly algorithms?: AlgorithmConstraints;
}

/**
 * RFC 5280 6.3 for complete lists that the issuer itself signs. Indirect and delta lists, and lists with an
 * issuing distribution point, carry critical extensions and are not used: then the status stays unknown.
 * Of several usable lists each is asked, and a revocation in any of them counts.
 */
export async function revocationStatus(input: RevocationInput): Promise<RevocationStatus> {
  const { certificate, issuer, at } = input;
  let why: UnusableList = "no-list";
  let good: Date | undefined;
  let unread = false;
  for (const list of input.lists) {
    if (!sameName(list.issuer, issuer.subject)) continue;
    unread ||= isCurrentDelta(list, at);
    const fault = await unusable(list, input);
    if (fault) {
      why = fault;
      continue;
    }
    const entry = list.revoked.get(certificate.serial);
    // a revocation after the moment in question does not touch what was done before it
    if (entry && entry.reason !== REASON_REMOVE_FROM_CRL && entry.at <= at)
      return { status: "revoked", at: entry.at, reason: entry.reason };
    if (!good || list.thisUpdate > good) good = list.thisUpdate;
  }
  // a delta list is the newest word of the issuer: while it is there and not understood, nothing is known to be good
  if (unread) return { status: "unknown", why: "unsupported-extension" };
  return good ? { status: "good", thisUpdate: good } : { status: "unknown", why };
}

function isCurrentDelta(list: RevocationList, at: Date): boolean {
  return list.extensions.has(EXTENSION.deltaCrlIndicator) && list.nextUpdate !== undefined && list.nextUpdate >= at;
}

async function unusable(
  list: RevocationList,
  { certificate, issuer, at, algorithms, crypto, registry }: RevocationInput,
): Promise<UnusableList | null> {
  if (!list.nextUpdate || list.nextUpdate < at) return "stale";
  // a later list also speaks for the past, but entries of expired certificates may have been dropped from it (RFC 5280 3.3)
  if (list.thisUpdate > at && list.thisUpdate > certificate.notAfter) return "stale";
  for (const [id, extension] of list.extensions) {
    if (extension.critical && id !== EXTENSION.authorityKeyIdentifier && id !== EXTENSION.crlNumber) return "unsupported-extension";
  }
  for (const entry of list.revoked.values()) if (entry.unknownCritical) return "unsupported-extension";
  if (issuer.keyUsage && !issuer.keyUsage.includes("cRLSign")) return "issuer-may-not-sign-lists";
  const option = { ...(crypto && { crypto }), ...(registry && { registry }) };
  const algorithm = identifyAlgorithm(list.algorithmIdentifier, undefined, option);
  if (!algorithm || violatedConstraint(algorithm, issuer.publicKey, algorithms, option)) return "algorithm";
  const signed = await verifySignature({
    spki: issuer.spki,
    algorithm,
    data: list.tbs,
    signature: list.signature,
    ...option,
  });
  return signed ? null : "not-signed-by-issuer";
}
