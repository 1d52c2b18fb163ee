import type { DigestName } from "../algorithms/algorithms.ts";
import { digest } from "../algorithms/verify.ts";
import { concat, type Bytes } from "../bytes.ts";
import type { Certificate } from "../certificate/certificate.ts";
import { INPUT_LIMIT } from "../path/validate-path.ts";
import { SignatureError } from "../errors.ts";
import type { ProofsOfExistence } from "../path/proofs-of-existence.ts";
import { readTimestampInfo } from "../timestamp/timestamp-info.ts";
import { judgeTimestamp, type TimestampQuestion, type TimestampReport } from "../timestamp/validate-timestamp.ts";
import { archiveImprints, coverageOf, readHashIndex, type Coverage } from "./archive-timestamp.ts";
import { embeddedValues, joinValues, NO_VALUES, type ValidationValues } from "./embedded-values.ts";
import { CMS, ETSI } from "./oids.ts";
import { readSignedData, type SignedData } from "./signed-data.ts";
import type { Attribute, SignerInfo } from "./signer-info.ts";

/** One timestamp in a signature, with the report on it. */
export interface SignatureTimestamp extends TimestampReport {
  readonly kind: "content-timestamp" | "signature-timestamp" | "archive-timestamp";
  /** As of when it was judged: now, or when a later archive timestamp proves that it was there. ISO 8601 UTC. */
  readonly judgedAt: string;
}

export interface CheckedTimestamp {
  readonly report: SignatureTimestamp;
  readonly token: Bytes;
  /** Type and value, as an index covers them. */
  readonly form: Bytes;
  readonly judgedAt: Date;
  /** Only where it passed. */
  readonly authority?: Certificate;
  /** Only for archive timestamps that passed. */
  readonly coverage?: Coverage;
}

export interface TimestampsQuestion extends Omit<TimestampQuestion, "token" | "imprint" | "nonce" | "policies"> {
  readonly data: SignedData;
  readonly info: SignerInfo;
  readonly content: (name: DigestName) => Promise<Bytes>;
  /** Values that the signature carries. */
  readonly embedded: ValidationValues;
  /** Since when objects are known to be there; each good archive timestamp adds to it. */
  readonly proofs: ProofsOfExistence;
}

/** Timestamps of one signer and kind that are looked at, newest first; each costs a path. */
const TIMESTAMPS = 8;

interface Candidate {
  readonly kind: SignatureTimestamp["kind"];
  readonly token: Bytes;
  readonly form: Bytes;
  readonly claimed: number;
}

/**
 * Judges every timestamp of a signer, newest archive timestamp first: what a good one covers was there at its time, so an older timestamp in it is judged as of
 * then, although its authority's certificate may have expired since (EN 319 102-1 5.6.2.3, in the order of 5.6.3).
 */
export async function checkTimestamps(question: TimestampsQuestion): Promise<CheckedTimestamp[]> {
  const checked: CheckedTimestamp[] = [];
  for (const candidate of candidates(question.info)) {
    const proven = await provenSince(candidate.form, checked, question.at);
    // one that is covered by an older one contradicts it: both are judged, and their order is told
    const judgedAt = proven.getTime() < candidate.claimed ? question.at : proven;
    const one = await judge(candidate, judgedAt, question);
    checked.push(one);
    // 5.6.2.3: what is in its index was there at its time
    if (one.coverage && one.report.time !== undefined)
      await question.proofs.add(await coveredObjects(question, one.coverage), new Date(one.report.time));
  }
  return checked;
}

/** Since when the value of an unsigned attribute (as `indexedForms` writes it) is proven to be there: the earliest good archive timestamp over it, or now. */
export async function provenSince(form: Bytes, timestamps: readonly CheckedTimestamp[], now: Date): Promise<Date> {
  let since = now;
  for (const { report, coverage } of timestamps) {
    const proven = coverage && report.time !== undefined && (await coverage.covers(form));
    if (proven && Date.parse(report.time) < since.getTime()) since = new Date(report.time);
  }
  return since;
}

