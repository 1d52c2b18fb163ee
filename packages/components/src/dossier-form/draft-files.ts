import type { DraftAttachment } from "@fisc/core/drafts";
import type { FormFile } from "../attachment-field/form-file.ts";

/** A file as a draft keeps it: its bytes only until the gateway has them. */
export function asDraft({ key: _key, file, ...kept }: FormFile): DraftAttachment {
  return file && !kept.upload && !kept.id ? { ...kept, file } : kept;
}

export function asFormFile(attachment: DraftAttachment): FormFile {
  return { key: attachment.id ?? `${attachment.slot} ${attachment.sha256} ${attachment.name}`, ...attachment };
}

/** Takes over files of a draft and keeps those that are the same under the names they have in the form. */
export function mergeFiles(now: readonly FormFile[], draft: readonly DraftAttachment[]): readonly FormFile[] {
  return draft.map((attachment) => {
    const same = now.find(
      (file) =>
        file.slot === attachment.slot &&
        file.name === attachment.name &&
        (file.sha256 === attachment.sha256 || (file.id === attachment.id && file.id !== undefined)),
    );
    return same ? { ...same, ...attachment, key: same.key } : asFormFile(attachment);
  });
}
