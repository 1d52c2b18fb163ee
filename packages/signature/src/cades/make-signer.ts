import { algorithmFacts, algorithmIdentifier, digestIdentifier, type DigestName } from "../algorithms/algorithms.ts";
import { digest, fits, type CryptoOption } from "../algorithms/verify.ts";
import { concat, copy, equal, type Bytes } from "../bytes.ts";
import { readCertificate, type Certificate } from "../certificate/certificate.ts";
import { contextTag, readDer, TAG } from "../der/read.ts";
import { encode, octetString, oid, sequence, setOf, small, time } from "../der/write.ts";
import { SignatureError } from "../errors.ts";
import { EvidenceLog } from "../report.ts";
import { checkSigner } from "./check-signer.ts";
import { CMS } from "./oids.ts";
import { readSignerInfo } from "./signer-info.ts";
import type { OutsideSigner } from "./signer.ts";
import { writeSigningCertificate } from "./signing-certificate.ts";

export interface SignerInput extends CryptoOption {
  readonly signer: OutsideSigner;
  /** DER of issuers to send along, in any order; the signer's own certificate is always sent. */
  readonly chain?: readonly Uint8Array[];
  /** Claimed time, whole seconds. */
  readonly signingTime: Date;
}

export interface MadeSigner {
  /** DER of the SignerInfo. */
  readonly signerInfo: Bytes;
  /** DER of the digest's AlgorithmIdentifier. */
  readonly digestAlgorithm: Bytes;
  /** DER: the signer's certificate first, then the chain, each once. */
  readonly certificates: readonly Bytes[];
}

/**
 * One SignerInfo with the signed attributes of CAdES baseline B-B (ETSI EN 319 122-1 clause 6). What the signer gives back is verified before
 * anything is given out. `contentType` is `null` for a countersignature.
 */
export async function makeSigner(
  input: SignerInput,
  contentType: string | null,
  content: (name: DigestName) => Promise<Bytes>,
): Promise<MadeSigner> {
  const certificate = readCertificate(input.signer.certificate);
  const { algorithm } = input.signer;
  const scheme = algorithmFacts(algorithm, input);
  if (!fits(certificate.publicKey, algorithm, input))
    throw new SignatureError("algorithm.mismatch", { algorithm, key: certificate.publicKey.kind });
  const digestAlgorithm = digestIdentifier(scheme.digest, input);
  const messageDigest = await content(scheme.digest);

  const attributes = setOf(
    ...(contentType === null ? [] : [attribute(CMS.contentType, oid(contentType))]),
    attribute(CMS.messageDigest, octetString(messageDigest)),
    attribute(CMS.signingTime, time(input.signingTime)),
    attribute(CMS.signingCertificateV2, await writeSigningCertificate(certificate.der, scheme.digest, input)),
  );
  const raw = copy(await signWith(input, attributes, scheme.digest));
  const value = scheme.encode ? scheme.encode(raw, certificate.publicKey) : raw;
  if (!value) throw new SignatureError("signature.invalid", { octets: raw.length });

  const signerInfo = sequence(
    small(1),
    sequence(certificate.issuerRaw, encode(TAG.integer, certificate.serialOctets)),
    digestAlgorithm,
    concat(Uint8Array.of(contextTag(0, true)), attributes.subarray(1)),
    algorithmIdentifier(algorithm, input),
    octetString(value),
  );
  const log = new EvidenceLog();
  await checkSigner(
    {
      ...input,
      info: readSignerInfo(readDer(signerInfo, TAG.sequence, "signer")),
      content: async () => messageDigest,
      contentType,
      certificates: [certificate.der],
      mandatory: ["signing-certificate-v2", "signing-time"],
    },
    log,
  );
  if (log.failure) throw new SignatureError("signature.invalid", { check: log.failure.subIndication });
  return { signerInfo, digestAlgorithm, certificates: certificatesOf(certificate, input.chain ?? []) };
}

async function signWith({ signer, ...option }: SignerInput, attributes: Bytes, name: DigestName): Promise<Uint8Array> {
  return "sign" in signer ? signer.sign(attributes) : signer.signDigest(await digest(name, attributes, option));
}

/** DER of an Attribute with one value. */
export function attribute(type: string, value: Uint8Array): Bytes {
  return sequence(oid(type), setOf(value));
}

function certificatesOf(signer: Certificate, chain: readonly Uint8Array[]): Bytes[] {
  const all: Bytes[] = [signer.der];
  for (const der of chain) {
    const issuer = readCertificate(der).der;
    if (!all.some((known) => equal(known, issuer))) all.push(issuer);
  }
  return all;
}
