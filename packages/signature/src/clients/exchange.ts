import type { CryptoOption } from "../algorithms/scheme.ts";
import { concat, type Bytes } from "../bytes.ts";
import { SignatureError } from "../errors.ts";
import { isPublicAddress } from "./address.ts";

/** How outside services are asked. Certificates of strangers name such addresses, so each request is held to limits. */
export interface ServiceOption extends CryptoOption {
  /** Default `globalThis.fetch`. Redirects are never followed: they would lead past `allow`. */
  readonly fetch?: typeof globalThis.fetch;
  /** Milliseconds for one whole answer. Default 10,000. */
  readonly timeout?: number;
  /** Bytes of one answer. Default: what its kind may need. */
  readonly limit?: number;
  readonly signal?: AbortSignal;
  /** Whether an address may be asked; beside it, only http and https without credentials ever are. Default `isPublicAddress`. */
  readonly allow?: (address: URL) => boolean;
  /** How often the whole list of addresses is gone through while nobody answers. Default 2. */
  readonly rounds?: number;
}

export interface Exchange {
  readonly url: string;
  /** Sent by POST. Without it the request is a GET. */
  readonly body?: Bytes;
  readonly contentType?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Media types that the answer may have, lower case. */
  readonly accept: readonly string[];
  readonly limit: number;
}

const TIMEOUT = 10_000;

/**
 * One question to one address. Throws `SignatureError`: `service.forbidden`, `service.unreachable` (`status` where HTTP gave one), `service.timeout`,
 * `service.lied` (`what`: content-type, too-large). An abort of `signal` passes through.
 */
export async function exchange(request: Exchange, option: ServiceOption): Promise<Bytes> {
  const { url, body } = request;
  const { allow = isPublicAddress, timeout = TIMEOUT, signal } = option;
  const address = URL.canParse(url) ? new URL(url) : null;
  const plain =
    address && (address.protocol === "http:" || address.protocol === "https:") && address.username === "" && address.password === "";
  if (!plain || !allow(address)) throw new SignatureError("service.forbidden", { url });
  const late = AbortSignal.timeout(timeout);
  try {
    const response = await (option.fetch ?? globalThis.fetch)(address, {
      method: body ? "POST" : "GET",
      ...(body && { body }),
      headers: {
        accept: request.accept.join(", "),
        ...(request.contentType && { "content-type": request.contentType }),
        ...request.headers,
      },
      redirect: "error",
      credentials: "omit",
      referrerPolicy: "no-referrer",
      signal: signal ? AbortSignal.any([signal, late]) : late,
    });
    if (!response.ok) {
      await response.body?.cancel();
      throw new SignatureError("service.unreachable", { url, status: response.status });
    }
    const type = (response.headers.get("content-type") ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
    if (!request.accept.includes(type)) {
      await response.body?.cancel();
      throw new SignatureError("service.lied", { url, what: "content-type", type });
    }
    return await readLimited(response, url, option.limit ?? request.limit);
  } catch (cause) {
    if (cause instanceof SignatureError) throw cause;
    if (signal?.aborted) throw signal.reason;
    if (late.aborted) throw new SignatureError("service.timeout", { url, timeout }, { cause });
    throw new SignatureError("service.unreachable", { url }, { cause });
  }
}

async function readLimited(response: Response, url: string, limit: number): Promise<Bytes> {
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = response.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    length += part.value.length;
    if (length > limit) {
      await reader?.cancel();
      throw new SignatureError("service.lied", { url, what: "too-large", limit });
    }
    parts.push(part.value);
  }
  return concat(...parts);
}

/** Next time, or elsewhere, the answer may be another one. */
const PASSING = new Set(["service.unreachable", "service.timeout"]);

/**
 * Asks one address after the other until one gives a good answer, and goes through them again while all that stood in the way may pass.
 * Throws the last error; `service.unknown` where there is no address.
 */
export async function askInTurn<T>(urls: readonly string[], option: ServiceOption, ask: (url: string) => Promise<T>): Promise<T> {
  let last: unknown = new SignatureError("service.unknown");
  for (let round = 0; round < (option.rounds ?? 2); round++) {
    let passing = false;
    for (const url of urls) {
      try {
        return await ask(url);
      } catch (error) {
        if (!(error instanceof SignatureError)) throw error;
        last = error;
        passing ||= PASSING.has(error.code);
      }
    }
    if (!passing) break;
  }
  throw last;
}
