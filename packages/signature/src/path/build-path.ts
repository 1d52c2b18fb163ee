import { identifyAlgorithm } from "../algorithms/algorithms.ts";
import { verifySignature, type CryptoOption } from "../algorithms/verify.ts";
import { equal } from "../bytes.ts";
import type { Certificate } from "../certificate/certificate.ts";
import { sameName } from "../certificate/name.ts";

/** Certificates in a path, signer and anchor counted. */
export const MAXIMUM_DEPTH = 8;
/** Signature verifications that one path building may cost, whatever certificates it is fed. */
export const MAXIMUM_VERIFICATIONS = 64;

export interface PathSearch extends CryptoOption {
  readonly certificate: Certificate;
  readonly intermediates: readonly Certificate[];
  readonly anchors: readonly Certificate[];
}

export interface FoundPaths {
  /** Each from the signer to an anchor, every signature in it verified. Shortest first. */
  readonly paths: readonly (readonly Certificate[])[];
  /** The search stopped at a limit before it had seen everything. */
  readonly exhausted: boolean;
  /** A certificate that has an issuer by name, but is signed by an algorithm that cannot be verified here. */
  readonly unsupported?: Certificate;
}

/**
 * Breadth first from the signer to the anchors: issuer name equals subject name, key identifiers do not contradict, the
 * signature verifies. A certificate is never entered twice with the same name and key, so cycles of cross-certificates end.
 */
export async function findPaths({ certificate, intermediates, anchors, ...option }: PathSearch): Promise<FoundPaths> {
  const paths: Certificate[][] = [];
  let budget = MAXIMUM_VERIFICATIONS;
  let exhausted = false;
  let unsupported: Certificate | undefined;
  const verified = new Map<Certificate, Map<Certificate, boolean>>();

  const issued = async (child: Certificate, issuer: Certificate): Promise<boolean> => {
    const algorithm = identifyAlgorithm(child.algorithmIdentifier, undefined, option);
    if (!algorithm) {
      unsupported = child;
      return false;
    }
    const known = verified.get(child)?.get(issuer);
    if (known !== undefined) return known;
    if (budget === 0) {
      exhausted = true;
      return false;
    }
    budget--;
    const result = await verifySignature({
      spki: issuer.spki,
      algorithm,
      data: child.tbs,
      signature: child.signature,
      ...option,
    });
    const results = verified.get(child) ?? new Map<Certificate, boolean>();
    verified.set(child, results.set(issuer, result));
    return result;
  };

  let open: Certificate[][] = [[certificate]];
  while (open.length > 0 && !exhausted) {
    const longer: Certificate[][] = [];
    for (const path of open) {
      const last = path.at(-1) ?? certificate;
      for (const anchor of anchors) {
        if (mayIssue(anchor, last) && !path.some((seen) => sameEntity(seen, anchor)) && (await issued(last, anchor)))
          paths.push([...path, anchor]);
      }
      for (const issuer of intermediates) {
        if (!mayIssue(issuer, last) || path.some((seen) => sameEntity(seen, issuer))) continue;
        if (anchors.some((anchor) => sameEntity(anchor, issuer))) continue;
        if (!(await issued(last, issuer))) continue;
        if (path.length + 2 > MAXIMUM_DEPTH || longer.length >= MAXIMUM_VERIFICATIONS) exhausted = true;
        else longer.push([...path, issuer]);
      }
    }
    open = longer;
  }
  return { paths, exhausted, ...(unsupported && { unsupported }) };
}

function mayIssue(issuer: Certificate, child: Certificate): boolean {
  const claimed = child.authorityKeyIdentifier;
  const own = issuer.subjectKeyIdentifier;
  if (claimed && own && !equal(claimed, own)) return false;
  return equal(issuer.subjectRaw, child.issuerRaw) || sameName(issuer.subject, child.issuer);
}

function sameEntity(a: Certificate, b: Certificate): boolean {
  return equal(a.spki, b.spki) && sameName(a.subject, b.subject);
}
