export { DraftConflict, type Draft, type DraftAttachment, type DraftContent } from "./draft.ts";
export { createDraftStore, type DraftChange, type DraftStore } from "./draft-store.ts";
export { mergeDrafts, type Mergeable } from "./merge.ts";
export { type MergeConflict } from "./merge-rows.ts";
export { outboxChannel, outboxHolds } from "./database.ts";
export { createOutbox, type Outbox, type OutboxOptions } from "./outbox.ts";
export { type OutboxApi, type OutboxEntry, type OutboxTask } from "./outbox-entry.ts";
