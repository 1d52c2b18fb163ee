import type { ExtensionMessage, PageMessage } from "@fisc/core/signing";
import { SIGNING_PROTOCOL } from "@fisc/core/signing";
import { EXTENSION_VERSION } from "../identity.ts";
import { PAGE_PORT, PIECE_BYTES } from "../messages.ts";
import type { FromPage, ToPage } from "../messages.ts";
import { readConnect, readPageMessage } from "./page-messages.ts";

/**
 * Runs in every http(s) document and stays silent until the page posts `fisc.connect` with a port. Everything goes over that port.
 * The page's words are passed on as they are: the service worker checks them, and takes the origin from the browser.
 */
declare const chrome: { readonly runtime: { connect(info: { name: string }): Port; readonly id?: string } };
interface Port {
  readonly onMessage: { addListener(listener: (message: ToPage) => void): void };
  readonly onDisconnect: { addListener(listener: () => void): void };
  postMessage(message: FromPage): void;
  disconnect(): void;
}

window.addEventListener("message", (event: MessageEvent<unknown>) => {
  // Only the document's own window; `isTrusted` is false where a script makes up the event.
  if (event.source !== window || !event.isTrusted || event.origin !== window.origin) return;
  const connect = readConnect(event.data);
  const port = event.ports[0];
  if (!connect || !port || event.ports.length !== 1) return;
  event.stopImmediatePropagation();
  const say = (message: ExtensionMessage): void => port.postMessage(message);
  let busy = false;
  port.onmessage = ({ data }: MessageEvent<unknown>) => {
    const message = readPageMessage(data);
    if (message === null || message.type === "cancel" || busy) return;
    busy = true;
    if (message.type === "sign") sign(message, port, say);
    else diagnose(message.id, say);
  };
  say({ type: "welcome", nonce: connect.nonce, protocol: SIGNING_PROTOCOL, version: EXTENSION_VERSION });
});

/** What is found is decided and worded by the service worker; the page hears at once that the question is known. */
function diagnose(id: string, say: (message: ExtensionMessage) => void): void {
  say({ type: "diagnosing", id });
  const port = connect();
  if (!port) return say({ type: "failed", id, code: "extension.missing", params: {} });
  let over = false;
  const end = (answer: ExtensionMessage): void => {
    if (over) return;
    over = true;
    say(answer);
    port.disconnect();
  };
  port.onMessage.addListener((answer) => {
    if (answer.type === "diagnosed") end({ type: "diagnosed", id, diagnosis: answer.diagnosis });
    else if (answer.type === "failed") end({ type: "failed", id, code: answer.code, params: answer.params });
  });
  port.onDisconnect.addListener(() => end({ type: "failed", id, code: "extension.missing", params: {} }));
  port.postMessage({ type: "diagnose" });
}

/** Null where the extension was updated or switched off under this page. */
function connect(): Port | null {
  try {
    return chrome.runtime.connect({ name: PAGE_PORT });
  } catch {
    return null;
  }
}

/** One request: one port to the service worker, closed when either side is done. */
function sign(message: Extract<PageMessage, { type: "sign" }>, page: MessagePort, say: (message: ExtensionMessage) => void): void {
  const { id, request, presentation, locale } = message;
  const port = connect();
  if (!port) return say({ type: "failed", id, code: "extension.missing", params: {} });
  let over = false;
  const end = (answer: ExtensionMessage | null): void => {
    if (over) return;
    over = true;
    if (answer) say(answer);
    port.disconnect();
  };
  const files = new Map(message.files.map((file) => [file.id, file.blob]));
  port.onMessage.addListener((answer) => {
    if (answer.type === "signed") end({ type: "signed", id, output: answer.output });
    else if (answer.type === "failed") end({ type: "failed", id, code: answer.code, params: answer.params });
    else if (answer.type === "pull") {
      const blob = files.get(answer.file);
      if (!blob) return;
      encode(blob.slice(answer.offset, answer.offset + PIECE_BYTES)).then(
        (data) => over || port.postMessage({ type: "piece", file: answer.file, offset: answer.offset, data }),
        () => end({ type: "failed", id, code: "attachment.changed", params: { attachment: answer.file } }),
      );
    }
  });
  port.onDisconnect.addListener(() => end({ type: "failed", id, code: "extension.missing", params: {} }));
  page.onmessage = ({ data }: MessageEvent<unknown>) => {
    const next = readPageMessage(data);
    if (next?.type === "cancel" && next.id === id) end(null);
  };
  port.postMessage({
    type: "sign",
    request,
    presentation,
    locale,
    files: message.files.map((file) => ({ id: file.id, size: file.blob.size })),
  });
}

/** Base64 by a reader of the extension's own world: Firefox does not let a content script look into buffers of the page's world. */
function encode(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onerror = () => reject(reader.error ?? new Error("unreadable"));
    reader.onload = () => {
      const address = String(reader.result);
      resolve(address.includes(",") ? address.slice(address.indexOf(",") + 1) : "");
    };
    reader.readAsDataURL(blob);
  });
}
