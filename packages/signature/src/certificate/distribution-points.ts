import { children, contextTag, DerFields, malformed, readDer, TAG, type DerNode } from "../der/read.ts";
import { readBoolean, readNamedBits } from "../der/values.ts";
import { toHex } from "../bytes.ts";
import type { Extension } from "./extensions.ts";
import { generalNameKey, readGeneralNames, type GeneralName } from "./general-name.ts";
import { implicit } from "./implicit.ts";
import { readRdn, type DistinguishedName, type NameAttribute } from "./name.ts";

/** Bits 1 to 8 of ReasonFlags (RFC 5280 4.2.1.13). */
export const ALL_REASONS = 0b1_1111_1110;

/** A list of full names, or an RDN below the name of the list's issuer. */
export type DistributionPointName = { readonly full: readonly GeneralName[] } | { readonly relative: readonly NameAttribute[] };

/** RFC 5280 4.2.1.13. */
export interface DistributionPoint {
  readonly name?: DistributionPointName;
  /** Bit n set: reason n. Absent in the encoding: all. */
  readonly reasons: number;
  /** Empty: the certificate's issuer also issues the list. */
  readonly issuers: readonly DistinguishedName[];
}

export function readDistributionPoints(extension: Extension | undefined): readonly DistributionPoint[] {
  if (!extension) return [];
  const what = "cRLDistributionPoints";
  return children(readDer(extension.value, TAG.sequence, what), what, 64).map((node) => {
    const fields = new DerFields(node, what);
    const name = fields.optional(contextTag(0, true));
    const reasons = fields.optional(contextTag(1, false));
    const issuer = fields.optional(contextTag(2, true));
    fields.end();
    if (!name && !issuer) throw malformed(what);
    return {
      ...(name && { name: readPointName(name) }),
      reasons: reasons ? readReasons(reasons) : ALL_REASONS,
      issuers: issuer ? readGeneralNames(issuer).flatMap((item) => (item.kind === "directory" ? [item.name] : [])) : [],
    };
  });
}

/** RFC 5280 5.2.5: what a list speaks about. */
export interface ListScope {
  readonly name?: DistributionPointName;
  readonly only?: "user" | "authority" | "attribute";
  readonly reasons: number;
  readonly indirect: boolean;
  /** Equal for lists of one scope. */
  readonly key: string;
}

export function readListScope(extension: Extension | undefined): ListScope {
  if (!extension) return { reasons: ALL_REASONS, indirect: false, key: "" };
  const what = "issuingDistributionPoint";
  const fields = new DerFields(readDer(extension.value, TAG.sequence, what), what);
  const name = fields.optional(contextTag(0, true));
  const flag = (n: number): boolean => {
    const node = fields.optional(contextTag(n, false));
    // DER: a DEFAULT FALSE that is written out is malformed
    if (node && !readBoolean(implicit(node, TAG.boolean))) throw malformed(what);
    return node !== undefined;
  };
  const user = flag(1);
  const authority = flag(2);
  const reasons = fields.optional(contextTag(3, false));
  const indirect = flag(4);
  const attribute = flag(5);
  fields.end();
  if (Number(user) + Number(authority) + Number(attribute) > 1) throw malformed(what);
  const only = user ? "user" : authority ? "authority" : attribute ? "attribute" : undefined;
  return {
    ...(name && { name: readPointName(name) }),
    ...(only && { only }),
    reasons: reasons ? readReasons(reasons) : ALL_REASONS,
    indirect,
    key: toHex(extension.value),
  };
}

function readPointName(node: DerNode): DistributionPointName {
  const [choice, ...others] = children(node, "distribution point", 4);
  if (!choice || others.length > 0) throw malformed("distribution point");
  if (choice.tag === contextTag(0, true)) return { full: readGeneralNames(choice) };
  if (choice.tag === contextTag(1, true)) return { relative: readRdn(choice) };
  throw malformed("distribution point");
}

function readReasons(node: DerNode): number {
  return readNamedBits(implicit(node, TAG.bitString)).reduce((mask, bit) => mask | (1 << bit), 0) & ALL_REASONS;
}

/** Keys of all names that are meant; a relative one stands below each of `issuers`. */
export function pointNameKeys(name: DistributionPointName, issuers: readonly DistinguishedName[]): string[] {
  if ("full" in name) return name.full.map(generalNameKey);
  return issuers.map((issuer) => generalNameKey({ kind: "directory", name: [...issuer, name.relative] }));
}
