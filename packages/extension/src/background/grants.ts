import type { Asker } from "../messages.ts";

/** A site that may ask this person to sign, until `expires`. Keyed by the pair of page and frame. */
export interface Grant extends Asker {
  /** ISO 8601 UTC. */
  readonly given: string;
  readonly expires: string;
}

/** `storage.local` of the browser, or a map in tests. */
export interface KeyValueStore {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
}

const KEY = "grants";
const LIFE_DAYS = 90;

export class Grants {
  readonly #store: KeyValueStore;
  readonly #now: () => number;

  constructor(store: KeyValueStore, now: () => number = Date.now) {
    this.#store = store;
    this.#now = now;
  }

  /** Those in force. */
  async list(): Promise<readonly Grant[]> {
    const stored = (await this.#store.get(KEY))[KEY];
    return Array.isArray(stored) ? (stored as Grant[]).filter((grant) => Date.parse(grant.expires) > this.#now()) : [];
  }

  async has(asker: Asker): Promise<boolean> {
    return (await this.list()).some((grant) => isSame(grant, asker));
  }

  async give({ origin, top }: Asker): Promise<void> {
    const now = this.#now();
    const grant: Grant = { origin, top, given: new Date(now).toISOString(), expires: new Date(now + LIFE_DAYS * 86_400_000).toISOString() };
    await this.#store.set({ [KEY]: [...(await this.#without(grant)), grant] });
  }

  async revoke(asker: Asker): Promise<void> {
    await this.#store.set({ [KEY]: await this.#without(asker) });
  }

  async #without(asker: Asker): Promise<readonly Grant[]> {
    return (await this.list()).filter((grant) => !isSame(grant, asker));
  }
}

function isSame(one: Asker, other: Asker): boolean {
  return one.origin === other.origin && one.top === other.top;
}
