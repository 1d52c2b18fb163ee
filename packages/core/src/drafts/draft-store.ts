import { FiscError } from "../model/errors.ts";
import { defaultDatabase, openPlace, stored, type DraftPlace, type SealedChunk } from "./database.ts";
import { DraftConflict, type Draft, type DraftAside, type DraftAttachment, type DraftBase, type DraftContent } from "./draft.ts";
import { openDraft, sealDraft, type StoredDraft } from "./sealed-draft.ts";
import type { FileRef } from "./sealed-files.ts";

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

const loadAside = (): Promise<typeof import("./set-aside.ts")> => import("./set-aside.ts");

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
  const tell = (change: DraftChange): void => channel.postMessage(change);
  /** Files that are on disk. */
  let known = new WeakMap<Blob, FileRef>();
  /** Held while a version of this store is set aside. */
  let letGo: (() => void) | undefined;

  async function open(place: DraftPlace, row: StoredDraft): Promise<Draft> {
    try {
      return await openDraft(place, "drafts", row, known);
    } catch (error) {
      if (error instanceof FiscError) await (await loadAside()).keepDamaged(place, "drafts", row);
      throw error;
    }
  }

  async function save(content: DraftContent, baseRevision: number, more: DraftSave, isSecondTry = false): Promise<Draft> {
    const place = await opened;
    const { keys, database } = place;
    const key = await keys.current();
    const draft: Draft = { ...content, revision: baseRevision + 1, savedAt: new Date().toISOString() };
    let refs: readonly FileRef[] = [];
    let chunks: readonly SealedChunk[] = [];
    let fresh: readonly Blob[] = [];
    if (content.attachments.some(({ file }) => file))
      ({ refs, chunks, fresh } = await (await import("./sealed-files.ts")).sealFiles(key, draft.id, content, known));
    const row = await sealDraft(key, "drafts", draft, refs);
    const transaction = database.change("drafts", "aside", "chunks", "keys");
    const [drafts, asides] = [transaction.table("drafts"), transaction.table("aside")];
    const merged = [...new Set([draft.tab, ...(more.settles ?? [])])];
    const [current, ownKey, ...settled] = await Promise.all([
      drafts.get(draft.id),
      transaction.table("keys").get(key.id),
      ...merged.map((tab) => asides.get([draft.id, tab])),
    ]);
    const isLatest = (current?.revision ?? 0) === baseRevision;
    const isWritten = ownKey !== undefined && isLatest;
    const unused = [current, ...settled].flatMap((one) => (one && "files" in one ? one.files : [])).filter((id) => !row.files.includes(id));
    const pieces = transaction.table("chunks");
    const writes = (): Promise<unknown>[] => [
      drafts.put(row),
      ...merged.map((tab) => asides.delete([draft.id, tab])),
      ...unused.map((id) => pieces.deleteUnder(id)),
      ...chunks.map((chunk) => pieces.put(chunk)),
    ];
    try {
      await Promise.all([...(isWritten ? writes() : []), transaction.done]);
    } catch (error) {
      for (const blob of fresh) known.delete(blob);
      if (chunks.length === 0 || !(error instanceof Error) || error.name !== "QuotaExceededError") throw error;
      // No room for a file is no reason to lose what was typed.
      const isLost = ({ file }: DraftAttachment): boolean => file !== undefined && fresh.includes(file);
      const lostFiles = content.attachments.filter(isLost).map(({ name: file }) => file);
      return save({ ...content, attachments: content.attachments.filter((one) => !isLost(one)), lostFiles }, baseRevision, more);
    }
    if (isWritten) {
      letGo?.();
      tell({ id: draft.id, kind: "saved", revision: draft.revision, tab: draft.tab });
      return draft;
    }
    for (const blob of fresh) known.delete(blob);
    if (!ownKey && !isSecondTry) {
      keys.renew();
      return save(content, baseRevision, more, true);
    }
    const { setAside } = await loadAside();
    letGo ??= await setAside(place, name, draft, more.base);
    if (!current) {
      // Its files went with it.
      known = new WeakMap();
      throw new FiscError("draft.gone", { id: draft.id });
    }
    throw new DraftConflict(await open(place, current), draft);
  }

  return {
    get trouble() {
      return trouble;
    },
    load: (id) =>
      stored(async () => {
        const place = await opened;
        const row = await place.database.get("drafts", id);
        return row?.subject === subject ? open(place, row) : null;
      }),
    save: (content, baseRevision, more = {}) => stored(() => save(content, baseRevision, more)),
    aside: (id) =>
      stored(async () => {
        const place = await opened;
        const rows = await place.database.getAllUnder("aside", id);
        return rows.length === 0 ? [] : (await loadAside()).openAside(place, name, rows);
      }),
    remove: (id) =>
      stored(async () => {
        const transaction = (await opened).database.change("drafts", "aside", "chunks");
        const [drafts, asides, chunks] = [transaction.table("drafts"), transaction.table("aside"), transaction.table("chunks")];
        const [current, aside] = await Promise.all([drafts.get(id), asides.getAllUnder(id)]);
        const files = [current, ...aside].flatMap((one) => (one && "files" in one ? one.files : []));
        const removals = [drafts.delete(id), asides.deleteUnder(id), ...files.map((file) => chunks.deleteUnder(file))];
        await Promise.all([...removals, transaction.done]);
        known = new WeakMap();
        if (current) tell({ id, kind: "removed", revision: current.revision, tab: current.tab });
      }),
    subscribe(id, listener) {
      const own = listeners.get(id) ?? new Set();
      listeners.set(id, own.add(listener));
      return () => void own.delete(listener);
    },
    async close() {
      channel.close();
      letGo?.();
      (await opened).database.close();
    },
  };
}
