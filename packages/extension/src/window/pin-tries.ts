import type { Failure } from "../messages.ts";

/** What went wrong last, and how long to wait: each wrong PIN in a row doubles the pause, so that nothing burns all tries in a moment. */
export class PinTries {
  readonly #changed: () => void;
  #wrong = 0;
  #until = 0;
  #timer: ReturnType<typeof setInterval> | undefined;
  failure: Failure | null = null;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  get paused(): boolean {
    return this.secondsLeft > 0;
  }

  get secondsLeft(): number {
    return Math.max(0, Math.ceil((this.#until - Date.now()) / 1000));
  }

  clear(): void {
    this.failure = null;
  }

  failed(failure: Failure): void {
    this.failure = failure;
    if (failure.code !== "pin.wrong") return;
    this.#wrong += 1;
    this.#until = Date.now() + 1000 * Math.min(2 ** (this.#wrong - 1), 30);
    clearInterval(this.#timer);
    this.#timer = setInterval(() => {
      if (!this.paused) clearInterval(this.#timer);
      this.#changed();
    }, 500);
  }
}
