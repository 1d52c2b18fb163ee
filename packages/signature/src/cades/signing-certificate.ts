import { digestIdentifier, identifyDigest, type DigestName } from "../algorithms/algorithms.ts";
import { digest, webCrypto, type CryptoOption } from "../algorithms/verify.ts";
import { equal, type Bytes } from "../bytes.ts";
import type { Certificate } from "../certificate/certificate.ts";
import { children, contextTag, DerFields, explicit, malformed, TAG, type DerNode } from "../der/read.ts";
import { readOctets, readSerial } from "../der/values.ts";
import { octetString, sequence } from "../der/write.ts";

/**
 * SigningCertificateV2 (RFC 5035 3) for one certificate. The algorithm is left out where it is the default, SHA-256, as DER asks;
 * issuer and serial are left out, as they are in the signer identifier.
 */
export async function writeSigningCertificate(certificate: Bytes, name: DigestName, option: CryptoOption): Promise<Bytes> {
  const hash = octetString(await digest(name, certificate, option));
  return sequence(sequence(name === "SHA-256" ? sequence(hash) : sequence(digestIdentifier(name, option), hash)));
}

export interface SigningCertificateReference {
  /** Raw AlgorithmIdentifier of the digest: what it means is said by the registry. `default`: SHA-256. `sha-1`: the first version of the attribute. */
  readonly digest: Bytes | "default" | "sha-1";
  readonly hash: Bytes;
  readonly issuerSerial?: { readonly issuerRaw: Bytes; readonly serial: string };
}

/** The first reference names the signer's certificate (RFC 5035 4); further ones limit the chain and are not used. Throws `der.malformed`. */
export function readSigningCertificate(value: DerNode): SigningCertificateReference {
  const reference = firstReference(value);
  const algorithm = reference.optional(TAG.sequence);
  return { digest: algorithm ? algorithm.raw : "default", ...readHash(reference) };
}

/**
 * SigningCertificate (RFC 2634 5.4), which is by SHA-1. It has to be a certificate that the signer's key fits and a trusted path leads to, so an
 * attacker would need a second preimage among issued certificates.
 */
export function readSigningCertificateV1(value: DerNode): SigningCertificateReference {
  return { digest: "sha-1", ...readHash(firstReference(value)) };
}

function firstReference(value: DerNode): DerFields {
  const what = "signing certificate";
  const fields = new DerFields(value, what);
  const [first] = children(fields.next(TAG.sequence), what, 32);
  fields.optional(TAG.sequence);
  fields.end();
  if (!first) throw malformed(what);
  return new DerFields(first, what);
}

function readHash(reference: DerFields): Omit<SigningCertificateReference, "digest"> {
  const hash = readOctets(reference.next(TAG.octetString));
  const issuerSerial = reference.optional(TAG.sequence);
  reference.end();
  return { hash, ...(issuerSerial && { issuerSerial: readIssuerSerial(issuerSerial) }) };
}

function readIssuerSerial(node: DerNode): { issuerRaw: Bytes; serial: string } {
  const what = "issuer and serial";
  const fields = new DerFields(node, what);
  const [name, ...others] = children(fields.next(TAG.sequence), what, 4);
  const serial = readSerial(fields.next(TAG.integer));
  fields.end();
  // GeneralName directoryName [4] is EXPLICIT, as Name is a CHOICE
  if (!name || others.length > 0 || name.tag !== contextTag(4, true)) throw malformed(what);
  return { issuerRaw: explicit(name, TAG.sequence, what).raw, serial };
}

/** Whether the reference means this very certificate; never where its digest is not in the registry. */
export async function refersTo(reference: SigningCertificateReference, certificate: Certificate, option: CryptoOption): Promise<boolean> {
  const hash = await referenceDigest(reference.digest, certificate.der, option);
  if (!hash || !equal(hash, reference.hash)) return false;
  const { issuerSerial } = reference;
  return !issuerSerial || (issuerSerial.serial === certificate.serial && equal(issuerSerial.issuerRaw, certificate.issuerRaw));
}

async function referenceDigest(name: SigningCertificateReference["digest"], der: Bytes, option: CryptoOption): Promise<Bytes | undefined> {
  if (name === "sha-1") return new Uint8Array(await webCrypto(option).digest("SHA-1", der));
  const found = name === "default" ? "SHA-256" : identifyDigest(name, option);
  return found === undefined ? undefined : digest(found, der, option);
}
