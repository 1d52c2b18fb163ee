import { digestIdentifier } from "../algorithms/algorithms.ts";
import { digest, type CryptoOption } from "../algorithms/verify.ts";
import type { Bytes } from "../bytes.ts";
import type { Certificate } from "../certificate/certificate.ts";
import { TAG } from "../der/read.ts";
import { encode, explicitTag, nullValue, octetString, oid, sequence } from "../der/write.ts";
import { keyOctets, sha1 } from "../revocation/issuer-hashes.ts";
import { OCSP_EXTENSION } from "../revocation/ocsp-response.ts";

const SHA_1 = sequence(oid("1.3.14.3.2.26"), nullValue());

export interface OcspRequest {
  readonly certificate: Certificate;
  readonly issuer: Certificate;
  /**
   * By which the issuer is named. It guards nothing, so SHA-1 is as good as another, and the only one that every responder knows (RFC 5019 2.1.1).
   */
  readonly hash: "SHA-1" | "SHA-256";
  /** 1 to 128 octets (RFC 9654 2.1). */
  readonly nonce?: Uint8Array;
}

/** OCSPRequest for one certificate (RFC 6960 4.1.1), DER. */
export async function writeOcspRequest({ certificate, issuer, hash, nonce }: OcspRequest, option: CryptoOption = {}): Promise<Bytes> {
  const over = (bytes: Bytes): Promise<Bytes> => (hash === "SHA-1" ? sha1(bytes, option) : digest(hash, bytes, option));
  const id = sequence(
    hash === "SHA-1" ? SHA_1 : digestIdentifier(hash, option),
    octetString(await over(certificate.issuerRaw)),
    octetString(await over(keyOctets(issuer))),
    encode(TAG.integer, certificate.serialOctets),
  );
  const extension = nonce && sequence(oid(OCSP_EXTENSION.nonce), octetString(octetString(nonce)));
  return sequence(sequence(sequence(sequence(id)), ...(extension ? [explicitTag(2, sequence(extension))] : [])));
}
