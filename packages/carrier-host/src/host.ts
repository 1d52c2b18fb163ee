import type { Readable, Writable } from "node:stream";
import { CarrierError } from "./errors.ts";
import { FrameReader, frames } from "./framing.ts";
import type { Modules } from "./modules.ts";
import { HOST_PROTOCOL, HOST_VERSION, readRequest } from "./protocol.ts";
import type { DiagnoseResult, HostReply, HostRequest, HostResults } from "./protocol.ts";
import { signOnToken } from "./sign.ts";
import { listTokens } from "./tokens.ts";

/** Milliseconds. A PIN pad waits for a person; everything else is a machine. */
export interface Deadlines {
  readonly read: number;
  readonly sign: number;
}

const DEADLINES: Deadlines = { read: 20_000, sign: 90_000 };
const LAST_BREATH = 2_000;

/**
 * Serves one browser connection: requests in, replies out, one at a time (a token takes one at a time), until the input ends.
 * Resolves with the exit code: 0 at the end of input, 1 after a broken frame or a module that hangs.
 */
export async function serve(input: Readable, output: Writable, modules: Modules, deadlines: Deadlines = DEADLINES): Promise<number> {
  const reader = new FrameReader();
  let greeted = false;
  const answer = async (message: unknown): Promise<boolean> => {
    let request: HostRequest;
    try {
      request = readRequest(message);
    } catch (error) {
      await write(output, failure(requestId(message), error));
      return true;
    }
    try {
      if (request.command !== "hello" && !greeted) throw new CarrierError("protocol.hello-first");
      const result = await within(request.command === "sign" ? deadlines.sign : deadlines.read, perform(request, modules));
      if (request.command === "hello") greeted = true;
      await write(output, { id: request.id, ok: true, result });
      return true;
    } catch (error) {
      await write(output, failure(request.id, error));
      // A call into a module cannot be broken off: the process has to go.
      return !(error instanceof CarrierError && error.code === "host.timeout");
    }
  };
  return new Promise((resolve) => {
    let queue: Promise<unknown> = Promise.resolve();
    let ended = false;
    const end = (code: number): void => {
      if (ended) return;
      ended = true;
      input.removeAllListeners("data");
      reader.clear();
      // A signature under way gets a moment to log out of the token; nobody reads its answer any more.
      void Promise.race([queue, pause(LAST_BREATH)]).then(() => resolve(code));
    };
    input.on("data", (chunk: Buffer) => {
      try {
        for (const message of reader.push(chunk)) {
          queue = queue.then(async () => {
            if (!ended && !(await answer(message))) end(1);
          });
        }
      } catch (error) {
        queue = queue.then(() => write(output, failure(0, error)));
        end(1);
      }
    });
    input.once("end", () => end(0));
    input.once("error", () => end(0));
    // The browser is gone: a reply has nowhere to go.
    output.once("error", () => end(0));
  });
}

async function perform(request: HostRequest, modules: Modules): Promise<HostResults[keyof HostResults]> {
  switch (request.command) {
    case "hello":
      // An older extension is refused here, an older host by the extension.
      if (request.protocol !== HOST_PROTOCOL) throw new CarrierError("protocol.invalid", { reason: "protocol" });
      return { protocol: HOST_PROTOCOL, version: HOST_VERSION, platform: process.platform };
    case "modules":
      return { modules: await modules.states() };
    case "list":
      return { tokens: await listTokens(await modules.usable()) };
    case "sign":
      return { signature: (await signOnToken(await modules.usable(), request)).toString("base64") };
    case "diagnose":
      return diagnose(modules);
  }
}

export async function diagnose(modules: Modules): Promise<DiagnoseResult> {
  const states = await modules.states();
  const tokens = await listTokens(await modules.usable());
  return {
    version: HOST_VERSION,
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
    clock: new Date().toISOString(),
    modules: states,
    tokens: tokens.length,
    certificates: tokens.reduce((count, token) => count + token.certificates.length, 0),
  };
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds).unref());
}

async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new CarrierError("host.timeout")), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

function failure(id: number, error: unknown): HostReply {
  if (error instanceof CarrierError) return { id, ok: false, error: { code: error.code, params: error.params } };
  // Never the message of an unknown error: it could hold data of the request.
  return { id, ok: false, error: { code: "host.failed", params: {} } };
}

function requestId(message: unknown): number {
  const id = typeof message === "object" && message !== null ? (message as Readonly<Record<string, unknown>>)["id"] : undefined;
  return typeof id === "number" && Number.isSafeInteger(id) && id >= 0 ? id : 0;
}

async function write(output: Writable, reply: HostReply): Promise<void> {
  for (const bytes of frames(reply)) {
    await new Promise<void>((resolve) => output.write(bytes, () => resolve()));
  }
}
