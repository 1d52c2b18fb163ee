import type { Bytes } from "../bytes.ts";
import { readRevocationList } from "../certificate/crl.ts";
import { BerFields, berChildren, readBer, toDer } from "../der/ber.ts";
import { contextTag, TAG, type DerNode } from "../der/read.ts";
import { readOid } from "../der/values.ts";
import { encode, explicitTag, octetString, oid, sequence } from "../der/write.ts";
import { SignatureError } from "../errors.ts";
import { CMS } from "./oids.ts";
import { x509Certificates, type SignedData } from "./signed-data.ts";
import type { SignerInfo } from "./signer-info.ts";

/** What a path can be judged with, long after the services that gave it are gone. DER each. */
export interface ValidationValues {
  readonly certificates: readonly Bytes[];
  readonly crls: readonly Bytes[];
  /** OCSPResponses. */
  readonly ocspResponses: readonly Bytes[];
}

export const NO_VALUES: ValidationValues = { certificates: [], crls: [], ocspResponses: [] };

/** Values that one signature may bring; a path needs a handful. */
const VALUES = 128;

/**
 * All that a SignedData carries: its certificates and lists (EN 319 122-1 5.4 as baseline wants it), and the older attributes of a signer (A.1.1.2, A.1.2.2).
 * What cannot be read is left aside: it cannot help, and it must not make a good signature fail.
 */
export function embeddedValues(data: SignedData, signer?: SignerInfo): ValidationValues {
  const found = { certificates: x509Certificates(data), crls: [] as Bytes[], ocspResponses: [] as Bytes[] };
  for (const choice of data.revocations) attempt(() => readChoice(choice, found));
  for (const { type, values } of signer?.unsignedAttributes ?? []) {
    for (const value of values) {
      if (type === CMS.certificateValues) attempt(() => found.certificates.push(...elements(value)));
      if (type === CMS.revocationValues) attempt(() => readRevocationValues(value, found));
    }
  }
  return {
    certificates: found.certificates.slice(0, VALUES),
    crls: found.crls.filter(isList).slice(0, VALUES),
    ocspResponses: found.ocspResponses.slice(0, VALUES),
  };
}

interface Found {
  readonly crls: Bytes[];
  readonly ocspResponses: Bytes[];
}

/** RevocationInfoChoice (RFC 5652 10.2.1): a list, or OCSP as RFC 5940 2.1 puts it; some write the BasicOCSPResponse alone. */
function readChoice(choice: Bytes, found: Found): void {
  const what = "revocation";
  if (choice[0] === TAG.sequence) {
    found.crls.push(choice);
    return;
  }
  if (choice[0] !== contextTag(1, true)) return;
  const fields = new BerFields({ ...readBer(choice, contextTag(1, true), what), tag: TAG.sequence }, what);
  const format = readOid(fields.next(TAG.oid));
  const value = toDer(fields.next(TAG.sequence), what);
  fields.end();
  if (format === CMS.ocspResponse) found.ocspResponses.push(value);
  if (format === CMS.basicOcspResponse) found.ocspResponses.push(wrapBasicResponse(value));
}

/** RevocationValues: [0] lists, [1] BasicOCSPResponses. */
function readRevocationValues(value: Bytes, found: Found): void {
  const what = "revocation values";
  for (const part of berChildren(readBer(value, TAG.sequence, what), what, 3)) {
    const items = part.tag === contextTag(0, true) || part.tag === contextTag(1, true) ? itemsOf(part) : [];
    if (part.tag === contextTag(0, true)) found.crls.push(...items);
    if (part.tag === contextTag(1, true)) found.ocspResponses.push(...items.map(wrapBasicResponse));
  }
}

function itemsOf(part: DerNode): Bytes[] {
  const what = "revocation values";
  return berChildren(readBer(part.content, TAG.sequence, what), what, VALUES).map((item) => toDer(item, what));
}

function elements(value: Bytes): Bytes[] {
  const what = "certificate values";
  return berChildren(readBer(value, TAG.sequence, what), what, VALUES).map(({ raw }) => raw);
}

/** An OCSPResponse `successful` around a BasicOCSPResponse (RFC 6960 4.2.1). */
function wrapBasicResponse(basic: Bytes): Bytes {
  return sequence(encode(TAG.enumerated, Uint8Array.of(0)), explicitTag(0, sequence(oid(CMS.basicOcspResponse), octetString(basic))));
}

/** RevocationInfoChoice for an OCSPResponse (RFC 5940 2.1). */
export function ocspChoice(response: Uint8Array): Bytes {
  return encode(contextTag(1, true), oid(CMS.ocspResponse), response);
}

function isList(der: Bytes): boolean {
  return attempt(() => readRevocationList(der));
}

function attempt(read: () => unknown): boolean {
  try {
    read();
    return true;
  } catch (error) {
    if (!(error instanceof SignatureError)) throw error;
    return false;
  }
}

export function joinValues(...all: readonly ValidationValues[]): ValidationValues {
  return {
    certificates: all.flatMap(({ certificates }) => certificates),
    crls: all.flatMap(({ crls }) => crls),
    ocspResponses: all.flatMap(({ ocspResponses }) => ocspResponses),
  };
}
