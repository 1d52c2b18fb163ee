import { equal } from "../bytes.ts";
import type { Certificate } from "../certificate/certificate.ts";
import type { RevocationList } from "../certificate/crl.ts";
import type { RevokedEntry } from "../certificate/crl-entries.ts";
import { ALL_REASONS } from "../certificate/distribution-points.ts";
import { EXTENSION } from "../certificate/extensions.ts";
import { nameKey, sameName } from "../certificate/name.ts";
import { readDer, TAG } from "../der/read.ts";
import { readTime } from "../der/values.ts";
import { SignatureError } from "../errors.ts";
import { compareMagnitudes, continues, soughtPoints, speaksOf, type SoughtPoint } from "./list-scope.ts";
import type { RevocationSource } from "./source.ts";
import { combined, judged, REASON, type RevocationStatus, type UnusableEvidence } from "./status.ts";

const UNDERSTOOD: ReadonlySet<string> = new Set([
  EXTENSION.authorityKeyIdentifier,
  EXTENSION.crlNumber,
  EXTENSION.deltaCrlIndicator,
  EXTENSION.issuingDistributionPoint,
]);

/**
 * RFC 5280 6.3.3 with the lists of the question. `issuers`: the validated path above the certificate, anchor last.
 * Every usable list of a scope is asked, newest first; reasons that no list covers leave the status unknown.
 */
export async function crlStatus(
  certificate: Certificate,
  issuers: readonly Certificate[],
  source: RevocationSource,
): Promise<RevocationStatus> {
  const { at, lists } = source.question;
  const complete = lists.filter((list) => !list.baseNumber).toSorted((a, b) => b.thisUpdate.getTime() - a.thisUpdate.getTime());
  const told: RevocationStatus[] = [];
  const current = new Set<string>();
  let covered = 0;
  let why: UnusableEvidence = "no-list";
  for (const point of soughtPoints(certificate)) {
    for (const list of complete) {
      if (!source.work.spend("listComparisons", 1 + point.names.length)) return { status: "unknown", why: "work-limit" };
      if (!speaksOf(list, point, certificate)) continue;
      const answer = await read(list, point, certificate, issuers, source);
      if (typeof answer === "string") {
        why = answer;
        continue;
      }
      covered |= list.scope.reasons & point.reasons;
      const scope = `${nameKey(list.issuer)} ${list.scope.key}`;
      // an older list of the same scope still tells of a suspension that has been lifted since
      const lifted = answer.entry?.reason === REASON.certificateHold && current.has(scope);
      current.add(scope);
      if (!lifted) told.push(judged({ by: "crl", thisUpdate: answer.thisUpdate, ...(answer.entry && { revoked: answer.entry }) }, at));
    }
  }
  const status = combined(told);
  if (status.status !== "good" || covered === ALL_REASONS) return status.status === "unknown" ? { status: "unknown", why } : status;
  return { status: "unknown", why: "some-reasons" };
}

interface Answer {
  readonly thisUpdate: Date;
  readonly entry?: RevokedEntry;
}

/** What a complete list, with the newest delta to it, says; or why it cannot be used. */
async function read(
  list: RevocationList,
  point: SoughtPoint,
  certificate: Certificate,
  issuers: readonly Certificate[],
  source: RevocationSource,
): Promise<Answer | UnusableEvidence> {
  try {
    const fault = unusable(list, certificate, source);
    if (fault) return fault;
    const signer = await signerOf(list, point, certificate, issuers, source);
    if (typeof signer === "string") return signer;
    const base = list.revoked.find(certificate.serialOctets, certificate.issuer);
    const delta = await newestDelta(list, signer, certificate, source);
    const change = delta?.revoked.find(certificate.serialOctets, certificate.issuer);
    const entry = change ?? base;
    const revoked = entry && entry.reason !== REASON.removeFromCrl ? { entry } : {};
    return { thisUpdate: (delta ?? list).thisUpdate, ...revoked };
  } catch (error) {
    if (error instanceof SignatureError) return "unreadable";
    throw error;
  }
}

