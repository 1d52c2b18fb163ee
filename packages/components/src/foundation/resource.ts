import type { ReactiveController, ReactiveControllerHost } from "lit";

export type ResourceState<T> =
  | { readonly status: "none" }
  | { readonly status: "loading"; readonly value?: T }
  | { readonly status: "ready"; readonly value: T }
  | { readonly status: "failed"; readonly error: unknown; readonly value?: T };

/**
 * Something its host loads and draws. A later load replaces an earlier one that is still under way, and the last value
 * stays at hand while a new one is on its way or after it failed.
 */
export class Resource<T> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #state: ResourceState<T> = { status: "none" };
  #turn = 0;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {}

  get state(): ResourceState<T> {
    return this.#state;
  }

  get value(): T | undefined {
    return this.#state.status === "none" ? undefined : this.#state.value;
  }

  /** Never rejects: a failure is a state. Gives the value where this load was the last and succeeded. */
  async load(read: () => Promise<T>): Promise<T | undefined> {
    const turn = ++this.#turn;
    const before = this.value;
    this.#become({ status: "loading", ...(before === undefined ? {} : { value: before }) });
    try {
      const value = await read();
      if (turn !== this.#turn) return undefined;
      this.#become({ status: "ready", value });
      return value;
    } catch (error) {
      if (turn !== this.#turn) return undefined;
      this.#become({ status: "failed", error, ...(before === undefined ? {} : { value: before }) });
      return undefined;
    }
  }

  /** Puts a value that came by another way, for example as the answer to a write. */
  put(value: T): void {
    this.#turn++;
    this.#become({ status: "ready", value });
  }

  clear(): void {
    this.#turn++;
    this.#become({ status: "none" });
  }

  #become(state: ResourceState<T>): void {
    this.#state = state;
    this.#host.requestUpdate();
  }
}
