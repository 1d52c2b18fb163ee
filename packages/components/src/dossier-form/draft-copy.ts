import { FiscError, type JsonObject } from "@fisc/core";
import type { DraftAttachment, DraftBase, DraftContent } from "@fisc/core/drafts";

/** A file with a draft in it: readable by anybody who has it, so it is made only where the person asks for it. */
interface DraftCopy {
  readonly format: "fisc-draft-1";
  readonly procedure: string;
  readonly procedureVersion: number;
  readonly dossier?: string;
  readonly data: JsonObject;
  readonly attachments: readonly (Omit<DraftAttachment, "file"> & { readonly bytes?: string })[];
}

const format = "fisc-draft-1";
/** A copy larger than this is not read. Bytes. */
const largest = 500_000_000;

/** The form's content with its files, as JSON. */
export async function copyOf({ procedure, procedureVersion, dossier, data, attachments }: Omit<DraftContent, "tab">): Promise<Blob> {
  const copy: DraftCopy = {
    format,
    procedure,
    procedureVersion,
    ...(dossier === undefined ? {} : { dossier }),
    data,
    attachments: await Promise.all(attachments.map(async ({ file, ...one }) => (file ? { ...one, bytes: await asBase64(file) } : one))),
  };
  return new Blob([JSON.stringify(copy)], { type: "application/json" });
}

/** @throws FiscError `draft.copy` where it is no copy of a draft of this form; what is in it is anybody's, so nothing else is believed */
export async function readCopy(file: Blob, form: Pick<DraftContent, "procedure" | "dossier">): Promise<DraftBase> {
  if (file.size > largest) throw new FiscError("draft.copy");
  let copy: Partial<DraftCopy>;
  try {
    copy = (JSON.parse(await file.text()) ?? {}) as Partial<DraftCopy>;
  } catch (cause) {
    throw new FiscError("draft.copy", {}, { cause });
  }
  const { data, attachments, procedureVersion } = copy;
  const isCopy =
    copy.format === format &&
    copy.procedure === form.procedure &&
    copy.dossier === form.dossier &&
    Number.isSafeInteger(procedureVersion) &&
    isObject(data) &&
    Array.isArray(attachments) &&
    attachments.every(isAttachment);
  if (!isCopy) throw new FiscError("draft.copy");
  return {
    data: data as JsonObject,
    procedureVersion: procedureVersion as number,
    attachments: (attachments as DraftCopy["attachments"]).map(({ bytes, slot, name, size, mediaType, sha256, id, upload }) => ({
      slot,
      name,
      size,
      mediaType,
      sha256,
      ...(id === undefined ? {} : { id }),
      ...(upload === undefined ? {} : { upload }),
      ...(bytes === undefined ? {} : { file: asBlob(bytes, mediaType) }),
    })),
  };
}

function isAttachment(one: unknown): boolean {
  if (!isObject(one)) return false;
  const { slot, name, size, mediaType, sha256, id, upload, bytes } = one as Record<string, unknown>;
  const optional = [id, upload, bytes].every((value) => value === undefined || typeof value === "string");
  const hasContent = [id, upload, bytes].some((value) => value !== undefined);
  return (
    optional && hasContent && Number.isSafeInteger(size) && [slot, name, mediaType, sha256].every((value) => typeof value === "string")
  );
}

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function asBase64(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ""));
    reader.onerror = () => reject(reader.error as DOMException);
    reader.readAsDataURL(file);
  });
}

/** @throws FiscError `draft.copy` where it is no base64 */
function asBlob(base64: string, type: string): Blob {
  try {
    return new Blob([Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))], { type });
  } catch (cause) {
    throw new FiscError("draft.copy", {}, { cause });
  }
}
