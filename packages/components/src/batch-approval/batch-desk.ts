import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { Dossier, JsonObject } from "@fisc/core";
import { Intention } from "../approval-panel/intention.ts";
import type { EnvironmentController } from "../foundation/environment-controller.ts";
import { failureCode } from "../foundation/failure-text.ts";
import { startOfDossier } from "../foundation/procedure-labels.ts";
import { Resource } from "../foundation/resource.ts";
import type { BatchItem, BatchOffer, BatchOutcome } from "./batch-offers.ts";

/** Dossiers read at once. */
const together = 6;

/** Failures of one dossier; after every other one the next dossier would fail the same way, or nobody knows what happened. */
const ofOneDossier = /^(?:conflict|workflow|signature|regime|validation|input|attachment|log|not-found|forbidden|request\.expired)(?:\.|$)/;

/** Several dossiers on one person's desk: reads them, and does one thing to each, one after the other, each with its own key and revision. */
export class BatchDesk implements ReactiveController {
  readonly loaded: Resource<readonly BatchItem[]>;
  readonly #host: ReactiveControllerHost;
  readonly #environment: EnvironmentController;
  #running: AbortController | undefined;
  #stops = false;

  constructor(host: ReactiveControllerHost, environment: EnvironmentController) {
    this.#host = host;
    this.#environment = environment;
    this.loaded = new Resource(host);
    host.addController(this);
  }

  get items(): readonly BatchItem[] {
    return this.loaded.value ?? [];
  }
  get isRunning(): boolean {
    return this.#running !== undefined;
  }
  /** It ends after the dossier that is being sent. */
  get stops(): boolean {
    return this.#stops;
  }

  hostDisconnected(): void {
    this.clear();
  }

  clear(): void {
    this.#running?.abort();
    this.#running = undefined;
    this.loaded.clear();
  }

  /** Reads the dossiers as they are now, in the order given; one that cannot be read fails the reading. */
  async load(ids: readonly string[]): Promise<void> {
    const environment = this.#environment.value;
    if (!environment || this.#running) return;
    const { api, locale } = environment;
    await this.loaded.load(async () => {
      const items: BatchItem[] = [];
      for (let at = 0; at < ids.length; at += together) {
        const read = ids.slice(at, at + together).map(async (id): Promise<BatchItem> => {
          const dossier = await api.dossier(id);
          const { procedure } = await startOfDossier(api, dossier, locale);
          return { dossier, procedure, outcome: { status: "waiting" } };
        });
        items.push(...(await Promise.all(read)));
      }
      return items;
    });
  }

  /**
   * Does the action to each dossier of the offer. Gives the dossiers done. What follows a failure that is not of one dossier alone, or the
   * wish to stop, is not tried.
   */
  async run({ action, items }: BatchOffer, input: JsonObject): Promise<readonly Dossier[]> {
    const environment = this.#environment.value;
    if (!environment || this.#running) return [];
    const running = new AbortController();
    this.#running = running;
    this.#stops = false;
    const { api, signing, locale } = environment;
    const done: Dossier[] = [];
    let goesOn = true;
    for (const { dossier } of items) {
      if (!goesOn || this.#stops || running.signal.aborted) {
        this.#become(dossier.id, { status: "untried" });
        continue;
      }
      this.#become(dossier.id, { status: "sending" });
      const body = Object.keys(input).length === 0 ? {} : { input };
      const intention = new Intention(action.action, dossier.revision, action.needs.signature === undefined ? body : undefined);
      try {
        done.push(await intention.send(dossier.id, { api, signing, locale, signal: running.signal, onStep: () => {} }));
        if (!running.signal.aborted) this.#become(dossier.id, { status: "done" });
      } catch (error) {
        goesOn = ofOneDossier.test(failureCode(error));
        this.#become(dossier.id, { status: "failed", error });
      }
    }
    if (this.#running === running) this.#running = undefined;
    this.#host.requestUpdate();
    return done;
  }

  stop(): void {
    this.#stops = true;
    this.#host.requestUpdate();
  }

  #become(id: string, outcome: BatchOutcome): void {
    const { value } = this.loaded;
    if (value) this.loaded.put(value.map((item) => (item.dossier.id === id ? { ...item, outcome } : item)));
  }
}
