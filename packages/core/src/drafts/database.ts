import { FiscError } from "../model/errors.ts";
import type { Draft } from "./draft.ts";
import { openIndexedDatabase, type IndexedDatabase } from "./indexed-database.ts";
import type { OutboxEntry } from "./outbox-entry.ts";

export type DraftTables = {
  readonly drafts: { readonly key: string; readonly value: Draft };
  /** Versions that lost a race with another tab, by draft and tab: kept until they are merged. */
  readonly aside: { readonly key: [string, string]; readonly value: Draft };
  readonly outbox: { readonly key: number; readonly value: OutboxEntry };
};

export type DraftDatabase = IndexedDatabase<DraftTables>;

export const defaultDatabase = "fisc";

/** Channel on which tabs tell each other the ids of entries that changed. */
export const outboxChannel = (database: string = defaultDatabase): string => `${database}.outbox`;

/** Opens the browser's database; gives way when another tab brings a newer version of it. */
export function openDraftDatabase(name: string): Promise<DraftDatabase> {
  return openIndexedDatabase(name, 1, (database) => {
    database.createObjectStore("drafts", { keyPath: "id" }).createIndex("subject", "subject");
    database.createObjectStore("aside", { keyPath: ["id", "tab"] });
    const outbox = database.createObjectStore("outbox", { keyPath: "sequence", autoIncrement: true });
    outbox.createIndex("id", "id", { unique: true });
    outbox.createIndex("subject", "subject");
  });
}

/** @throws FiscError `draft.quota` where the disk share is used up, `draft.unavailable` where the browser keeps nothing */
export async function stored<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof FiscError) throw cause;
    const quota = cause instanceof DOMException && cause.name === "QuotaExceededError";
    throw new FiscError(quota ? "draft.quota" : "draft.unavailable", {}, { cause });
  }
}

/** Whether anything of the person is in the outbox, done or not. @throws FiscError `draft.unavailable` */
export function outboxHolds(subject: string, database: string = defaultDatabase): Promise<boolean> {
  return stored(async () => {
    const opened = await openDraftDatabase(database);
    try {
      return (await opened.count("outbox", "subject", subject)) > 0;
    } finally {
      opened.close();
    }
  });
}
