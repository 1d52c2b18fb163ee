import { defaultDatabase, openPlace, stored, type DraftPlace } from "./database.ts";
import type { Draft, DraftAside, DraftBase, DraftContent } from "./draft.ts";
import { sealDraft } from "./sealed-draft.ts";
import type { WholeStore } from "./whole-store.ts";

/** What another tab, or another store in this one, did to a draft. `wiped`: everything of the person is gone. */
export interface DraftChange {
  readonly id: string;
  readonly kind: "saved" | "removed" | "wiped";
  readonly revision: number;
  readonly tab: string;
}

export interface DraftSave {
  /** What the content was before it was edited: kept with a version that is set aside, so that it can be merged later. */
  readonly base?: DraftBase;
  /** Tabs whose versions set aside are in the content now. The draft's own tab always is. */
  readonly settles?: readonly string[];
}

/** One person's drafts in this browser, sealed (AES-256-GCM) under a key that cannot leave it. */
export interface DraftStore {
  /**
   * Why drafts do not outlive the page: `draft.unavailable`, `draft.blocked`, `draft.quota`. Known once anything was loaded or saved;
   * undefined where they do.
   */
  readonly trouble: string | undefined;
  /** @throws FiscError `draft.damaged` where it cannot be opened: it is then kept apart, and the next `load` gives null */
  load(id: string): Promise<Draft | null>;
  /**
   * Saves and gives back what was saved, one revision on. `baseRevision` is the revision the caller last loaded or saved, 0 for a new draft.
   * @throws DraftConflict where another tab saved since; FiscError `draft.gone` where another tab removed it (what was to be saved
   *   is set aside in both cases), `draft.quota`, `draft.unavailable`. Where only a file has no room, the rest is saved and `lostFiles` names it.
   */
  save(draft: DraftContent, baseRevision: number, more?: DraftSave): Promise<Draft>;
  /** Versions set aside by a conflict that were not merged, of tabs that are gone: nobody else will merge them. */
  aside(id: string): Promise<readonly DraftAside[]>;
  remove(id: string): Promise<void>;
  /** Tells of changes made elsewhere. Returns the end of the subscription. */
  subscribe(id: string, listener: (change: DraftChange) => void): () => void;
  close(): Promise<void>;
}

export interface DraftStoreOptions {
  readonly database?: string;
  /** OpenID subject. Drafts of other people are not opened. */
  readonly subject: string;
}

export const draftChannel = (database: string = defaultDatabase): string => `${database}.drafts`;

/**
 * The store itself can do what every key stroke needs: seal what was typed and write it. All else (drafts that are there already, files,
 * other tabs) comes when it is needed, and with the first save, for the network may be gone later.
 */
export function createDraftStore({ database: name = defaultDatabase, subject }: DraftStoreOptions): DraftStore {
  let trouble: string | undefined;
  const opened = openPlace(name, subject).then((place) => ((trouble = place.trouble), place));
  const channel = new BroadcastChannel(draftChannel(name));
  const listeners = new Map<string, Set<(change: DraftChange) => void>>();
  channel.addEventListener("message", ({ data }: MessageEvent<DraftChange>) => {
    const concerned = data.kind === "wiped" && data.id === subject ? [...listeners.values()] : [listeners.get(data.id) ?? []];
    // Whoever hears of it may begin to listen anew: to what comes then.
    for (const listener of concerned.flatMap((some) => [...some])) listener(data);
  });
  const tell = ({ id, revision, tab }: Draft, kind: DraftChange["kind"]): void =>
    channel.postMessage({ id, kind, revision, tab } satisfies DraftChange);
  let loading: Promise<WholeStore> | undefined;
  const whole = (): Promise<WholeStore> => {
    loading ??= Promise.all([import("./whole-store.ts"), opened]).then(([{ createWholeStore }, place]) => createWholeStore(place, name));
    loading.catch(() => (loading = undefined));
    return loading;
  };
  /** A version of this store may be set aside: the next good save clears it up. */
  let hasAside = false;
  const inPlace = <T>(work: (place: DraftPlace) => Promise<T>): Promise<T> => stored(async () => work(await opened));

  return {
    get trouble() {
      return trouble;
    },
    load: (id) =>
      inPlace(async ({ database }) => {
        const row = await database.get("drafts", id);
        return row?.subject === subject ? (await whole()).open(row) : null;
      }),
    save: (content, baseRevision, more = {}) =>
      inPlace(async (place) => {
        const draft: Draft = { ...content, revision: baseRevision + 1, savedAt: new Date().toISOString() };
        const coming = whole();
        const isText = !hasAside && !more.settles?.length && !content.attachments.some(({ file }) => file);
        const isSaved = isText && (await saveText(place, draft));
        // Not awaited where it is not needed: it may not come.
        coming.catch(() => undefined);
        hasAside ||= !isSaved;
        const saved = isSaved ? draft : await (await coming).save(draft, more);
        hasAside = false;
        tell(saved, "saved");
        return saved;
      }),
    aside: (id) =>
      inPlace(async ({ database }) => {
        const rows = await database.getAllUnder("aside", id);
        return rows.length === 0 ? [] : (await whole()).openAside(rows);
      }),
    remove: (id) =>
      stored(async () => {
        const removed = await (await whole()).remove(id);
        if (removed) tell(removed as Draft, "removed");
      }),
    subscribe(id, listener) {
      const own = listeners.get(id) ?? new Set();
      listeners.set(id, own.add(listener));
      return () => void own.delete(listener);
    },
    async close() {
      channel.close();
      (await loading?.catch(() => undefined))?.letGo();
      (await opened).database.close();
    },
  };
}

/** Writes a draft where nothing stands in the way: no other tab, no files, no new key. Gives whether it did. */
async function saveText({ database, keys }: DraftPlace, draft: Draft): Promise<boolean> {
  const key = await keys.current();
  const row = await sealDraft(key, "drafts", draft, []);
  const transaction = database.change("drafts", "keys");
  const drafts = transaction.table("drafts");
  const [current, known] = await Promise.all([drafts.get(draft.id), transaction.table("keys").get(key.id)]);
  const mayWrite = known && (current?.revision ?? 0) === draft.revision - 1 && !(current && "files" in current && current.files.length > 0);
  await Promise.all([mayWrite && drafts.put(row), transaction.done]);
  return mayWrite === true;
}
