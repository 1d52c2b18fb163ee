import browser from "webextension-polyfill";
import { WINDOW_PORT } from "../messages.ts";
import type { FromWindow, OpenMessage, PieceMessage, PullMessage, ToWindow } from "../messages.ts";

/** Chromium puts a service worker to sleep after 30 s without a message. */
const ALIVE_EVERY = 20_000;

/** The window's line to the service worker. */
export interface SessionLink {
  /** The request; null where there is no such session (a reloaded or copied window). */
  readonly opened: Promise<OpenMessage | null>;
  /** The page is gone, or the service worker. */
  readonly gone: Promise<void>;
  send(message: FromWindow): void;
  pull(message: PullMessage): Promise<PieceMessage>;
}

export function linkSession(id: string): SessionLink {
  const port = browser.runtime.connect({ name: WINDOW_PORT + id });
  const opened = Promise.withResolvers<OpenMessage | null>();
  const gone = Promise.withResolvers<void>();
  let waiting: { readonly asked: PullMessage; resolve(piece: PieceMessage): void } | null = null;
  let connected = true;
  const send = (message: FromWindow): void => {
    if (connected) port.postMessage(message);
  };
  const timer = setInterval(() => send({ type: "alive" }), ALIVE_EVERY);
  port.onDisconnect.addListener(() => {
    connected = false;
    clearInterval(timer);
    opened.resolve(null);
    gone.resolve();
  });
  port.onMessage.addListener((raw: unknown) => {
    const message = raw as ToWindow;
    if (message.type === "open") opened.resolve(message);
    else if (message.type === "gone") gone.resolve();
    else if (waiting?.asked.file === message.file && waiting.asked.offset === message.offset) waiting.resolve(message);
  });
  send({ type: "ready" });
  return {
    opened: opened.promise,
    gone: gone.promise,
    send,
    pull: (asked) =>
      new Promise((resolve) => {
        waiting = { asked, resolve };
        send(asked);
      }),
  };
}
