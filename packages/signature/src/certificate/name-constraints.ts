import type { Bytes } from "../bytes.ts";
import { children, contextTag, DerFields, malformed, readDer, TAG, type DerNode } from "../der/read.ts";
import type { Extension } from "./extensions.ts";
import { readGeneralName, type GeneralName } from "./general-name.ts";

/** RFC 5280 4.2.1.10: bases of subtrees. */
export interface NameConstraints {
  readonly permitted: readonly GeneralName[];
  readonly excluded: readonly GeneralName[];
}

export function readNameConstraints(extension: Extension | undefined): NameConstraints | undefined {
  return extension && readNameConstraintsValue(extension.value);
}

/** DER of a NameConstraints. Throws `der.malformed`. */
export function readNameConstraintsValue(value: Bytes): NameConstraints {
  const what = "nameConstraints";
  const fields = new DerFields(readDer(value, TAG.sequence, what), what);
  const permitted = fields.optional(contextTag(0, true));
  const excluded = fields.optional(contextTag(1, true));
  fields.end();
  if (!permitted && !excluded) throw malformed(what);
  return { permitted: readSubtrees(permitted), excluded: readSubtrees(excluded) };
}

function readSubtrees(node: DerNode | undefined): GeneralName[] {
  if (!node) return [];
  const what = "nameConstraints";
  const subtrees = children(node, what, 20_000).map((item) => {
    const fields = new DerFields(item, what);
    const base = readGeneralName(fields.any());
    // RFC 5280: minimum is 0 (so it is not written) and maximum is absent
    fields.end();
    if (base.kind === "ip" && !isNetwork(base.octets)) throw malformed(what);
    return base;
  });
  if (subtrees.length === 0) throw malformed(what);
  return subtrees;
}

/** Address and mask, the mask of one run of ones (RFC 4632 3.1). */
function isNetwork(octets: Bytes): boolean {
  if (octets.length !== 8 && octets.length !== 32) return false;
  let bits = "";
  for (const octet of octets.subarray(octets.length / 2)) bits += octet.toString(2).padStart(8, "0");
  return /^1*0*$/.test(bits);
}
