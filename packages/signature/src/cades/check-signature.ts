import { algorithmFacts, identifyAlgorithm, identifyDigest, type SignatureAlgorithm } from "../algorithms/algorithms.ts";
import { violatedConstraint, type AlgorithmConstraints } from "../algorithms/constraints.ts";
import { digest, fits, verifySignature, type CryptoOption } from "../algorithms/verify.ts";
import { equal, type Bytes } from "../bytes.ts";
import { readCertificate, type Certificate } from "../certificate/certificate.ts";
import type { DerNode } from "../der/read.ts";
import { readOctets, readOid, readTime } from "../der/values.ts";
import { SignatureError } from "../errors.ts";
import type { EvidenceLog } from "../report.ts";
import { CMS } from "./oids.ts";
import { readSignedData, type SignedData, type SignerIdentifier, type SignerInfo } from "./signed-data.ts";
import { readSigningCertificate, refersTo } from "./signing-certificate.ts";

export interface SignatureQuestion extends CryptoOption {
  readonly signature: Uint8Array;
  readonly content: Bytes;
  readonly algorithms?: AlgorithmConstraints;
  /** Which of several signers; without it there must be exactly one. */
  readonly signer?: number;
}

export interface CheckedSignature {
  readonly signer?: Certificate;
  readonly certificates: readonly Bytes[];
  readonly algorithm?: SignatureAlgorithm;
  readonly signingTime?: Date;
}

/** Everything that needs no trust: format, signing certificate, digest, signature value (EN 319 102-1 5.2.2, 5.2.3, 5.2.7). Results go to `log`. */
export async function checkSignature(question: SignatureQuestion, log: EvidenceLog): Promise<CheckedSignature> {
  try {
    return await check(question, log);
  } catch (error) {
    if (!(error instanceof SignatureError)) throw error;
    log.fail("format", "TOTAL-FAILED", "FORMAT_FAILURE", { code: error.code, ...error.params });
    return { certificates: [] };
  }
}

async function check(question: SignatureQuestion, log: EvidenceLog): Promise<CheckedSignature> {
  const data = readSignedData(question.signature);
  const { certificates } = data;
  const info = data.signers[question.signer ?? 0];
  if (!info || (question.signer === undefined && data.signers.length !== 1)) {
    log.fail("signer-count", "TOTAL-FAILED", "FORMAT_FAILURE", { count: data.signers.length });
    return { certificates };
  }
  const attributes = readAttributes(data, info);
  log.pass("format");
  log.pass("signer-count", { count: data.signers.length });
  if (info.unsignedAttributes.length > 0) log.skip("unsigned-attributes", { count: info.unsignedAttributes.length });

  const signer = await findSigner(data, info, attributes.reference, question, log);
  const time = attributes.signingTime ? { signingTime: attributes.signingTime } : {};
  if (!signer) return { certificates, ...time };

  const messageDigest = identifyDigest(info.digestAlgorithm);
  const algorithm = identifyAlgorithm(info.signatureAlgorithm, messageDigest);
  const found = { signer, certificates, ...(algorithm && { algorithm }), ...time };
  const violated = violatedConstraint(algorithm, signer.publicKey, question.algorithms);
  if (violated !== null || !messageDigest || !algorithm) {
    log.fail("algorithm-constraints", "INDETERMINATE", "CRYPTO_CONSTRAINTS_FAILURE", { algorithm: violated ?? "digest" });
    return found;
  }
  // two different hashes in one signer: verifiers disagree on which one counts
  if (algorithmFacts(algorithm).digest !== messageDigest || !fits(signer.publicKey, algorithm))
    throw new SignatureError("algorithm.mismatch");
  if (!data.digestAlgorithms.some((listed) => identifyDigest(listed) === messageDigest))
    throw new SignatureError("cms.malformed", { what: "digest algorithms" });
  log.pass("algorithm-constraints", { algorithm });

  if (!equal(await digest(messageDigest, question.content, question), attributes.messageDigest)) {
    log.fail("message-digest", "TOTAL-FAILED", "HASH_FAILURE");
    return found;
  }
  log.pass("message-digest", { digest: messageDigest });

  const { signedBytes, signature } = info;
  if (!(await verifySignature({ ...question, spki: signer.spki, algorithm, data: signedBytes, signature }))) {
    log.fail("signature-value", "TOTAL-FAILED", "SIG_CRYPTO_FAILURE");
    return found;
  }
  log.pass("signature-value");

  const missing = [...(attributes.reference ? [] : ["signing-certificate-v2"]), ...(attributes.signingTime ? [] : ["signing-time"])];
  if (missing.length > 0) log.fail("mandatory-attributes", "INDETERMINATE", "SIG_CONSTRAINTS_FAILURE", { missing: missing.join(" ") });
  else log.pass("mandatory-attributes");
  return found;
}

interface Attributes {
  readonly messageDigest: Bytes;
  readonly signingTime: Date | undefined;
  readonly reference: DerNode | undefined;
}

/** Content type and message digest belong to every signed attribute set (RFC 5652 5.3); each of the four has one value. */
function readAttributes(data: SignedData, info: SignerInfo): Attributes {
  const single = (type: string): DerNode | undefined => {
    const values = info.signedAttributes.get(type);
    if (values && values.length !== 1) throw new SignatureError("cms.malformed", { what: type });
    return values?.[0];
  };
  const contentType = single(CMS.contentType);
  const messageDigest = single(CMS.messageDigest);
  const signingTime = single(CMS.signingTime);
  if (!contentType || !messageDigest) throw new SignatureError("cms.malformed", { what: "signed attributes" });
  if (readOid(contentType) !== data.contentType) throw new SignatureError("cms.malformed", { what: "content type" });
  if (data.attached) throw new SignatureError("cms.malformed", { what: "attached content" });
  return {
    messageDigest: readOctets(messageDigest),
    signingTime: signingTime && readTime(signingTime),
    reference: single(CMS.signingCertificateV2),
  };
}

/** The certificate that the signer identifier names and, where there is one, the signed reference confirms. */
async function findSigner(
  data: SignedData,
  info: SignerInfo,
  reference: DerNode | undefined,
  option: CryptoOption,
  log: EvidenceLog,
): Promise<Certificate | undefined> {
  const named = data.certificates.flatMap(readable).filter((certificate) => identifies(info.identifier, certificate));
  const wanted = reference && readSigningCertificate(reference);
  for (const certificate of named) {
    if (wanted && !(await refersTo(wanted, certificate, option))) continue;
    log.pass("signing-certificate", { serial: certificate.serial });
    return certificate;
  }
  log.fail("signing-certificate", "INDETERMINATE", "NO_SIGNING_CERTIFICATE_FOUND", { named: named.length });
  return undefined;
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
