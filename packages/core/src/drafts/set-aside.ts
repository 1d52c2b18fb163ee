import type { DraftPlace, DamagedRecord } from "./database.ts";
import type { Draft, DraftAside, DraftBase } from "./draft.ts";
import { openDraft } from "./open-draft.ts";
import { ownerOf, sealDraft, type StoredDraft } from "./sealed-draft.ts";
import { sealFiles } from "./sealed-files.ts";

const lockOf = (name: string, tab: string): string => `${name}.aside.${tab}`;

/**
 * Keeps a version that lost a race, with its files and what both sides began from.
 * @returns lets go of it: until then, and while this page lives, no other tab takes it for left behind
 */
export async function setAside(place: DraftPlace, name: string, draft: Draft, base: DraftBase | undefined): Promise<() => void> {
  const { database, keys } = place;
  const bare = base && { ...base, attachments: base.attachments.map(({ file: _file, ...one }) => one) };
  const kept: DraftAside = bare ? { ...draft, base: bare } : draft;
  const key = await keys.current();
  // Files of its own: those of the draft go with the draft.
  const { refs, chunks } = await sealFiles(key, ownerOf("aside", draft), kept, new WeakMap());
  const row = await sealDraft(key, "aside", kept, refs);
  const letGo = await hold(lockOf(name, draft.tab));
  const transaction = database.change("aside", "chunks");
  const pieces = transaction.table("chunks");
  const before = await transaction.table("aside").get([draft.id, draft.tab]);
  const old = before && "files" in before ? before.files : [];
  await Promise.all([
    transaction.table("aside").put(row),
    ...old.map((id) => pieces.deleteUnder(id)),
    ...chunks.map((chunk) => pieces.put(chunk)),
    transaction.done,
  ]);
  return letGo;
}

/** The versions of tabs that are gone. What cannot be opened is kept apart. */
export async function openAside(place: DraftPlace, name: string, rows: readonly StoredDraft[]): Promise<readonly DraftAside[]> {
  const opened: DraftAside[] = [];
  for (const row of rows) {
    if (row.subject !== place.keys.subject || !(await isFree(lockOf(name, row.tab)))) continue;
    try {
      // Its files will be files of the draft, under names of their own.
      opened.push(await openDraft(place, "aside", row, new WeakMap()));
    } catch {
      await keepDamaged(place, "aside", row);
    }
  }
  return opened;
}

/** Takes a record that cannot be opened out of the way, without losing it. */
export async function keepDamaged({ database }: DraftPlace, table: "drafts" | "aside", record: StoredDraft): Promise<void> {
  const { subject, id, tab } = record;
  const damaged: DamagedRecord = { id: crypto.randomUUID(), at: new Date().toISOString(), subject, table, record };
  const transaction = database.change("drafts", "aside", "damaged");
  const [drafts, asides] = [transaction.table("drafts"), transaction.table("aside")];
  const current = await (table === "drafts" ? drafts.get(id) : asides.get([id, tab]));
  // Another tab may have written a good one meanwhile.
  const isSame = current?.revision === record.revision && current.savedAt === record.savedAt;
  const removal = (): Promise<unknown> => (table === "drafts" ? drafts.delete(id) : asides.delete([id, tab]));
  await Promise.all([...(isSame ? [transaction.table("damaged").put(damaged), removal()] : []), transaction.done]);
}

/** Without locks nobody can tell whether a tab lives: then none is held, and each is taken for gone. */
const locks = (): LockManager | undefined => globalThis.navigator?.locks;

async function hold(lock: string): Promise<() => void> {
  const { promise: end, resolve: letGo } = Promise.withResolvers<void>();
  const held = Promise.withResolvers<void>();
  if (!locks()) return () => undefined;
  void locks()
    ?.request(lock, () => {
      held.resolve();
      return end;
    })
    .catch(() => held.resolve());
  await held.promise;
  return letGo;
}

async function isFree(lock: string): Promise<boolean> {
  return (await locks()?.request(lock, { ifAvailable: true }, async (got) => got !== null)) ?? true;
}
