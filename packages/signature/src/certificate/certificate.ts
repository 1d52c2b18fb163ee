import { digest, type CryptoOption } from "../algorithms/verify.ts";
import { copy, equal, toHex, type Bytes } from "../bytes.ts";
import { readPublicKeyInfo, type PublicKeyInfo } from "../algorithms/public-key.ts";
import { contextTag, DerFields, explicit, malformed, readDer, TAG } from "../der/read.ts";
import { readBitOctets, readSmall, readTime } from "../der/values.ts";
import { SignatureError } from "../errors.ts";
import {
  EXTENSION,
  readAuthorityKeyIdentifier,
  readBasicConstraints,
  readExtendedKeyUsage,
  readExtensions,
  readKeyUsage,
  readSubjectKeyIdentifier,
  type BasicConstraints,
  type Extension,
  type KeyUsage,
} from "./extensions.ts";
import { readCertificateSerial } from "./serial.ts";
import { attributeText, formatName, readName, type DistinguishedName } from "./name.ts";
import { KnownObjects } from "./known-objects.ts";

/** Bytes of DER that one certificate may take. */
export const CERTIFICATE_LIMIT = 65_536;

/** A certificate as read from DER; views point into `der`. */
export interface Certificate {
  readonly der: Bytes;
  readonly tbs: Bytes;
  /** Lower-case hex, as people read it. */
  readonly serial: string;
  /** Content octets of the INTEGER, as lists and responses repeat them. */
  readonly serialOctets: Bytes;
  /** AlgorithmIdentifier of the signature, DER: what it means is said by the registry of the question. */
  readonly algorithmIdentifier: Bytes;
  readonly signature: Bytes;
  readonly issuer: DistinguishedName;
  readonly issuerRaw: Bytes;
  readonly subject: DistinguishedName;
  readonly subjectRaw: Bytes;
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly spki: Bytes;
  /** The key to verify with, where `spki` has no domain parameters and takes them from its issuer's (RFC 5280 6.1.4 (e)). */
  readonly completedSpki?: Bytes;
  readonly publicKey: PublicKeyInfo;
  readonly extensions: ReadonlyMap<string, Extension>;
  readonly keyUsage: readonly KeyUsage[] | undefined;
  readonly extendedKeyUsage: readonly string[] | undefined;
  readonly basicConstraints: BasicConstraints;
  readonly subjectKeyIdentifier: Bytes | undefined;
  readonly authorityKeyIdentifier: Bytes | undefined;
}

/** What people and policies ask of a certificate: plain data. Times: ISO 8601 UTC. Names: RFC 4514. */
export interface CertificateSummary {
  readonly subject: string;
  readonly subjectCommonName?: string;
  readonly organization?: string;
  readonly organizationIdentifier?: string;
  readonly issuer: string;
  /** Lower-case hex; a negative serial has `-` before it. */
  readonly serial: string;
  readonly notBefore: string;
  readonly notAfter: string;
  /** Empty where the extension is absent. */
  readonly keyUsage: readonly KeyUsage[];
  /** OIDs; empty where the extension is absent. */
  readonly extendedKeyUsage: readonly string[];
  readonly certificateAuthority: boolean;
  /** SHA-256 of the DER, lower-case hex. */
  readonly sha256: string;
  /** SHA-256 of the SubjectPublicKeyInfo, lower-case hex: two certificates over one key have the same. */
  readonly keySha256: string;
  readonly publicKey: PublicKeyInfo;
}

export interface CertificateInfo extends CertificateSummary {
  /** SubjectPublicKeyInfo, DER. */
  readonly spki: Uint8Array;
}

/** A server meets the same authorities in every signature. */
const known = new KnownObjects<Certificate>();

/** RFC 5280 4.1. Throws `SignatureError` `certificate.malformed` (or `input.too-large`), nothing else. */
export function readCertificate(der: Uint8Array): Certificate {
  if (der.length > CERTIFICATE_LIMIT) throw new SignatureError("input.too-large", { what: "certificate", limit: CERTIFICATE_LIMIT });
  const before = known.find(der);
  if (before) return before;
  try {
    return known.keep(read(copy(der)));
  } catch (cause) {
    const what = cause instanceof SignatureError ? String(cause.params["what"] ?? "certificate") : "certificate";
    throw new SignatureError("certificate.malformed", { what }, { cause });
  }
}

