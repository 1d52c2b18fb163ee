import type { AlgorithmConstraints } from "../algorithms/constraints.ts";
import { identifyDigest } from "../algorithms/algorithms.ts";
import type { CryptoOption } from "../algorithms/verify.ts";
import { SignatureError } from "../errors.ts";
import type { EvidenceLog } from "../report.ts";
import { checkSigner, type CheckedSigner } from "./check-signer.ts";
import { contentDigest, type ContentDigest } from "./content.ts";
import { readSignedData, x509Certificates, type SignedData } from "./signed-data.ts";
import type { SignerInfo } from "./signer-info.ts";

export interface CheckQuestion extends CryptoOption {
  readonly signature: Uint8Array;
  /** The detached content; left out where the signature has it attached. */
  readonly content?: Uint8Array | ContentDigest;
  readonly algorithms?: AlgorithmConstraints;
  /** Which of several signers; without it there must be exactly one. */
  readonly signer?: number;
  /** Default: both. */
  readonly mandatoryAttributes?: readonly ("signing-certificate-v2" | "signing-time")[];
}

export interface CheckedSignature extends CheckedSigner {
  /** Absent where the signature cannot be read. */
  readonly data?: SignedData;
  /** Absent where the signer that was asked for is not there. */
  readonly info?: SignerInfo;
}

/** Format, and the signer's checks that need no trust. Results go to `log`; any bytes as `signature` end there. */
export async function checkSignature(question: CheckQuestion, log: EvidenceLog): Promise<CheckedSignature> {
  try {
    return await check(question, log);
  } catch (error) {
    if (!(error instanceof SignatureError)) throw error;
    log.fail("format", "TOTAL-FAILED", "FORMAT_FAILURE", { code: error.code, ...error.params });
    return {};
  }
}

async function check(question: CheckQuestion, log: EvidenceLog): Promise<CheckedSignature> {
  const data = readSignedData(question.signature);
  const info = data.signers[question.signer ?? 0];
  if (!info || (question.signer === undefined && data.signers.length !== 1)) {
    log.fail("signer-count", "TOTAL-FAILED", "FORMAT_FAILURE", { count: data.signers.length });
    return { data };
  }
  if (!question.content && !data.content) {
    log.fail("message-digest", "INDETERMINATE", "SIGNED_DATA_NOT_FOUND");
    return { data, info };
  }
  const content = signedContent(data, question);
  const named = identifyDigest(info.digestAlgorithm, question);
  // readers that hash while they read rely on the list (RFC 5652 5.1); OpenSSL refuses what is not in it
  if (named !== undefined && !data.digestIdentifiers.some((listed) => identifyDigest(listed, question) === named))
    throw new SignatureError("cms.malformed", { what: "digest algorithms" });
  log.pass("format");
  log.pass("signer-count", { count: data.signers.length });
  const mandatory = question.mandatoryAttributes ?? ["signing-certificate-v2", "signing-time"];
  const signer = { ...question, info, contentType: data.contentType, certificates: x509Certificates(data), mandatory };
  return { data, info, ...(await checkSigner({ ...signer, content: contentDigest(content, question) }, log)) };
}

/** A signature with its content inside could show other content than the one at hand: exactly one of both is there. */
export function signedContent({ content: attached }: SignedData, { content }: Pick<CheckQuestion, "content">): Uint8Array | ContentDigest {
  if (attached && content) throw new SignatureError("cms.malformed", { what: "attached content" });
  const present = content ?? attached;
  if (!present) throw new SignatureError("cms.malformed", { what: "detached content" });
  return present;
}
