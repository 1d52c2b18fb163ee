import canonicalize from "canonicalize";
import { FiscError } from "../model/errors.ts";
import type { Json } from "../model/json.ts";

const text = new TextEncoder();

/**
 * The RFC 8785 (JCS) form of a JSON value, as UTF-8 bytes: what is hashed and signed.
 * Numbers must be finite, strings well-formed Unicode, and nothing `undefined` may stand in an array.
 * @throws FiscError `canonical.not-json` where the value has no such form
 */
export function canonicalBytes(value: Json | object): Uint8Array<ArrayBuffer> {
  let serialized: string | undefined;
  try {
    serialized = canonicalize(value);
  } catch (cause) {
    throw new FiscError("canonical.not-json", {}, { cause });
  }
  if (serialized === undefined) throw new FiscError("canonical.not-json");
  return text.encode(serialized);
}

/** SHA-256 by WebCrypto, lower-case hex. A Blob is read whole: for files above some 100 MB hash in slices instead. */
export async function sha256Hex(content: Uint8Array<ArrayBuffer> | ArrayBuffer | Blob): Promise<string> {
  const bytes = content instanceof Blob ? await content.arrayBuffer() : content;
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  let hex = "";
  for (const byte of digest) hex += byte.toString(16).padStart(2, "0");
  return hex;
}
