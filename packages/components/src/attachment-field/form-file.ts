import type { Attachment } from "@fisc/core";

/**
 * A file in a form. Either it is in the dossier already (`id`), or it was chosen here: then its bytes are kept until
 * the gateway has them, and `upload` names the finished upload.
 */
export interface FormFile {
  /** Names the file within the form, also after a reload. */
  readonly key: string;
  readonly slot: string;
  readonly name: string;
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
  /** Lower-case hex; empty until it is computed. */
  readonly sha256: string;
  readonly file?: Blob;
  readonly upload?: string;
  readonly id?: string;
}

/** Where a file stands just now. Not kept: it follows from the file and from what happens to it. */
export type FileProgress =
  | { readonly step: "checking" }
  | { readonly step: "uploading"; readonly part: number }
  | { readonly step: "waiting" }
  | { readonly step: "failed"; readonly problem: string }
  | { readonly step: "ready" };

export function keptFile(attachment: Attachment): FormFile {
  const { id, slot, name, mediaType, size, sha256 } = attachment;
  return { key: id, id, slot, name, mediaType, size, sha256 };
}

/** Whether the gateway has its bytes. */
export function isReady(file: FormFile): boolean {
  return file.id !== undefined || file.upload !== undefined;
}

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