function read(der: Bytes): Certificate {
  const what = "certificate";
  const outer = new DerFields(readDer(der, TAG.sequence, what), what);
  const tbsNode = outer.next(TAG.sequence);
  const outerAlgorithm = outer.next(TAG.sequence).raw;
  const signature = readBitOctets(outer.next(TAG.bitString));
  outer.end();

  const tbs = new DerFields(tbsNode, what);
  const versionNode = tbs.optional(contextTag(0, true));
  const version = versionNode ? readSmall(explicit(versionNode, TAG.integer, what)) : 0;
  const serial = tbs.next(TAG.integer);
  const innerAlgorithm = tbs.next(TAG.sequence).raw;
  const issuerRaw = tbs.next(TAG.sequence).raw;
  const validity = new DerFields(tbs.next(TAG.sequence), what);
  const notBefore = readTime(validity.any());
  const notAfter = readTime(validity.any());
  validity.end();
  const subjectRaw = tbs.next(TAG.sequence).raw;
  const spki = copy(tbs.next(TAG.sequence).raw);
  tbs.optional(contextTag(1, false));
  tbs.optional(contextTag(2, false));
  const extensionsNode = tbs.optional(contextTag(3, true));
  tbs.end();

  // the unsigned copy of the algorithm must say what the signed one says (RFC 5280 4.1.1.2)
  if (!equal(outerAlgorithm, innerAlgorithm)) throw malformed(what);
  if (version > 2 || (versionNode && version === 0) || (extensionsNode && version !== 2)) throw malformed(what);
  if (serial.content.length > 21) throw malformed(what);

  const extensions: ReadonlyMap<string, Extension> = extensionsNode
    ? readExtensions(explicit(extensionsNode, TAG.sequence, what), what)
    : new Map<string, Extension>();
  return {
    der,
    tbs: tbsNode.raw,
    serial: readCertificateSerial(serial),
    serialOctets: serial.content,
    algorithmIdentifier: outerAlgorithm,
    signature,
    issuer: readName(issuerRaw),
    issuerRaw,
    subject: readName(subjectRaw),
    subjectRaw,
    notBefore,
    notAfter,
    spki,
    publicKey: readPublicKeyInfo(spki),
    extensions,
    keyUsage: readKeyUsage(extensions.get(EXTENSION.keyUsage)),
    extendedKeyUsage: readExtendedKeyUsage(extensions.get(EXTENSION.extendedKeyUsage)),
    basicConstraints: readBasicConstraints(extensions.get(EXTENSION.basicConstraints)),
    subjectKeyIdentifier: readSubjectKeyIdentifier(extensions.get(EXTENSION.subjectKeyIdentifier)),
    authorityKeyIdentifier: readAuthorityKeyIdentifier(extensions.get(EXTENSION.authorityKeyIdentifier)),
  };
}

const summaries = new WeakMap<Certificate, CertificateSummary>();

export async function describeCertificate(certificate: Certificate, option: CryptoOption = {}): Promise<CertificateSummary> {
  const known = summaries.get(certificate) ?? (await summarise(certificate, option));
  summaries.set(certificate, known);
  // a report belongs to its reader, who may change it
  return { ...known, keyUsage: [...known.keyUsage], extendedKeyUsage: [...known.extendedKeyUsage] };
}

async function summarise(certificate: Certificate, option: CryptoOption): Promise<CertificateSummary> {
  const commonName = attributeText(certificate.subject, "2.5.4.3");
  const organization = attributeText(certificate.subject, "2.5.4.10");
  const organizationIdentifier = attributeText(certificate.subject, "2.5.4.97");
  return {
    subject: formatName(certificate.subject),
    ...(commonName !== undefined && { subjectCommonName: commonName }),
    ...(organization !== undefined && { organization }),
    ...(organizationIdentifier !== undefined && { organizationIdentifier }),
    issuer: formatName(certificate.issuer),
    serial: certificate.serial,
    notBefore: certificate.notBefore.toISOString(),
    notAfter: certificate.notAfter.toISOString(),
    keyUsage: certificate.keyUsage ?? [],
    extendedKeyUsage: certificate.extendedKeyUsage ?? [],
    certificateAuthority: certificate.basicConstraints.ca,
    sha256: toHex(await digest("SHA-256", certificate.der, option)),
    keySha256: toHex(await digest("SHA-256", certificate.spki, option)),
    publicKey: certificate.publicKey,
  };
}

/** Reads a DER certificate. Throws `SignatureError` `certificate.malformed` or `input.too-large`. */
export async function parseCertificate(der: Uint8Array, option: CryptoOption = {}): Promise<CertificateInfo> {
  const certificate = readCertificate(der);
  return { ...(await describeCertificate(certificate, option)), spki: certificate.spki };
}
