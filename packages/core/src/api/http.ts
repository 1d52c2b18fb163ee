import { FiscError } from "../model/errors.ts";
import { problemError } from "./problem.ts";
import type { paths } from "./schema.ts";
import type { Write } from "./treasury-api.ts";

type Method = "get" | "post" | "put";

/** Addresses of the contract that know the method. */
type AddressOf<M extends Method> = { [A in keyof paths]: paths[A][M] extends object ? A : never }[keyof paths];

/** The generated types know no read-only lists; a body is only read. */
type Read<T> = T extends object ? { readonly [K in keyof T]: Read<T[K]> } : T;

type Places<Operation> = Operation extends { parameters: infer P } ? Pick<P, Extract<"path" | "query", keyof P>> : never;
type Body<Operation> = Operation extends { requestBody: { content: { "application/json": infer B } } }
  ? { readonly body: Read<B> }
  : { readonly body?: never };

/** What one call of the contract is given. */
type Call<Operation> = Places<Operation> &
  Body<Operation> & {
    /** Idempotency, and the revision that the caller saw. */
    readonly write?: Write;
    /** How a success is read. */
    readonly as?: "json" | "blob";
  };

/**
 * One call by the contract: the body of a success, undefined where there is none; everything else as a `FiscError`. The result's type is
 * the model's: the gateway compiles only while the contract and the model are the same, which the generated types cannot say of
 * read-only lists and of JSON.
 */
export type Http = <M extends Method, A extends AddressOf<M>, Result>(method: M, address: A, call: Call<paths[A][M]>) => Promise<Result>;

interface PlainCall {
  readonly path?: Readonly<Record<string, string | number>>;
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>;
  readonly body?: unknown;
  readonly write?: Write;
  readonly as?: "json" | "blob";
}

/** Calls over `request`, with the session's cookie. Milliseconds until a call counts as `network.timeout`. */
export function createHttp(base: string, request: typeof fetch, timeout: number): Http {
  const call = async (method: Method, address: string, { path = {}, query = {}, body, write, as }: PlainCall): Promise<unknown> => {
    const place = address.replace(/\{(\w+)\}/gu, (_, name: string) => encodeURIComponent(String(path[name] ?? "")));
    const asked = new URLSearchParams(
      Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
    );
    try {
      const response = await request(`${base}${place}${asked.size > 0 ? `?${asked}` : ""}`, {
        method: method.toUpperCase(),
        credentials: "include",
        headers: {
          ...(body === undefined ? {} : { "content-type": "application/json" }),
          ...(write ? { "idempotency-key": write.key } : {}),
          ...(write?.revision === undefined ? {} : { "if-match": `"${write.revision}"` }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(timeout),
      });
      if (!response.ok) throw problemError(response.status, await response.json().catch(() => null));
      if (as === "blob") return await response.blob();
      const text = await response.text();
      return text === "" ? undefined : JSON.parse(text);
    } catch (cause) {
      if (cause instanceof FiscError) throw cause;
      // An answer that breaks off, or is no JSON, never came from the gateway whole.
      throw new FiscError(cause instanceof Error && cause.name === "TimeoutError" ? "network.timeout" : "network.offline", {}, { cause });
    }
  };
  return call as Http;
}
