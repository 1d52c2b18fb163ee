import type { FormFile } from "./form-file.ts";

/** What a slot takes: an attachment slot of the procedure. */
export interface SlotLimits {
  readonly maxFiles: number;
  /** Bytes for one file. */
  readonly maxBytes: number;
  readonly mediaTypes: readonly string[];
}

const signatures: Readonly<Record<string, readonly number[]>> = {
  // ISO 32000-2, 7.5.2: a PDF begins with `%PDF-`.
  "application/pdf": [0x25, 0x50, 0x44, 0x46, 0x2d],
  // ISO 15948, 5.2.
  "image/png": [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  // ITU-T T.81, B.1.1.3: start of image, next marker.
  "image/jpeg": [0xff, 0xd8, 0xff],
};

/**
 * What kind of file it is, by its first bytes; the name and what the browser says are not believed.
 * @returns one of `allowed`; null where it is none of them
 */
export async function mediaTypeOf(file: Blob, allowed: readonly string[]): Promise<string | null> {
  const head = new Uint8Array(await file.slice(0, 16).arrayBuffer());
  return allowed.find((type) => signatures[type]?.every((byte, index) => head[index] === byte)) ?? null;
}

/** Code of the reason why a file cannot be added to a slot; empty where it can. Its bytes are not read here. */
export function refusal(file: { readonly size: number }, already: readonly FormFile[], limits: SlotLimits): string {
  if (already.length >= limits.maxFiles) return "attachment.too-many";
  if (file.size === 0) return "attachment.empty";
  return file.size > limits.maxBytes ? "attachment.too-big" : "";
}
