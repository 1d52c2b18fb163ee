import { FiscError, type Violation } from "../model/errors.ts";
import { defaultDatabase, openDraftDatabase, outboxChannel, stored } from "./database.ts";
import { passing, send, type OutboxApi, type OutboxEntry, type OutboxTask } from "./outbox-entry.ts";
import { serialize, type Locks } from "./locks.ts";

export interface OutboxOptions {
  readonly database?: string;
  readonly api: OutboxApi;
  /** Only entries of this person are listed and sent. */
  readonly subject: string;
  /** Milliseconds before the 2nd, 3rd, … try; the last one repeats. A random fifth is added. */
  readonly delays?: readonly number[];
  /** `navigator.locks`, where there is one. */
  readonly locks?: Locks | null;
}

export interface Outbox {
  /** Resolves once the entry is on disk; sending starts by itself. @throws FiscError `draft.quota`, `draft.unavailable` */
  add(task: OutboxTask, key?: string): Promise<OutboxEntry>;
  /** In the order of sending. */
  list(): Promise<readonly OutboxEntry[]>;
  /** Resolves when the entry is done or failed; waits as long as that takes. Null where it was removed. */
  settled(id: string): Promise<OutboxEntry | null>;
  /** Tries a failed or waiting entry again now. */
  retry(id: string): Promise<void>;
  /** Takes an entry out: one that is done, or one that the person gives up. */
  remove(id: string): Promise<void>;
  /** Sends whatever can be sent now. Called by itself at the start, when an entry comes in and when the network is back. */
  flush(): Promise<void>;
  /** Every change of an entry, also by another tab. Returns the end of the subscription. */
  subscribe(listener: (entry: OutboxEntry) => void): () => void;
  close(): Promise<void>;
}

const defaultDelays = [1_000, 2_000, 5_000, 15_000, 30_000, 60_000];
/** Longer than any request may take. */
const lease = 120_000;
const keepDone = 86_400_000;

