import { copy, equal, type Bytes } from "../bytes.ts";
import { readListScope, type ListScope } from "./distribution-points.ts";
import { EXTENSION, readAuthorityKeyIdentifier, readExtensions, type Extension } from "./extensions.ts";
import { readName, type DistinguishedName } from "./name.ts";
import { contextTag, DerFields, explicit, malformed, readDer, TAG } from "../der/read.ts";
import { readBitOctets, readSmall, readTime, readUnsigned } from "../der/values.ts";
import { SignatureError } from "../errors.ts";
import { RevokedEntries } from "./crl-entries.ts";

/** Bytes of DER that one revocation list may take. */
export const CRL_LIMIT = 32 * 1024 * 1024;

export interface RevocationList {
  readonly der: Bytes;
  readonly tbs: Bytes;
  /** AlgorithmIdentifier of the signature, DER. */
  readonly algorithmIdentifier: Bytes;
  readonly signature: Bytes;
  readonly issuer: DistinguishedName;
  readonly thisUpdate: Date;
  readonly nextUpdate: Date | undefined;
  readonly authorityKeyIdentifier: Bytes | undefined;
  readonly extensions: ReadonlyMap<string, Extension>;
  readonly scope: ListScope;
  /** Magnitudes (RFC 5280 5.2.3, 5.2.4); `baseNumber` makes it a delta list. */
  readonly number: Bytes | undefined;
  readonly baseNumber: Bytes | undefined;
  readonly revoked: RevokedEntries;
}

/** RFC 5280 5.1. Throws `SignatureError` `crl.malformed` or `input.too-large`, nothing else. */
export function readRevocationList(der: Uint8Array): RevocationList {
  if (der.length > CRL_LIMIT) throw new SignatureError("input.too-large", { what: "crl", limit: CRL_LIMIT });
  try {
    return read(copy(der));
  } catch (cause) {
    throw new SignatureError("crl.malformed", {}, { cause });
  }
}

function read(der: Bytes): RevocationList {
  const what = "crl";
  const outer = new DerFields(readDer(der, TAG.sequence, what), what);
  const tbsNode = outer.next(TAG.sequence);
  const outerAlgorithm = outer.next(TAG.sequence).raw;
  const signature = readBitOctets(outer.next(TAG.bitString));
  outer.end();

  const tbs = new DerFields(tbsNode, what);
  const version = tbs.optional(TAG.integer);
  const innerAlgorithm = tbs.next(TAG.sequence).raw;
  const issuer = readName(tbs.next(TAG.sequence).raw);
  const thisUpdate = readTime(tbs.any());
  const nextUpdate = tbs.optional(TAG.utcTime, TAG.generalizedTime);
  const entries = tbs.optional(TAG.sequence);
  const extensionsNode = tbs.optional(contextTag(0, true));
  tbs.end();
  if (!equal(outerAlgorithm, innerAlgorithm) || (version && readSmall(version) !== 1) || (extensionsNode && !version))
    throw malformed(what);

  const extensions: ReadonlyMap<string, Extension> = extensionsNode
    ? readExtensions(explicit(extensionsNode, TAG.sequence, what), what)
    : new Map<string, Extension>();
  return {
    der,
    tbs: tbsNode.raw,
    algorithmIdentifier: outerAlgorithm,
    signature,
    issuer,
    thisUpdate,
    nextUpdate: nextUpdate && readTime(nextUpdate),
    authorityKeyIdentifier: readAuthorityKeyIdentifier(extensions.get(EXTENSION.authorityKeyIdentifier)),
    extensions,
    scope: readListScope(extensions.get(EXTENSION.issuingDistributionPoint)),
    number: readNumber(extensions.get(EXTENSION.crlNumber)),
    baseNumber: readNumber(extensions.get(EXTENSION.deltaCrlIndicator)),
    revoked: new RevokedEntries(entries?.content ?? new Uint8Array(), issuer),
  };
}

function readNumber(extension: Extension | undefined): Bytes | undefined {
  return extension && readUnsigned(readDer(extension.value, TAG.integer, "crl number"));
}
