import { FiscError } from "../model/errors.ts";
import { defaultDatabase, openDraftDatabase, stored } from "./database.ts";
import { DraftConflict, type Draft, type DraftContent } from "./draft.ts";

/** What another tab, or another store in this one, did to a draft. */
export interface DraftChange {
  readonly id: string;
  readonly kind: "saved" | "removed";
  readonly revision: number;
  readonly tab: string;
}

export interface DraftStore {
  /** Newest first. */
  list(subject: string): Promise<readonly Draft[]>;
  load(id: string): Promise<Draft | null>;
  /**
   * Saves and gives back what was saved, one revision on. `baseRevision` is the revision the caller last loaded or saved, 0 for a new draft.
   * @throws DraftConflict where another tab saved since; FiscError `draft.gone` where another tab removed it (what was to be saved
   *   is set aside in both cases), `draft.quota`, `draft.unavailable`
   */
  save(draft: DraftContent, baseRevision: number): Promise<Draft>;
  /** Versions set aside by a conflict that were not merged yet, of all tabs. */
  aside(id: string): Promise<readonly Draft[]>;
  remove(id: string): Promise<void>;
  /** Tells of changes made elsewhere. Returns the end of the subscription. */
  subscribe(id: string, listener: (change: DraftChange) => void): () => void;
  close(): Promise<void>;
}

export function createDraftStore({ database = defaultDatabase }: { readonly database?: string } = {}): DraftStore {
  const opened = openDraftDatabase(database);
  opened.catch(() => undefined);
  const channel = new BroadcastChannel(`${database}.drafts`);
  const listeners = new Map<string, Set<(change: DraftChange) => void>>();
  channel.addEventListener("message", ({ data }: MessageEvent<DraftChange>) => {
    for (const listener of listeners.get(data.id) ?? []) listener(data);
  });
  const tell = (change: DraftChange): void => channel.postMessage(change);

  const store: DraftStore = {
    list: (subject) =>
      stored(async () => {
        const drafts = await (await opened).findAll("drafts", "subject", subject);
        return drafts.sort((a, b) => (a.savedAt < b.savedAt ? 1 : -1));
      }),
    load: (id) => stored(async () => (await (await opened).get("drafts", id)) ?? null),
    save: (content, baseRevision) =>
      stored(async () => {
        const transaction = (await opened).change("drafts", "aside");
        const drafts = transaction.table("drafts");
        const aside = transaction.table("aside");
        const current = await drafts.get(content.id);
        const draft: Draft = { ...content, revision: baseRevision + 1, savedAt: new Date().toISOString() };
        const writable = (current?.revision ?? 0) === baseRevision;
        await Promise.all([
          writable ? drafts.put(draft) : aside.put(draft),
          ...(writable ? [aside.delete([draft.id, draft.tab])] : []),
          transaction.done,
        ]);
        if (!writable) throw current ? new DraftConflict(current, draft) : new FiscError("draft.gone", { id: draft.id });
        tell({ id: draft.id, kind: "saved", revision: draft.revision, tab: draft.tab });
        return draft;
      }),
    aside: (id) => stored(async () => (await opened).getAll("aside", IDBKeyRange.bound([id], [id, []]))),
    remove: (id) =>
      stored(async () => {
        const transaction = (await opened).change("drafts", "aside");
        const current = await transaction.table("drafts").get(id);
        await Promise.all([
          transaction.table("drafts").delete(id),
          transaction.table("aside").delete(IDBKeyRange.bound([id], [id, []])),
          transaction.done,
        ]);
        if (current) tell({ id, kind: "removed", revision: current.revision, tab: current.tab });
      }),
    subscribe(id, listener) {
      const own = listeners.get(id) ?? new Set();
      listeners.set(id, own.add(listener));
      return () => void own.delete(listener);
    },
    async close() {
      channel.close();
      (await opened).close();
    },
  };
  return store;
}
