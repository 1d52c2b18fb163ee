import { copy, equal, type Bytes } from "../bytes.ts";
import { children, contextTag, DerFields, explicit, malformed, readDer, TAG } from "../der/read.ts";
import { readBitOctets, readSerial, readSmall, readTime } from "../der/values.ts";
import { SignatureError } from "../errors.ts";
import { EXTENSION, readAuthorityKeyIdentifier, readExtensions, type Extension } from "./extensions.ts";
import { readName, type DistinguishedName } from "./name.ts";

/** Bytes of DER that one revocation list may take. */
export const CRL_LIMIT = 16 * 1024 * 1024;

export interface RevokedEntry {
  readonly at: Date;
  /** RFC 5280 5.3.1; absent counts as unspecified (0). */
  readonly reason: number;
  /** An entry extension we do not know and must not ignore. */
  readonly unknownCritical: boolean;
}

export interface RevocationList {
  readonly tbs: Bytes;
  readonly algorithmIdentifier: Bytes;
  readonly signature: Bytes;
  readonly issuer: DistinguishedName;
  readonly thisUpdate: Date;
  readonly nextUpdate: Date | undefined;
  readonly authorityKeyIdentifier: Bytes | undefined;
  readonly extensions: ReadonlyMap<string, Extension>;
  /** By serial, lower-case hex. */
  readonly revoked: ReadonlyMap<string, RevokedEntry>;
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

  const revoked = new Map<string, RevokedEntry>();
  for (const node of entries ? children(entries, what, 500_000) : []) {
    const entry = new DerFields(node, what);
    const serial = readSerial(entry.next(TAG.integer));
    const at = readTime(entry.any());
    const detail = entry.optional(TAG.sequence);
    entry.end();
    const known = revoked.get(serial);
    // the same serial twice: the earlier revocation holds
    if (!known || at < known.at) revoked.set(serial, { at, ...readEntryExtensions(detail && readExtensions(detail, what)) });
  }
  const extensions: ReadonlyMap<string, Extension> = extensionsNode
    ? readExtensions(explicit(extensionsNode, TAG.sequence, what), what)
    : new Map<string, Extension>();
  return {
    tbs: tbsNode.raw,
    algorithmIdentifier: outerAlgorithm,
    signature,
    issuer,
    thisUpdate,
    nextUpdate: nextUpdate && readTime(nextUpdate),
    authorityKeyIdentifier: readAuthorityKeyIdentifier(extensions.get(EXTENSION.authorityKeyIdentifier)),
    extensions,
    revoked,
  };
}

function readEntryExtensions(extensions: ReadonlyMap<string, Extension> | undefined): { reason: number; unknownCritical: boolean } {
  let unknownCritical = false;
  for (const [id, extension] of extensions ?? []) if (extension.critical && id !== EXTENSION.reasonCode) unknownCritical = true;
  const reason = extensions?.get(EXTENSION.reasonCode);
  return { reason: reason ? (readDer(reason.value, TAG.enumerated, "reason").content[0] ?? 0) : 0, unknownCritical };
}
