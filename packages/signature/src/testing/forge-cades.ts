import { algorithmFacts, algorithmIdentifier, digestIdentifier } from "../algorithms/algorithms.ts";
import { digest, type CryptoOption } from "../algorithms/verify.ts";
import { concat, copy, fromHex, type Bytes } from "../bytes.ts";
import { CMS } from "../cades/oids.ts";
import { writeSigningCertificate } from "../cades/signing-certificate.ts";
import { readCertificate } from "../certificate/certificate.ts";
import { contextTag, TAG } from "../der/read.ts";
import { encode, explicitTag, octetString, oid, sequence, setOf, small, time, unsigned } from "../der/write.ts";
import { encodeKeySignature, type SigningKey } from "./keys.ts";

export type AttributeName = "content-type" | "message-digest" | "signing-time" | "signing-certificate-v2";

/** Every part of a signature that `createCades` would not make. What is left out is made right. */
export interface Forgery {
  readonly content: Uint8Array;
  readonly key: SigningKey;
  /** DER of the certificate that signs. */
  readonly certificate: Uint8Array;
  readonly signingTime: Date;
  /** DER of each certificate sent along. Default: the signer's. */
  readonly certificates?: readonly Uint8Array[];
  /** Whole Attribute by name: another value (DER), or `null` to leave it out. */
  readonly attributes?: Partial<Record<AttributeName, Uint8Array | null>>;
  /** Further attributes, DER of whole Attributes. */
  readonly furtherAttributes?: readonly Uint8Array[];
  /** Turns the order of attributes around, and signs over that order. */
  readonly unsorted?: boolean;
  /** Certificate that the reference and the signer identifier name. Default: `certificate`. */
  readonly referenced?: Uint8Array;
  readonly identified?: Uint8Array;
  readonly attachContent?: boolean;
  /** DER of an AlgorithmIdentifier. */
  readonly digestAlgorithm?: Uint8Array;
  readonly signatureAlgorithm?: Uint8Array;
  readonly signerVersion?: number;
  /** How many times the same SignerInfo stands in the set. Default 1. */
  readonly signers?: number;
  readonly unsignedAttributes?: readonly Uint8Array[];
}

/** A CMS with faults of choice: what a verifier has to refuse. Gives DER. */
export async function forgeCades(forgery: Forgery, option: CryptoOption = {}): Promise<Bytes> {
  const { digest: hash } = algorithmFacts(forgery.key.algorithm, option);
  const referenced = copy(forgery.referenced ?? forgery.certificate);
  const values: Record<AttributeName, Uint8Array> = {
    "content-type": attribute(CMS.contentType, oid(CMS.data)),
    "message-digest": attribute(CMS.messageDigest, octetString(await digest(hash, copy(forgery.content), option))),
    "signing-time": attribute(CMS.signingTime, time(forgery.signingTime)),
    "signing-certificate-v2": attribute(CMS.signingCertificateV2, await writeSigningCertificate(referenced, hash, option)),
  };
  const chosen = (Object.keys(values) as AttributeName[]).flatMap((name) => {
    const given = forgery.attributes?.[name];
    return given === null ? [] : [given ?? values[name]];
  });
  const sorted = setOf(...chosen, ...(forgery.furtherAttributes ?? []));
  const attributes = forgery.unsorted ? encode(TAG.set, ...[...chosen].toSorted((a, b) => b.length - a.length)) : sorted;
  const identified = readCertificate(forgery.identified ?? forgery.certificate);
  const signer = sequence(
    small(forgery.signerVersion ?? 1),
    sequence(identified.issuerRaw, unsigned(fromHex(identified.serial) ?? new Uint8Array())),
    forgery.digestAlgorithm ?? digestIdentifier(hash, option),
    concat(Uint8Array.of(contextTag(0, true)), attributes.subarray(1)),
    forgery.signatureAlgorithm ?? algorithmIdentifier(forgery.key.algorithm, option),
    octetString(await encodeKeySignature(forgery.key, attributes, option)),
    ...(forgery.unsignedAttributes ? [encode(contextTag(1, true), ...forgery.unsignedAttributes)] : []),
  );
  const certificates = setOf(...(forgery.certificates ?? [forgery.certificate]));
  return sequence(
    oid(CMS.signedData),
    explicitTag(
      0,
      sequence(
        small(1),
        setOf(digestIdentifier(hash, option)),
        sequence(oid(CMS.data), ...(forgery.attachContent ? [explicitTag(0, octetString(forgery.content))] : [])),
        concat(Uint8Array.of(contextTag(0, true)), certificates.subarray(1)),
        encode(TAG.set, ...Array.from({ length: forgery.signers ?? 1 }, () => signer)),
      ),
    ),
  );
}

/** DER of an Attribute with one value. */
export function attribute(type: string, value: Uint8Array): Bytes {
  return sequence(oid(type), setOf(value));
}
