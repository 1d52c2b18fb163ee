import { toHex, type Bytes } from "../bytes.ts";
import { children, DerFields, malformed, readDer, TAG, type DerNode } from "../der/read.ts";
import { readOid, readText } from "../der/values.ts";

export interface NameAttribute {
  readonly type: string;
  /** `null` where the value is no text of a known string type. */
  readonly text: string | null;
  readonly raw: Bytes;
}

/** A distinguished name: RDNs in encoded order (country first), each a set of attributes. */
export type DistinguishedName = readonly (readonly NameAttribute[])[];

/** Short names of RFC 4514 section 3 and of the attributes that person and organisation certificates carry (RFC 4519, ETSI EN 319 412-1). */
const SHORT_NAMES: Readonly<Record<string, string>> = {
  "2.5.4.3": "CN",
  "2.5.4.4": "SN",
  "2.5.4.5": "serialNumber",
  "2.5.4.6": "C",
  "2.5.4.7": "L",
  "2.5.4.8": "ST",
  "2.5.4.9": "STREET",
  "2.5.4.10": "O",
  "2.5.4.11": "OU",
  "2.5.4.12": "title",
  "2.5.4.42": "GN",
  "2.5.4.97": "organizationIdentifier",
  "0.9.2342.19200300.100.1.1": "UID",
  "0.9.2342.19200300.100.1.25": "DC",
};

export function readName(raw: Bytes): DistinguishedName {
  const what = "name";
  return children(readDer(raw, TAG.sequence, what), what, 64).map((set) => {
    if (set.tag !== TAG.set) throw malformed(what);
    return readRdn(set);
  });
}

/** A RelativeDistinguishedName under any constructed tag. */
export function readRdn(set: DerNode): NameAttribute[] {
  const what = "name";
  const attributes = children(set, what, 16).map((node: DerNode): NameAttribute => {
    const fields = new DerFields(node, what);
    const type = readOid(fields.next(TAG.oid));
    const value = fields.any();
    fields.end();
    return { type, text: readText(value), raw: value.raw };
  });
  if (attributes.length === 0) throw malformed(what);
  return attributes;
}

/** First value of an attribute type, seen from the most specific RDN. */
export function attributeText(name: DistinguishedName, type: string): string | undefined {
  for (const rdn of name.toReversed()) {
    const found = rdn.find((attribute) => attribute.type === type);
    if (found?.text !== undefined && found.text !== null) return found.text;
  }
  return undefined;
}

/** RFC 4514: most specific RDN first; values that are no text as `#hex`. */
export function formatName(name: DistinguishedName): string {
  return name
    .toReversed()
    .map((rdn) => rdn.map(formatAttribute).join("+"))
    .join(",");
}

function formatAttribute({ type, text, raw }: NameAttribute): string {
  const short = SHORT_NAMES[type];
  // RFC 4514 2.4: a dotted type is followed by the value's BER in hex
  return short === undefined || text === null ? `${short ?? type}=#${toHex(raw)}` : `${short}=${escapeValue(text)}`;
}

function escapeValue(text: string): string {
  return text
    .replace(/[\\"+,;<>]/g, "\\$&")
    .replaceAll("\0", "\\00")
    .replace(/^[ #]/, "\\$&")
    .replace(/ $/, "\\ ");
}

/** RFC 5280 7.1: case and runs of white space do not count; anything that is no text is compared as bytes. */
export function sameName(a: DistinguishedName, b: DistinguishedName): boolean {
  return nameKey(a) === nameKey(b);
}

// names are compared far more often than read: each form is made once, and goes with its name
const rdnKeyCache = new WeakMap<DistinguishedName, readonly string[]>();
const nameKeyCache = new WeakMap<DistinguishedName, string>();

/** Each RDN in a form that is equal for equal RDNs. */
export function rdnKeys(name: DistinguishedName): readonly string[] {
  const known = rdnKeyCache.get(name);
  if (known) return known;
  const keys = name.map((rdn) => JSON.stringify(rdn.map(comparable).toSorted()));
  rdnKeyCache.set(name, keys);
  return keys;
}

/** Equal for names that are the same. */
export function nameKey(name: DistinguishedName): string {
  const known = nameKeyCache.get(name);
  if (known !== undefined) return known;
  const key = JSON.stringify(rdnKeys(name));
  nameKeyCache.set(name, key);
  return key;
}

function comparable({ type, text, raw }: NameAttribute): string {
  const value = text === null ? `#${toHex(raw)}` : ` ${text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim()}`;
  return `${type}=${value}`;
}
