import { identifyDigest, type DigestName, type SignatureAlgorithm } from "../algorithms/algorithms.ts";
import type { AlgorithmConstraints } from "../algorithms/constraints.ts";
import { digest, type CryptoOption } from "../algorithms/verify.ts";
import { equal, type Bytes } from "../bytes.ts";
import { checkSigner } from "../cades/check-signer.ts";
import { CMS } from "../cades/oids.ts";
import { readSignedData, x509Certificates, type SignedData } from "../cades/signed-data.ts";
import type { Certificate } from "../certificate/certificate.ts";
import { EXTENSION } from "../certificate/extensions.ts";
import { SignatureError } from "../errors.ts";
import type { EvidenceLog } from "../report.ts";
import { readTimestampInfo, type TimestampInfo } from "./timestamp-info.ts";

const TIME_STAMPING = "1.3.6.1.5.5.7.3.8";

export interface TokenQuestion extends CryptoOption {
  /** A timestamp token: a CMS, BER or DER. */
  readonly token: Uint8Array;
  /** What the hash in the stamp may be, given its algorithm. */
  readonly imprint: (name: DigestName) => Promise<readonly Bytes[]>;
  /** Magnitude of the nonce that was sent. */
  readonly nonce?: Uint8Array;
  /** OIDs of the policies that are taken. Default: any. */
  readonly policies?: readonly string[];
  /** DER; for tokens that do not carry the authority's certificate. */
  readonly intermediates?: readonly Uint8Array[];
  readonly algorithms?: AlgorithmConstraints;
}

export interface CheckedToken {
  readonly data?: SignedData;
  readonly info?: TimestampInfo;
  readonly digest?: DigestName;
  readonly algorithm?: SignatureAlgorithm;
  /** Present only where everything that needs no trust holds. */
  readonly authority?: Certificate;
}

/**
 * All of RFC 3161 2.4.2 and 2.3 that needs no trust: one signer, imprint, nonce, policy, the signed reference to the authority's certificate (RFC 5816), its
 * one critical purpose, the signature, a time within the certificate's validity. Results go to `log`; any bytes as token end there.
 */
export async function checkToken(question: TokenQuestion, log: EvidenceLog): Promise<CheckedToken> {
  try {
    return await check(question, log);
  } catch (error) {
    if (!(error instanceof SignatureError)) throw error;
    log.fail("format", "TOTAL-FAILED", "FORMAT_FAILURE", { code: error.code, ...error.params });
    return {};
  }
}

async function check(question: TokenQuestion, log: EvidenceLog): Promise<CheckedToken> {
  const data = readSignedData(question.token);
  const [signer, ...others] = data.signers;
  if (data.contentType !== CMS.timestampInfo || !data.content) throw new SignatureError("timestamp.malformed", { what: "content type" });
  if (!signer || others.length > 0) throw new SignatureError("timestamp.malformed", { what: "signers" });
  const { content } = data;
  const info = readTimestampInfo(content);
  const name = identifyDigest(info.digestAlgorithm, question);
  const read = { data, info, ...(name !== undefined && { digest: name }) };
  log.pass("format");

  if (name === undefined) log.fail("algorithm-constraints", "INDETERMINATE", "CRYPTO_CONSTRAINTS_FAILURE", { algorithm: "digest" });
  else if (!(await question.imprint(name)).some((hash) => equal(hash, info.hash)))
    log.fail("timestamp-imprint", "TOTAL-FAILED", "HASH_FAILURE");
  else log.pass("timestamp-imprint", { digest: name });
  checkAnswer(question, info, log);
  if (log.failure) return read;

  const checked = await checkSigner(
    {
      ...question,
      info: signer,
      content: (wanted) => digest(wanted, content, question),
      contentType: CMS.timestampInfo,
      certificates: [...x509Certificates(data), ...(question.intermediates ?? []).map((der) => new Uint8Array(der))],
      mandatory: ["signing-certificate"],
    },
    log,
  );
  const found = { ...read, ...(checked.algorithm !== undefined && { algorithm: checked.algorithm }) };
  if (!checked.signer || log.failure) return found;
  checkAuthority(checked.signer, info, log);
  return log.failure ? found : { ...found, authority: checked.signer };
}

function checkAnswer({ nonce, policies }: TokenQuestion, info: TimestampInfo, log: EvidenceLog): void {
  if (nonce && !(info.nonce && equal(magnitude(nonce), info.nonce))) log.fail("timestamp-nonce", "TOTAL-FAILED", "FORMAT_FAILURE");
  else if (nonce) log.pass("timestamp-nonce");
  if (policies && !policies.includes(info.policy))
    log.fail("timestamp-policy", "INDETERMINATE", "SIG_CONSTRAINTS_FAILURE", { policy: info.policy });
  else log.pass("timestamp-policy", { policy: info.policy });
}

function magnitude(octets: Uint8Array): Uint8Array {
  const start = octets.findIndex((octet) => octet !== 0);
  return start < 0 ? Uint8Array.of(0) : octets.subarray(start);
}

/** RFC 3161 2.3: the key is for this one purpose, and the extension that says so is critical. */
function checkAuthority(authority: Certificate, info: TimestampInfo, log: EvidenceLog): void {
  const purposes = authority.extendedKeyUsage ?? [];
  const critical = authority.extensions.get(EXTENSION.extendedKeyUsage)?.critical ?? false;
  if (!critical || purposes.length !== 1 || purposes[0] !== TIME_STAMPING) {
    log.fail("timestamp-authority", "INDETERMINATE", "CHAIN_CONSTRAINTS_FAILURE", {
      purposes: purposes.join(" "),
      critical: String(critical),
    });
    return;
  }
  log.pass("timestamp-authority");
  const params = {
    time: info.time.toISOString(),
    notBefore: authority.notBefore.toISOString(),
    notAfter: authority.notAfter.toISOString(),
  };
  if (info.time < authority.notBefore) log.fail("timestamp-time", "TOTAL-FAILED", "NOT_YET_VALID", params);
  else if (info.time > authority.notAfter) log.fail("timestamp-time", "TOTAL-FAILED", "EXPIRED", params);
  else log.pass("timestamp-time", params);
}
