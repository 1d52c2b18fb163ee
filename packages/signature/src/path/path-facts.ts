import type { Certificate } from "../certificate/certificate.ts";
import { readDistributionPoints, type DistributionPoint } from "../certificate/distribution-points.ts";
import { EXTENSION } from "../certificate/extensions.ts";
import { readGeneralNames, type GeneralName } from "../certificate/general-name.ts";
import { sameName } from "../certificate/name.ts";
import { readNameConstraints, type NameConstraints } from "../certificate/name-constraints.ts";
import {
  readCertificatePolicies,
  readInhibitAnyPolicy,
  readPolicyConstraints,
  readPolicyMappings,
  type CertificatePolicies,
  type PolicyConstraints,
} from "../certificate/policies.ts";
import { readDer, TAG } from "../der/read.ts";

/** What only path validation asks of a certificate, so that signing does not load it. */
export interface PathFacts {
  readonly selfIssued: boolean;
  /** `undefined`: there is no subjectAltName. */
  readonly alternativeNames: readonly GeneralName[] | undefined;
  readonly nameConstraints: NameConstraints | undefined;
  readonly policies: CertificatePolicies | undefined;
  readonly policyMappings: readonly (readonly [string, string])[];
  readonly policyConstraints: PolicyConstraints;
  readonly inhibitAnyPolicy: number | undefined;
  readonly distributionPoints: readonly DistributionPoint[];
}

// read once for each certificate, and gone with it
const cache = new WeakMap<Certificate, PathFacts>();

/** Throws `SignatureError` `der.malformed`. */
export function pathFacts(certificate: Certificate): PathFacts {
  const known = cache.get(certificate);
  if (known) return known;
  const extension = (id: string): ReturnType<typeof certificate.extensions.get> => certificate.extensions.get(id);
  const names = extension(EXTENSION.subjectAltName);
  const facts: PathFacts = {
    selfIssued: sameName(certificate.subject, certificate.issuer),
    alternativeNames: names && readGeneralNames(readDer(names.value, TAG.sequence, "subjectAltName")),
    nameConstraints: readNameConstraints(extension(EXTENSION.nameConstraints)),
    policies: readCertificatePolicies(extension(EXTENSION.certificatePolicies)),
    policyMappings: readPolicyMappings(extension(EXTENSION.policyMappings)),
    policyConstraints: readPolicyConstraints(extension(EXTENSION.policyConstraints)),
    inhibitAnyPolicy: readInhibitAnyPolicy(extension(EXTENSION.inhibitAnyPolicy)),
    distributionPoints: readDistributionPoints(extension(EXTENSION.crlDistributionPoints)),
  };
  cache.set(certificate, facts);
  return facts;
}
