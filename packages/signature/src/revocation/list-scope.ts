import { equal, type Bytes } from "../bytes.ts";
import type { Certificate } from "../certificate/certificate.ts";
import type { RevocationList } from "../certificate/crl.ts";
import { ALL_REASONS, pointNameKeys, type DistributionPoint } from "../certificate/distribution-points.ts";
import { generalNameKey } from "../certificate/general-name.ts";
import { nameKey, sameName } from "../certificate/name.ts";
import { pathFacts } from "../path/path-facts.ts";

/** A distribution point of one certificate, ready to be held against lists. */
export interface SoughtPoint {
  readonly reasons: number;
  /** Name keys of who issues the list. */
  readonly issuers: ReadonlySet<string>;
  readonly indirect: boolean;
  readonly names: readonly string[];
}

/** Those that the certificate names, and the one that every issuer has without naming it (RFC 5280 6.3.3, last paragraph). */
export function soughtPoints(certificate: Certificate): SoughtPoint[] {
  const implied: DistributionPoint = {
    reasons: ALL_REASONS,
    issuers: [],
    name: { full: [{ kind: "directory", name: certificate.issuer }] },
  };
  return [...pathFacts(certificate).distributionPoints, implied].map(({ name, reasons, issuers }) => {
    const owners = issuers.length > 0 ? issuers : [certificate.issuer];
    return {
      reasons,
      issuers: new Set(owners.map(nameKey)),
      indirect: issuers.length > 0,
      // without a name of its own, the point goes by its issuer's (6.3.3 (b) (2) (i))
      names: name ? pointNameKeys(name, owners) : owners.map((owner) => generalNameKey({ kind: "directory", name: owner })),
    };
  });
}

const listNames = new WeakMap<RevocationList, ReadonlySet<string>>();

/** RFC 5280 6.3.3 (b): whether the list, by its issuer and its issuing distribution point, speaks of the certificate. */
export function speaksOf(list: RevocationList, point: SoughtPoint, certificate: Certificate): boolean {
  const { scope } = list;
  if (!point.issuers.has(nameKey(list.issuer)) || (point.indirect && !scope.indirect)) return false;
  const { ca } = certificate.basicConstraints;
  if (scope.only === "attribute" || (scope.only === "user" && ca) || (scope.only === "authority" && !ca)) return false;
  if (!scope.name) return true;
  const names = listNames.get(list) ?? new Set(pointNameKeys(scope.name, [list.issuer]));
  listNames.set(list, names);
  return point.names.some((name) => names.has(name));
}

/** RFC 5280 5.2.4 and 6.3.3 (c): whether a delta list brings a complete one up to date. */
export function continues(delta: RevocationList, complete: RevocationList): boolean {
  if (!delta.baseNumber || !delta.number || !complete.number) return false;
  return (
    sameName(delta.issuer, complete.issuer) &&
    delta.scope.key === complete.scope.key &&
    sameKey(delta.authorityKeyIdentifier, complete.authorityKeyIdentifier) &&
    compareMagnitudes(delta.baseNumber, complete.number) <= 0 &&
    compareMagnitudes(complete.number, delta.number) < 0
  );
}

function sameKey(a: Bytes | undefined, b: Bytes | undefined): boolean {
  return a && b ? equal(a, b) : a === b;
}

export function compareMagnitudes(a: Bytes, b: Bytes): number {
  if (a.length !== b.length) return a.length - b.length;
  const at = a.findIndex((octet, index) => octet !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}
