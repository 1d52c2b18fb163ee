import type { ReactiveController, ReactiveControllerHost } from "lit";

/** Watches one element of its host and draws the host anew when that element comes into view or leaves it. */
export class OutOfView implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #find: () => Element | null;
  readonly #observer: IntersectionObserver;
  #watched: Element | null = null;
  #isAway = false;

  constructor(host: ReactiveControllerHost, find: () => Element | null) {
    this.#host = host;
    this.#find = find;
    this.#observer = new IntersectionObserver((seen) => this.#become(!(seen.at(-1)?.isIntersecting ?? true)));
    host.addController(this);
  }

  /** The element is drawn, and nothing of it can be seen. */
  get isAway(): boolean {
    return this.#isAway;
  }

  hostUpdated(): void {
    const element = this.#find();
    if (element === this.#watched) return;
    this.#observer.disconnect();
    this.#watched = element;
    if (element) this.#observer.observe(element);
    else this.#become(false);
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
    this.#watched = null;
  }

  #become(isAway: boolean): void {
    if (isAway === this.#isAway) return;
    this.#isAway = isAway;
    this.#host.requestUpdate();
  }
}
