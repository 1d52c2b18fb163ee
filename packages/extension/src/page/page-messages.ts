import type { ConnectMessage, PageMessage } from "@fisc/core/signing";

/** Exact keys and types of what a page posts. What the request holds is checked by the service worker. */
export function readConnect(value: unknown): ConnectMessage | null {
  if (!hasExactly(value, ["type", "protocol", "nonce"]) || value["type"] !== "fisc.connect") return null;
  const { nonce, protocol } = value;
  // Other protocols are answered too: the page then learns that versions differ.
  return Number.isInteger(protocol) && typeof nonce === "string" && /^[\x21-\x7e]{16,128}$/.test(nonce)
    ? (value as unknown as ConnectMessage)
    : null;
}

export function readPageMessage(value: unknown): PageMessage | null {
  if (hasExactly(value, ["type", "id"]) && (value["type"] === "cancel" || value["type"] === "diagnose") && isId(value["id"]))
    return value as unknown as PageMessage;
  if (!hasExactly(value, ["type", "id", "request", "presentation", "locale", "files"]) || value["type"] !== "sign" || !isId(value["id"]))
    return null;
  const { files, locale, request, presentation } = value;
  if (typeof locale !== "string" || !isObject(request) || !isObject(presentation) || !Array.isArray(files)) return null;
  return files.every((file) => hasExactly(file, ["id", "blob"]) && isId(file["id"]) && file["blob"] instanceof Blob)
    ? (value as unknown as PageMessage)
    : null;
}

function isId(value: unknown): boolean {
  return typeof value === "string" && /^[A-Za-z0-9_-]{1,128}$/.test(value);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function hasExactly(value: unknown, keys: readonly string[]): value is Record<string, unknown> {
  return isObject(value) && Object.keys(value).length === keys.length && keys.every((key) => Object.hasOwn(value, key));
}
