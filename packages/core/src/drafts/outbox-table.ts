import { stored, type DraftPlace, type SealedChunk } from "./database.ts";
import { sealEntry } from "./outbox-content.ts";
import type { OutboxEntry, OutboxTask, StoredEntry } from "./outbox-entry.ts";
import type { Submitted } from "./outbox.ts";

/** What is done stays a day, for pages that were not open to hear of it. */
const keepDone = 86_400_000;
/** A page that has been open for longer than a month asks the gateway again, which knows what it has. */
const keepSent = 30 * keepDone;

/** The outbox on disk. Each method is one transaction: it happens as a whole, and one at a time over all tabs. */
export interface OutboxTable {
  /** Of the person, in the order of sending. */
  list(): Promise<readonly OutboxEntry[]>;
  put(tasks: readonly OutboxTask[], key?: string): Promise<readonly StoredEntry[]>;
  submit(tasks: readonly OutboxTask[], submission: string): Promise<readonly StoredEntry[] | Exclude<Submitted, "added">>;
  finish(target: string): Promise<readonly StoredEntry[]>;
  /** Changes an entry by its state on disk; null where `change` declines or the entry is gone. */
  update(id: string, change: (entry: StoredEntry) => StoredEntry | null): Promise<StoredEntry | null>;
  remove(id: string): Promise<StoredEntry | null>;
  /** Deletes what nobody needs to hear of any more. */
  forget(): Promise<void>;
}

/** What of an entry is for others. */
export function shown({ sealed: _sealed, files: _files, body: _body, ...entry }: StoredEntry): OutboxEntry {
  return entry;
}

export function createOutboxTable(opened: Promise<DraftPlace>): OutboxTable {
  /** Puts in the tasks where `mayPut` finds nothing against it in the same transaction; it gives what has to go for them. */
  async function add<Refusal>(
    tasks: readonly OutboxTask[],
    common: { readonly key?: string; readonly submission?: string },
    mayPut: (entries: readonly StoredEntry[], isSent: boolean) => readonly StoredEntry[] | Refusal,
    isSecondTry = false,
  ): Promise<readonly StoredEntry[] | Refusal> {
    const { database, keys } = await opened;
    const draftKey = await keys.current();
    const now = new Date().toISOString();
    const made: { readonly entry: Omit<StoredEntry, "sequence">; readonly chunks: readonly SealedChunk[] }[] = [];
    for (const { body, ...task } of tasks) {
      const entry = {
        ...task,
        id: crypto.randomUUID(),
        key: crypto.randomUUID(),
        ...common,
        subject: keys.subject,
        state: "waiting",
        attempts: 0,
        createdAt: now,
        updatedAt: now,
      } as const;
      made.push(await sealEntry(draftKey, entry as Omit<OutboxEntry, "sequence">, body));
    }
    const transaction = database.change("outbox", "chunks", "keys", "sent");
    const [outbox, pieces] = [transaction.table("outbox"), transaction.table("chunks")];
    const [entries, known, sent] = await Promise.all([
      outbox.findAll("subject", keys.subject),
      transaction.table("keys").get(draftKey.id),
      common.submission === undefined ? undefined : transaction.table("sent").get(common.submission),
    ]);
    const verdict = known ? mayPut(entries, sent !== undefined) : undefined;
    const going = Array.isArray(verdict) ? (verdict as readonly StoredEntry[]) : undefined;
    const coming = going ? made : [];
    const [numbers] = await Promise.all([
      // The database gives `sequence`, so the entries cannot have one yet.
      Promise.all(coming.map(({ entry }) => outbox.put(entry as StoredEntry))),
      ...(going ?? []).flatMap(deletions),
      ...coming.flatMap(({ chunks }) => chunks).map((chunk) => pieces.put(chunk)),
      transaction.done,
    ]);
    if (!known && !isSecondTry) {
      // Another tab replaced the key or wiped everything.
      keys.renew();
      return add(tasks, common, mayPut, true);
    }
    return going ? made.map(({ entry }, index) => ({ ...entry, sequence: numbers[index] as number }) as StoredEntry) : (verdict as Refusal);

    function deletions({ sequence, files = [] }: StoredEntry): readonly Promise<unknown>[] {
      return [outbox.delete(sequence), ...files.map((file) => pieces.deleteUnder(file))];
    }
  }

  return {
    list: () =>
      stored(async () => {
        const { database, keys } = await opened;
        return (await database.findAll("outbox", "subject", keys.subject)).map(shown);
      }),
    put: (tasks, key) => stored(() => add(tasks, key === undefined ? {} : { key }, () => [])),
    submit: (tasks, submission) =>
      stored(() =>
        add<Exclude<Submitted, "added">>(tasks, { submission }, (entries, isSent) => {
          const own = entries.filter(({ target }) => target === tasks[0]?.target);
          if (own.some(({ state }) => state === "waiting" || state === "sending")) return "busy";
          const before = own.filter((entry) => entry.submission === submission);
          return isSent || (before.length > 0 && before.every(({ state }) => state === "done")) ? "sent" : own;
        }),
      ),
    finish: (target) =>
      stored(async () => {
        const { database, keys } = await opened;
        const transaction = database.change("outbox", "sent");
        const [outbox, sent] = [transaction.table("outbox"), transaction.table("sent")];
        const done = (await outbox.findAll("subject", keys.subject)).filter((entry) => entry.target === target && entry.state === "done");
        const at = new Date().toISOString();
        const notes = new Set(done.flatMap(({ submission }) => submission ?? []));
        await Promise.all([
          ...done.map(({ sequence }) => outbox.delete(sequence)),
          ...[...notes].map((submission) => sent.put({ submission, subject: keys.subject, at })),
          transaction.done,
        ]);
        return done;
      }),
    update: (id, change) =>
      stored(async () => {
        const transaction = (await opened).database.change("outbox", "chunks");
        const outbox = transaction.table("outbox");
        const entry = await outbox.find("id", id);
        const changed = entry ? change(entry) : null;
        // What the gateway has need not lie about here.
        const kept = changed?.state === "done" ? (shown(changed) as StoredEntry) : changed;
        const files = changed?.state === "done" ? (changed.files ?? []) : [];
        await Promise.all([
          kept && outbox.put({ ...kept, updatedAt: new Date().toISOString() }),
          ...files.map((file) => transaction.table("chunks").deleteUnder(file)),
          transaction.done,
        ]);
        return kept;
      }),
    remove: (id) =>
      stored(async () => {
        const transaction = (await opened).database.change("outbox", "chunks");
        const outbox = transaction.table("outbox");
        const entry = await outbox.find("id", id);
        const files = entry?.files ?? [];
        await Promise.all([
          entry && outbox.delete(entry.sequence),
          ...files.map((file) => transaction.table("chunks").deleteUnder(file)),
          transaction.done,
        ]);
        return entry ?? null;
      }),
    forget: () =>
      stored(async () => {
        const { database, keys } = await opened;
        const transaction = database.change("outbox", "sent");
        const [outbox, sent] = [transaction.table("outbox"), transaction.table("sent")];
        const [entries, records] = await Promise.all([outbox.findAll("subject", keys.subject), sent.findAll("subject", keys.subject)]);
        await Promise.all([
          ...entries
            .filter(({ state, updatedAt }) => state === "done" && Date.parse(updatedAt) < Date.now() - keepDone)
            .map(({ sequence }) => outbox.delete(sequence)),
          ...records.filter(({ at }) => Date.parse(at) < Date.now() - keepSent).map(({ submission }) => sent.delete(submission)),
          transaction.done,
        ]);
      }),
  };
}
