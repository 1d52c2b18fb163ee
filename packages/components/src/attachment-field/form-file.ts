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
