import { compare, concat, copy, type Bytes } from "../bytes.ts";
import { children, contextTag, DerFields, explicit, malformed, readDer, TAG, type DerNode } from "../der/read.ts";
import { readOctets, readOid, readSerial, readSmall } from "../der/values.ts";
import { SignatureError } from "../errors.ts";
import { CMS } from "./oids.ts";

/** Bytes that one CMS may take, certificates included. */
export const SIGNATURE_LIMIT = 1024 * 1024;

export interface SignedData {
  /** Raw AlgorithmIdentifiers of every digest that the signers use. */
  readonly digestAlgorithms: readonly Bytes[];
  readonly contentType: string;
  /** The content is inside: not what a detached signature may hold. */
  readonly attached: boolean;
  /** DER of each X.509 certificate; other choices of CertificateSet are left aside. */
  readonly certificates: readonly Bytes[];
  readonly signers: readonly SignerInfo[];
}

export type SignerIdentifier =
  | { readonly by: "issuerAndSerial"; readonly issuerRaw: Bytes; readonly serial: string }
  | { readonly by: "subjectKeyIdentifier"; readonly value: Bytes };

export interface SignerInfo {
  readonly identifier: SignerIdentifier;
  /** Raw AlgorithmIdentifiers. */
  readonly digestAlgorithm: Bytes;
  readonly signatureAlgorithm: Bytes;
  readonly signature: Bytes;
  /** The bytes under the signature: the attributes exactly as they came, under the tag of SET (RFC 5652 5.4). */
  readonly signedBytes: Bytes;
  /** Attribute type → its values. */
  readonly signedAttributes: ReadonlyMap<string, readonly DerNode[]>;
  readonly unsignedAttributes: readonly string[];
}

/** RFC 5652 5.1, in DER. Throws `SignatureError` `cms.malformed` or `input.too-large`, nothing else. */
export function readSignedData(der: Uint8Array): SignedData {
  if (der.length > SIGNATURE_LIMIT) throw new SignatureError("input.too-large", { what: "signature", limit: SIGNATURE_LIMIT });
  try {
    return read(copy(der));
  } catch (cause) {
    const what = cause instanceof SignatureError ? String(cause.params["what"] ?? "cms") : "cms";
    throw new SignatureError("cms.malformed", { what }, { cause });
  }
}

function read(der: Bytes): SignedData {
  const what = "signed data";
  const outer = new DerFields(readDer(der, TAG.sequence, what), what);
  if (readOid(outer.next(TAG.oid)) !== CMS.signedData) throw malformed("content type");
  const inner = explicit(outer.next(contextTag(0, true)), TAG.sequence, what);
  outer.end();

  const fields = new DerFields(inner, what);
  const version = readSmall(fields.next(TAG.integer));
  if (version < 1 || version > 5) throw malformed("version");
  const digestAlgorithms = children(fields.next(TAG.set), what, 16).map((node) => node.raw);
  const encapsulated = new DerFields(fields.next(TAG.sequence), what);
  const contentType = readOid(encapsulated.next(TAG.oid));
  const attached = encapsulated.optional(contextTag(0, true)) !== undefined;
  encapsulated.end();
  const certificates = fields.optional(contextTag(0, true));
  fields.optional(contextTag(1, true));
  const signers = children(fields.next(TAG.set), what, 64);
  fields.end();
  return {
    digestAlgorithms,
    contentType,
    attached,
    certificates: (certificates ? children(certificates, what, 64) : [])
      .filter((node) => node.tag === TAG.sequence)
      .map((node) => node.raw),
    signers: signers.map(readSigner),
  };
}

function readSigner(node: DerNode): SignerInfo {
  const what = "signer";
  const fields = new DerFields(node, what);
  const version = readSmall(fields.next(TAG.integer));
  const sid = fields.next(TAG.sequence, contextTag(0, false));
  const digestAlgorithm = fields.next(TAG.sequence).raw;
  const attributes = fields.next(contextTag(0, true));
  const signatureAlgorithm = fields.next(TAG.sequence).raw;
  const signature = readOctets(fields.next(TAG.octetString));
  const unsigned = fields.optional(contextTag(1, true));
  fields.end();
  const identifier = readIdentifier(sid);
  if (version !== (identifier.by === "issuerAndSerial" ? 1 : 3)) throw malformed("signer version");
  return {
    identifier,
    digestAlgorithm,
    signatureAlgorithm,
    signature,
    signedBytes: concat(Uint8Array.of(TAG.set), attributes.raw.subarray(1)),
    signedAttributes: readSignedAttributes(attributes),
    unsignedAttributes: unsigned
      ? children(unsigned, what, 64).map((attribute) => readOid(new DerFields(attribute, what).next(TAG.oid)))
      : [],
  };
}

function readIdentifier(sid: DerNode): SignerIdentifier {
  if (sid.tag !== TAG.sequence) return { by: "subjectKeyIdentifier", value: sid.content };
  const fields = new DerFields(sid, "signer identifier");
  const issuerRaw = fields.next(TAG.sequence).raw;
  const serial = readSerial(fields.next(TAG.integer));
  fields.end();
  return { by: "issuerAndSerial", issuerRaw, serial };
}

/** In DER order, no type twice: a signature over attributes in another order could be read in two ways. */
function readSignedAttributes(set: DerNode): Map<string, readonly DerNode[]> {
  const what = "signed attributes";
  const found = new Map<string, readonly DerNode[]>();
  let previous: Bytes | undefined;
  for (const node of children(set, what, 64)) {
    if (previous && compare(previous, node.raw) >= 0) throw malformed("signed attributes order");
    previous = node.raw;
    const fields = new DerFields(node, what);
    const type = readOid(fields.next(TAG.oid));
    const values = children(fields.next(TAG.set), what, 64);
    fields.end();
    if (found.has(type) || values.length === 0) throw malformed(what);
    found.set(type, values);
  }
  return found;
}
