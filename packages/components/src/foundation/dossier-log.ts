import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { DossierEvent } from "@fisc/core";
import type { TreasuryApi } from "@fisc/core/api";
import type { EventStream, StreamState } from "./event-stream.ts";

/**
 * A live copy of one dossier's log, without a gap: it reads the log once, appends what the stream brings, and reads the
 * log again after a lost connection or where a position is missing.
 */
export class DossierLog implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #added: (events: readonly DossierEvent[]) => void;
  #events: readonly DossierEvent[] = [];
  #error: unknown;
  #connection: StreamState = "idle";
  #loaded = false;
  #reading: Promise<void> | undefined;
  #readAgain = false;
  #turn = 0;
  #unsubscribe: (() => void) | undefined;
  #source: { readonly api: TreasuryApi; readonly dossier: string } | undefined;

  /** `added` hears of events that came after the first reading. */
  constructor(host: ReactiveControllerHost, added: (events: readonly DossierEvent[]) => void = () => {}) {
    this.#host = host;
    this.#added = added;
    host.addController(this);
  }

  /** Positions 1, 2, 3 …; empty until the first reading ended. */
  get events(): readonly DossierEvent[] {
    return this.#events;
  }
  get loaded(): boolean {
    return this.#loaded;
  }
  /** Why the last reading failed, as long as nothing came since. */
  get error(): unknown {
    return this.#error;
  }
  get connection(): StreamState {
    return this.#connection;
  }

  watch(api: TreasuryApi, stream: EventStream | undefined, dossier: string): void {
    this.stop();
    this.#source = { api, dossier };
    void this.read();
    this.#unsubscribe = stream?.subscribe({
      dossier,
      onEvent: (event) => this.#take([event]),
      onState: (state) => {
        this.#connection = state;
        this.#host.requestUpdate();
        if (state === "open") void this.read();
      },
    });
  }

  stop(): void {
    this.#turn++;
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
    this.#source = undefined;
    this.#reading = undefined;
    this.#events = [];
    this.#error = undefined;
    this.#loaded = false;
    this.#connection = "idle";
  }

  hostDisconnected(): void {
    this.stop();
  }

  /** Reads the log. While one reading is under way another is remembered, since the first may have missed the newest. */
  read(): Promise<void> {
    if (this.#reading) {
      this.#readAgain = true;
      return this.#reading;
    }
    const turn = this.#turn;
    this.#reading = this.#readOnce(turn).finally(() => {
      if (turn !== this.#turn) return;
      this.#reading = undefined;
      if (this.#readAgain) {
        this.#readAgain = false;
        void this.read();
      }
    });
    return this.#reading;
  }

  async #readOnce(turn: number): Promise<void> {
    if (!this.#source) return;
    try {
      const events = await this.#source.api.events(this.#source.dossier);
      if (turn !== this.#turn) return;
      this.#error = undefined;
      const first = !this.#loaded;
      this.#loaded = true;
      this.#take(events, first);
    } catch (error) {
      if (turn !== this.#turn) return;
      this.#error = error;
    }
    this.#host.requestUpdate();
  }

  #take(incoming: readonly DossierEvent[], first = false): void {
    if (!this.#loaded) return;
    const fresh = [...incoming].sort((a, b) => a.position - b.position);
    const added: DossierEvent[] = [];
    let last = this.#events.length;
    for (const event of fresh) {
      if (event.position <= last) continue;
      if (event.position > last + 1) {
        void this.read();
        break;
      }
      added.push(event);
      last = event.position;
    }
    if (added.length === 0) return;
    this.#events = [...this.#events, ...added];
    if (!first) this.#added(added);
    this.#host.requestUpdate();
  }
}