function unusable(list: RevocationList, { notAfter }: Certificate, { question }: RevocationSource): UnusableEvidence | null {
  const { at, freshness } = question;
  if (!list.nextUpdate || list.nextUpdate < at) return "stale";
  if (freshness !== undefined && list.thisUpdate.getTime() < at.getTime() - freshness) return "stale";
  // a later list also speaks for the past, but entries of expired certificates may have been dropped from it (RFC 5280 3.3)
  if (list.thisUpdate > at && list.thisUpdate > notAfter && !keepsExpired(list, notAfter)) return "stale";
  for (const [id, { critical }] of list.extensions) if (critical && !UNDERSTOOD.has(id)) return "unsupported-extension";
  return list.revoked.unknownCritical ? "unsupported-extension" : null;
}

/** ITU-T X.509 9.5.2.8: the list keeps certificates that expired from that date on. */
function keepsExpired({ extensions }: RevocationList, notAfter: Date): boolean {
  const since = extensions.get(EXTENSION.expiredCertsOnCrl);
  return since !== undefined && readTime(readDer(since.value, TAG.generalizedTime, "expiredCertsOnCRL")) <= notAfter;
}

async function newestDelta(
  complete: RevocationList,
  signer: Certificate,
  certificate: Certificate,
  source: RevocationSource,
): Promise<RevocationList | undefined> {
  const deltas = source.question.lists
    .filter((list) => continues(list, complete))
    .toSorted((a, b) => compareMagnitudes(b.number ?? b.tbs, a.number ?? a.tbs));
  for (const delta of deltas) {
    // 6.3.3 (h): the key of the complete list also signs the delta
    if (!unusable(delta, certificate, source) && (await source.checks.check(delta, signer)) === "valid") return delta;
  }
  return undefined;
}

/** The certificate whose key signed the list and whose path is valid (6.3.3 (f), (g)); or why there is none. */
async function signerOf(
  list: RevocationList,
  point: SoughtPoint,
  certificate: Certificate,
  issuers: readonly Certificate[],
  source: RevocationSource,
): Promise<Certificate | UnusableEvidence> {
  let why: UnusableEvidence = "not-signed-by-issuer";
  const claimed = list.authorityKeyIdentifier;
  const claims = ({ subjectKeyIdentifier }: Certificate): boolean =>
    claimed !== undefined && subjectKeyIdentifier !== undefined && equal(claimed, subjectKeyIdentifier);
  const candidates = [...issuers, ...source.issuersNamed(list.issuer)].filter(({ subject }) => nameKey(subject) === nameKey(list.issuer));
  for (const candidate of candidates.toSorted((a, b) => Number(claims(b)) - Number(claims(a)))) {
    const itself = equal(candidate.der, certificate.der);
    // nothing speaks for itself, unless its issuer has written into it that this list does
    if (itself && !point.indirect) continue;
    const check = await source.checks.check(list, candidate, source.question.algorithms ?? {});
    if (check === "unsupported" || check === "refused") why = "algorithm";
    if (check === "too-much") return "work-limit";
    if (check !== "valid") continue;
    if (candidate.keyUsage && !candidate.keyUsage.includes("cRLSign")) why = "issuer-may-not-sign-lists";
    else if (itself || issuers.includes(candidate)) return candidate;
    else if ((point.indirect || (await isCertifiedBy(issuers, candidate, source))) && (await source.isValid(candidate, issuers)))
      return candidate;
    else why = "issuer-not-valid";
  }
  return why;
}

/**
 * Names alone would let any authority below the anchor certify a key under another one's name and revoke, or clear, its
 * certificates: who is not named by the certificate itself must be certified by its issuer or by one above it.
 */
async function isCertifiedBy(issuers: readonly Certificate[], candidate: Certificate, { checks }: RevocationSource): Promise<boolean> {
  for (const issuer of issuers) {
    if (sameName(issuer.subject, candidate.issuer) && (await checks.check(candidate, issuer)) === "valid") return true;
  }
  return false;
}
