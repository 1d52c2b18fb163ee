import { toBase64, type Bytes } from "../bytes.ts";
import { readCertificate, type Certificate } from "../certificate/certificate.ts";
import { SignatureError } from "../errors.ts";
import { checkOcspResponse } from "../revocation/check-ocsp.ts";
import { OCSP_EXTENSION, OCSP_LIMIT, readOcspResponse, type BasicOcspResponse } from "../revocation/ocsp-response.ts";
import { cached, type CacheOption } from "./answer-cache.ts";
import { askInTurn, exchange, type ServiceOption } from "./exchange.ts";
import { writeOcspRequest } from "./ocsp-request.ts";
import { serviceAddresses } from "./service-addresses.ts";

export interface OcspServiceInput extends ServiceOption, CacheOption {
  /** DER of the certificate whose status is wanted, and of its issuer. */
  readonly certificate: Uint8Array;
  readonly issuer: Uint8Array;
  /** Default: the responders that the certificate names. */
  readonly urls?: readonly string[];
  /**
   * `required`: the answer must repeat it. `sent`: an answer without one is taken too, as from responders that sign in advance, but never another's.
   * `none`: not sent; only then is the cache used, and GET for short requests (RFC 5019). Default `sent`.
   */
  readonly nonce?: "required" | "sent" | "none";
  /** By which the issuer is named. Default SHA-1, which guards nothing here and is what every responder knows. */
  readonly hash?: "SHA-1" | "SHA-256";
  /** DER of lists, for a responder whose own certificate can be revoked. */
  readonly crls?: readonly Uint8Array[];
}

const NONCE = 32;
/** RFC 5019 5: longer ones go by POST. */
const LONGEST_GET = 255;

/** RFC 6960 4.2.1. */
const STATUS: Readonly<Record<number, string>> = {
  1: "malformedRequest",
  2: "internalError",
  3: "tryLater",
  5: "sigRequired",
  6: "unauthorized",
};

/**
 * Asks a responder for the status of a certificate: an OCSPResponse, DER, about this very certificate, by somebody whom its issuer lets speak, with the nonce that was sent. It
 * says good or revoked: what follows is the path validation's question, which takes it as `ocspResponses`.
 * Throws `SignatureError`: `service.refused` (`status`: tryLater, unauthorized, unknown, …), `service.lied` (`what`: content-type, too-large, malformed, nonce, or why the response cannot be
 * believed: other-certificate, not-signed-by-issuer, responder-not-authorised, stale, …), `service.unreachable`, `service.timeout`, `service.forbidden`, `service.unknown`.
 */
export async function fetchOcspResponse(input: OcspServiceInput): Promise<Bytes> {
  const certificate = readCertificate(input.certificate);
  const issuer = readCertificate(input.issuer);
  const { ocsp } = serviceAddresses(certificate);
  return askInTurn(input.urls ?? ocsp, input, async (url) => {
    const { hash = "SHA-1", nonce = "sent" } = input;
    if (nonce === "none") {
      const request = await writeOcspRequest({ certificate, issuer, hash }, input);
      return cached(`ocsp ${url} ${toBase64(request)}`, input, () => ask(url, request, certificate, undefined, input));
    }
    const octets = (input.crypto ?? globalThis.crypto).getRandomValues(new Uint8Array(NONCE));
    const request = await writeOcspRequest({ certificate, issuer, hash, nonce: octets }, input);
    return (await ask(url, request, certificate, octets, input)).bytes;
  });
}

interface Answer {
  readonly bytes: Bytes;
  readonly until: Date | undefined;
}

async function ask(
  url: string,
  request: Bytes,
  certificate: Certificate,
  nonce: Bytes | undefined,
  input: OcspServiceInput,
): Promise<Answer> {
  const accept = ["application/ocsp-response"];
  const path = encodeURIComponent(toBase64(request));
  const bytes = await (nonce === undefined && path.length <= LONGEST_GET
    ? exchange({ url: `${url.replace(/\/$/, "")}/${path}`, accept, limit: OCSP_LIMIT }, input)
    : exchange({ url, body: request, contentType: "application/ocsp-request", accept, limit: OCSP_LIMIT }, input));
  const basic = readBasic(bytes, url);
  const repeats = basic.extensions.has(OCSP_EXTENSION.nonce);
  if (nonce && !repeats && input.nonce === "required") throw new SignatureError("service.lied", { url, what: "nonce" });
  const { nonce: _, ...question } = input;
  const status = await checkOcspResponse({
    ...question,
    response: bytes,
    at: input.now?.() ?? new Date(),
    ...(nonce && repeats && { nonce }),
  });
  if (status.status === "unknown") {
    if (status.why === "responder-does-not-know") throw new SignatureError("service.refused", { url, status: "unknown" });
    throw new SignatureError("service.lied", { url, what: status.why === "wrong-nonce" ? "nonce" : status.why });
  }
  // the answer that was judged is the one about this certificate; where there are others, the earliest end holds for all
  const ends = basic.answers.map(({ nextUpdate }) => nextUpdate);
  const until = ends.every((end) => end !== undefined) ? ends.toSorted((a, b) => a.getTime() - b.getTime())[0] : undefined;
  return { bytes, until };
}

function readBasic(bytes: Bytes, url: string): BasicOcspResponse {
  try {
    const { basic, status } = readOcspResponse(bytes);
    if (basic) return basic;
    throw new SignatureError("service.refused", { url, status: STATUS[status] ?? String(status) });
  } catch (cause) {
    if (cause instanceof SignatureError && cause.code === "service.refused") throw cause;
    throw new SignatureError("service.lied", { url, what: "malformed" }, { cause });
  }
}
