import type { Bytes } from "../bytes.ts";
import { SignatureError } from "../errors.ts";
import { EvidenceLog } from "../report.ts";
import { checkToken } from "../timestamp/check-token.ts";
import { writeTimestampRequest, type MessageImprint } from "../timestamp/request.ts";
import { readTimestampResponse } from "../timestamp/response.ts";
import { askInTurn, exchange, type ServiceOption } from "./exchange.ts";

export interface TimestampServiceInput extends ServiceOption {
  /** Addresses of authorities: the first, and those that stand in for it. */
  readonly urls: readonly string[];
  /** OID. With it, only a stamp under this policy is taken. */
  readonly policy?: string;
  /** For authorities that want to know who asks: `authorization`, an API key. Sent to each address. */
  readonly headers?: Readonly<Record<string, string>>;
}

const NONCE = 16;
const LIMIT = 256 * 1024;

/**
 * A client of timestamp authorities by HTTP (RFC 3161 3.4): what `addSignatureTimestamp` and `addArchiveTimestamp` ask for as `stamp`. The token that it gives is over the
 * imprint, repeats the nonce, and verifies under a certificate for timestamps; whether that certificate is trusted is not asked here.
 *
 * Throws `SignatureError`: `service.refused` (`status` and `reason` as the authority names them), `service.lied` (`what`: content-type, too-large, malformed, timestamp-imprint,
 * timestamp-nonce, timestamp-policy, signature-value, …), `service.unreachable`, `service.timeout`, `service.forbidden`, `service.unknown`.
 */
export function timestampService(input: TimestampServiceInput): (imprint: MessageImprint) => Promise<Bytes> {
  return (imprint) => askInTurn(input.urls, input, (url) => ask(url, imprint, input));
}

async function ask(url: string, imprint: MessageImprint, input: TimestampServiceInput): Promise<Bytes> {
  const { policy, headers } = input;
  // another one for each try: an answer to an earlier question must not fit
  const nonce = (input.crypto ?? globalThis.crypto).getRandomValues(new Uint8Array(NONCE));
  const body = writeTimestampRequest({ imprint, nonce, certificate: true, ...(policy !== undefined && { policy }) }, input);
  const accept = ["application/timestamp-reply"];
  const answer = await exchange(
    { url, body, contentType: "application/timestamp-query", accept, limit: LIMIT, ...(headers && { headers }) },
    input,
  );
  const response = read(answer, url);
  if (!response.token) throw new SignatureError("service.refused", { url, status: response.status, reason: response.failures.join(" ") });

  const log = new EvidenceLog();
  const policies = policy === undefined ? {} : { policies: [policy] };
  const hashes = async (name: string): Promise<Bytes[]> => (name === imprint.digest ? [imprint.value] : []);
  await checkToken({ ...input, ...policies, token: response.token, imprint: hashes, nonce }, log);
  const failed = log.evidence.find(({ outcome }) => outcome === "failed");
  if (failed) throw new SignatureError("service.lied", { url, what: failed.check === "format" ? "malformed" : failed.check });
  return response.token;
}

function read(answer: Bytes, url: string): ReturnType<typeof readTimestampResponse> {
  try {
    return readTimestampResponse(answer);
  } catch (cause) {
    throw new SignatureError("service.lied", { url, what: "malformed" }, { cause });
  }
}
