import type { Bytes } from "../bytes.ts";
import type { CertificateFields } from "./write-certificate.ts";
import { encode, oid, sequence } from "../der/write.ts";

/** What a server would say. */
export type Answering = (request: { readonly url: string; readonly body: Bytes; readonly method: string }) => Promise<Response> | Response;

/** A `fetch` that asks `answer` in place of the net, and writes down what it was asked. Redirects and credentials must have been ruled out. */
export function net(answer: Answering): { readonly fetch: typeof globalThis.fetch; readonly asked: string[] } {
  const asked: string[] = [];
  const fetch = async (input: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
    if (!(input instanceof URL) || init.redirect !== "error" || init.credentials !== "omit") throw new RangeError("careless request");
    const { method = "GET" } = init;
    asked.push(`${method} ${input.href}`);
    const body = init.body instanceof Uint8Array ? new Uint8Array(init.body) : new Uint8Array();
    return answer({ url: input.href, body, method });
  };
  return { fetch, asked };
}

export function reply(bytes: Uint8Array, type: string): Response {
  return new Response(new Uint8Array(bytes), { headers: { "content-type": type } });
}

/** A server that takes a question and never answers. */
export const silentNet: typeof globalThis.fetch = (_, init) =>
  new Promise((_resolve, reject) => init?.signal?.addEventListener("abort", () => reject(init.signal?.reason as Error)));

/** The extensions that say where an issuer's services are (RFC 5280 4.2.2.1, 4.2.1.13). */
export function serviceExtensions(urls: {
  readonly ocsp?: string;
  readonly issuer?: string;
  readonly lists?: readonly string[];
}): NonNullable<CertificateFields["furtherExtensions"]> {
  const { ocsp, issuer, lists } = urls;
  const described = [
    ...(ocsp === undefined ? [] : [sequence(oid("1.3.6.1.5.5.7.48.1"), uri(ocsp))]),
    ...(issuer === undefined ? [] : [sequence(oid("1.3.6.1.5.5.7.48.2"), uri(issuer))]),
  ];
  return [
    ...(described.length > 0 ? [{ id: "1.3.6.1.5.5.7.1.1", critical: false, value: sequence(...described) }] : []),
    ...(lists ? [{ id: "2.5.29.31", critical: false, value: sequence(sequence(encode(0xa0, encode(0xa0, ...lists.map(uri))))) }] : []),
  ];
}

function uri(url: string): Bytes {
  return encode(0x86, new TextEncoder().encode(url));
}
