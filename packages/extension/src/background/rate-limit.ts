import type { Asker } from "../messages.ts";
import type { KeyValueStore } from "./grants.ts";
import { siteOf } from "./site.ts";

/** When a site asked and was turned away: milliseconds since 1970. */
interface Record {
  readonly asked: readonly number[];
  readonly refused: readonly number[];
}

type Records = Readonly<{ [site: string]: Record }>;

const KEY = "rate";
/** Those that asked longest ago go first. */
const MOST_SITES = 1_000;

/**
 * Keeps a site from wearing a person down: so many requests a minute, and silence after it was turned away several times.
 * Counted by registrable domain, so that further subdomains are no new chances, and kept over the sleep of the worker, until the browser ends.
 * Turning away a site that already has the person's grant does not count: people do cancel.
 */
export class RateLimit {
  readonly #store: KeyValueStore;
  readonly #now: () => number;
  #queue: Promise<unknown> = Promise.resolve();

  /** @param store `storage.session` of the browser, or a map in tests */
  constructor(store: KeyValueStore, now: () => number = Date.now) {
    this.#store = store;
    this.#now = now;
  }

  /** Seconds until this asker may ask again; 0: now, and the request is counted. */
  ask(asker: Asker): Promise<number> {
    return this.#change(asker, ({ asked, refused }, now) => {
      const wait = Math.max(waitFor(refused, REFUSED, now), waitFor(asked, ASKED, now));
      return [wait, wait === 0 ? { asked: [...asked, now], refused } : null];
    });
  }

  async refused(asker: Asker): Promise<void> {
    await this.#change(asker, ({ asked, refused }, now) => [0, { asked, refused: [...refused, now] }]);
  }

  /** One after the other: two pages must not count over each other. */
  #change(asker: Asker, change: (record: Record, now: number) => readonly [number, Record | null]): Promise<number> {
    const done = this.#queue.then(async () => {
      const now = this.#now();
      const records = await this.#read();
      const key = [siteOf(asker.origin), siteOf(asker.top)].join(" ");
      const [result, changed] = change(recent(Object.hasOwn(records, key) ? records[key] : undefined, now), now);
      if (changed !== null) await this.#store.set({ [KEY]: kept({ ...records, [key]: changed }, now) });
      return result;
    });
    this.#queue = done.catch(() => undefined);
    return done;
  }

  async #read(): Promise<Records> {
    const stored = (await this.#store.get(KEY))[KEY];
    return typeof stored === "object" && stored !== null ? (stored as Records) : {};
  }
}

interface Limit {
  readonly most: number;
  /** Milliseconds. */
  readonly window: number;
}

const ASKED: Limit = { most: 30, window: 60_000 };
const REFUSED: Limit = { most: 3, window: 600_000 };

function recent(record: Record | undefined, now: number): Record {
  const since = (times: readonly number[] = [], { window }: Limit): readonly number[] => times.filter((time) => time > now - window);
  return { asked: since(record?.asked, ASKED), refused: since(record?.refused, REFUSED) };
}

function kept(records: Records, now: number): Records {
  const last = ({ asked, refused }: Record): number => Math.max(0, ...asked, ...refused);
  return Object.fromEntries(
    Object.entries(records)
      .map(([site, record]) => [site, recent(record, now)] as const)
      .filter(([, record]) => last(record) > 0)
      .sort(([, one], [, other]) => last(other) - last(one))
      .slice(0, MOST_SITES),
  );
}

function waitFor(times: readonly number[], { most, window }: Limit, now: number): number {
  const oldest = times[times.length - most];
  return oldest === undefined ? 0 : Math.ceil((oldest + window - now) / 1000);
}
