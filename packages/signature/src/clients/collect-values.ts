import { copy, equal, type Bytes } from "../bytes.ts";
import { namedCertificates } from "../cades/check-signer.ts";
import { embeddedValues, type ValidationValues } from "../cades/embedded-values.ts";
import { CMS, ETSI } from "../cades/oids.ts";
import { readSignedData, x509Certificates, type SignedData } from "../cades/signed-data.ts";
import { readCertificate, type Certificate } from "../certificate/certificate.ts";
import { readRevocationList } from "../certificate/crl.ts";
import { sameName } from "../certificate/name.ts";
import { SignatureError } from "../errors.ts";
import type { CacheOption } from "./answer-cache.ts";
import { fetchCrl } from "./crl-service.ts";
import type { ServiceOption } from "./exchange.ts";
import { fetchIssuer, isIssuedBy } from "./issuer-service.ts";
import { fetchOcspResponse } from "./ocsp-service.ts";

export interface CollectionInput extends ServiceOption, CacheOption {
  /** A signature with its timestamps, DER or BER. */
  readonly signature: Uint8Array;
  /** DER. Paths are followed up to one of these, also of timestamp authorities. */
  readonly trustAnchors: readonly Uint8Array[];
  /** DER; issuers at hand that the signature does not carry. */
  readonly intermediates?: readonly Uint8Array[];
  /** DER; lists at hand, for certificates that name no service or one that does not answer. */
  readonly crls?: readonly Uint8Array[];
}

/** Certificates of one path that are asked about. */
const DEPTH = 8;
/** Timestamps whose paths are followed. */
const TIMESTAMPS = 16;

/**
 * Gets what `addValidationValues` needs: for each signer, and each timestamp in the signature, the issuers up to an anchor, and for every certificate below it a response
 * (OCSP) or, where that is not to be had, a list. To prove that nothing was revoked when the signature was made, ask after its timestamp.
 * Throws `SignatureError` `cms.malformed`, and those of `fetchIssuer` and `fetchCrl` where something is not to be had.
 */
export async function collectValidationValues(input: CollectionInput): Promise<ValidationValues> {
  const data = readSignedData(input.signature);
  const anchors = input.trustAnchors.map(readCertificate);
  const known = [...embeddedValues(data).certificates, ...(input.intermediates ?? [])].flatMap(readableCertificate);
  const found = { certificates: [] as Bytes[], crls: [] as Bytes[], ocspResponses: [] as Bytes[] };
  for (const end of endCertificates(data)) await follow(end, anchors, known, found, input);
  return found;
}

/** Certificates of the signers and of the timestamps' authorities. */
function endCertificates(data: SignedData): Certificate[] {
  const own = x509Certificates(data);
  return data.signers.flatMap((info) => {
    const tokens = info.unsignedAttributes
      .filter(({ type }) => type === CMS.signatureTimestamp || type === ETSI.archiveTimestampV3)
      .flatMap(({ values }) => values)
      .slice(0, TIMESTAMPS);
    return [...namedCertificates(info, own), ...tokens.flatMap((token) => authorities(token, own))];
  });
}

function authorities(token: Bytes, own: readonly Bytes[]): Certificate[] {
  try {
    const data = readSignedData(token);
    return data.signers.flatMap((info) => namedCertificates(info, [...x509Certificates(data), ...own]));
  } catch (error) {
    if (error instanceof SignatureError) return [];
    throw error;
  }
}

type Found = { readonly [K in keyof ValidationValues]: Bytes[] };

async function follow(
  end: Certificate,
  anchors: readonly Certificate[],
  known: Certificate[],
  found: Found,
  input: CollectionInput,
): Promise<void> {
  let certificate = end;
  for (let depth = 0; depth < DEPTH && !anchors.some(({ der }) => equal(der, certificate.der)); depth++) {
    if (found.certificates.some((der) => equal(der, certificate.der))) return;
    found.certificates.push(certificate.der);
    const issuer = await issuerOf(certificate, [...anchors, ...known], input);
    known.push(issuer);
    const { ocspResponse, crl } = await status(certificate, issuer, input);
    if (ocspResponse) found.ocspResponses.push(ocspResponse);
    if (crl && !found.crls.some((list) => equal(list, crl))) found.crls.push(crl);
    certificate = issuer;
  }
}

async function issuerOf(certificate: Certificate, known: readonly Certificate[], input: CollectionInput): Promise<Certificate> {
  for (const candidate of known) if (await isIssuedBy(certificate, candidate, input)) return candidate;
  return readCertificate(await fetchIssuer({ ...input, certificate: certificate.der }));
}

interface Status {
  readonly ocspResponse?: Bytes;
  readonly crl?: Bytes;
}

/** A response before a list, as it is newer and smaller; what is at hand last. The error told is that of the last service asked. */
async function status(certificate: Certificate, issuer: Certificate, input: CollectionInput): Promise<Status> {
  const question = { ...input, certificate: certificate.der };
  const ways = [
    async (): Promise<Status> => ({ ocspResponse: await fetchOcspResponse({ ...question, issuer: issuer.der }) }),
    async (): Promise<Status> => ({ crl: await fetchCrl(question) }),
  ];
  let last = new SignatureError("service.unknown", { certificate: certificate.serial });
  for (const way of ways) {
    try {
      return await way();
    } catch (error) {
      if (!(error instanceof SignatureError)) throw error;
      if (error.code !== "service.unknown") last = error;
    }
  }
  const atHand = (input.crls ?? []).find((der) => sameName(readRevocationList(der).issuer, issuer.subject));
  if (!atHand) throw last;
  return { crl: copy(atHand) };
}

function readableCertificate(der: Uint8Array): Certificate[] {
  try {
    return [readCertificate(der)];
  } catch (error) {
    if (error instanceof SignatureError) return [];
    throw error;
  }
}
