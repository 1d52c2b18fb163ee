import { equal } from "../bytes.ts";
import type { Certificate } from "../certificate/certificate.ts";
import { nameKey, sameName } from "../certificate/name.ts";
import type { SignatureChecks } from "./signature-checks.ts";
import type { WorkBudget } from "./work.ts";

/** Certificates in a path, signer and anchor counted. */
export const MAXIMUM_DEPTH = 12;

export interface PathSearch {
  readonly certificate: Certificate;
  readonly intermediates: readonly Certificate[];
  readonly anchors: readonly Certificate[];
  readonly checks: SignatureChecks;
  readonly work: WorkBudget;
}

/** What the search met on its way; read it when the search has ended. */
export interface SearchNotes {
  /** It stopped at a limit before it had seen everything. */
  exhausted: boolean;
  /** A certificate that has an issuer by name, but is signed in a way that is not or must not be verified here. */
  unsupported?: Certificate;
  /** A certificate that has an issuer by name and key identifier whose key did not sign it. */
  notSigned?: Certificate;
}

type Path = readonly Certificate[];

/** A way on that has not been looked into: whether `issuer` signed the last certificate of `path`. */
interface Step {
  readonly path: Path;
  readonly issuer: Certificate;
  readonly isAnchor: boolean;
  /** A signature below waits for a key that takes its parameters from above. */
  readonly waiting: boolean;
}

/**
 * Every path from the certificate to an anchor whose signatures verify. Issuers are found by name; key identifiers only say
 * which to try first (RFC 4158 3.5.12): those with the fewest contradictions, of these the shortest. No certificate and no pair
 * of name and key stands twice in a path, so cycles of cross-certificates end.
 */
export async function* findPaths(
  { certificate, intermediates, anchors, checks, work }: PathSearch,
  notes: SearchNotes,
): AsyncGenerator<Path> {
  const bySubject = Map.groupBy(intermediates, ({ subject }) => nameKey(subject));
  const anchorsBySubject = Map.groupBy(anchors, ({ subject }) => nameKey(subject));
  // by the number of contradicting key identifiers on the way; in each, shorter paths come first
  const open: Step[][] = [];
  const look = (path: Path, contradictions: number, waiting: boolean): void => {
    const last = path.at(-1) ?? certificate;
    const issuerName = nameKey(last.issuer);
    for (const isAnchor of [true, false]) {
      for (const issuer of (isAnchor ? anchorsBySubject : bySubject).get(issuerName) ?? []) {
        if (path.some((seen) => sameEntity(seen, issuer))) continue;
        if (!isAnchor && anchorsBySubject.get(issuerName)?.some((anchor) => sameEntity(anchor, issuer))) continue;
        (open[contradictions + (claims(last, issuer) ? 0 : 1)] ??= []).push({ path, issuer, isAnchor, waiting });
      }
    }
  };

  look([certificate], 0, false);
  for (;;) {
    const contradictions = open.findIndex((steps) => steps && steps.length > 0);
    const step = open[contradictions]?.shift();
    if (!step) return;
    const { path, issuer, isAnchor } = step;
    if (!isAnchor && (path.length + 2 > MAXIMUM_DEPTH || !work.spend("steps"))) {
      notes.exhausted = true;
      continue;
    }
    const child = path.at(-1) ?? certificate;
    const link = await checks.check(child, issuer);
    if (link === "too-much") notes.exhausted = true;
    if (link === "unsupported" || link === "refused") notes.unsupported ??= child;
    if (link === "invalid" && claims(child, issuer)) notes.notSigned ??= child;
    const longer = [...path, issuer];
    const waiting = step.waiting || link === "incomplete";
    if (link !== "valid" && link !== "incomplete") continue;
    if (!isAnchor) look(longer, contradictions, waiting);
    else if (link === "valid") {
      const complete = step.waiting ? await completed(longer, checks) : longer;
      if (complete) yield complete;
    }
  }
}

/** Verifies what had to wait for keys that take their parameters from above; `null` where one does not hold. */
async function completed(path: Path, checks: SignatureChecks): Promise<Path | null> {
  const done: Certificate[] = [];
  for (const [index, certificate] of [...path.entries()].toReversed()) {
    const child = path[index - 1];
    const whole = child ? checks.complete(child, certificate, done[0]) : certificate;
    if (!whole || (child && (await checks.check(child, whole)) !== "valid")) return null;
    done.unshift(whole);
  }
  return done;
}

function claims(child: Certificate, issuer: Certificate): boolean {
  const claimed = child.authorityKeyIdentifier;
  const own = issuer.subjectKeyIdentifier;
  return !claimed || !own || equal(claimed, own);
}

function sameEntity(a: Certificate, b: Certificate): boolean {
  return equal(a.spki, b.spki) && sameName(a.subject, b.subject);
}
