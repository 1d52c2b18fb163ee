import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { Calendar, DossierSummary, PublishedProcedure } from "@fisc/core";
import type { TreasuryApi } from "@fisc/core/api";
import { startOfDossier } from "../foundation/procedure-labels.ts";
import { Resource } from "../foundation/resource.ts";

export interface LoadedList {
  /** Latest change first. */
  readonly summaries: readonly DossierSummary[];
  /** By procedure id: for labels, currency, zone and working days. */
  readonly procedures: ReadonlyMap<string, { readonly procedure: PublishedProcedure; readonly calendar?: Calendar }>;
  /** All pages were read; until then older dossiers may still come. */
  readonly complete: boolean;
}

/** Dossiers asked for at once: of a first reading, and of a reading of what changed since. */
const page = 500;
const changes = 100;

/**
 * All dossiers that the person may see, page after page: the first is shown at once, the others join it. Later only what changed is read:
 * a changed dossier comes first, and none ever leaves the list (logs only grow).
 */
export class ListLoader implements ReactiveController {
  readonly loaded: Resource<LoadedList>;
  #source: { readonly api: TreasuryApi; readonly locale: string } | undefined;
  #turn = 0;
  #later: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.loaded = new Resource(host);
    host.addController(this);
  }

  hostDisconnected(): void {
    this.stop();
  }

  /** Begins anew, for another person or language. */
  async start(api: TreasuryApi, locale: string): Promise<void> {
    this.stop();
    this.#source = { api, locale };
    await this.load();
  }

  stop(): void {
    this.#turn++;
    this.#source = undefined;
    clearTimeout(this.#later);
    this.loaded.clear();
  }

  async load(): Promise<void> {
    const turn = ++this.#turn;
    const first = await this.loaded.load(async () => {
      const summaries = await this.#read({ limit: page });
      return { summaries, procedures: await this.#procedures(summaries), complete: summaries.length < page };
    });
    if (first) await this.#guarded(turn, () => this.#rest(turn, first));
  }

  /** Several events at once lead to one reading. */
  changedSoon(): void {
    if (!this.loaded.value) return;
    clearTimeout(this.#later);
    this.#later = setTimeout(() => void this.#guarded(this.#turn, () => this.#catchUp(this.#turn)), 100);
  }

  async #rest(turn: number, { complete, summaries }: LoadedList): Promise<void> {
    let last = complete ? undefined : summaries.at(-1);
    while (last && turn === this.#turn) {
      const next = await this.#read({ limit: page, before: last.updatedAt, beforeId: last.id });
      last = next.length < page ? undefined : next.at(-1);
      await this.#join(turn, next, last === undefined);
    }
  }

  async #catchUp(turn: number): Promise<void> {
    const newest = this.loaded.value?.summaries[0];
    if (!newest) return this.load();
    const fresh: DossierSummary[] = [];
    for (let last: DossierSummary | undefined; ;) {
      const next = await this.#read({ limit: changes, ...(last ? { before: last.updatedAt, beforeId: last.id } : {}) });
      fresh.push(...next);
      last = next.at(-1);
      if (next.length < changes || !last || last.updatedAt < newest.updatedAt) break;
    }
    await this.#join(turn, fresh, false);
  }

  /** What was read before stays on the screen; why the rest is missing is said beside it. */
  async #guarded(turn: number, read: () => Promise<void>): Promise<void> {
    await read().catch((error: unknown) => (turn === this.#turn ? this.loaded.load(() => Promise.reject(error)) : undefined));
  }

  async #join(turn: number, read: readonly DossierSummary[], complete: boolean): Promise<void> {
    const procedures = await this.#procedures(read);
    const now = this.loaded.value;
    if (turn !== this.#turn || !now) return;
    this.loaded.put({
      summaries: merged(now.summaries, read),
      procedures: new Map([...now.procedures, ...procedures]),
      complete: complete || now.complete,
    });
  }

  #read(query: { readonly limit: number; readonly before?: string; readonly beforeId?: string }): Promise<readonly DossierSummary[]> {
    return this.#source ? this.#source.api.dossiers(query) : Promise.resolve([]);
  }

  async #procedures(summaries: readonly DossierSummary[]): Promise<LoadedList["procedures"]> {
    const source = this.#source;
    if (!source) return new Map();
    const examples = new Map(summaries.map((one) => [one.procedure, one]));
    return new Map(
      await Promise.all(
        [...examples.values()].map(async (one) => [one.procedure, await startOfDossier(source.api, one, source.locale)] as const),
      ),
    );
  }
}

/** Of two readings of one dossier the later one counts. */
function merged(known: readonly DossierSummary[], read: readonly DossierSummary[]): DossierSummary[] {
  const byId = new Map(known.map((one) => [one.id, one]));
  for (const one of read) if (one.revision >= (byId.get(one.id)?.revision ?? 0)) byId.set(one.id, one);
  return [...byId.values()].sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : a.updatedAt > b.updatedAt ? -1 : a.id < b.id ? 1 : -1));
}
