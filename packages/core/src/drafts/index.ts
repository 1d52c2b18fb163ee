export { DraftConflict, type Draft, type DraftAside, type DraftAttachment, type DraftBase, type DraftContent } from "./draft.ts";
export { createDraftStore, type DraftChange, type DraftSave, type DraftStore, type DraftStoreOptions } from "./draft-store.ts";
export { mergeDrafts, type Mergeable } from "./merge.ts";
export { type MergeConflict } from "./merge-rows.ts";
export { outboxChannel, outboxHolds } from "./database.ts";
export { createOutbox, type Outbox, type OutboxOptions, type Submitted } from "./outbox.ts";
export { type OutboxApi, type OutboxEntry, type OutboxTask } from "./outbox-entry.ts";
export { keptDrafts, wipeDrafts, type KeptDrafts } from "./kept-drafts.ts";
