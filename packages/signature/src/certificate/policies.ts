import { children, contextTag, DerFields, malformed, readDer, TAG } from "../der/read.ts";
import { readOid, readSmall, readText } from "../der/values.ts";
import type { Extension } from "./extensions.ts";
import { implicit } from "./implicit.ts";

export const ANY_POLICY = "2.5.29.32.0";
const CPS = "1.3.6.1.5.5.7.2.1";
const USER_NOTICE = "1.3.6.1.5.5.7.2.2";

/** RFC 5280 4.2.1.4. `id`: OID of the qualifier. `text`: the CPS address or the notice's explicit text, where there is one. */
export interface PolicyQualifier {
  readonly id: string;
  readonly text?: string;
}

/** Policy OID → its qualifiers. A policy twice is malformed. */
export type CertificatePolicies = ReadonlyMap<string, readonly PolicyQualifier[]>;

export function readCertificatePolicies(extension: Extension | undefined): CertificatePolicies | undefined {
  if (!extension) return undefined;
  const what = "certificatePolicies";
  const policies = new Map<string, readonly PolicyQualifier[]>();
  for (const node of children(readDer(extension.value, TAG.sequence, what), what)) {
    const fields = new DerFields(node, what);
    const policy = readOid(fields.next(TAG.oid));
    const qualifiers = fields.optional(TAG.sequence);
    fields.end();
    if (policies.has(policy)) throw malformed(what);
    policies.set(policy, qualifiers ? children(qualifiers, what, 64).map((item) => readQualifier(new DerFields(item, what))) : []);
  }
  if (policies.size === 0) throw malformed(what);
  return policies;
}

function readQualifier(fields: DerFields): PolicyQualifier {
  const id = readOid(fields.next(TAG.oid));
  const value = fields.any();
  fields.end();
  if (id === CPS) return { id, text: readText(value) ?? "" };
  if (id !== USER_NOTICE) return { id };
  const notice = new DerFields(value, "user notice");
  notice.optional(TAG.sequence);
  const explicitText = notice.optional(TAG.utf8String, TAG.ia5String, TAG.bmpString, 0x1a);
  const text = explicitText && readText(explicitText.tag === 0x1a ? implicit(explicitText, TAG.ia5String) : explicitText);
  return typeof text === "string" ? { id, text } : { id };
}

/** `[issuerDomainPolicy, subjectDomainPolicy]` in the given order (RFC 5280 4.2.1.5). */
export function readPolicyMappings(extension: Extension | undefined): readonly (readonly [string, string])[] {
  if (!extension) return [];
  const what = "policyMappings";
  const mappings = children(readDer(extension.value, TAG.sequence, what), what).map((node): [string, string] => {
    const fields = new DerFields(node, what);
    const mapping: [string, string] = [readOid(fields.next(TAG.oid)), readOid(fields.next(TAG.oid))];
    fields.end();
    return mapping;
  });
  if (mappings.length === 0) throw malformed(what);
  return mappings;
}

/** Numbers of certificates (RFC 5280 4.2.1.11). */
export interface PolicyConstraints {
  readonly requireExplicitPolicy?: number;
  readonly inhibitPolicyMapping?: number;
}

export function readPolicyConstraints(extension: Extension | undefined): PolicyConstraints {
  if (!extension) return {};
  const fields = new DerFields(readDer(extension.value, TAG.sequence, "policyConstraints"), "policyConstraints");
  const explicitPolicy = fields.optional(contextTag(0, false));
  const mapping = fields.optional(contextTag(1, false));
  fields.end();
  if (!explicitPolicy && !mapping) throw malformed("policyConstraints");
  return {
    ...(explicitPolicy && { requireExplicitPolicy: readSmall(implicit(explicitPolicy, TAG.integer)) }),
    ...(mapping && { inhibitPolicyMapping: readSmall(implicit(mapping, TAG.integer)) }),
  };
}

/** RFC 5280 4.2.1.14. */
export function readInhibitAnyPolicy(extension: Extension | undefined): number | undefined {
  return extension && readSmall(readDer(extension.value, TAG.integer, "inhibitAnyPolicy"));
}
