import { algorithmFacts, algorithmIdentifier, digestIdentifier, type DigestName } from "../algorithms/algorithms.ts";
import { ecdsaToDer } from "../algorithms/ecdsa-value.ts";
import { FIELD_OCTETS } from "../algorithms/public-key.ts";
import { digest, fits, type CryptoOption } from "../algorithms/verify.ts";
import { concat, copy, equal, type Bytes } from "../bytes.ts";
import { readCertificate, type Certificate } from "../certificate/certificate.ts";
import { contextTag, DerFields, readDer, TAG } from "../der/read.ts";
import { explicitTag, octetString, oid, sequence, setOf, small, time } from "../der/write.ts";
import { SignatureError } from "../errors.ts";
import { EvidenceLog } from "../report.ts";
import { checkSignature } from "./check-signature.ts";
import { CMS } from "./oids.ts";
import type { OutsideSigner } from "./signer.ts";
import { writeSigningCertificate } from "./signing-certificate.ts";

export interface CadesInput extends CryptoOption {
  /** What is signed; it stays outside of the signature. */
  readonly content: Uint8Array;
  readonly signer: OutsideSigner;
  /** DER of issuers to send along, in any order; the signer's own certificate is always sent. */
  readonly chain?: readonly Uint8Array[];
  /** Claimed time, whole seconds. */
  readonly signingTime: Date;
  /** Must be the digest of the signer's algorithm, and is by default: OpenSSL verifies with it (RFC 5754). */
  readonly digest?: DigestName;
}

/**
 * Makes a detached CAdES baseline B-B signature (ETSI EN 319 122-1 clause 6): DER of a CMS ContentInfo.
 *
 * Throws `SignatureError`: `algorithm.mismatch` (key, algorithm and digest do not go together), `certificate.malformed`,
 * `signature.invalid` (what the signer gave back does not verify). Errors of `signer.sign` pass through.
 */
export async function createCades(input: CadesInput): Promise<Bytes> {
  const certificate = readCertificate(input.signer.certificate);
  const content = copy(input.content);
  const { algorithm } = input.signer;
  const facts = algorithmFacts(algorithm);
  if (!fits(certificate.publicKey, algorithm))
    throw new SignatureError("algorithm.mismatch", { algorithm, key: certificate.publicKey.kind });
  if (input.digest && input.digest !== facts.digest) throw new SignatureError("algorithm.mismatch", { algorithm, digest: input.digest });

  const attributes = setOf(
    attribute(CMS.contentType, oid(CMS.data)),
    attribute(CMS.messageDigest, octetString(await digest(facts.digest, content, input))),
    attribute(CMS.signingTime, time(input.signingTime)),
    attribute(CMS.signingCertificateV2, await writeSigningCertificate(certificate.der, facts.digest, input)),
  );
  const value = signatureValue(copy(await input.signer.sign(attributes)), certificate);

  const signerInfo = sequence(
    small(1),
    sequence(certificate.issuerRaw, serialOf(certificate)),
    digestIdentifier(facts.digest),
    concat(Uint8Array.of(contextTag(0, true)), attributes.subarray(1)),
    algorithmIdentifier(algorithm),
    octetString(value),
  );
  const signature = sequence(
    oid(CMS.signedData),
    explicitTag(
      0,
      sequence(
        small(1),
        setOf(digestIdentifier(facts.digest)),
        sequence(oid(CMS.data)),
        certificateSet(certificate, input.chain ?? []),
        setOf(signerInfo),
      ),
    ),
  );
  const log = new EvidenceLog();
  await checkSignature({ signature, content, ...(input.crypto && { crypto: input.crypto }) }, log);
  if (log.failure) throw new SignatureError("signature.invalid", { check: log.failure.subIndication });
  return signature;
}

function attribute(type: string, value: Bytes): Bytes {
  return sequence(oid(type), setOf(value));
}

function signatureValue(raw: Bytes, { publicKey }: Certificate): Bytes {
  if (publicKey.kind !== "EC") return raw;
  if (raw.length !== 2 * FIELD_OCTETS[publicKey.curve]) throw new SignatureError("signature.invalid", { octets: raw.length });
  return ecdsaToDer(raw);
}

/** The serial as the certificate encodes it, byte for byte: the signer identifier is compared by its octets. */
function serialOf(certificate: Certificate): Bytes {
  const tbs = new DerFields(readDer(certificate.tbs, TAG.sequence, "certificate"), "certificate");
  tbs.optional(contextTag(0, true));
  return tbs.next(TAG.integer).raw;
}

/** CertificateSet is a SET OF: sorted; each certificate once. */
function certificateSet(signer: Certificate, chain: readonly Uint8Array[]): Bytes {
  const all: Bytes[] = [signer.der];
  for (const der of chain) {
    const issuer = readCertificate(der).der;
    if (!all.some((known) => equal(known, issuer))) all.push(issuer);
  }
  return concat(Uint8Array.of(contextTag(0, true)), setOf(...all).subarray(1));
}
