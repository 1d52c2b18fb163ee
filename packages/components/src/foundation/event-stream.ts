import { createContext } from "@lit/context";
import type { TreasuryApi } from "@fisc/core/api";
import type { DossierEvent } from "@fisc/core";

/** `idle`: nobody listens, or nobody is signed in. `lost`: the connection broke and is being tried again. */
export type StreamState = "idle" | "connecting" | "open" | "lost";

export interface StreamListener {
  /** Dossier id; absent: events of every dossier the person may see. */
  readonly dossier?: string;
  onEvent?(event: DossierEvent): void;
  onState?(state: StreamState): void;
}

/**
 * One connection to the gateway's event stream for all elements below a provider. It opens with the first listener,
 * closes with the last, and goes on from the last cursor it saw. A listener that holds a copy of a dossier's log
 * catches up from the log itself whenever the state turns to `open`; so nothing is lost even where the stream skips.
 */
export class EventStream {
  readonly #listeners = new Set<StreamListener>();
  #api: TreasuryApi | undefined;
  #stop: AbortController | undefined;
  #after: number | undefined;
  #state: StreamState = "idle";

  get state(): StreamState {
    return this.#state;
  }

  /** `undefined` closes: nobody is signed in. Another API, or another person, starts anew. */
  connect(api: TreasuryApi | undefined): void {
    this.#close();
    this.#api = api;
    this.#after = undefined;
    this.#open();
  }

  /** Calls `onState` at once with the present state. Returns the function that ends the subscription. */
  subscribe(listener: StreamListener): () => void {
    const before = this.#state;
    this.#listeners.add(listener);
    this.#open();
    if (this.#state === before) listener.onState?.(before);
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) this.#close();
    };
  }

  /** Tells listeners of a dossier to catch up now: somebody on this page has just changed it. */
  refresh(dossier: string): void {
    for (const listener of new Set(this.#listeners)) {
      if (listener.dossier === undefined || listener.dossier === dossier) listener.onState?.(this.#state);
    }
  }

  #open(): void {
    if (!this.#api || this.#stop || this.#listeners.size === 0) return;
    const stop = new AbortController();
    this.#stop = stop;
    this.#turn("connecting");
    this.#api.stream({
      ...(this.#after === undefined ? {} : { after: this.#after }),
      signal: stop.signal,
      onEvent: (event) => {
        if (!stop.signal.aborted) this.#deliver(event);
      },
      onState: (state) => {
        if (!stop.signal.aborted) this.#turn(state);
      },
    });
  }

  #close(): void {
    this.#stop?.abort();
    this.#stop = undefined;
    this.#turn("idle");
  }

  #deliver(event: DossierEvent): void {
    if (this.#after !== undefined && event.cursor <= this.#after) return;
    this.#after = event.cursor;
    for (const listener of new Set(this.#listeners)) {
      if (listener.dossier === undefined || listener.dossier === event.dossier) listener.onEvent?.(event);
    }
  }

  #turn(state: StreamState): void {
    if (state === this.#state) return;
    this.#state = state;
    for (const listener of new Set(this.#listeners)) listener.onState?.(state);
  }
}

export const eventStreamContext = createContext<EventStream | undefined>(Symbol.for("fisc.event-stream"));
