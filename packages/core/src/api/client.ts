import createClient from "openapi-fetch";
import { FiscError } from "../model/errors.ts";
import { streamEvents } from "./event-stream.ts";
import { problemError } from "./problem.ts";
import type { paths } from "./schema.ts";
import type { TreasuryApi, Write } from "./treasury-api.ts";

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
  const limited: typeof fetch = (input, init) => {
    const limit = AbortSignal.timeout(timeout);
    const signals = [limit, ...(init?.signal ? [init.signal] : []), ...(input instanceof Request ? [input.signal] : [])];
    return request(input, { ...init, signal: AbortSignal.any(signals) });
  };
  const client = createClient<paths>({ baseUrl: address, credentials: "include", fetch: limited });
  const path = (id: string): { readonly params: { readonly path: { readonly id: string } } } => ({ params: { path: { id } } });

  return {
    session: () => answer(client.GET("/session")),
    signInUrl: (returnTo) => `${address}/session/sign-in?return_to=${encodeURIComponent(returnTo)}`,
    signOut: async () => void (await answer<unknown>(client.POST("/session/sign-out"))),
    procedure: (id, locale) => answer(client.GET("/procedures/{id}", { params: { path: { id }, query: { locale } } })),
    codes: (id, query) => answer(client.GET("/code-lists/{id}", { params: { path: { id }, query } })),
    dossiers: (query = {}) => answer(client.GET("/dossiers", { params: { query } })),
    dossier: (id) => answer(client.GET("/dossiers/{id}", path(id))),
    dossierProcedure: (id, locale) => answer(client.GET("/dossiers/{id}/procedure", { params: { path: { id }, query: { locale } } })),
    createDossier: (body, write) => answer(client.POST("/dossiers", { body: plain(body), ...once(write) })),
    changeContent: (id, body, write) => answer(client.PUT("/dossiers/{id}/content", { ...path(id), body: plain(body), ...once(write) })),
    act: (id, action, body, write) =>
      answer(client.POST("/dossiers/{id}/actions/{action}", { params: { path: { id, action } }, body: plain(body), ...once(write) })),
    signingRequest: (id, action, locale) =>
      answer(client.POST("/dossiers/{id}/signing-requests", { ...path(id), body: { action, locale } })),
    addSignature: (id, body, write) => answer(client.POST("/dossiers/{id}/signatures", { ...path(id), body: plain(body), ...once(write) })),
    events: (id, after) =>
      answer(client.GET("/dossiers/{id}/events", { params: { path: { id }, query: after === undefined ? {} : { after } } })),
    stream: (options) => streamEvents({ ...options, url: `${address}/events`, request }),
    attachmentUrl: (dossier, attachment) => `${address}/dossiers/${dossier}/attachments/${attachment}`,
    attachment: (id, attachment) =>
      answer(client.GET("/dossiers/{id}/attachments/{attachment}", { params: { path: { id, attachment } }, parseAs: "blob" })),
    containerUrl: (dossier) => `${address}/dossiers/${dossier}/container`,
    uploadsUrl: `${address}/uploads`,
  };
}

function once({ key, revision }: Write): { readonly headers: Readonly<Record<string, string>> } {
  return { headers: { "Idempotency-Key": key, ...(revision === undefined ? {} : { "If-Match": `"${revision}"` }) } };
}

/**
 * The body of a success; everything else as a `FiscError`. Its type is the model's: the gateway compiles only while the contract
 * and the model are the same, which the generated types cannot say of read-only lists and of JSON.
 */
async function answer<Result>(
  call: Promise<{ readonly data?: unknown; readonly error?: unknown; readonly response: Response }>,
): Promise<Result> {
  const { data, error, response } = await call.catch((cause: unknown) => {
    const name = cause instanceof Error ? cause.name : "";
    throw new FiscError(name === "TimeoutError" ? "network.timeout" : "network.offline", {}, { cause });
  });
  if (!response.ok) throw problemError(response.status, readable(error));
  return data as Result;
}

/** The generated types of bodies know no read-only lists. */
function plain<T extends object>(
  body: T,
): { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] extends readonly (infer E)[] | undefined ? E[] : T[K] } {
  return body as never;
}

/** `openapi-fetch` gives the text of an error where it was no JSON. */
function readable(error: unknown): unknown {
  if (typeof error !== "string") return error;
  try {
    return JSON.parse(error) as unknown;
  } catch {
    return null;
  }
}
