import { copy, type Bytes } from "../../bytes.ts";
import { BerFields, berChildren, berExplicit, berOctets, readBer, toDer } from "../../der/ber.ts";
import { contextTag, malformed, readDer, TAG, type DerNode } from "../../der/read.ts";
import { readOid, readText } from "../../der/values.ts";
import { SignatureError } from "../../errors.ts";
import type { StoredCertificate } from "../locked-store.ts";
import { MOST_ENTRIES } from "../work.ts";

const WHAT = "safe bag";
const CONSTRUCTED_OCTETS = 0x24;
/** Bags within bags: nobody is known to write them, but RFC 7292 4.2.6 has them. */
const DEPTH = 4;

const BAG = {
  key: "1.2.840.113549.1.12.10.1.1",
  shroudedKey: "1.2.840.113549.1.12.10.1.2",
  certificate: "1.2.840.113549.1.12.10.1.3",
  safeContents: "1.2.840.113549.1.12.10.1.6",
} as const;
const X509 = "1.2.840.113549.1.9.22.1";
const FRIENDLY_NAME = "1.2.840.113549.1.9.20";
const LOCAL_KEY_ID = "1.2.840.113549.1.9.21";

/** A key as it stands in its bag: encrypted (`algorithm`), or a PrivateKeyInfo in the clear. */
export interface KeyBag {
  readonly algorithm?: DerNode;
  readonly data: Bytes;
  readonly label?: string | undefined;
  readonly id?: Bytes | undefined;
}

export interface Bags {
  readonly keys: KeyBag[];
  readonly certificates: StoredCertificate[];
}

/** Reads SafeContents (RFC 7292 4.2) in BER. Lists, secrets and certificates that are not X.509 are left aside. Nothing found is a view into `contents`. */
export function readBags(contents: Bytes): Bags {
  const found: Bags = { keys: [], certificates: [] };
  collect(readBer(contents, TAG.sequence, WHAT), found, 0);
  return found;
}

function collect(contents: DerNode, found: Bags, depth: number): void {
  if (depth === DEPTH) throw new SignatureError("input.too-large", { what: WHAT });
  for (const bag of berChildren(contents, WHAT, MOST_ENTRIES)) {
    const fields = new BerFields(bag, WHAT);
    const kind = readOid(fields.next(TAG.oid));
    const value = fields.next(contextTag(0, true));
    const attributes = fields.optional(TAG.set);
    fields.end();
    const names = attributes ? readAttributes(attributes) : {};
    if (kind === BAG.safeContents) collect(berExplicit(value, TAG.sequence, WHAT), found, depth + 1);
    if (kind === BAG.key) found.keys.push({ data: toDer(berExplicit(value, TAG.sequence, WHAT), WHAT), ...names });
    if (kind === BAG.shroudedKey) found.keys.push({ ...readEncryptedKey(berExplicit(value, TAG.sequence, WHAT)), ...names });
    if (kind === BAG.certificate) {
      const der = readCertificateBag(berExplicit(value, TAG.sequence, WHAT));
      if (der) found.certificates.push({ der, ...names });
    }
  }
}

/** EncryptedPrivateKeyInfo (RFC 5958 3), in BER. */
export function readEncryptedKey(node: DerNode): { readonly algorithm: DerNode; readonly data: Bytes } {
  const what = "encrypted key";
  const fields = new BerFields(node, what);
  const algorithm = fields.next(TAG.sequence);
  const data = berOctets(fields.next(TAG.octetString, CONSTRUCTED_OCTETS), what);
  fields.end();
  // the file stays the caller's, who may change it meanwhile
  return { algorithm: readDer(toDer(algorithm, what), TAG.sequence, what), data: copy(data) };
}

function readCertificateBag(node: DerNode): Bytes | undefined {
  const fields = new BerFields(node, WHAT);
  const kind = readOid(fields.next(TAG.oid));
  const value = fields.next(contextTag(0, true));
  fields.end();
  if (kind !== X509) return undefined;
  const [octets, ...others] = berChildren(value, WHAT, 2);
  if (!octets || others.length > 0) throw malformed(WHAT);
  return copy(berOctets(octets, WHAT));
}

function readAttributes(set: DerNode): { label?: string; id?: Bytes } {
  const found: { label?: string; id?: Bytes } = {};
  for (const attribute of berChildren(set, WHAT, MOST_ENTRIES)) {
    const fields = new BerFields(attribute, WHAT);
    const kind = readOid(fields.next(TAG.oid));
    const [value] = berChildren(fields.next(TAG.set), WHAT, MOST_ENTRIES);
    fields.end();
    if (!value) continue;
    if (kind === FRIENDLY_NAME) found.label = readText(value) ?? "";
    if (kind === LOCAL_KEY_ID) found.id = copy(berOctets(value, WHAT));
  }
  return found;
}
