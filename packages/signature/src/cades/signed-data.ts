import { concat, copy, equal, type Bytes } from "../bytes.ts";
import { BerFields, berChildren, berExplicit, berOctets, isSorted, readBer, toDer } from "../der/ber.ts";
import { contextTag, malformed, TAG, type DerNode } from "../der/read.ts";
import { readOid, readSmall } from "../der/values.ts";
import { encode, explicitTag, oid, sequence, setOf, small } from "../der/write.ts";
import { SignatureError } from "../errors.ts";
import { CMS } from "./oids.ts";
import { appendToSet, readSignerInfo, type SignerInfo } from "./signer-info.ts";

/** Bytes that one CMS may take, with content, certificates and revocation data. */
export const SIGNATURE_LIMIT = 16 * 1024 * 1024;

/** The parse layer: what stands in a SignedData (RFC 5652 5.1), as views into it. Nothing here is checked or trusted. */
export interface SignedData {
  readonly version: number;
  /** AlgorithmIdentifiers of every digest that the signers use, as they came. */
  readonly digestAlgorithms: readonly Bytes[];
  /** The same in DER, to tell what they are. */
  readonly digestIdentifiers: readonly Bytes[];
  readonly contentType: string;
  /** eContentType with tag and length. */
  readonly contentTypeRaw: Bytes;
  /** encapContentInfo as it came. */
  readonly encapsulated: Bytes;
  /** The content where it is attached. */
  readonly content: Bytes | undefined;
  /** CertificateChoices as they came; X.509 certificates are those under the tag of SEQUENCE. */
  readonly certificates: readonly Bytes[];
  /** RevocationInfoChoices as they came. */
  readonly revocations: readonly Bytes[];
  readonly signers: readonly SignerInfo[];
}

/** Reads BER and DER. Throws `SignatureError` `cms.malformed` or `input.too-large`, nothing else. */
export function readSignedData(ber: Uint8Array): SignedData {
  if (ber.length > SIGNATURE_LIMIT) throw new SignatureError("input.too-large", { what: "signature", limit: SIGNATURE_LIMIT });
  try {
    return read(copy(ber));
  } catch (cause) {
    if (cause instanceof SignatureError && cause.code === "input.too-large") throw cause;
    const what = cause instanceof SignatureError ? String(cause.params["what"] ?? "cms") : "cms";
    throw new SignatureError("cms.malformed", { what }, { cause });
  }
}

function read(ber: Bytes): SignedData {
  const what = "signed data";
  const outer = new BerFields(readBer(ber, TAG.sequence, what), what);
  if (readOid(outer.next(TAG.oid)) !== CMS.signedData) throw malformed("content type");
  const inner = berExplicit(outer.next(contextTag(0, true)), TAG.sequence, what);
  outer.end();

  const fields = new BerFields(inner, what);
  const version = readSmall(fields.next(TAG.integer));
  if (version < 1 || version > 5) throw malformed("version");
  const digestAlgorithms = fields.next(TAG.set);
  const encapsulated = fields.next(TAG.sequence);
  const certificates = fields.optional(contextTag(0, true));
  const revocations = fields.optional(contextTag(1, true));
  const signers = fields.next(TAG.set);
  fields.end();
  return {
    version,
    digestAlgorithms: elements(digestAlgorithms, what, 16),
    digestIdentifiers: berChildren(digestAlgorithms, what, 16).map((node) => toDer(node, what)),
    ...readEncapsulated(encapsulated),
    certificates: certificates ? elements(certificates, what, 256) : [],
    revocations: revocations ? elements(revocations, what, 256) : [],
    signers: berChildren(signers, what, 64).map((node) => readSignerInfo(node)),
  };
}

function elements(set: DerNode, what: string, limit: number): Bytes[] {
  return berChildren(set, what, limit).map(({ raw }) => raw);
}

