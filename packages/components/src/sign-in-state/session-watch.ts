import type { SessionRemains, TreasuryApi } from "@fisc/core/api";

/** Milliseconds before the end at which a person is warned: time enough to finish a sentence and to answer (WCAG 2.2.1 asks for 20 seconds). */
export const WARN_BEFORE = 5 * 60_000;
/** Milliseconds until a gateway that gave no answer is asked again. */
const AGAIN = 60_000;

export interface Ending {
  /** By this computer's clock. */
  readonly at: Date;
  readonly extendable: boolean;
}

/** Asks a gateway how long the session lasts, as seldom as can be, and says when it is about to end and when it has ended. */
export class SessionWatch {
  readonly #remaining: () => Promise<SessionRemains | null>;
  readonly #onChange: (ending: Ending | "ended" | null) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #turn = 0;

  /** `onChange`: the end is near; `"ended"`, once; null: there is time (again). */
  constructor(api: Required<Pick<TreasuryApi, "sessionRemaining">>, onChange: (ending: Ending | "ended" | null) => void) {
    this.#remaining = () => api.sessionRemaining();
    this.#onChange = onChange;
  }

  /** Asks now, and from then on by itself. */
  async look(): Promise<void> {
    const turn = ++this.#turn;
    clearTimeout(this.#timer);
    const remains = await this.#remaining().catch(() => undefined);
    if (turn !== this.#turn) return;
    if (remains === undefined) return this.#lookIn(AGAIN);
    if (remains === null) return this.#onChange("ended");
    const left = remains.seconds * 1_000;
    if (left > WARN_BEFORE) {
      this.#onChange(null);
      return this.#lookIn(left - WARN_BEFORE);
    }
    this.#onChange({ at: new Date(Date.now() + left), extendable: remains.extendable });
    // a second later it has ended, or another tab has prolonged it
    this.#lookIn(left + 1_000);
  }

  stop(): void {
    this.#turn++;
    clearTimeout(this.#timer);
  }

  #lookIn(milliseconds: number): void {
    this.#timer = setTimeout(() => void this.look(), milliseconds);
  }
}
