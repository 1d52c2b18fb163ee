import type { Asker } from "../messages.ts";

/** The part of `runtime.MessageSender` that says who speaks. */
export interface Sender {
  readonly origin?: string | undefined;
  readonly url?: string | undefined;
  readonly frameId?: number | undefined;
  readonly tab?: { readonly url?: string | undefined } | undefined;
}

/**
 * Who asks, by what the browser says of the sender, never by what the message says. Null where nobody may sign: sandboxed and other
 * opaque origins, documents without an address of their own (`about:`, `data:`, `blob:`), connections that others can read or change,
 * and frames whose page the browser does not name.
 */
export function askerOf(sender: Sender): Asker | null {
  const origin = signingOrigin(sender.url);
  if (origin === null) return null;
  // A sandboxed frame has an address and yet the origin "null".
  if (sender.origin !== undefined && sender.origin !== origin) return null;
  if (sender.frameId === 0) return { origin, top: "" };
  const top = signingOrigin(sender.tab?.url);
  if (top === null) return null;
  return { origin, top: top === origin ? "" : top };
}

/** `https:`, or `http:` to the machine itself (as browsers treat secure contexts). */
export function signingOrigin(address: string | undefined): string | null {
  if (address === undefined || !URL.canParse(address)) return null;
  const { protocol, hostname, username, password, origin } = new URL(address);
  if (username !== "" || password !== "" || origin === "null" || hostname.endsWith(".")) return null;
  if (protocol === "https:") return origin;
  return protocol === "http:" && isLoopback(hostname) ? origin : null;
}

function isLoopback(hostname: string): boolean {
  return hostname === "localhost" || hostname.endsWith(".localhost") || hostname === "[::1]" || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}
