import type { Instant } from "../model/dossier.ts";
import { FiscError } from "../model/errors.ts";
import { openIndexedDatabase, type Database } from "./indexed-database.ts";
import { isOld, openKeys, type KeyRing } from "./keys.ts";
import type { StoredEntry } from "./outbox-entry.ts";
import type { StoredDraft } from "./sealed-draft.ts";
import type { DraftKey, Sealed } from "./sealing.ts";

/** A piece of a file of a draft or an entry. */
export interface SealedChunk {
  readonly file: string;
  readonly index: number;
  readonly subject: string;
  /** What names the draft or entry that the file belongs to. */
  readonly owner: string;
  readonly sealed: Sealed;
}

/** A record that could not be opened: kept as it was found. */
export interface DamagedRecord {
  readonly id: string;
  readonly at: Instant;
  readonly subject: string;
  readonly table: "drafts" | "aside" | "outbox";
  readonly record: unknown;
}

/** What has been sent once, so that no tab sends it again. */
export interface SentRecord {
  readonly submission: string;
  readonly subject: string;
  readonly at: Instant;
}

export type DraftTables = {
  readonly drafts: { readonly key: string; readonly value: StoredDraft };
  /** Versions that lost a race with another tab, by draft and tab: kept until they are merged. */
  readonly aside: { readonly key: [string, string]; readonly value: StoredDraft };
  readonly chunks: { readonly key: [string, number]; readonly value: SealedChunk };
  readonly keys: { readonly key: string; readonly value: DraftKey };
  readonly damaged: { readonly key: string; readonly value: DamagedRecord };
  readonly outbox: { readonly key: number; readonly value: StoredEntry };
  readonly sent: { readonly key: string; readonly value: SentRecord };
};

export type DraftDatabase = Database<DraftTables>;

export const defaultDatabase = "fisc";

/** Channel on which tabs tell each other the ids of entries that changed. */
export const outboxChannel = (database: string = defaultDatabase): string => `${database}.outbox`;

/** Row of `keys` that says that records of before encryption may be there. It has no subject, so it is nobody's key. */
export const plainMark = "plain";

/** Opens the browser's database; gives way when another tab brings a newer version of it. */
export function openDraftDatabase(name: string): Promise<DraftDatabase> {
  return openIndexedDatabase(name, 2, (transaction, from) => {
    const { db } = transaction;
    const keys = db.createObjectStore("keys", { keyPath: "id" });
    if (from === 0) {
      db.createObjectStore("drafts", { keyPath: "id" }).createIndex("subject", "subject");
      db.createObjectStore("aside", { keyPath: ["id", "tab"] });
      const outbox = db.createObjectStore("outbox", { keyPath: "sequence", autoIncrement: true });
      outbox.createIndex("id", "id", { unique: true });
      outbox.createIndex("subject", "subject");
    } else keys.put({ id: plainMark });
    const tables = [
      keys,
      transaction.objectStore("aside"),
      db.createObjectStore("chunks", { keyPath: ["file", "index"] }),
      db.createObjectStore("damaged", { keyPath: "id" }),
      db.createObjectStore("sent", { keyPath: "submission" }),
    ];
    for (const table of tables) table.createIndex("subject", "subject");
  });
}

/** Where one person's drafts and entries are. */
export interface DraftPlace {
  readonly database: DraftDatabase;
  readonly keys: KeyRing;
  /** Why nothing outlives the page: `draft.unavailable`, `draft.blocked`, `draft.quota`; undefined where it does. */
  readonly trouble: string | undefined;
}

/** Never rejects: where the browser keeps nothing, the place is in memory and says why. */
export async function openPlace(name: string, subject: string): Promise<DraftPlace> {
  let database: DraftDatabase | undefined;
  try {
    database = await openDraftDatabase(name);
    const keys = openKeys(database, subject);
    const [key, plain] = await Promise.all([keys.current(), database.get("keys", plainMark)]);
    // Neither has to be done before the form is there, and either may be done at the next start.
    const opened = database;
    if (plain) void import("./seal-plain.ts").then(({ sealPlain }) => sealPlain(opened)).catch(() => undefined);
    if (isOld(key)) void import("./replace-key.ts").then(({ replaceKey }) => replaceKey(opened, subject)).catch(() => undefined);
    return { database, keys, trouble: undefined };
  } catch (cause) {
    database?.close();
    const memory = (await import("./memory-database.ts")).memoryDatabase(name);
    return { database: memory, keys: openKeys(memory, subject), trouble: troubleOf(cause).code };
  }
}

/** @throws FiscError `draft.quota` where the disk share is used up, `draft.unavailable` where the browser keeps nothing */
export async function stored<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    throw troubleOf(cause);
  }
}

function troubleOf(cause: unknown): FiscError {
  if (cause instanceof FiscError) return cause;
  const name = cause instanceof Error ? cause.name : "";
  const code = name === "QuotaExceededError" ? "draft.quota" : name === "TimeoutError" ? "draft.blocked" : "draft.unavailable";
  return new FiscError(code, {}, { cause });
}

/** Whether anything of the person is in the outbox, done or not. */
export async function outboxHolds(subject: string, name: string = defaultDatabase): Promise<boolean> {
  const { database } = await openPlace(name, subject);
  try {
    return (await database.count("outbox", "subject", subject)) > 0;
  } finally {
    database.close();
  }
}
