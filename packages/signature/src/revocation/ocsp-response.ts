import { copy, type Bytes } from "../bytes.ts";
import { readExtensions, type Extension } from "../certificate/extensions.ts";
import { readName, type DistinguishedName } from "../certificate/name.ts";
import { children, contextTag, DerFields, explicit, malformed, readDer, TAG, type DerNode } from "../der/read.ts";
import { readBitOctets, readOctets, readOid, readSmall, readTime } from "../der/values.ts";
import { SignatureError } from "../errors.ts";

/** Bytes of DER that one OCSP response may take. */
export const OCSP_LIMIT = 1024 * 1024;

const BASIC_RESPONSE = "1.3.6.1.5.5.7.48.1.1";
/** RFC 6960 4.4. */
export const OCSP_EXTENSION = { nonce: "1.3.6.1.5.5.7.48.1.2", archiveCutoff: "1.3.6.1.5.5.7.48.1.6" } as const;

/** RFC 6960 4.2.1. */
export interface OcspResponse {
  /** 0: successful; only then is there a `basic`. */
  readonly status: number;
  readonly basic?: BasicOcspResponse;
}

export interface BasicOcspResponse {
  readonly tbs: Bytes;
  /** AlgorithmIdentifier of the signature, DER. */
  readonly algorithmIdentifier: Bytes;
  readonly signature: Bytes;
  readonly responder: { readonly by: "name"; readonly name: DistinguishedName } | { readonly by: "key"; readonly sha1: Bytes };
  readonly producedAt: Date;
  readonly answers: readonly OcspAnswer[];
  readonly extensions: ReadonlyMap<string, Extension>;
  /** DER, as sent along. */
  readonly certificates: readonly Bytes[];
}

export interface OcspAnswer {
  /** AlgorithmIdentifier, DER, of the digest under both hashes. */
  readonly hashAlgorithm: Bytes;
  readonly issuerNameHash: Bytes;
  readonly issuerKeyHash: Bytes;
  /** Content octets of the INTEGER. */
  readonly serial: Bytes;
  readonly status:
    | { readonly kind: "good" }
    | { readonly kind: "revoked"; readonly at: Date; readonly reason: number; readonly reasonStated: boolean }
    | { readonly kind: "unknown" };
  readonly thisUpdate: Date;
  readonly nextUpdate: Date | undefined;
  readonly extensions: ReadonlyMap<string, Extension>;
}

/** RFC 6960 4.2.1. Throws `SignatureError` `ocsp.malformed` or `input.too-large`, nothing else. */
export function readOcspResponse(der: Uint8Array): OcspResponse {
  if (der.length > OCSP_LIMIT) throw new SignatureError("input.too-large", { what: "ocsp response", limit: OCSP_LIMIT });
  try {
    return read(copy(der));
  } catch (cause) {
    throw new SignatureError("ocsp.malformed", {}, { cause });
  }
}

function read(der: Bytes): OcspResponse {
  const what = "ocsp response";
  const outer = new DerFields(readDer(der, TAG.sequence, what), what);
  const [status] = outer.next(TAG.enumerated).content;
  const body = outer.optional(contextTag(0, true));
  outer.end();
  if (status === undefined || (status === 0) !== (body !== undefined)) throw malformed(what);
  if (!body) return { status };
  const fields = new DerFields(explicit(body, TAG.sequence, what), what);
  if (readOid(fields.next(TAG.oid)) !== BASIC_RESPONSE) throw malformed(what);
  const basic = readOctets(fields.next(TAG.octetString));
  fields.end();
  return { status, basic: readBasicOcspResponse(basic) };
}

