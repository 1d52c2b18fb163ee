import type { SignatureAlgorithm } from "../algorithms/algorithms.ts";
import { checkAlgorithmEnd } from "../algorithms/check-end.ts";
import { digest } from "../algorithms/verify.ts";
import { concat } from "../bytes.ts";
import { readBer } from "../der/ber.ts";
import { TAG } from "../der/read.ts";
import { describeCertificate, type CertificateSummary } from "../certificate/certificate.ts";
import { SignatureError } from "../errors.ts";
import type { ProofsOfExistence } from "../path/proofs-of-existence.ts";
import { validatePastPath } from "../path/validate-past-path.ts";
import type { PathInput } from "../path/validate-path.ts";
import { EvidenceLog, type Evidence, type Finding } from "../report.ts";
import { checkSigner } from "./check-signer.ts";
import { provenSince, withValues, type CheckedTimestamp } from "./check-timestamps.ts";
import { embeddedValues, NO_VALUES } from "./embedded-values.ts";
import { CMS } from "./oids.ts";
import { x509Certificates, type SignedData } from "./signed-data.ts";
import { readSignerInfo, type SignerInfo } from "./signer-info.ts";

/** A signature over another's signature value (RFC 5652 11.4), judged by itself, and as of when a good archive timestamp proves it to be there. */
export interface CountersignatureReport extends Finding {
  /** Signer first, trust anchor last; empty where no chain was found. */
  readonly chain: readonly CertificateSummary[];
  readonly signer?: CertificateSummary;
  readonly algorithm?: SignatureAlgorithm;
  /** As claimed: ISO 8601 UTC. */
  readonly signingTime?: string;
  readonly countersignatures?: readonly CountersignatureReport[];
}

interface CountersignaturesQuestion {
  readonly data: SignedData;
  readonly info: SignerInfo;
  readonly path: Omit<PathInput, "certificate" | "producedAfter">;
  readonly timestamps: readonly CheckedTimestamp[];
  readonly proofs: ProofsOfExistence;
}

/** How deep countersignatures of countersignatures are looked into, and how many are looked at in all: each costs a path. */
const DEPTH = 3;
const COUNT = 8;

/** A countersignature that fails is told; it takes nothing away from what it is over. */
export async function reportCountersignatures(
  question: CountersignaturesQuestion,
  depth = 0,
  work = { left: COUNT },
): Promise<CountersignatureReport[]> {
  const values = question.info.unsignedAttributes
    .filter(({ type }) => type === CMS.countersignature)
    .flatMap(({ typeRaw, values: all }) => all.map((value) => ({ value, form: concat(typeRaw, value) })));
  const reports: CountersignatureReport[] = [];
  for (const { value, form } of depth < DEPTH ? values : []) {
    if (work.left-- <= 0) break;
    // one inside of another is as old as the outer one is proven to be
    const at = depth === 0 ? await provenSince(form, question.timestamps, question.path.at) : question.path.at;
    reports.push(await report(value, { ...question, path: { ...question.path, at } }, depth, work));
  }
  return reports;
}

async function report(
  value: Uint8Array<ArrayBuffer>,
  question: CountersignaturesQuestion,
  depth: number,
  work: { left: number },
): Promise<CountersignatureReport> {
  const { data, path } = question;
  const log = new EvidenceLog();
  try {
    const info = readSignerInfo(readBer(value, TAG.sequence, "countersignature"));
    const { signer, algorithm, signingTime } = await checkSigner(
      {
        ...path,
        info,
        content: (name) => digest(name, question.info.signature, path),
        contentType: null,
        certificates: x509Certificates(data),
        mandatory: ["signing-certificate-v2"],
      },
      log,
    );
    const facts = {
      ...(signer && { signer: await describeCertificate(signer, path) }),
      ...(algorithm && { algorithm }),
      ...(signingTime && { signingTime: signingTime.toISOString() }),
    };
    if (!signer || log.failure) return { ...facts, ...failed(log.failure, log.evidence) };
    const nested = await reportCountersignatures({ ...question, info }, depth + 1, work);
    const embedded = embeddedValues(data);
    // as for the signature itself: lists that came with it count only for a moment that is proven
    const values = withValues(path, path.at < question.proofs.now ? embedded : { ...NO_VALUES, certificates: embedded.certificates });
    if (algorithm !== undefined) checkAlgorithmEnd({ algorithm, key: signer.publicKey, at: path.at }, path, log);
    if (log.failure) return { ...facts, ...failed(log.failure, log.evidence) };
    const found = await validatePastPath({ ...path, ...values, certificate: signer.der }, question.proofs);
    return { ...facts, ...found, evidence: [...log.evidence, ...found.evidence], ...(nested.length > 0 && { countersignatures: nested }) };
  } catch (error) {
    if (!(error instanceof SignatureError)) throw error;
    log.fail("format", "TOTAL-FAILED", "FORMAT_FAILURE", { code: error.code, ...error.params });
    return failed(log.failure, log.evidence);
  }
}

function failed(failure: EvidenceLog["failure"], evidence: readonly Evidence[]): CountersignatureReport {
  return { indication: "INDETERMINATE", ...failure, evidence, chain: [] };
}
