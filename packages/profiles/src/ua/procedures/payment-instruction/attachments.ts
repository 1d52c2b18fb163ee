import type { AttachmentSlot } from "@fisc/core";

/** Sent once; a payment that refers to stored documents needs none. Sizes and kinds of files: a proposal. */
export const attachments: readonly AttachmentSlot<string>[] = [
  {
    id: "supportingDocuments",
    required: "size(data.supporting) == 0",
    maxFiles: 10,
    maxBytes: 10 * 1024 * 1024,
    mediaTypes: ["application/pdf"],
  },
];
