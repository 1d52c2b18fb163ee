import { algorithmFacts, identifyAlgorithm, identifyDigest, type DigestName, type SignatureAlgorithm } from "../algorithms/algorithms.ts";
import { violatedConstraint, type AlgorithmConstraints } from "../algorithms/constraints.ts";
import { fits, verifySignature, type CryptoOption } from "../algorithms/verify.ts";
import { equal, type Bytes } from "../bytes.ts";
import { readCertificate, type Certificate } from "../certificate/certificate.ts";
import type { DerNode } from "../der/read.ts";
import { readOctets, readOid, readTime } from "../der/values.ts";
import { SignatureError } from "../errors.ts";
import type { EvidenceLog } from "../report.ts";
import { CMS } from "./oids.ts";
import type { SignerIdentifier, SignerInfo } from "./signer-info.ts";
import { readSigningCertificate, readSigningCertificateV1, refersTo, type SigningCertificateReference } from "./signing-certificate.ts";

export type MandatoryAttribute = "signing-certificate-v2" | "signing-certificate" | "signing-time";

export interface SignerQuestion extends CryptoOption {
  readonly info: SignerInfo;
  /** Digest of what is signed. */
  readonly content: (name: DigestName) => Promise<Bytes>;
  /** `null`: a countersignature, which has no content type (RFC 5652 11.4). */
  readonly contentType: string | null;
  /** DER; among them the signer's. */
  readonly certificates: readonly Bytes[];
  /** `signing-certificate` is the first or the second version of the attribute; the first is taken in timestamps only (RFC 5816). */
  readonly mandatory: readonly MandatoryAttribute[];
  readonly algorithms?: AlgorithmConstraints;
}

export interface CheckedSigner {
  readonly signer?: Certificate;
  readonly algorithm?: SignatureAlgorithm;
  readonly signingTime?: Date;
  /** What every level of CAdES asks for is there: the reference to the certificate and the time. */
  readonly baseline?: boolean;
  /** The attributes in the form that the signature is over; there only where the value verified. */
  readonly signedBytes?: Bytes;
}

/**
 * The checks layer for one SignerInfo, all that needs no trust: signing certificate, digest, signature value (EN 319 102-1 5.2.2, 5.2.3,
 * 5.2.7). Results go to `log`. Throws `SignatureError` for a structure that cannot be read.
 */
export async function checkSigner(question: SignerQuestion, log: EvidenceLog): Promise<CheckedSigner> {
  const { info } = question;
  const attributes = readAttributes(question);
  const signer = await findSigner(question, attributes.reference, log);
  const time = attributes.signingTime ? { signingTime: attributes.signingTime } : {};
  if (!signer) return time;

  const messageDigest = identifyDigest(info.digestAlgorithm, question);
  const algorithm = identifyAlgorithm(info.signatureAlgorithm, messageDigest, question);
  const found = { signer, ...(algorithm && { algorithm }), ...time };
  const violated = violatedConstraint(algorithm, signer.publicKey, question.algorithms, question);
  if (violated !== null || !messageDigest || !algorithm) {
    log.fail("algorithm-constraints", "INDETERMINATE", "CRYPTO_CONSTRAINTS_FAILURE", { algorithm: violated ?? "digest" });
    return found;
  }
  // two different hashes in one signer: verifiers disagree on which one counts
  if (algorithmFacts(algorithm, question).digest !== messageDigest || !fits(signer.publicKey, algorithm, question))
    throw new SignatureError("algorithm.mismatch");
  log.pass("algorithm-constraints", { algorithm });

  if (!equal(await question.content(messageDigest), attributes.messageDigest)) {
    log.fail("message-digest", "TOTAL-FAILED", "HASH_FAILURE");
    return found;
  }
  log.pass("message-digest", { digest: messageDigest });

  const signedBytes = await verifiedForm(question, signer, algorithm);
  if (!signedBytes) {
    log.fail("signature-value", "TOTAL-FAILED", "SIG_CRYPTO_FAILURE");
    return found;
  }
  log.pass("signature-value");

  const missing = question.mandatory.filter((name) => (name === "signing-time" ? !attributes.signingTime : !attributes.reference));
  if (missing.length > 0) log.fail("mandatory-attributes", "INDETERMINATE", "SIG_CONSTRAINTS_FAILURE", { missing: missing.join(" ") });
  else log.pass("mandatory-attributes");
  return { ...found, signedBytes, baseline: attributes.reference !== undefined && attributes.signingTime !== undefined };
}

async function verifiedForm(question: SignerQuestion, { spki }: Certificate, algorithm: SignatureAlgorithm): Promise<Bytes | undefined> {
  const { signedForms, signature, signatureAlgorithm: identifier } = question.info;
  for (const data of signedForms) if (await verifySignature({ ...question, spki, algorithm, data, signature, identifier })) return data;
  return undefined;
}

interface Attributes {
  readonly messageDigest: Bytes;
  readonly signingTime: Date | undefined;
  readonly reference: SigningCertificateReference | undefined;
}

/** Content type and message digest belong to every signed attribute set (RFC 5652 5.3); each of them has one value. */
function readAttributes({ info, contentType, mandatory }: SignerQuestion): Attributes {
  const single = (type: string): DerNode | undefined => {
    const values = info.signedAttributes.get(type);
    if (values && values.length !== 1) throw new SignatureError("cms.malformed", { what: type });
    return values?.[0];
  };
  const signedType = single(CMS.contentType);
  const messageDigest = single(CMS.messageDigest);
  const signingTime = single(CMS.signingTime);
  const reference = single(CMS.signingCertificateV2);
  const firstVersion = mandatory.includes("signing-certificate") ? single(CMS.signingCertificate) : undefined;
  if (!messageDigest) throw new SignatureError("cms.malformed", { what: "signed attributes" });
  const type = signedType ? readOid(signedType) : null;
  if (type !== contentType) throw new SignatureError("cms.malformed", { what: type === null ? "signed attributes" : "content type" });
  return {
    messageDigest: readOctets(messageDigest),
    signingTime: signingTime && readTime(signingTime),
    reference: reference ? readSigningCertificate(reference) : firstVersion && readSigningCertificateV1(firstVersion),
  };
}

/** The certificate that the signer identifier names and, where there is one, the signed reference confirms. */
async function findSigner(
  question: SignerQuestion,
  reference: SigningCertificateReference | undefined,
  log: EvidenceLog,
): Promise<Certificate | undefined> {
  const named = namedCertificates(question.info, question.certificates);
  for (const certificate of named) {
    if (reference && !(await refersTo(reference, certificate, question))) continue;
    log.pass("signing-certificate", { serial: certificate.serial });
    return certificate;
  }
  log.fail("signing-certificate", "INDETERMINATE", "NO_SIGNING_CERTIFICATE_FOUND", { named: named.length });
  return undefined;
}

/** The certificates that a signer identifier names: more than one only where an issuer gave a serial twice. */
export function namedCertificates({ identifier }: SignerInfo, certificates: readonly Bytes[]): Certificate[] {
  return certificates.flatMap(readable).filter((certificate) => identifies(identifier, certificate));
}

function readable(der: Bytes): Certificate[] {
  try {
    return [readCertificate(der)];
  } catch {
    return [];
  }
}

function identifies(identifier: SignerIdentifier, certificate: Certificate): boolean {
  if (identifier.by === "issuerAndSerial")
    return identifier.serial === certificate.serial && equal(identifier.issuerRaw, certificate.issuerRaw);
  return certificate.subjectKeyIdentifier !== undefined && equal(identifier.value, certificate.subjectKeyIdentifier);
}