/** Certificates, lists and responses that an archive timestamp covers: in the SignedData, in older value attributes, in the tokens of timestamps. */
async function coveredObjects({ data, info }: TimestampsQuestion, { certificates, revocations, covers }: Coverage): Promise<Bytes[]> {
  const kept: Attribute[] = [];
  const tokens: ValidationValues[] = [];
  for (const attribute of info.unsignedAttributes) {
    for (const value of attribute.values) {
      if (!(await covers(concat(attribute.typeRaw, value)))) continue;
      kept.push({ ...attribute, values: [value] });
      if (attribute.type === ETSI.archiveTimestampV3 || attribute.type === CMS.signatureTimestamp) tokens.push(tokenValues(value));
    }
  }
  const values = embeddedValues({ ...data, certificates, revocations }, { ...info, unsignedAttributes: kept });
  const all = joinValues(values, ...tokens);
  return [...all.certificates, ...all.crls, ...all.ocspResponses];
}

/** Content timestamps (EN 319 122-1 5.2.8): what they are over was there before it was signed, so the signature is younger than the latest good one. */
export async function checkContentTimestamps(question: TimestampsQuestion): Promise<CheckedTimestamp[]> {
  const checked: CheckedTimestamp[] = [];
  for (const { raw } of (question.info.signedAttributes.get(CMS.contentTimestamp) ?? []).slice(0, TIMESTAMPS)) {
    checked.push(await judge({ kind: "content-timestamp", token: raw, form: raw, claimed: 0 }, question.at, question));
  }
  return checked;
}

function candidates({ unsignedAttributes }: SignerInfo): Candidate[] {
  const found: Candidate[] = [];
  for (const { type, typeRaw, values } of unsignedAttributes) {
    const kind =
      type === ETSI.archiveTimestampV3 ? "archive-timestamp" : type === CMS.signatureTimestamp ? "signature-timestamp" : undefined;
    if (kind) for (const token of values) found.push({ kind, token, form: concat(typeRaw, token), claimed: claimedTime(token) });
  }
  // archive timestamps first: they can only cover what was there before them
  const rank = ({ kind }: Candidate): number => (kind === "archive-timestamp" ? 0 : 1);
  return found.toSorted((a, b) => rank(a) - rank(b) || b.claimed - a.claimed).slice(0, TIMESTAMPS);
}

function claimedTime(token: Bytes): number {
  try {
    return readTimestampInfo(readSignedData(token).content ?? new Uint8Array()).time.getTime();
  } catch (error) {
    if (error instanceof SignatureError) return 0;
    throw error;
  }
}

async function judge({ kind, token, form }: Candidate, judgedAt: Date, question: TimestampsQuestion): Promise<CheckedTimestamp> {
  const { data, info } = question;
  const index = kind === "archive-timestamp" ? attempt(() => readHashIndex(token, question)) : undefined;
  const coverage = index && (await coverageOf(data, info, index, question));
  const imprint = async (name: DigestName): Promise<readonly Bytes[]> => {
    if (kind === "content-timestamp") return [await question.content(name)];
    if (kind === "signature-timestamp") return [await digest(name, info.signature, question)];
    // an index that names what is not there covers another signature than this one
    return index && coverage?.complete ? archiveImprints(data, info, index.raw, await question.content(name), name, question) : [];
  };
  const values = withValues(question, joinValues(tokenValues(token), question.embedded));
  const { report, authority } = await judgeTimestamp({ ...question, ...values, token, imprint, at: judgedAt }, question.proofs);
  const passed = report.indication === "TOTAL-PASSED";
  return {
    report: { kind, judgedAt: judgedAt.toISOString(), ...report },
    token,
    form,
    judgedAt,
    ...(authority && passed && { authority }),
    ...(coverage && passed && { coverage }),
  };
}

/** Values for a timestamp's path may stand in the token itself, beside those of the signature. */
export function tokenValues(token: Bytes): ValidationValues {
  const data = attempt(() => readSignedData(token));
  return data ? embeddedValues(data, data.signers[0]) : NO_VALUES;
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof SignatureError) return undefined;
    throw error;
  }
}

/** The caller's values first; what a signature brings can only fill up to the limit, so that it cannot make the question fail. */
export function withValues(
  { intermediates = [], crls = [], ocspResponses = [] }: Pick<TimestampQuestion, "intermediates" | "crls" | "ocspResponses">,
  values: ValidationValues,
): Required<Pick<TimestampQuestion, "intermediates" | "crls" | "ocspResponses">> {
  const fill = (own: readonly Uint8Array[], more: readonly Uint8Array[]): Uint8Array[] => [
    ...own,
    ...more.slice(0, Math.max(0, INPUT_LIMIT - own.length)),
  ];
  return {
    intermediates: fill(intermediates, values.certificates),
    crls: fill(crls, values.crls),
    ocspResponses: fill(ocspResponses, values.ocspResponses),
  };
}