/** Writes what people decide to disk before it is sent, and sends it until the gateway has it: exactly once, through its key. */
export function createOutbox({
  database = defaultDatabase,
  api,
  subject,
  delays = defaultDelays,
  locks = globalThis.navigator?.locks ?? null,
}: OutboxOptions): Outbox {
  const opened = openDraftDatabase(database);
  opened.catch(() => undefined);
  const channel = new BroadcastChannel(outboxChannel(database));
  const listeners = new Set<(entry: OutboxEntry) => void>();
  const removals = new Set<(id: string) => void>();
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const exclusively = serialize(locks, `${database}.outbox`);
  let closed = false;

  const notify = (entry: OutboxEntry): void => {
    for (const listener of listeners) listener(entry);
  };
  const find = async (id: string): Promise<OutboxEntry | undefined> => (await opened).find("outbox", "id", id);
  const heard = async (id: string): Promise<void> => {
    const entry = await find(id);
    if (!entry) for (const removal of removals) removal(id);
    else if (entry.subject === subject) notify(entry);
  };
  channel.addEventListener("message", ({ data }: MessageEvent<string>) => void heard(data).catch(() => undefined));

  /** Changes an entry by its state on disk, in one transaction; null where `change` declines or the entry is gone. */
  const update = (id: string, change: (entry: OutboxEntry) => OutboxEntry | null): Promise<OutboxEntry | null> =>
    stored(async () => {
      const transaction = (await opened).change("outbox");
      const outbox = transaction.table("outbox");
      const entry = await outbox.find("id", id);
      const changed = entry ? change(entry) : null;
      await Promise.all([changed && outbox.put({ ...changed, updatedAt: new Date().toISOString() }), transaction.done]);
      if (!changed) return null;
      channel.postMessage(id);
      notify(changed);
      return changed;
    });
  const list = (): Promise<readonly OutboxEntry[]> => stored(async () => (await opened).findAll("outbox", "subject", subject));

  /** Sends the target's entries one after the other; stops at the first that does not get through, and rests while a new try is planned. */
  const sendAll = (target: string): Promise<void> =>
    exclusively(target, async () => {
      if (timers.has(target)) return;
      for (const { id } of (await list()).filter((entry) => entry.target === target)) {
        if (closed) return;
        const known = await find(id);
        if (!known || known.state === "done") continue;
        if (known.state === "failed") return;
        const claimed = await update(id, (entry) => {
          const taken = entry.state === "sending" && !locks && (entry.leaseUntil ?? 0) > Date.now();
          return taken || entry.state === "done" || entry.state === "failed"
            ? null
            : { ...entry, state: "sending", attempts: entry.attempts + 1, leaseUntil: Date.now() + lease };
        });
        if (!claimed) return again(target, 0);
        if (!(await attempt(claimed))) return;
      }
    });

  const attempt = async (claimed: OutboxEntry): Promise<boolean> => {
    const settle = (change: Pick<OutboxEntry, "state"> & Partial<Pick<OutboxEntry, "error" | "result">>): Promise<OutboxEntry | null> =>
      update(claimed.id, ({ leaseUntil: _lease, error: _error, ...entry }) => ({ ...entry, ...change }) as OutboxEntry);
    try {
      const { id, code, revision, version, state } = await send(api, claimed);
      await settle({ state: "done", result: { id, code, revision, version, state } });
      return true;
    } catch (cause) {
      const { code, params } = cause instanceof FiscError ? cause : new FiscError("unexpected", { reason: String(cause) });
      const violations =
        cause instanceof FiscError && "violations" in cause ? { violations: cause.violations as readonly Violation[] } : {};
      const passes = passing.has(code);
      await settle({ state: passes ? "waiting" : "failed", error: { code, params, ...violations } });
      if (passes) again(claimed.target, claimed.attempts);
      return false;
    }
  };

  const again = (target: string, attempts: number): void => {
    if (closed) return;
    clearTimeout(timers.get(target));
    const delay = delays[Math.min(Math.max(attempts - 1, 0), delays.length - 1)] ?? 60_000;
    timers.set(
      target,
      setTimeout(
        () => {
          timers.delete(target);
          void sendAll(target).catch(() => again(target, attempts));
        },
        delay * (1 + Math.random() / 5),
      ),
    );
  };
  const rested = (target: string): void => {
    clearTimeout(timers.get(target));
    timers.delete(target);
  };

  const sendOpen = async (): Promise<void> => {
    const open = (await list()).filter((entry) => entry.state === "waiting" || entry.state === "sending");
    await Promise.all([...new Set(open.map((entry) => entry.target))].map(sendAll));
  };
  const flush = (): Promise<void> => {
    for (const target of timers.keys()) rested(target);
    return sendOpen();
  };
  /** What is done stays a day, for pages that were not open to hear of it; then its content leaves the disk. */
  const forget = async (): Promise<void> => {
    for (const entry of await list()) {
      if (entry.state === "done" && Date.parse(entry.updatedAt) < Date.now() - keepDone)
        await (await opened).delete("outbox", entry.sequence);
    }
  };
  const online = (): void => void flush().catch(() => undefined);
  globalThis.addEventListener?.("online", online);
  void forget()
    .then(sendOpen)
    .catch(() => undefined);

  return {
    add: (task, key = crypto.randomUUID()) =>
      stored(async () => {
        const now = new Date().toISOString();
        const entry = {
          ...task,
          id: crypto.randomUUID(),
          key,
          subject,
          state: "waiting",
          attempts: 0,
          createdAt: now,
          updatedAt: now,
        } as const;
        // The database gives `sequence`, so the entry cannot have one yet.
        const sequence = await (await opened).add("outbox", entry);
        const added: OutboxEntry = { ...entry, sequence };
        channel.postMessage(entry.id);
        notify(added);
        void sendAll(task.target).catch(() => again(task.target, 1));
        return added;
      }),
    list,
    async settled(id) {
      const end = (entry: OutboxEntry): boolean => entry.state === "done" || entry.state === "failed";
      const { promise, resolve, reject } = Promise.withResolvers<OutboxEntry | null>();
      const listener = (entry: OutboxEntry): void => {
        if (entry.id === id && end(entry)) resolve(entry);
      };
      const removal = (gone: string): void => {
        if (gone === id) resolve(null);
      };
      listeners.add(listener);
      removals.add(removal);
      find(id).then((entry) => (entry ? listener(entry) : resolve(null)), reject);
      return promise.finally(() => {
        listeners.delete(listener);
        removals.delete(removal);
      });
    },
    async retry(id) {
      const entry = await update(id, (one) => (one.state === "failed" ? { ...one, state: "waiting" } : one));
      if (!entry) return;
      rested(entry.target);
      await sendAll(entry.target);
    },
    remove: (id) =>
      stored(async () => {
        const entry = await find(id);
        if (!entry) return;
        await (await opened).delete("outbox", entry.sequence);
        channel.postMessage(id);
        for (const removal of removals) removal(id);
        rested(entry.target);
        void sendAll(entry.target).catch(() => again(entry.target, 1));
      }),
    flush,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    async close() {
      closed = true;
      globalThis.removeEventListener?.("online", online);
      for (const timer of timers.values()) clearTimeout(timer);
      channel.close();
      (await opened).close();
    },
  };
}
