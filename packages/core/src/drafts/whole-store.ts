import { FiscError } from "../model/errors.ts";
import type { DraftPlace } from "./database.ts";
import { DraftConflict, type Draft, type DraftAside, type DraftAttachment } from "./draft.ts";
import type { DraftSave } from "./draft-store.ts";
import { openDraft } from "./open-draft.ts";
import { sealDraft, type StoredDraft } from "./sealed-draft.ts";
import { sealFiles, type FileRef } from "./sealed-files.ts";
import { keepDamaged, openAside, setAside } from "./set-aside.ts";

/** What a draft store does beyond writing text: it opens what is there, keeps files, and loses no version to another tab. */
export interface WholeStore {
  /** @throws FiscError `draft.damaged` */
  open(row: StoredDraft): Promise<Draft>;
  /** `draft.revision` is the one that it will have. @throws as `DraftStore.save` */
  save(draft: Draft, more: DraftSave): Promise<Draft>;
  openAside(rows: readonly StoredDraft[]): Promise<readonly DraftAside[]>;
  /** Gives what was there. */
  remove(id: string): Promise<StoredDraft | undefined>;
  /** Other tabs may take over what this store set aside. */
  letGo(): void;
}

/** Asked for once a page: without it a browser that runs out of room may delete drafts unasked. */
let isAsked = false;

async function askToKeep(): Promise<void> {
  // Pages have it, workers do not.
  const storage: (StorageManager & { persist?(): Promise<boolean> }) | undefined = globalThis.navigator?.storage;
  if (isAsked || !storage?.persist) return;
  isAsked = true;
  if (!(await storage.persisted())) await storage.persist();
}

export function createWholeStore(place: DraftPlace, name: string): WholeStore {
  const { database, keys } = place;
  void askToKeep().catch(() => undefined);
  /** Files that are on disk. */
  let known = new WeakMap<Blob, FileRef>();
  /** Held while a version of this store is set aside. */
  let held: (() => void) | undefined;
  const letGo = (): void => {
    held?.();
    held = undefined;
  };

  async function open(row: StoredDraft): Promise<Draft> {
    try {
      return await openDraft(place, "drafts", row, known);
    } catch (error) {
      if (error instanceof FiscError) await keepDamaged(place, "drafts", row);
      throw error;
    }
  }

  async function save(draft: Draft, more: DraftSave, isSecondTry = false): Promise<Draft> {
    const key = await keys.current();
    const { refs, chunks, fresh } = await sealFiles(key, draft.id, draft, known);
    const forget = (): void => {
      for (const blob of fresh) known.delete(blob);
    };
    const row = await sealDraft(key, "drafts", draft, refs);
    const transaction = database.change("drafts", "aside", "chunks", "keys");
    const [drafts, asides, pieces] = [transaction.table("drafts"), transaction.table("aside"), transaction.table("chunks")];
    const merged = [...new Set([draft.tab, ...(more.settles ?? [])])];
    const [current, ownKey, ...settled] = await Promise.all([
      drafts.get(draft.id),
      transaction.table("keys").get(key.id),
      ...merged.map((tab) => asides.get([draft.id, tab])),
    ]);
    const isWritten = ownKey !== undefined && (current?.revision ?? 0) === draft.revision - 1;
    const unused = filesOf(current, ...settled).filter((id) => !row.files.includes(id));
    const writes = (): Promise<unknown>[] => [
      drafts.put(row),
      ...merged.map((tab) => asides.delete([draft.id, tab])),
      ...unused.map((id) => pieces.deleteUnder(id)),
      ...chunks.map((chunk) => pieces.put(chunk)),
    ];
    try {
      await Promise.all([...(isWritten ? writes() : []), transaction.done]);
    } catch (error) {
      forget();
      if (chunks.length === 0 || !(error instanceof Error) || error.name !== "QuotaExceededError") throw error;
      return save(withoutFiles(draft, fresh), more);
    }
    if (isWritten) {
      letGo();
      return draft;
    }
    forget();
    if (!ownKey && !isSecondTry) {
      // Another tab replaced the key or wiped everything.
      keys.renew();
      return save(draft, more, true);
    }
    const end = await setAside(place, name, draft, more.base);
    letGo();
    held = end;
    if (current) throw new DraftConflict(await open(current), draft);
    // Its files went with it.
    known = new WeakMap();
    throw new FiscError("draft.gone", { id: draft.id });
  }

  return {
    open,
    save: (draft, more) => save(draft, more),
    openAside: (rows) => openAside(place, name, rows),
    async remove(id) {
      const transaction = database.change("drafts", "aside", "chunks");
      const [drafts, asides, pieces] = [transaction.table("drafts"), transaction.table("aside"), transaction.table("chunks")];
      const [current, aside] = await Promise.all([drafts.get(id), asides.getAllUnder(id)]);
      const removals = [drafts.delete(id), asides.deleteUnder(id), ...filesOf(current, ...aside).map((file) => pieces.deleteUnder(file))];
      await Promise.all([...removals, transaction.done]);
      known = new WeakMap();
      return current;
    },
    letGo,
  };
}

function filesOf(...rows: readonly (StoredDraft | undefined)[]): readonly string[] {
  return rows.flatMap((row) => (row && "files" in row ? row.files : []));
}

/** No room for a file is no reason to lose what was typed. */
function withoutFiles(draft: Draft, files: readonly Blob[]): Draft {
  const isLost = ({ file }: DraftAttachment): boolean => file !== undefined && files.includes(file);
  const lostFiles = draft.attachments.filter(isLost).map(({ name }) => name);
  return { ...draft, attachments: draft.attachments.filter((one) => !isLost(one)), lostFiles };
}
