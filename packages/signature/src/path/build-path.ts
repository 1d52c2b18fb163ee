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

/**
 * Every path from the certificate to an anchor whose signatures verify, shortest first. Issuers are found by name; key
 * identifiers only say which one to try first (RFC 4158 3.5.12). No certificate and no pair of name and key stands twice in a
 * path, so cycles of cross-certificates end.
 */
export async function* findPaths(
  { certificate, intermediates, anchors, checks, work }: PathSearch,
  notes: SearchNotes,
): AsyncGenerator<Path> {
  const bySubject = Map.groupBy(intermediates, ({ subject }) => nameKey(subject));
  const anchorsBySubject = Map.groupBy(anchors, ({ subject }) => nameKey(subject));

  const issued = async (child: Certificate, issuer: Certificate): Promise<"yes" | "no" | "later"> => {
    const result = await checks.check(child, issuer);
    if (result === "too-much") notes.exhausted = true;
    if (result === "unsupported" || result === "refused") notes.unsupported ??= child;
    if (result === "invalid" && claims(child, issuer)) notes.notSigned ??= child;
    return result === "valid" ? "yes" : result === "incomplete" ? "later" : "no";
  };

  let open: { path: Path; waiting: boolean }[] = [{ path: [certificate], waiting: false }];
  while (open.length > 0) {
    const longer: typeof open = [];
    for (const { path, waiting } of open) {
      const last = path.at(-1) ?? certificate;
      const issuerName = nameKey(last.issuer);
      for (const anchor of byClaim(last, anchorsBySubject.get(issuerName))) {
        if (path.some((seen) => sameEntity(seen, anchor))) continue;
        const link = await issued(last, anchor);
        if (link === "no") continue;
        const complete = waiting ? await completed([...path, anchor], checks) : [...path, anchor];
        if (complete && link === "yes") yield complete;
      }
      for (const issuer of byClaim(last, bySubject.get(issuerName))) {
        if (path.some((seen) => sameEntity(seen, issuer)) || anchors.some((anchor) => sameEntity(anchor, issuer))) continue;
        if (path.length + 2 > MAXIMUM_DEPTH || !work.spend("steps")) {
          notes.exhausted = true;
          continue;
        }
        const link = await issued(last, issuer);
        if (link !== "no") longer.push({ path: [...path, issuer], waiting: waiting || link === "later" });
      }
    }
    open = longer;
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

/** Those whose key identifier is the claimed one first. */
function byClaim(child: Certificate, issuers: readonly Certificate[] = []): readonly Certificate[] {
  return issuers.length < 2 ? issuers : issuers.toSorted((a, b) => Number(claims(child, b)) - Number(claims(child, a)));
}

function claims(child: Certificate, issuer: Certificate): boolean {
  const claimed = child.authorityKeyIdentifier;
  const own = issuer.subjectKeyIdentifier;
  return !claimed || !own || equal(claimed, own);
}

function sameEntity(a: Certificate, b: Certificate): boolean {
  return equal(a.spki, b.spki) && sameName(a.subject, b.subject);
}
