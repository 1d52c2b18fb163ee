import { toHex, type Bytes } from "../bytes.ts";
import { children, contextTag, explicit, malformed, TAG, type DerNode } from "../der/read.ts";
import { nameKey, readName, type DistinguishedName } from "./name.ts";

/** RFC 5280 4.2.1.6. `ip`: 4 or 16 octets in a name, twice as many in a constraint. `other`: a form that nothing here judges. */
export type GeneralName =
  | { readonly kind: "rfc822" | "dns" | "uri"; readonly text: string }
  | { readonly kind: "directory"; readonly name: DistinguishedName }
  | { readonly kind: "ip"; readonly octets: Bytes }
  | { readonly kind: "other"; readonly tag: number; readonly raw: Bytes };

const TEXT_FORMS: Readonly<Record<number, "rfc822" | "dns" | "uri">> = {
  [contextTag(1, false)]: "rfc822",
  [contextTag(2, false)]: "dns",
  [contextTag(6, false)]: "uri",
};
const OTHER_FORMS: readonly number[] = [contextTag(0, true), contextTag(3, true), contextTag(5, true), contextTag(8, false)];

/** Names that one list may hold. */
const LIMIT = 20_000;

export function readGeneralName(node: DerNode): GeneralName {
  const what = "general name";
  const form = TEXT_FORMS[node.tag];
  if (form) {
    let text = "";
    for (const octet of node.content) {
      if (octet >= 0x80) throw malformed(what);
      text += String.fromCharCode(octet);
    }
    return { kind: form, text };
  }
  // Name is a CHOICE, so its tag is EXPLICIT
  if (node.tag === contextTag(4, true)) return { kind: "directory", name: readName(explicit(node, TAG.sequence, what).raw) };
  if (node.tag === contextTag(7, false)) return { kind: "ip", octets: node.content };
  if (!OTHER_FORMS.includes(node.tag)) throw malformed(what);
  return { kind: "other", tag: node.tag, raw: node.raw };
}

/** GeneralNames under any constructed tag; at least one. */
export function readGeneralNames(node: DerNode): GeneralName[] {
  const names = children(node, "general names", LIMIT).map(readGeneralName);
  if (names.length === 0) throw malformed("general names");
  return names;
}

/** Equal for names that are the same (RFC 5280 7.1 for directory names, else as written). */
export function generalNameKey(name: GeneralName): string {
  if (name.kind === "directory") return `directory ${nameKey(name.name)}`;
  if (name.kind === "ip") return `ip ${toHex(name.octets)}`;
  return name.kind === "other" ? `other ${toHex(name.raw)}` : `${name.kind} ${name.text}`;
}
