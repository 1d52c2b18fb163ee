import type { Certificate } from "../certificate/certificate.ts";
import { validatePath, type PathInput } from "../path/validate-path.ts";
import { tokenValues, type CheckedTimestamp } from "./check-timestamps.ts";
import { embeddedValues, joinValues, type ValidationValues } from "./embedded-values.ts";
import type { SignedData } from "./signed-data.ts";
import type { SignerInfo } from "./signer-info.ts";

export type CadesLevel = "CAdES-B-B" | "CAdES-B-T" | "CAdES-B-LT" | "CAdES-B-LTA";

export interface LevelQuestion {
  readonly data: SignedData;
  readonly info: SignerInfo;
  readonly signer: Certificate;
  readonly timestamps: readonly CheckedTimestamp[];
  /** When the signature is known to have been there. */
  readonly bestTime: Date;
  /** Anchors and constraints of the question; its own lists, responses and issuers are not used. */
  readonly path: Omit<PathInput, "certificate">;
  /** The same for the authorities of timestamps. */
  readonly authorityPath: Omit<PathInput, "certificate">;
}

/** Paths that are tried for a level, of archive timestamps and of timestamps in each. */
const TRIED = 2;

/**
 * The level whose purpose is reached, for a signature that passed (EN 319 122-1 6.3): T, a good timestamp over the signature; LT, everything that its path
 * and the timestamp's path need is inside, so that both pass with that alone; LTA, a good archive timestamp covers all of it.
 */
export async function reachedLevel(question: LevelQuestion): Promise<CadesLevel> {
  const { data, info, timestamps } = question;
  const stamped = timestamps.filter(({ report, authority }) => report.kind === "signature-timestamp" && authority !== undefined);
  if (stamped.length === 0) return "CAdES-B-B";
  // newest first; what the second newest does not cover either is not in an archive that was looked after
  const archives = timestamps.flatMap(({ coverage }) => (coverage ? [coverage] : [])).slice(0, TRIED);
  for (const coverage of archives) {
    const covered: CheckedTimestamp[] = [];
    for (const timestamp of stamped) if (await coverage.covers(timestamp.form)) covered.push(timestamp);
    const { certificates, revocations } = coverage;
    // older value attributes do not count here: baseline puts values into the SignedData
    if (await isSelfContained(embeddedValues({ ...data, certificates, revocations }), covered, question)) return "CAdES-B-LTA";
  }
  return (await isSelfContained(embeddedValues(data, info), stamped, question)) ? "CAdES-B-LT" : "CAdES-B-T";
}

/** Whether the signer's path and that of one of the timestamps pass with nothing but these values. */
async function isSelfContained(values: ValidationValues, stamped: readonly CheckedTimestamp[], question: LevelQuestion): Promise<boolean> {
  const { path, authorityPath, signer, bestTime } = question;
  if (stamped.length === 0 || values.crls.length + values.ocspResponses.length === 0) return false;
  if (!(await passesWith(values, signer, { ...path, at: bestTime }))) return false;
  for (const { token, judgedAt, authority } of stamped.slice(0, TRIED)) {
    const all = joinValues(tokenValues(token), values);
    if (authority && (await passesWith(all, authority, { ...authorityPath, at: judgedAt }))) return true;
  }
  return false;
}

async function passesWith(values: ValidationValues, certificate: Certificate, path: Omit<PathInput, "certificate">): Promise<boolean> {
  const { certificates: intermediates, crls, ocspResponses } = values;
  const question = { ...path, certificate: certificate.der, intermediates, crls, ocspResponses, revocation: "required" as const };
  return (await validatePath(question)).indication === "TOTAL-PASSED";
}
