import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { servicePaths, type NationalAuthorities } from "./national-authorities.ts";

/** Octets of a question: none is longer. */
const LONGEST = 65_536;

export interface AuthorityServices {
  /** From when on questions are answered by these authorities. */
  open(authorities: NationalAuthorities<string>, clock: () => Date): void;
  /** `http://127.0.0.1:port`. */
  readonly address: string;
  stop(): Promise<void>;
}

/** OCSP (RFC 6960 appendix A.1), timestamps (RFC 3161 3.4) and revocation lists over HTTP, on this machine alone. The address comes first: certificates name it. */
export async function listenForAuthorities(port = 0): Promise<AuthorityServices> {
  let opened: { readonly authorities: NationalAuthorities<string>; readonly clock: () => Date } | undefined;
  const server = createServer((request, response) => {
    void answer(request).then(
      ({ status, type, body }) => response.writeHead(status, { "content-type": type }).end(body),
      () => response.writeHead(400).end(),
    );
  });
  const answer = async (request: IncomingMessage): Promise<{ status: number; type: string; body?: Uint8Array }> => {
    if (!opened) return { status: 503, type: "text/plain" };
    const { authorities, clock } = opened;
    const at = clock();
    const { pathname } = new URL(request.url ?? "/", "http://authority");
    if (request.method === "GET" && pathname === servicePaths.lists)
      return { status: 200, type: "application/pkix-crl", body: await authorities.pki.crl({ thisUpdate: at }) };
    if (request.method === "GET" && pathname === servicePaths.rootLists)
      return { status: 200, type: "application/pkix-crl", body: await authorities.pki.crl({ of: "root", thisUpdate: at }) };
    if (request.method === "POST" && pathname === servicePaths.ocsp)
      return { status: 200, type: "application/ocsp-response", body: await authorities.responder.answer(await bodyOf(request), at) };
    if (request.method === "POST" && pathname === servicePaths.timestamps)
      return { status: 200, type: "application/timestamp-reply", body: await authorities.timestamps.answer(await bodyOf(request), at) };
    return { status: 404, type: "text/plain" };
  };
  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(port, "127.0.0.1", resolve));
  return {
    open: (authorities, clock) => (opened = { authorities, clock }),
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

async function bodyOf(request: IncomingMessage): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > LONGEST) throw new RangeError("question too long");
    parts.push(part);
  }
  return Buffer.concat(parts);
}
