import { FiscError, type Violation } from "../model/errors.ts";
import { defaultDatabase, openPlace, outboxChannel, stored } from "./database.ts";
import { openEntry } from "./outbox-content.ts";
import { passing, send, type OutboxApi, type OutboxEntry, type OutboxTask, type StoredEntry } from "./outbox-entry.ts";
import { createOutboxTable, shown } from "./outbox-table.ts";
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

/** `busy`: something of the target is still on its way. `sent`: this submission was sent already. Then nothing was put in. */
export type Submitted = "added" | "busy" | "sent";

export interface Outbox {
  /** Resolves once the entry is on disk; sending starts by itself. @throws FiscError `draft.quota`, `draft.unavailable` */
  add(task: OutboxTask, key?: string): Promise<OutboxEntry>;
  /**
   * Puts in everything of one submission, all of one target, or nothing: whichever of several tabs comes first does it, once. What was
   * refused earlier for the target goes. `submission` names it (`Draft.submission`). @throws FiscError `draft.quota`, `draft.unavailable`
   */
  submit(tasks: readonly OutboxTask[], submission: string): Promise<Submitted>;
  /** Takes out what is done for a target, and remembers that it was. Returns the idempotency keys. */
  finish(target: string): Promise<readonly string[]>;
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

/** Writes what people decide to disk before it is sent, and sends it until the gateway has it: exactly once, through its key. */
export function createOutbox({
  database = defaultDatabase,
  api,
  subject,
  delays = defaultDelays,
  locks = globalThis.navigator?.locks ?? null,
}: OutboxOptions): Outbox {
  const opened = openPlace(database, subject);
  const table = createOutboxTable(opened);
  const channel = new BroadcastChannel(outboxChannel(database));
  const listeners = new Set<(entry: OutboxEntry) => void>();
  const removals = new Set<(id: string) => void>();
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const exclusively = serialize(locks, `${database}.outbox`);
  let closed = false;

  const notify = (entry: OutboxEntry): void => {
    for (const listener of listeners) listener(entry);
  };
  const find = async (id: string): Promise<StoredEntry | undefined> => (await opened).database.find("outbox", "id", id);
  const heard = async (id: string): Promise<void> => {
    const entry = await find(id);
    if (!entry) for (const removal of removals) removal(id);
    else if (entry.subject === subject) {
      notify(shown(entry));
      standBy(entry);
    }
  };
  /** Another tab is sending. Should it die, its lock is free, and this tab goes on. */
  const standingBy = new Set<string>();
  const standBy = ({ target, state }: OutboxEntry): void => {
    if (!locks || closed || standingBy.has(target) || (state !== "waiting" && state !== "sending")) return;
    standingBy.add(target);
    const end = (): unknown => standingBy.delete(target);
    void sendAll(target).then(end, end);
  };
  channel.addEventListener("message", ({ data }: MessageEvent<string>) => void heard(data).catch(() => undefined));

  const update: typeof table.update = async (id, change) => {
    const changed = await table.update(id, change);
    if (!changed) return null;
    channel.postMessage(id);
    notify(shown(changed));
    return changed;
  };
  const list = table.list;

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

  const attempt = async (claimed: StoredEntry): Promise<boolean> => {
    const settle = (change: Pick<OutboxEntry, "state"> & Partial<Pick<OutboxEntry, "error" | "result">>): Promise<StoredEntry | null> =>
      update(claimed.id, ({ leaseUntil: _lease, error: _error, ...entry }) => ({ ...entry, ...change }) as StoredEntry);
    try {
      const { id, code, revision, version, state } = await send(api, await openEntry(await opened, claimed));
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
  const online = (): void => void flush().catch(() => undefined);
  globalThis.addEventListener?.("online", online);
  void table
    .forget()
    .then(sendOpen)
    .catch(() => undefined);

  /** Entries that came in: other tabs hear of them, and they are sent. */
  const told = (entries: readonly StoredEntry[]): void => {
    for (const entry of entries) {
      channel.postMessage(entry.id);
      notify(shown(entry));
    }
    for (const target of new Set(entries.map((entry) => entry.target))) void sendAll(target).catch(() => again(target, 1));
  };
  const gone = (id: string): void => {
    channel.postMessage(id);
    for (const removal of removals) removal(id);
  };

  return {
    async add(task, key = crypto.randomUUID()) {
      const [added] = await table.put([task], key);
      told([added as StoredEntry]);
      return shown(added as StoredEntry);
    },
    async submit(tasks, submission) {
      const put = await table.submit(tasks, submission);
      if (typeof put === "string") return put;
      told(put);
      return "added";
    },
    async finish(target) {
      const finished = await table.finish(target);
      for (const { id } of finished) gone(id);
      return finished.map(({ key }) => key);
    },
    list,
    async settled(id) {
      const end = (entry: OutboxEntry): boolean => entry.state === "done" || entry.state === "failed";
      const { promise, resolve, reject } = Promise.withResolvers<OutboxEntry | null>();
      const listener = (entry: OutboxEntry): void => {
        if (entry.id === id && end(entry)) resolve(entry);
      };
      const removal = (removed: string): void => {
        if (removed === id) resolve(null);
      };
      listeners.add(listener);
      removals.add(removal);
      find(id).then((entry) => (entry ? listener(shown(entry)) : resolve(null)), reject);
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
        const entry = await table.remove(id);
        if (!entry) return;
        gone(id);
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
      (await opened).database.close();
    },
  };
}
