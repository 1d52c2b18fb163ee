import { equal, type Bytes } from "../bytes.ts";
import { EXTENSION, readExtensions } from "./extensions.ts";
import { readGeneralNames } from "./general-name.ts";
import { nameKey, type DistinguishedName } from "./name.ts";
import { DerFields, malformed, readDer, TAG } from "../der/read.ts";
import { readTime } from "../der/values.ts";
import { oid } from "../der/write.ts";

/** Entries that one list may hold. */
const ENTRY_LIMIT = 1_000_000;
/** Changes of the certificate issuer that one indirect list may hold. */
const ISSUER_LIMIT = 10_000;

export interface RevokedEntry {
  readonly at: Date;
  /** RFC 5280 5.3.1; absent counts as unspecified (0). */
  readonly reason: number;
  /** Whether the list itself says the reason. */
  readonly reasonStated: boolean;
}

const KNOWN: readonly Bytes[] = [EXTENSION.reasonCode, EXTENSION.invalidityDate, EXTENSION.holdInstruction].map((id) => oid(id));
const CERTIFICATE_ISSUER = oid(EXTENSION.certificateIssuer);

/**
 * The entries of a list (RFC 5280 5.1.2.6) as they lie in it. They are walked octet by octet instead of being read into objects:
 * a list holds a hundred thousand of them, and one question needs one or none.
 */
export class RevokedEntries {
  readonly #content: Bytes;
  /** From which offset on entries belong to which issuer; in order. */
  readonly #issuers: { readonly from: number; readonly issuer: string }[] = [];
  /** Some entry has a critical extension that is not understood: the whole list must not be used (RFC 5280 5.3). */
  readonly unknownCritical: boolean;
  readonly count: number;

  /** Throws `SignatureError` `der.malformed`. */
  constructor(content: Bytes, issuer: DistinguishedName) {
    this.#content = content;
    this.#issuers.push({ from: 0, issuer: nameKey(issuer) });
    let unknown = false;
    let count = 0;
    for (let at = 0; at < content.length; count++) {
      if (count === ENTRY_LIMIT) throw malformed("crl entries");
      const end = this.#entryEnd(at);
      const extensions = this.#extensionsAt(at, end);
      if (extensions < end) {
        const { known, issuers } = criticalExtensions(content, extensions, end);
        unknown ||= !known;
        if (issuers) this.#changeIssuer(at, issuers);
      }
      at = end;
    }
    this.unknownCritical = unknown;
    this.count = count;
  }

