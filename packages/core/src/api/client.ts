import { createHttp } from "./http.ts";
import type { StreamOptions } from "./event-stream.ts";
import type { TreasuryApi } from "./treasury-api.ts";

export interface TreasuryApiOptions {
  /** Address of the gateway, without a slash at the end. */
  readonly baseUrl: string;
  readonly fetch?: typeof fetch;
  /** Milliseconds until a call counts as `network.timeout`. Default 30,000. */
  readonly timeout?: number;
}

/** The API over HTTP, typed by the gateway's OpenAPI document. Retries nothing: that is for the outbox, with the same key. */
export function createTreasuryApi({
  baseUrl,
  fetch: request = globalThis.fetch.bind(globalThis),
  timeout = 30_000,
}: TreasuryApiOptions): TreasuryApi {
  const address = baseUrl.replace(/\/+$/, "");
  const http = createHttp(address, request, timeout);

  return {
    session: () => http("get", "/session", {}),
    sessionRemaining: () => http("get", "/session/remaining", {}),
    signInUrl: (returnTo) => `${address}/session/sign-in?return_to=${encodeURIComponent(returnTo)}`,
    signOut: () => http("post", "/session/sign-out", {}),
    procedure: (id, locale) => http("get", "/procedures/{id}", { path: { id }, query: { locale } }),
    codes: (id, query) => http("get", "/code-lists/{id}", { path: { id }, query }),
    dossiers: (query = {}) => http("get", "/dossiers", { query }),
    dossier: (id) => http("get", "/dossiers/{id}", { path: { id } }),
    dossierVersion: (id, version) => http("get", "/dossiers/{id}/versions/{version}", { path: { id, version } }),
    dossierProcedure: (id, locale) => http("get", "/dossiers/{id}/procedure", { path: { id }, query: { locale } }),
    createDossier: (body, write) => http("post", "/dossiers", { body, write }),
    changeContent: (id, body, write) => http("put", "/dossiers/{id}/content", { path: { id }, body, write }),
    act: (id, action, body, write) => http("post", "/dossiers/{id}/actions/{action}", { path: { id, action }, body, write }),
    signingRequest: (id, action, locale) => http("post", "/dossiers/{id}/signing-requests", { path: { id }, body: { action, locale } }),
    addSignature: (id, body, write) => http("post", "/dossiers/{id}/signatures", { path: { id }, body, write }),
    events: (id, after) => http("get", "/dossiers/{id}/events", { path: { id }, query: after === undefined ? {} : { after } }),
    stream: (options) => void listen({ ...options, url: `${address}/events`, request }),
    attachmentUrl: (dossier, attachment) => `${address}/dossiers/${dossier}/attachments/${attachment}`,
    attachment: (id, attachment) => http("get", "/dossiers/{id}/attachments/{attachment}", { path: { id, attachment }, as: "blob" }),
    containerUrl: (dossier) => `${address}/dossiers/${dossier}/container`,
    uploadsUrl: `${address}/uploads`,
  };
}

/** Milliseconds until the stream's own script is asked for again. */
const scriptWait = 5_000;

/** A page that shows nothing live never loads the stream's script. */
async function listen(options: StreamOptions): Promise<void> {
  while (!options.signal.aborted) {
    const script = await import("./event-stream.ts").catch(() => undefined);
    if (script) return script.streamEvents(options);
    options.onState("lost");
    await new Promise((resolve) => setTimeout(resolve, scriptWait));
  }
}
