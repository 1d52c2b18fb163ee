import { digestIdentifier, identifyDigest, type DigestName } from "../algorithms/algorithms.ts";
import { digest, type CryptoOption } from "../algorithms/verify.ts";
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
  return sequence(sequence(name === "SHA-256" ? sequence(hash) : sequence(digestIdentifier(name), hash)));
}

export interface SigningCertificateReference {
  /** `undefined`: a digest that this package does not take. */
  readonly digest: DigestName | undefined;
  readonly hash: Bytes;
  readonly issuerSerial?: { readonly issuerRaw: Bytes; readonly serial: string };
}

/** The first reference names the signer's certificate (RFC 5035 4); further ones limit the chain and are not used. Throws `der.malformed`. */
export function readSigningCertificate(value: DerNode): SigningCertificateReference {
  const what = "signing certificate";
  const fields = new DerFields(value, what);
  const references = children(fields.next(TAG.sequence), what, 32);
  fields.optional(TAG.sequence);
  fields.end();
  const [first] = references;
  if (!first) throw malformed(what);
  const reference = new DerFields(first, what);
  const algorithm = reference.optional(TAG.sequence);
  const hash = readOctets(reference.next(TAG.octetString));
  const issuerSerial = reference.optional(TAG.sequence);
  reference.end();
  return {
    digest: algorithm ? identifyDigest(algorithm.raw) : "SHA-256",
    hash,
    ...(issuerSerial && { issuerSerial: readIssuerSerial(issuerSerial) }),
  };
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

/** Whether the reference means this very certificate. */
export async function refersTo(reference: SigningCertificateReference, certificate: Certificate, option: CryptoOption): Promise<boolean> {
  if (!reference.digest || !equal(await digest(reference.digest, certificate.der, option), reference.hash)) return false;
  const { issuerSerial } = reference;
  return !issuerSerial || (issuerSerial.serial === certificate.serial && equal(issuerSerial.issuerRaw, certificate.issuerRaw));
}
