/**
 * Keeps a page from wearing a person down: so many requests a minute an origin, and silence after it was turned away several times.
 * Turning away a site that already has the person's grant does not count: people do cancel.
 */
export class RateLimit {
  readonly #now: () => number;
  readonly #requests = new Map<string, readonly number[]>();
  readonly #refusals = new Map<string, readonly number[]>();

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** Seconds until this origin may ask again; 0: now, and the request is counted. */
  ask(origin: string): number {
    const refused = this.#recent(this.#refusals, origin, REFUSED.window);
    const asked = this.#recent(this.#requests, origin, ASKED.window);
    const wait = Math.max(waitFor(refused, REFUSED, this.#now()), waitFor(asked, ASKED, this.#now()));
    if (wait === 0) this.#requests.set(origin, [...asked, this.#now()]);
    return wait;
  }

  refused(origin: string): void {
    this.#refusals.set(origin, [...this.#recent(this.#refusals, origin, REFUSED.window), this.#now()]);
  }

  #recent(times: ReadonlyMap<string, readonly number[]>, origin: string, window: number): readonly number[] {
    return (times.get(origin) ?? []).filter((time) => time > this.#now() - window);
  }
}

interface Limit {
  readonly most: number;
  /** Milliseconds. */
  readonly window: number;
}

const ASKED: Limit = { most: 30, window: 60_000 };
const REFUSED: Limit = { most: 3, window: 600_000 };

function waitFor(times: readonly number[], { most, window }: Limit, now: number): number {
  const oldest = times[times.length - most];
  return oldest === undefined ? 0 : Math.ceil((oldest + window - now) / 1000);
}