function readEncapsulated(node: DerNode): Pick<SignedData, "contentType" | "contentTypeRaw" | "encapsulated" | "content"> {
  const what = "content";
  const fields = new BerFields(node, what);
  const type = fields.next(TAG.oid);
  const wrapped = fields.optional(contextTag(0, true));
  fields.end();
  const [content, ...others] = wrapped ? berChildren(wrapped, what, 2) : [];
  if (wrapped && (!content || others.length > 0)) throw malformed(what);
  return { contentType: readOid(type), contentTypeRaw: type.raw, encapsulated: node.raw, content: content && berOctets(content, what) };
}

/** DER of the certificates; attribute certificates and other choices are left aside. */
export function x509Certificates({ certificates }: SignedData): Bytes[] {
  return certificates.filter((choice) => choice[0] === TAG.sequence);
}

/** What an extension adds or puts in another's place. */
export interface SignedDataChange {
  /** By index: the SignerInfo that takes the place of the one that was read. */
  readonly signers?: ReadonlyMap<number, Uint8Array>;
  readonly addedSigners?: readonly Uint8Array[];
  /** Raw AlgorithmIdentifiers; known ones are not added again. */
  readonly digestAlgorithms?: readonly Uint8Array[];
  readonly certificates?: readonly Uint8Array[];
  readonly revocations?: readonly Uint8Array[];
}

/**
 * The same SignedData with additions, DER around parts that stay byte for byte as they came: content, every certificate and list, and in each
 * signer all that its signature or an archive timestamp covers.
 */
export function changeSignedData(data: SignedData, change: SignedDataChange): Bytes {
  const certificates = addNew(data.certificates, change.certificates ?? []);
  const revocations = addNew(data.revocations, change.revocations ?? []);
  const kept = data.signers.map(({ raw }, index) => change.signers?.get(index) ?? raw);
  const inOrder = isSorted(data.signers.map(({ raw }) => raw));
  const signers = [...kept, ...(change.addedSigners ?? [])];
  const other = revocations.some((choice) => choice[0] === contextTag(1, true));
  return sequence(
    oid(CMS.signedData),
    explicitTag(
      0,
      sequence(
        // RFC 5652 5.1: version 5 where revocation information of another format is there
        small(other ? 5 : data.version),
        encode(TAG.set, ...addNew(data.digestAlgorithms, change.digestAlgorithms ?? [])),
        data.encapsulated,
        ...(certificates.length > 0 ? [encode(contextTag(0, true), ...certificates)] : []),
        ...(revocations.length > 0 ? [encode(contextTag(1, true), ...revocations)] : []),
        inOrder ? setOf(...signers) : encode(TAG.set, ...signers),
      ),
    ),
  );
}

function addNew(before: readonly Bytes[], added: readonly Uint8Array[]): Uint8Array[] {
  const fresh: Uint8Array[] = [];
  for (const item of added) if (![...before, ...fresh].some((known) => equal(known, item))) fresh.push(item);
  return appendToSet(before, fresh);
}

/** A SignedData in DER from its parts. `content` is written where it is to be attached. */
export function writeSignedData(parts: {
  readonly contentType: string;
  readonly content?: Uint8Array;
  readonly digestAlgorithm: Uint8Array;
  readonly certificates: readonly Uint8Array[];
  readonly signer: Uint8Array;
}): Bytes {
  const content = parts.content ? [explicitTag(0, encode(TAG.octetString, parts.content))] : [];
  return sequence(
    oid(CMS.signedData),
    explicitTag(
      0,
      sequence(
        // RFC 5652 5.1: 1 for id-data and signers by issuer and serial
        small(parts.contentType === CMS.data ? 1 : 3),
        setOf(parts.digestAlgorithm),
        sequence(oid(parts.contentType), ...content),
        concat(Uint8Array.of(contextTag(0, true)), setOf(...parts.certificates).subarray(1)),
        setOf(parts.signer),
      ),
    ),
  );
}
