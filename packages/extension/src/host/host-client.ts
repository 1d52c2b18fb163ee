import browser from "webextension-polyfill";
import { FiscError } from "@fisc/core";
import type { SigningErrorCode } from "@fisc/core";
import { HOST_NAME, HOST_PROTOCOL } from "@fisc/carrier-host/protocol";
import type { HostReply, HostRequest, HostResults, ReplyPart } from "@fisc/carrier-host/protocol";
import { EXTENSION_VERSION } from "../identity.ts";

type Command = HostRequest["command"];
type Body<C extends Command> = Omit<Extract<HostRequest, { command: C }>, "id" | "command">;

/** Milliseconds; a little above the host's own, so that its reason comes first. */
const DEADLINE: Readonly<Record<Command, number>> = { hello: 5_000, modules: 22_000, list: 22_000, diagnose: 22_000, sign: 95_000 };
/** Parts of one reply: far above any real list of certificates. */
const MAX_PARTS = 64;

/** The connection to the native host. It belongs to one window: the host, and all it knows, ends when the window closes. */
export interface HostClient {
  readonly version: string;
  /** Rejects with `FiscError<SigningErrorCode>`. */
  request<C extends Command>(command: C, body: Body<C>): Promise<HostResults[C]>;
  close(): void;
}

interface Waiting {
  resolve(reply: HostReply): void;
  reject(error: FiscError<SigningErrorCode>): void;
}

/** Starts the host and agrees on the protocol. Rejects: `host.missing`, `host.outdated`, `host.crashed`, `host.timeout`. */
export async function connectHost(): Promise<HostClient> {
  const port = browser.runtime.connectNative(HOST_NAME);
  const waiting = new Map<number, Waiting>();
  const parts = new Map<number, string[]>();
  let greeted = false;
  let lost: FiscError<SigningErrorCode> | null = null;
  let count = 0;

  const lose = (error: FiscError<SigningErrorCode>): void => {
    lost ??= error;
    for (const entry of waiting.values()) entry.reject(error);
    waiting.clear();
  };
  port.onDisconnect.addListener(() => {
    void browser.runtime.lastError; // read, so that the browser does not complain in the console
    lose(new FiscError(greeted ? "host.crashed" : "host.missing"));
  });
  port.onMessage.addListener((message: unknown) => {
    const reply = whole(message, parts);
    if (reply === "bad") {
      port.disconnect();
      return lose(new FiscError("host.crashed"));
    }
    if (!reply) return;
    const entry = waiting.get(reply.id);
    waiting.delete(reply.id);
    entry?.resolve(reply);
  });

  const request = async <C extends Command>(command: C, body: Body<C>): Promise<HostResults[C]> => {
    if (lost) throw lost;
    const id = ++count;
    const reply = await new Promise<HostReply>((resolve, reject) => {
      const timer = setTimeout(() => {
        waiting.delete(id);
        port.disconnect();
        const error = new FiscError<SigningErrorCode>("host.timeout");
        lose(error);
        reject(error);
      }, DEADLINE[command]);
      const settle =
        <T>(done: (value: T) => void) =>
        (value: T): void => {
          clearTimeout(timer);
          done(value);
        };
      waiting.set(id, { resolve: settle(resolve), reject: settle(reject) });
      port.postMessage({ id, command, ...body });
    });
    if (!reply.ok) throw new FiscError(signingCode(reply.error.code), { ...reply.error.params });
    return reply.result as HostResults[C];
  };

  const hello = await request("hello", { protocol: HOST_PROTOCOL, version: EXTENSION_VERSION }).catch((error: unknown) => {
    throw error instanceof FiscError && error.code === "extension.invalid-request"
      ? new FiscError<SigningErrorCode>("host.outdated")
      : error;
  });
  if (hello.protocol !== HOST_PROTOCOL) {
    port.disconnect();
    throw new FiscError<SigningErrorCode>("host.outdated");
  }
  greeted = true;
  return { version: hello.version, request, close: () => port.disconnect() };
}

/** A reply, once all of it is there; null while parts are missing; `bad` where it is not what a host says. */
function whole(message: unknown, parts: Map<number, string[]>): HostReply | "bad" | null {
  if (typeof message !== "object" || message === null || !("id" in message) || typeof message.id !== "number") return "bad";
  if ("ok" in message) return message as HostReply;
  const { id, part, parts: total, data } = message as ReplyPart;
  const gathered = parts.get(id) ?? [];
  if (part !== gathered.length + 1 || total > MAX_PARTS || part > total || typeof data !== "string") return "bad";
  parts.set(id, [...gathered, data]);
  if (part < total) return null;
  const bytes = (parts.get(id) ?? []).map((slice) => Uint8Array.from(atob(slice), (letter) => letter.charCodeAt(0)));
  parts.delete(id);
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    return JSON.parse(bytes.map((slice) => decoder.decode(slice, { stream: true })).join("") + decoder.decode()) as HostReply;
  } catch {
    return "bad";
  }
}

const PASSED_ON: readonly string[] = [
  "host.timeout",
  "module.missing",
  "token.missing",
  "token.removed",
  "token.locked",
  "pin.wrong",
  "pin.final-try",
  "certificate.none",
  "user.cancelled",
] satisfies SigningErrorCode[];

function signingCode(code: string): SigningErrorCode {
  if (PASSED_ON.includes(code)) return code as SigningErrorCode;
  return code.startsWith("protocol.") ? "extension.invalid-request" : "host.crashed";
}
