import { copy, type Bytes } from "../bytes.ts";
import { children, contextTag, DerFields, malformed, readDer, TAG, type DerNode } from "../der/read.ts";
import { readBoolean, readOctets, readOid, readSerial, readSmall, readUnsigned } from "../der/values.ts";
import { SignatureError } from "../errors.ts";

/** TSTInfo (RFC 3161 2.4.2). */
export interface TimestampInfo {
  readonly policy: string;
  /** AlgorithmIdentifier, DER. */
  readonly digestAlgorithm: Bytes;
  readonly hash: Bytes;
  /** Lower-case hex. */
  readonly serial: string;
  /** Cut to whole milliseconds. */
  readonly time: Date;
  /** Milliseconds, rounded up, by which the time may be off to either side; absent where the authority does not say. */
  readonly accuracy?: number;
  /** Stamps of this authority may be ordered by their time alone. */
  readonly ordering: boolean;
  /** Magnitude. */
  readonly nonce?: Bytes;
}

/** Strict DER, as RFC 3161 asks. Throws `SignatureError` `timestamp.malformed`. */
export function readTimestampInfo(der: Uint8Array): TimestampInfo {
  try {
    return read(copy(der));
  } catch (cause) {
    const what = cause instanceof SignatureError ? String(cause.params["what"] ?? "timestamp") : "timestamp";
    throw new SignatureError("timestamp.malformed", { what }, { cause });
  }
}

function read(der: Bytes): TimestampInfo {
  const what = "timestamp info";
  const fields = new DerFields(readDer(der, TAG.sequence, what), what);
  if (readSmall(fields.next(TAG.integer)) !== 1) throw malformed("timestamp version");
  const policy = readOid(fields.next(TAG.oid));
  const imprint = new DerFields(fields.next(TAG.sequence), what);
  const digestAlgorithm = imprint.next(TAG.sequence).raw;
  const hash = readOctets(imprint.next(TAG.octetString));
  imprint.end();
  const serial = readSerial(fields.next(TAG.integer));
  const time = readPreciseTime(fields.next(TAG.generalizedTime));
  const accuracy = fields.optional(TAG.sequence);
  const ordering = fields.optional(TAG.boolean);
  const nonce = fields.optional(TAG.integer);
  fields.optional(contextTag(0, true));
  const extensions = fields.optional(contextTag(1, true));
  fields.end();
  if (extensions) refuseCritical(extensions);
  return {
    policy,
    digestAlgorithm,
    hash,
    serial,
    time,
    ...(accuracy && { accuracy: readAccuracy(accuracy) }),
    ordering: ordering ? readBoolean(ordering) : false,
    ...(nonce && { nonce: readUnsigned(nonce) }),
  };
}

/** GeneralizedTime in UTC with an optional fraction that does not end in 0 (RFC 3161 2.4.2). */
function readPreciseTime(node: DerNode): Date {
  const text = String.fromCharCode(...node.content.subarray(0, 40));
  const match = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:\.(\d*[1-9]))?Z$/.exec(text);
  if (!match || text.length !== node.content.length) throw malformed("timestamp time");
  const [, year, month, day, hour, minute, second, fraction = ""] = match;
  const iso = `${year}-${month}-${day}T${hour}:${minute}:${second}.${fraction.slice(0, 3).padEnd(3, "0")}Z`;
  const time = new Date(iso);
  if (Number.isNaN(time.getTime()) || time.toISOString() !== iso) throw malformed("timestamp time");
  return time;
}

function readAccuracy(node: DerNode): number {
  const what = "timestamp accuracy";
  const fields = new DerFields(node, what);
  const seconds = fields.optional(TAG.integer);
  const part = (tag: number): number => {
    const found = fields.optional(contextTag(tag, false));
    const value = found ? readSmall({ ...found, tag: TAG.integer }) : 0;
    if (value > 999) throw malformed(what);
    return value;
  };
  const milliseconds = part(0);
  const microseconds = part(1);
  fields.end();
  return (seconds ? readSmall(seconds) : 0) * 1000 + milliseconds + (microseconds > 0 ? 1 : 0);
}

/** No extension is defined that this package would know. */
function refuseCritical(extensions: DerNode): void {
  const what = "timestamp extensions";
  for (const node of children(extensions, what, 64)) {
    const fields = new DerFields(node, what);
    fields.next(TAG.oid);
    const critical = fields.optional(TAG.boolean);
    fields.next(TAG.octetString);
    fields.end();
    if (critical && readBoolean(critical)) throw malformed(what);
  }
}