/** The BasicOCSPResponse alone, as signatures embed it. Throws `der.malformed`. */
export function readBasicOcspResponse(der: Bytes): BasicOcspResponse {
  const what = "ocsp response";
  const fields = new DerFields(readDer(der, TAG.sequence, what), what);
  const tbsNode = fields.next(TAG.sequence);
  const algorithmIdentifier = fields.next(TAG.sequence).raw;
  const signature = readBitOctets(fields.next(TAG.bitString));
  const certificates = fields.optional(contextTag(0, true));
  fields.end();

  const tbs = new DerFields(tbsNode, what);
  const version = tbs.optional(contextTag(0, true));
  if (version && readSmall(explicit(version, TAG.integer, what)) !== 0) throw malformed(what);
  const responder = readResponder(tbs.next(contextTag(1, true), contextTag(2, true)));
  const producedAt = readTime(tbs.next(TAG.generalizedTime));
  const answers = children(tbs.next(TAG.sequence), what, 1_000).map(readAnswer);
  const extensions = readOptionalExtensions(tbs.optional(contextTag(1, true)));
  tbs.end();
  return {
    tbs: tbsNode.raw,
    algorithmIdentifier,
    signature,
    responder,
    producedAt,
    answers,
    extensions,
    certificates: certificates ? children(explicit(certificates, TAG.sequence, what), what, 16).map(({ raw }) => raw) : [],
  };
}

function readResponder(node: DerNode): BasicOcspResponse["responder"] {
  if (node.tag === contextTag(1, true)) return { by: "name", name: readName(explicit(node, TAG.sequence, "responder").raw) };
  return { by: "key", sha1: readOctets(explicit(node, TAG.octetString, "responder")) };
}

function readAnswer(node: DerNode): OcspAnswer {
  const what = "ocsp answer";
  const fields = new DerFields(node, what);
  const id = new DerFields(fields.next(TAG.sequence), what);
  const hashAlgorithm = id.next(TAG.sequence).raw;
  const issuerNameHash = readOctets(id.next(TAG.octetString));
  const issuerKeyHash = readOctets(id.next(TAG.octetString));
  const serial = id.next(TAG.integer).content;
  id.end();
  const status = readStatus(fields.next(contextTag(0, false), contextTag(1, true), contextTag(2, false)));
  const thisUpdate = readTime(fields.next(TAG.generalizedTime));
  const next = fields.optional(contextTag(0, true));
  const extensions = readOptionalExtensions(fields.optional(contextTag(1, true)));
  fields.end();
  const nextUpdate = next && readTime(explicit(next, TAG.generalizedTime, what));
  return { hashAlgorithm, issuerNameHash, issuerKeyHash, serial, status, thisUpdate, nextUpdate, extensions };
}

function readStatus(node: DerNode): OcspAnswer["status"] {
  if (node.tag !== contextTag(1, true)) {
    if (node.content.length > 0) throw malformed("ocsp status");
    return { kind: node.tag === contextTag(0, false) ? "good" : "unknown" };
  }
  const fields = new DerFields({ ...node, tag: TAG.sequence }, "ocsp status");
  const at = readTime(fields.next(TAG.generalizedTime));
  const reason = fields.optional(contextTag(0, true));
  fields.end();
  return {
    kind: "revoked",
    at,
    reason: reason ? (explicit(reason, TAG.enumerated, "reason").content[0] ?? 0) : 0,
    reasonStated: reason !== undefined,
  };
}

function readOptionalExtensions(node: DerNode | undefined): ReadonlyMap<string, Extension> {
  const what = "ocsp extensions";
  return node ? readExtensions(explicit(node, TAG.sequence, what), what) : new Map<string, Extension>();
}

/** The moment from which on the responder still knows of expired certificates (RFC 6960 4.4.4). Throws `der.malformed`. */
export function readArchiveCutoff({ extensions }: OcspAnswer): Date | undefined {
  const cutoff = extensions.get(OCSP_EXTENSION.archiveCutoff);
  return cutoff && readTime(readDer(cutoff.value, TAG.generalizedTime, "archive cutoff"));
}

/** The nonce's octets (RFC 9654 2.1). Throws `der.malformed`. */
export function readNonce({ extensions }: BasicOcspResponse): Bytes | undefined {
  const nonce = extensions.get(OCSP_EXTENSION.nonce);
  return nonce && readOctets(readDer(nonce.value, TAG.octetString, "nonce"));
}

/** Critical extensions here that this package understands. */
export function understandsOcsp(extensions: ReadonlyMap<string, Extension>): boolean {
  for (const [id, { critical }] of extensions) {
    if (critical && id !== OCSP_EXTENSION.nonce && id !== OCSP_EXTENSION.archiveCutoff) return false;
  }
  return true;
}
