import { ContextConsumer } from "@lit/context";
import type { ReactiveController, ReactiveControllerHost } from "lit";
import { type EventStream, eventStreamContext } from "./event-stream.ts";
import { environmentContext, type FiscEnvironment } from "./environment.ts";

/**
 * What the nearest `<fisc-provider>` gives, kept up to date. `changed` runs at every new environment, also the first.
 * An element that is upgraded before its provider asks again once the provider is defined: the order of scripts is free.
 */
export class EnvironmentController implements ReactiveController {
  readonly #environment: ContextConsumer<typeof environmentContext, ReactiveControllerHost & HTMLElement>;
  readonly #stream: ContextConsumer<typeof eventStreamContext, ReactiveControllerHost & HTMLElement>;
  readonly #host: ReactiveControllerHost & HTMLElement;

  constructor(host: ReactiveControllerHost & HTMLElement, changed?: (environment: FiscEnvironment) => void) {
    this.#host = host;
    this.#stream = new ContextConsumer(host, { context: eventStreamContext, subscribe: true });
    this.#environment = new ContextConsumer(host, {
      context: environmentContext,
      subscribe: true,
      callback: (environment) => {
        if (environment) changed?.(environment);
      },
    });
    host.addController(this);
  }

  hostConnected(): void {
    if (this.value) return;
    void this.#askOnceDefined();
  }

  async #askOnceDefined(): Promise<void> {
    await customElements.whenDefined("fisc-provider");
    if (this.value || !this.#host.isConnected) return;
    this.#stream.hostConnected();
    this.#environment.hostConnected();
  }

  get value(): FiscEnvironment | undefined {
    return this.#environment.value;
  }

  get stream(): EventStream | undefined {
    return this.#stream.value;
  }

  /** BCP 47 tag; the page's own language until the provider answers. */
  get locale(): string {
    return this.value?.locale ?? (document.documentElement.lang || "en");
  }
}
