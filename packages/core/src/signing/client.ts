import { FiscError } from "../model/errors.ts";
import type { CarrierDiagnosis, SigningErrorCode, SignInput, SignOutput } from "../model/signing.ts";
import { isExtensionMessage, SIGNING_PROTOCOL } from "./protocol.ts";
import type { ConnectMessage, ExtensionMessage, PageMessage } from "./protocol.ts";
import type { SigningClient } from "./index.ts";

/** The part of `Window` that the client needs. */
export interface SigningWindow {
  readonly location: { readonly origin: string };
  postMessage(message: unknown, targetOrigin: string, transfer: Transferable[]): void;
}

export interface SigningClientOptions {
  /** Where the content script listens. Default: the global window. */
  readonly window?: SigningWindow;
  /** Milliseconds to wait for the content script before it counts as missing. Default 1,000. */
  readonly connectTimeout?: number;
  /** Milliseconds that a diagnosis may take. Default 60,000: the key carrier software may be slow to start, and a driver slow to answer. */
  readonly diagnoseTimeout?: number;
}

interface Connection {
  readonly port: MessagePort;
  readonly version: string;
}

/** Stateless: each call opens its own channel, so that a reload of the extension needs no reload of the page's state. */
export function createSigningClient(options: SigningClientOptions = {}): SigningClient {
  const connectTimeout = options.connectTimeout ?? 1000;

  const connect = async (timeout: number): Promise<Connection | "outdated" | null> => {
    const target = options.window ?? (globalThis as unknown as { window?: SigningWindow }).window;
    if (!target) return null;
    const channel = new MessageChannel();
    const nonce = crypto.randomUUID();
    const message: ConnectMessage = { type: "fisc.connect", protocol: SIGNING_PROTOCOL, nonce };
    const welcome = nextMessage(channel.port1, timeout);
    // A window of an opaque origin cannot be addressed by name; the extension refuses such pages in any case.
    const { origin } = target.location;
    target.postMessage(message, origin === "null" ? "*" : origin, [channel.port2]);
    const answer = await welcome;
    if (answer?.type !== "welcome" || answer.nonce !== nonce) {
      channel.port1.close();
      return null;
    }
    if (answer.protocol !== SIGNING_PROTOCOL) {
      channel.port1.close();
      return "outdated";
    }
    return { port: channel.port1, version: answer.version };
  };

  const connected = async (): Promise<Connection> => {
    const connection = await connect(connectTimeout);
    if (connection === null) throw failure("extension.missing");
    if (connection === "outdated") throw failure("extension.outdated");
    return connection;
  };

  return {
    async probe(timeout = connectTimeout) {
      const connection = await connect(timeout);
      if (connection === null || connection === "outdated") return null;
      connection.port.close();
      return { version: connection.version };
    },

    async sign(input, signal) {
      if (signal?.aborted) throw failure("user.cancelled");
      const connection = await connected();
      try {
        return await request(connection.port, input, signal);
      } finally {
        connection.port.close();
      }
    },

    async diagnose() {
      const { port, version } = await connected();
      try {
        return { version, diagnosis: await askDiagnosis(port, connectTimeout, options.diagnoseTimeout ?? 60_000) };
      } finally {
        port.close();
      }
    },
  };
}

function request(port: MessagePort, input: SignInput, signal: AbortSignal | undefined): Promise<SignOutput> {
  const id = crypto.randomUUID();
  return new Promise((resolve, reject) => {
    const abort = (): void => {
      post(port, { type: "cancel", id });
      finish(() => reject(failure("user.cancelled")));
    };
    // The trusted window answers at the latest when the request expires; this is for a browser that lost the extension meanwhile.
    const remaining = Math.max(0, Date.parse(input.request.expires) - Date.now()) + 30_000;
    const timer = setTimeout(() => finish(() => reject(failure("request.expired"))), Math.min(remaining, 2 ** 31 - 1));
    const finish = (settle: () => void): void => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", abort);
      port.onmessage = null;
      settle();
    };
    signal?.addEventListener("abort", abort);
    // Browsers that know the event say so when the content script is gone (extension updated or switched off).
    port.addEventListener("close", () => finish(() => reject(failure("extension.missing"))), { once: true });
    port.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (!isExtensionMessage(data) || data.type === "welcome" || data.id !== id) return;
      if (data.type === "failed") finish(() => reject(failure(data.code, data.params)));
      else if (data.type === "signed") finish(() => resolve(data.output));
    };
    const files = Object.entries(input.files).map(([fileId, blob]) => ({ id: fileId, blob }));
    try {
      post(port, { type: "sign", id, request: input.request, presentation: input.presentation, locale: input.locale, files });
    } catch (cause) {
      finish(() => reject(new FiscError("extension.invalid-request", {}, { cause })));
    }
  });
}

function askDiagnosis(port: MessagePort, acknowledgeTimeout: number, timeout: number): Promise<CarrierDiagnosis> {
  const id = crypto.randomUUID();
  return new Promise((resolve, reject) => {
    const late = (code: SigningErrorCode, milliseconds: number) => setTimeout(() => finish(() => reject(failure(code))), milliseconds);
    const finish = (settle: () => void): void => {
      clearTimeout(timer);
      port.onmessage = null;
      settle();
    };
    let timer = late("extension.outdated", acknowledgeTimeout);
    port.addEventListener("close", () => finish(() => reject(failure("extension.missing"))), { once: true });
    port.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (!isExtensionMessage(data) || data.type === "welcome" || data.id !== id) return;
      if (data.type === "diagnosing") {
        clearTimeout(timer);
        timer = late("host.timeout", timeout);
      } else if (data.type === "diagnosed") finish(() => resolve(data.diagnosis));
      else if (data.type === "failed") finish(() => reject(failure(data.code, data.params)));
    };
    post(port, { type: "diagnose", id });
  });
}

function post(port: MessagePort, message: PageMessage): void {
  port.postMessage(message);
}

function nextMessage(port: MessagePort, timeout: number): Promise<ExtensionMessage | null> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      port.onmessage = null;
      resolve(null);
    }, timeout);
    port.onmessage = ({ data }: MessageEvent<unknown>) => {
      clearTimeout(timer);
      port.onmessage = null;
      resolve(isExtensionMessage(data) ? data : null);
    };
  });
}

function failure(code: SigningErrorCode, params: Readonly<Record<string, string | number>> = {}): FiscError<SigningErrorCode> {
  return new FiscError(code, { ...params });
}
