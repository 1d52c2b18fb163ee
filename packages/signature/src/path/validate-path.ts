import type { AlgorithmConstraints } from "../algorithms/constraints.ts";
import type { CryptoOption } from "../algorithms/verify.ts";
import { describeCertificate, readCertificate, type Certificate } from "../certificate/certificate.ts";
import { readRevocationList, type RevocationList } from "../certificate/crl.ts";
import { formatName } from "../certificate/name.ts";
import { SignatureError } from "../errors.ts";
import { EvidenceLog, type PathReport } from "../report.ts";
import { findPaths, MAXIMUM_DEPTH } from "./build-path.ts";
import { checkPath } from "./check-path.ts";

export interface PathInput extends CryptoOption {
  /** DER of the certificate in question. */
  readonly certificate: Uint8Array;
  /** DER; issuers that may help to reach an anchor. Nothing here is trusted. Unreadable ones are left aside. */
  readonly intermediates?: readonly Uint8Array[];
  /** DER of CA certificates that are trusted by decision. They must be in their validity and be CAs. */
  readonly trustAnchors: readonly Uint8Array[];
  /** DER of revocation lists. Left out while revocation is required, the answer is never better than `TRY_LATER`. */
  readonly crls?: readonly Uint8Array[];
  /** `unchecked` skips revocation, and the report says so. Default `required`, for every certificate below the anchor. */
  readonly revocation?: "required" | "unchecked";
  /** The moment for which the certificate must be good: when the verifier first saw the signature. */
  readonly at: Date;
  /**
   * The signature cannot be older than this (it covers a nonce given out then): with it, a revocation or an expiry before
   * this moment is certain (`REVOKED`, `EXPIRED`) and no longer `…_NO_POE` (EN 319 102-1 5.3.4, there by content time-stamp).
   */
  readonly producedAfter?: Date;
  /** Bits that must all be asserted, by RFC 5280 names (`contentCommitment` = `nonRepudiation`). Default: `digitalSignature` or `nonRepudiation`. */
  readonly keyUsage?: readonly string[];
  readonly algorithms?: AlgorithmConstraints;
}

/** How many certificates, anchors or lists one question may bring. */
export const INPUT_LIMIT = 256;

/** Chains to anchors that are judged, shortest first. */
const TRIED_PATHS = 16;

/**
 * RFC 5280 section 6.1 for one certificate, with the limits of `build-path.ts`. Certificates with name constraints, policy
 * constraints or unknown critical extensions end as `CHAIN_CONSTRAINTS_FAILURE`: what is not understood is not passed.
 * Throws `SignatureError` for a faulty question (`certificate.malformed`, `crl.malformed`, `input.*`), never for a bad path.
 */
export async function validatePath(input: PathInput): Promise<PathReport> {
  const question = readQuestion(input);
  const log = new EvidenceLog();
  const { paths, exhausted, unsupported } = await findPaths(question);
  if (exhausted) log.skip("chain-work", { depth: MAXIMUM_DEPTH });

  let best: { path: readonly Certificate[]; log: EvidenceLog } | undefined;
  for (const path of paths.slice(0, TRIED_PATHS)) {
    const attempt = new EvidenceLog();
    await checkPath(path, question, attempt);
    if (!attempt.failure) {
      best = { path, log: attempt };
      break;
    }
    // the first (shortest) chain tells most; the others are only ways out of its failure
    best ??= { path, log: attempt };
  }
  if (!best && unsupported) {
    log.fail("algorithm-constraints", "INDETERMINATE", "CRYPTO_CONSTRAINTS_FAILURE", { certificate: formatName(unsupported.subject) });
  } else if (!best) {
    const limit = exhausted ? ("CERTIFICATE_CHAIN_GENERAL_FAILURE" as const) : ("NO_CERTIFICATE_CHAIN_FOUND" as const);
    log.fail("chain-found", "INDETERMINATE", limit, { anchors: question.anchors.length });
  }
  if (!best) return { indication: "INDETERMINATE", ...log.failure, evidence: log.evidence, chain: [] };
  log.pass("chain-found", { length: best.path.length });
  const chain = await Promise.all(best.path.map((certificate) => describeCertificate(certificate, input)));
  const evidence = [...log.evidence, ...best.log.evidence];
  return best.log.failure ? { ...best.log.failure, evidence, chain } : { indication: "TOTAL-PASSED", evidence, chain };
}

export interface PathQuestion extends CryptoOption {
  readonly certificate: Certificate;
  readonly intermediates: readonly Certificate[];
  readonly anchors: readonly Certificate[];
  readonly lists: readonly RevocationList[];
  readonly revocation: "required" | "unchecked";
  readonly at: Date;
  readonly producedAfter?: Date;
  readonly keyUsage?: readonly string[];
  readonly algorithms?: AlgorithmConstraints;
}

function readQuestion(input: PathInput): PathQuestion {
  for (const [what, list] of Object.entries({ intermediates: input.intermediates, trustAnchors: input.trustAnchors, crls: input.crls })) {
    if (list && list.length > INPUT_LIMIT) throw new SignatureError("input.too-large", { what, limit: INPUT_LIMIT });
  }
  for (const [what, date] of Object.entries({ at: input.at, producedAfter: input.producedAfter })) {
    if (date && Number.isNaN(date.getTime())) throw new SignatureError("input.invalid", { what });
  }
  return {
    certificate: readCertificate(input.certificate),
    intermediates: (input.intermediates ?? []).flatMap(readableCertificate),
    anchors: input.trustAnchors.map(readCertificate),
    lists: (input.crls ?? []).map(readRevocationList),
    revocation: input.revocation ?? "required",
    at: input.at,
    ...(input.producedAfter && { producedAfter: input.producedAfter }),
    ...(input.keyUsage && { keyUsage: input.keyUsage }),
    ...(input.algorithms && { algorithms: input.algorithms }),
    ...(input.crypto && { crypto: input.crypto }),
    ...(input.registry && { registry: input.registry }),
  };
}

function readableCertificate(der: Uint8Array): Certificate[] {
  try {
    return [readCertificate(der)];
  } catch {
    return [];
  }
}
