import type { Bytes } from "../bytes.ts";
import { children, contextTag, DerFields, malformed, readDer, TAG, type DerNode } from "../der/read.ts";
import { readBoolean, readNamedBits, readOctets, readOid, readSmall } from "../der/values.ts";

export interface Extension {
  readonly critical: boolean;
  readonly value: Bytes;
}

export const EXTENSION = {
  subjectKeyIdentifier: "2.5.29.14",
  keyUsage: "2.5.29.15",
  subjectAltName: "2.5.29.17",
  basicConstraints: "2.5.29.19",
  crlNumber: "2.5.29.20",
  reasonCode: "2.5.29.21",
  holdInstruction: "2.5.29.23",
  invalidityDate: "2.5.29.24",
  deltaCrlIndicator: "2.5.29.27",
  issuingDistributionPoint: "2.5.29.28",
  certificateIssuer: "2.5.29.29",
  nameConstraints: "2.5.29.30",
  crlDistributionPoints: "2.5.29.31",
  certificatePolicies: "2.5.29.32",
  policyMappings: "2.5.29.33",
  authorityKeyIdentifier: "2.5.29.35",
  policyConstraints: "2.5.29.36",
  extendedKeyUsage: "2.5.29.37",
  inhibitAnyPolicy: "2.5.29.54",
  expiredCertsOnCrl: "2.5.29.60",
  qcStatements: "1.3.6.1.5.5.7.1.3",
} as const;

/** RFC 5280 4.2.1.3, in bit order. */
export const KEY_USAGE = [
  "digitalSignature",
  "nonRepudiation",
  "keyEncipherment",
  "dataEncipherment",
  "keyAgreement",
  "keyCertSign",
  "cRLSign",
  "encipherOnly",
  "decipherOnly",
] as const;

export type KeyUsage = (typeof KEY_USAGE)[number];

/** By OID. The same extension twice is refused (RFC 5280 4.2). */
export function readExtensions(node: DerNode, what: string): ReadonlyMap<string, Extension> {
  const found = new Map<string, Extension>();
  for (const item of children(node, what, 128)) {
    const fields = new DerFields(item, what);
    const id = readOid(fields.next(TAG.oid));
    const flag = fields.optional(TAG.boolean);
    const value = readOctets(fields.next(TAG.octetString));
    fields.end();
    const critical = flag ? readBoolean(flag) : false;
    // DER: a DEFAULT FALSE that is written out is malformed
    if ((flag && !critical) || found.has(id)) throw malformed(what);
    found.set(id, { critical, value });
  }
  if (found.size === 0) throw malformed(what);
  return found;
}

/** `undefined` where the extension is absent: then no use is excluded. */
export function readKeyUsage(extension: Extension | undefined): KeyUsage[] | undefined {
  if (!extension) return undefined;
  const names = readNamedBits(readDer(extension.value, TAG.bitString, "keyUsage")).map((bit) => KEY_USAGE[bit]);
  return names.filter((name) => name !== undefined);
}

/** OIDs. */
export function readExtendedKeyUsage(extension: Extension | undefined): string[] | undefined {
  if (!extension) return undefined;
  const purposes = children(readDer(extension.value, TAG.sequence, "extKeyUsage"), "extKeyUsage", 64).map(readOid);
  if (purposes.length === 0) throw malformed("extKeyUsage");
  return purposes;
}

export interface BasicConstraints {
  readonly ca: boolean;
  readonly pathLength?: number;
}

export function readBasicConstraints(extension: Extension | undefined): BasicConstraints {
  if (!extension) return { ca: false };
  const fields = new DerFields(readDer(extension.value, TAG.sequence, "basicConstraints"), "basicConstraints");
  const flag = fields.optional(TAG.boolean);
  const length = fields.optional(TAG.integer);
  fields.end();
  const ca = flag ? readBoolean(flag) : false;
  if ((flag && !ca) || (length && !ca)) throw malformed("basicConstraints");
  return { ca, ...(length && { pathLength: readSmall(length) }) };
}

export function readSubjectKeyIdentifier(extension: Extension | undefined): Bytes | undefined {
  return extension && readOctets(readDer(extension.value, TAG.octetString, "subjectKeyIdentifier"));
}

/** `keyIdentifier` only: issuer and serial of an AKI are hints that path building does not need. */
export function readAuthorityKeyIdentifier(extension: Extension | undefined): Bytes | undefined {
  if (!extension) return undefined;
  const fields = new DerFields(readDer(extension.value, TAG.sequence, "authorityKeyIdentifier"), "authorityKeyIdentifier");
  const key = fields.optional(contextTag(0, false));
  fields.optional(contextTag(1, true));
  fields.optional(contextTag(2, false));
  fields.end();
  return key?.content;
}
