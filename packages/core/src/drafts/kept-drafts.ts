import { defaultDatabase, openPlace, stored, type DraftPlace } from "./database.ts";
import type { Draft } from "./draft.ts";
import { draftChannel, type DraftChange, type DraftStoreOptions } from "./draft-store.ts";
import { openDraft } from "./open-draft.ts";

/** What this browser keeps of a person. */
export interface KeptDrafts {
  /** Newest first, without those that cannot be opened. */
  readonly drafts: readonly Draft[];
  /** Entries of the outbox that the gateway does not have yet. */
  readonly unsent: number;
}

/** @throws FiscError `draft.unavailable` */
export function keptDrafts(options: DraftStoreOptions): Promise<KeptDrafts> {
  return at(options, async (place) => {
    const { database } = place;
    const [rows, entries] = await Promise.all([
      database.findAll("drafts", "subject", options.subject),
      database.findAll("outbox", "subject", options.subject),
    ]);
    const opened = await Promise.allSettled(rows.map((row) => openDraft(place, "drafts", row, new WeakMap())));
    const drafts = opened.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
    return {
      drafts: drafts.sort((a, b) => (a.savedAt < b.savedAt ? 1 : -1)),
      unsent: entries.filter(({ state }) => state !== "done").length,
    };
  });
}

/**
 * Deletes everything that this browser keeps of a person, with the keys first: for a computer that others use. What waits in the outbox
 * goes too; `keptDrafts` says beforehand whether there is any.
 * @throws FiscError `draft.unavailable`
 */
export function wipeDrafts(options: DraftStoreOptions): Promise<void> {
  const { subject, database: name = defaultDatabase } = options;
  return at(options, async ({ database }) => {
    const tables = ["keys", "drafts", "aside", "chunks", "damaged", "outbox", "sent"] as const;
    const transaction = database.change(...tables);
    const emptied = tables.map((table) => transaction.table(table).deleteAll("subject", subject));
    await Promise.all([...emptied, transaction.done]);
    const channel = new BroadcastChannel(draftChannel(name));
    channel.postMessage({ id: subject, kind: "wiped", revision: 0, tab: "" } satisfies DraftChange);
    channel.close();
  });
}

async function at<T>({ database = defaultDatabase, subject }: DraftStoreOptions, work: (place: DraftPlace) => Promise<T>): Promise<T> {
  const place = await openPlace(database, subject);
  try {
    return await stored(() => work(place));
  } finally {
    place.database.close();
  }
}