  /** The earliest entry for a serial (content octets of the INTEGER) of certificates by `issuer`. Throws `der.malformed`. */
  find(serial: Bytes, issuer: DistinguishedName): RevokedEntry | undefined {
    const content = this.#content;
    const wanted = nameKey(issuer);
    let found: RevokedEntry | undefined;
    let span = 0;
    for (let at = 0; at < content.length;) {
      const end = this.#entryEnd(at);
      while ((this.#issuers[span + 1]?.from ?? Infinity) <= at) span++;
      const start = contentStart(content, at);
      const value = contentStart(content, start);
      if (valueEquals(content, value, elementEnd(content, start, end), serial) && this.#issuers[span]?.issuer === wanted) {
        const entry = readEntry(content.subarray(at, end));
        if (!found || entry.at < found.at) found = entry;
      }
      at = end;
    }
    return found;
  }

  #changeIssuer(from: number, value: Bytes): void {
    if (this.#issuers.length === ISSUER_LIMIT) throw malformed("crl entries");
    const [name] = readGeneralNames(readDer(value, TAG.sequence, "certificateIssuer")).filter(({ kind }) => kind === "directory");
    // an issuer that is no directory name owns entries that no certificate can ask for
    this.#issuers.push({ from, issuer: name?.kind === "directory" ? nameKey(name.name) : "" });
  }

  #entryEnd(at: number): number {
    if (this.#content[at] !== TAG.sequence) throw malformed("crl entries");
    return elementEnd(this.#content, at, this.#content.length);
  }

  /** Offset after serial and date; checks their tags. */
  #extensionsAt(at: number, end: number): number {
    const content = this.#content;
    const serial = contentStart(content, at);
    if (content[serial] !== TAG.integer) throw malformed("crl entries");
    const date = elementEnd(content, serial, end);
    const tag = content[date];
    if (tag !== TAG.utcTime && tag !== TAG.generalizedTime) throw malformed("crl entries");
    const extensions = elementEnd(content, date, end);
    if (extensions < end && (content[extensions] !== TAG.sequence || elementEnd(content, extensions, end) !== end))
      throw malformed("crl entries");
    return extensions;
  }
}

function readEntry(raw: Bytes): RevokedEntry {
  const fields = new DerFields(readDer(raw, TAG.sequence, "crl entry"), "crl entry");
  fields.next(TAG.integer);
  const at = readTime(fields.any());
  const detail = fields.optional(TAG.sequence);
  fields.end();
  const reason = detail && readExtensions(detail, "crl entry").get(EXTENSION.reasonCode);
  return {
    at,
    reason: reason ? (readDer(reason.value, TAG.enumerated, "reason").content[0] ?? 0) : 0,
    reasonStated: reason !== undefined,
  };
}

/** Looks only for extensions that are critical; `issuers`: the value of certificateIssuer. */
function criticalExtensions(bytes: Bytes, at: number, end: number): { readonly known: boolean; readonly issuers?: Bytes } {
  let known = true;
  let issuers: Bytes | undefined;
  for (let item = contentStart(bytes, at); item < end;) {
    const itemEnd = elementEnd(bytes, item, end);
    const id = contentStart(bytes, item);
    if (bytes[item] !== TAG.sequence || bytes[id] !== TAG.oid) throw malformed("crl entries");
    const idEnd = elementEnd(bytes, id, itemEnd);
    const critical = bytes[idEnd] === TAG.boolean;
    if (rangeEquals(bytes, id, idEnd, CERTIFICATE_ISSUER)) {
      const value = critical ? elementEnd(bytes, idEnd, itemEnd) : idEnd;
      issuers = readDer(bytes.subarray(value, itemEnd), TAG.octetString, "certificateIssuer").content;
    } else if (critical && !KNOWN.some((one) => rangeEquals(bytes, id, idEnd, one))) known = false;
    item = itemEnd;
  }
  return { known, ...(issuers && { issuers }) };
}

function rangeEquals(bytes: Bytes, from: number, to: number, other: Bytes): boolean {
  return to - from === other.length && equal(bytes.subarray(from, to), other);
}

function valueEquals(bytes: Bytes, from: number, to: number, other: Bytes): boolean {
  if (to - from !== other.length) return false;
  for (let i = other.length - 1; i >= 0; i--) if (bytes[from + i] !== other[i]) return false;
  return true;
}

/** Where the content of the element at `at` begins. */
function contentStart(bytes: Bytes, at: number): number {
  const first = bytes[at + 1] ?? 0;
  return first < 0x80 ? at + 2 : at + 2 + (first & 0x7f);
}

/** Where the element at `at` ends: definite, shortest lengths (X.690 10.1), within `limit`. */
function elementEnd(bytes: Bytes, at: number, limit: number): number {
  const first = bytes[at + 1];
  if (first === undefined || at + 1 >= limit) throw malformed("crl entries");
  let length = first;
  if (first >= 0x80) {
    const count = first & 0x7f;
    if (count === 0 || count > 4 || bytes[at + 2] === 0) throw malformed("crl entries");
    length = 0;
    for (let i = 0; i < count; i++) length = length * 256 + (bytes[at + 2 + i] ?? 0);
    if (length < 0x80) throw malformed("crl entries");
  }
  const end = contentStart(bytes, at) + length;
  if (end > limit) throw malformed("crl entries");
  return end;
}
