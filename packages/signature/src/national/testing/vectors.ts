import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { fromHex, type Bytes } from "../../bytes.ts";

const folder = process.env["FISC_CONFORMANCE_DIR"] ?? resolve(import.meta.dirname, "../../../../../../shared/conformance");

/** For a test's `skip`: false where the published vectors are, else the reason. */
export const withoutVectors: string | false = existsSync(resolve(folder, "vectors")) ? false : "no conformance data (FISC_CONFORMANCE_DIR)";

/** One file of published vectors, parsed. */
export function vectors(file: string): unknown {
  return JSON.parse(readFileSync(resolve(folder, "vectors", file), "utf8"));
}

export function hex(text: string): Bytes {
  const bytes = fromHex(text.replaceAll(/\s/g, ""));
  if (!bytes) throw new TypeError(`no hex: ${text}`);
  return bytes;
}

/** 00 01 02 …, or from another octet on. */
export function counting(length: number, from = 0): Bytes {
  return Uint8Array.from({ length }, (_, i) => from + i);
}
