import { identifyAlgorithm } from "../algorithms/algorithms.ts";
import { verifySignature, type CryptoOption } from "../algorithms/verify.ts";
import type { Bytes } from "../bytes.ts";
import { CERTIFICATE_LIMIT, readCertificate, type Certificate } from "../certificate/certificate.ts";
import { sameName } from "../certificate/name.ts";
import { readSignedData, x509Certificates } from "../cades/signed-data.ts";
import { SignatureError } from "../errors.ts";
import { askInTurn, exchange, type ServiceOption } from "./exchange.ts";
import { serviceAddresses } from "./service-addresses.ts";

export interface IssuerServiceInput extends ServiceOption {
  /** DER of the certificate whose issuer is wanted. */
  readonly certificate: Uint8Array;
  /** Default: the addresses that the certificate names (caIssuers). */
  readonly urls?: readonly string[];
}

/** RFC 5280 4.2.2.1: one certificate, or a CMS that only carries some. */
const MEDIA_TYPES = [
  "application/pkix-cert",
  "application/x-x509-ca-cert",
  "application/pkcs7-mime",
  "application/x-pkcs7-certificates",
  "application/octet-stream",
];

/** Certificates in one answer that are tried. */
const CANDIDATES = 16;

/**
 * Fetches the certificate that issued another: DER. Its key verifies the signature on the one in question; it is not trusted by that.
 * Throws `SignatureError`: `service.lied` (`what`: content-type, too-large, malformed, issuer), `service.unreachable`, `service.timeout`, `service.forbidden`, `service.unknown`.
 */
export async function fetchIssuer(input: IssuerServiceInput): Promise<Bytes> {
  const certificate = readCertificate(input.certificate);
  const urls = input.urls ?? serviceAddresses(certificate).issuers;
  return askInTurn(urls, input, async (url) => {
    const bytes = await exchange({ url, accept: MEDIA_TYPES, limit: CANDIDATES * CERTIFICATE_LIMIT }, input);
    for (const candidate of candidates(bytes, url)) if (await isIssuedBy(certificate, candidate, input)) return candidate.der;
    throw new SignatureError("service.lied", { url, what: "issuer" });
  });
}

function candidates(bytes: Bytes, url: string): Certificate[] {
  try {
    return [readCertificate(bytes)];
  } catch (cause) {
    try {
      return x509Certificates(readSignedData(bytes)).slice(0, CANDIDATES).map(readCertificate);
    } catch {
      throw new SignatureError("service.lied", { url, what: "malformed" }, { cause });
    }
  }
}

/** Whether the signature on a certificate verifies under another's key, and the names fit. */
export async function isIssuedBy(certificate: Certificate, issuer: Certificate, option: CryptoOption): Promise<boolean> {
  const algorithm = identifyAlgorithm(certificate.algorithmIdentifier, undefined, option);
  if (!algorithm || !sameName(issuer.subject, certificate.issuer)) return false;
  const { tbs: data, signature, algorithmIdentifier: identifier } = certificate;
  return verifySignature({ ...option, spki: issuer.spki, algorithm, data, signature, identifier });
}
