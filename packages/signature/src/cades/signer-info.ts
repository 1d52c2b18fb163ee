import { compare, concat, equal, type Bytes } from "../bytes.ts";
import { BerFields, berChildren, berOctets, isSorted, readBer, toDer, toDerSet } from "../der/ber.ts";
import { contextTag, malformed, readDer, TAG, type DerNode } from "../der/read.ts";
import { readOid, readSerial, readSmall } from "../der/values.ts";
import { encode } from "../der/write.ts";

export type SignerIdentifier =
  | { readonly by: "issuerAndSerial"; readonly issuerRaw: Bytes; readonly serial: string }
  | { readonly by: "subjectKeyIdentifier"; readonly value: Bytes };

/** An attribute as it came. */
export interface Attribute {
  readonly type: string;
  readonly raw: Bytes;
  /** The type with tag and length. */
  readonly typeRaw: Bytes;
  /** Each value with tag and length. */
  readonly values: readonly Bytes[];
}

/** RFC 5652 5.3. */
export interface SignerInfo {
  readonly raw: Bytes;
  /** version, sid, digestAlgorithm, signedAttrs, signatureAlgorithm, signature: each as it came. What archive timestamps cover and extension keeps. */
  readonly fields: readonly Bytes[];
  readonly identifier: SignerIdentifier;
  /** AlgorithmIdentifiers, DER. */
  readonly digestAlgorithm: Bytes;
  readonly signatureAlgorithm: Bytes;
  readonly signature: Bytes;
  /** What the signature may be over, likeliest first; see `signedForms`. */
  readonly signedForms: readonly Bytes[];
  /** Attribute type → its values, DER. */
  readonly signedAttributes: ReadonlyMap<string, readonly DerNode[]>;
  /** In the order of the file. */
  readonly unsignedAttributes: readonly Attribute[];
}

const ATTRIBUTES = 64;

/** Reads BER. Throws `SignatureError` `der.malformed` or `input.too-large`. */
export function readSignerInfo(node: DerNode): SignerInfo {
  const what = "signer";
  const fields = new BerFields(node, what);
  const version = fields.next(TAG.integer);
  const sid = fields.next(TAG.sequence, contextTag(0, false));
  const digestAlgorithm = fields.next(TAG.sequence);
  const attributes = fields.next(contextTag(0, true));
  const signatureAlgorithm = fields.next(TAG.sequence);
  const signature = fields.next(TAG.octetString, TAG.octetString | 0x20);
  const unsigned = fields.optional(contextTag(1, true));
  fields.end();
  const identifier = readIdentifier(sid);
  if (readSmall(version) !== (identifier.by === "issuerAndSerial" ? 1 : 3)) throw malformed("signer version");
  return {
    raw: node.raw,
    fields: [version, sid, digestAlgorithm, attributes, signatureAlgorithm, signature].map(({ raw }) => raw),
    identifier,
    digestAlgorithm: toDer(digestAlgorithm, what),
    signatureAlgorithm: toDer(signatureAlgorithm, what),
    signature: berOctets(signature, what),
    signedForms: signedForms(attributes),
    signedAttributes: readSignedAttributes(attributes),
    unsignedAttributes: unsigned ? readAttributes(unsigned, "unsigned attributes") : [],
  };
}

function readIdentifier(sid: DerNode): SignerIdentifier {
  if (sid.tag !== TAG.sequence) return { by: "subjectKeyIdentifier", value: sid.content };
  const fields = new BerFields(sid, "signer identifier");
  const issuerRaw = toDer(fields.next(TAG.sequence), "signer identifier");
  const serial = readSerial(fields.next(TAG.integer));
  fields.end();
  return { by: "issuerAndSerial", issuerRaw, serial };
}

/**
 * RFC 5652 5.4: the signature is over the DER of the attributes under the tag of SET. Signers of the field write and sign them in an order of
 * their own, so the bytes that came are the first candidate; a signer that wrote BER after signing DER is the reason for the others. All
 * hold the same attributes, and one signature value can fit only one of them.
 */
function signedForms(attributes: DerNode): Bytes[] {
  const what = "signed attributes";
  const asCame = concat(Uint8Array.of(TAG.set), attributes.raw.subarray(1));
  const definite = encode(TAG.set, attributes.content);
  const forms = [asCame];
  const normalised = encode(TAG.set, ...berChildren(attributes, what, ATTRIBUTES).map((child) => toDer(child, what)));
  for (const form of [definite, normalised, toDerSet(attributes, what)]) if (!forms.some((known) => equal(known, form))) forms.push(form);
  return forms;
}

/** No type twice: it could be read in two ways. */
function readSignedAttributes(set: DerNode): Map<string, readonly DerNode[]> {
  const what = "signed attributes";
  const found = new Map<string, readonly DerNode[]>();
  for (const { type, values } of readAttributes(set, what)) {
    if (found.has(type) || values.length === 0) throw malformed(what);
    found.set(
      type,
      values.map((value) => strict(value, type)),
    );
  }
  return found;
}

function strict(value: Bytes, what: string): DerNode {
  const tag = value[0] ?? 0;
  return readDer(toDer(readBer(value, tag, what), what), tag, what);
}

function readAttributes(set: DerNode, what: string): Attribute[] {
  return berChildren(set, what, ATTRIBUTES).map((node) => {
    const fields = new BerFields(node, what);
    const type = fields.next(TAG.oid);
    const values = berChildren(fields.next(TAG.set), what, ATTRIBUTES);
    fields.end();
    return { type: readOid(type), raw: node.raw, typeRaw: type.raw, values: values.map(({ raw }) => raw) };
  });
}

/** The same signer with further unsigned attributes. What was there stays byte for byte, and in its order unless it was DER's. */
export function withUnsignedAttributes(signer: SignerInfo, added: readonly Uint8Array[]): Bytes {
  const before = signer.unsignedAttributes.map(({ raw }) => raw);
  const set = appendToSet(before, added);
  return encode(TAG.sequence, ...signer.fields, ...(set.length > 0 ? [encode(contextTag(1, true), ...set)] : []));
}

/** Elements of a `SET OF` after an addition: in DER order if they were, else at the end, so that nothing that was there moves. */
export function appendToSet(before: readonly Bytes[], added: readonly Uint8Array[]): Uint8Array[] {
  const all: Uint8Array[] = [...before, ...added];
  return isSorted(before) ? all.toSorted(compare) : all;
}
