import { describeCertificate, type Certificate } from "../certificate/certificate.ts";
import { formatName } from "../certificate/name.ts";
import { EvidenceLog, type PathReport } from "../report.ts";
import { RevocationSource } from "../revocation/source.ts";
import { findPaths, type SearchNotes } from "./build-path.ts";
import { checkPath } from "./check-path.ts";
import { logFault } from "./faults.ts";
import type { ValidPolicies } from "./policy-graph.ts";
import { readQuestion, type PathInput, type PathQuestion } from "./question.ts";
import { SignatureChecks } from "./signature-checks.ts";
import { WorkBudget } from "./work.ts";

export { INPUT_LIMIT, type PathInput } from "./question.ts";

/** Chains to anchors that are judged, shortest first. */
const TRIED_PATHS = 16;

const NO_POLICIES: ValidPolicies = { constrained: [], subject: [] };

/**
 * RFC 5280 section 6 for one certificate: path building and validation, policies (as RFC 9618 has them), name constraints,
 * revocation by lists and OCSP. Its cost is limited by `workLimits`, whatever it is fed; what is not understood is not passed.
 * Throws `SignatureError` for a faulty question (`certificate.malformed`, `crl.malformed`, `input.*`), never for a bad path.
 */
export async function validatePath(input: PathInput): Promise<PathReport> {
  return (await judgePath(input)).report;
}

/** As `validatePath`, with the certificates of the chain that the report is of. */
export async function judgePath(input: PathInput): Promise<{ readonly report: PathReport; readonly path: readonly Certificate[] }> {
  const { question, checks, work, revocation } = openQuestion(input);
  const log = new EvidenceLog();
  const notes: SearchNotes = { exhausted: false };
  let best: { path: readonly Certificate[]; log: EvidenceLog; policies: ValidPolicies } | undefined;
  let tried = 0;
  for await (const path of findPaths({ ...question, checks, work }, notes)) {
    const attempt = new EvidenceLog();
    const policies = await checkPath(path, question, { work, revocation }, attempt);
    // the first (shortest) chain tells most; the others are only ways out of its failure
    if (!best || !attempt.failure) best = { path, log: attempt, policies };
    if (!attempt.failure || ++tried === TRIED_PATHS) break;
  }

  if (notes.exhausted || work.exhausted) log.skip("chain-work", { ...work.spent });
  else log.pass("chain-work", { ...work.spent });
  if (!best) {
    const { unsupported, notSigned } = notes;
    if (unsupported) logFault(log, "algorithm-unsupported", { certificate: formatName(unsupported.subject) });
    else
      logFault(log, notes.exhausted ? "work-limit" : "no-chain", {
        anchors: question.anchors.length,
        ...(notSigned && { notSigned: formatName(notSigned.subject) }),
      });
    return { report: { indication: "INDETERMINATE", ...log.failure, evidence: log.evidence, chain: [], policies: NO_POLICIES }, path: [] };
  }
  log.pass("chain-found", { length: best.path.length });
  const chain = await Promise.all(best.path.map((certificate) => describeCertificate(certificate, input)));
  const evidence = [...log.evidence, ...best.log.evidence];
  const { path } = best;
  if (best.log.failure) return { report: { ...best.log.failure, evidence, chain, policies: NO_POLICIES }, path };
  return { report: { indication: "TOTAL-PASSED", evidence, chain, policies: best.policies }, path };
}

/** The question as read, with what is needed to answer it. */
export function openQuestion(input: PathInput): Tools {
  const question = readQuestion(input);
  const work = new WorkBudget(question.workLimits);
  const checks = new SignatureChecks(question, work);
  const revocation = new RevocationSource(question, checks, work, (certificate, anchor, source) =>
    isValidIssuer(certificate, anchor, { question, checks, work, revocation: source }),
  );
  return { question, checks, work, revocation };
}

interface Tools {
  readonly question: PathQuestion;
  readonly checks: SignatureChecks;
  readonly work: WorkBudget;
  readonly revocation: RevocationSource;
}

/** RFC 5280 6.3.3 (f): the path of a list's issuer, to the same anchor. Which uses it is good for is asked by the caller. */
async function isValidIssuer(certificate: Certificate, anchor: Certificate, { question, ...tools }: Tools): Promise<boolean> {
  const { purpose: _, ...rest } = question;
  const asked: PathQuestion = { ...rest, certificate, anchors: [anchor], keyUsage: [], certificatePolicies: {} };
  let tried = 0;
  for await (const path of findPaths({ ...asked, ...tools }, { exhausted: false })) {
    const attempt = new EvidenceLog();
    await checkPath(path, asked, tools, attempt);
    if (!attempt.failure) return true;
    if (++tried === TRIED_PATHS) break;
  }
  return false;
}
