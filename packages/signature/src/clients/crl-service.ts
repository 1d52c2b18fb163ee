import type { Bytes } from "../bytes.ts";
import { readCertificate, type Certificate } from "../certificate/certificate.ts";
import { CRL_LIMIT, readRevocationList, type RevocationList } from "../certificate/crl.ts";
import { sameName } from "../certificate/name.ts";
import { SignatureError } from "../errors.ts";
import { cached, type CacheOption } from "./answer-cache.ts";
import { askInTurn, exchange, type ServiceOption } from "./exchange.ts";
import { serviceAddresses } from "./service-addresses.ts";

export interface CrlServiceInput extends ServiceOption, CacheOption {
  /** DER of the certificate whose status is wanted. */
  readonly certificate: Uint8Array;
  /** Default: the distribution points that the certificate names. */
  readonly urls?: readonly string[];
}

/** RFC 2585 4.2, and what servers say in its place. */
const MEDIA_TYPES = ["application/pkix-crl", "application/x-pkcs7-crl", "application/octet-stream"];

/**
 * Fetches the list that speaks for a certificate: DER, readable, and by the certificate's issuer or an indirect issuer. Kept in `cache` until its nextUpdate. Whether it is
 * signed rightly is the path validation's question.
 * Throws `SignatureError`: `service.lied` (`what`: content-type, too-large, malformed, issuer, outdated), `service.unreachable`, `service.timeout`, `service.forbidden`, `service.unknown`.
 */
export async function fetchCrl(input: CrlServiceInput): Promise<Bytes> {
  const certificate = readCertificate(input.certificate);
  const urls = input.urls ?? serviceAddresses(certificate).lists;
  return askInTurn(urls, input, (url) =>
    cached(`crl ${url}`, input, async () => {
      const bytes = await exchange({ url, accept: MEDIA_TYPES, limit: CRL_LIMIT }, input);
      const list = readList(bytes, url);
      const fault = faultOf(list, certificate, input.now?.() ?? new Date());
      if (fault) throw new SignatureError("service.lied", { url, what: fault });
      return { bytes, until: list.nextUpdate };
    }),
  );
}

function readList(bytes: Bytes, url: string): RevocationList {
  try {
    return readRevocationList(bytes);
  } catch (cause) {
    throw new SignatureError("service.lied", { url, what: "malformed" }, { cause });
  }
}

function faultOf(list: RevocationList, certificate: Certificate, now: Date): string | null {
  if (!list.scope.indirect && !sameName(list.issuer, certificate.issuer)) return "issuer";
  return list.nextUpdate && list.nextUpdate < now ? "outdated" : null;
}
