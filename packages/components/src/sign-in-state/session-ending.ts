import type { TreasuryApi } from "@fisc/core/api";
import { css, html, nothing, type LitElement, type TemplateResult } from "lit";
import { adoptStyles } from "../foundation/adopt-styles.ts";
import type { Localize } from "../foundation/localize.ts";
import { SessionStaleEvent } from "../foundation/session-stale-event.ts";
import { SessionWatch, type Ending } from "./session-watch.ts";

const styles = css`
  .ending {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space) calc(var(--_space) * 2);
    padding: var(--_space) calc(var(--_space) * 1.5);
    border-inline-start: 4px solid var(--_warning);
    background: var(--_warning-surface);
  }
`;

type WatchedApi = Required<Pick<TreasuryApi, "session" | "sessionRemaining">>;

/** What is said in its host shortly before the session ends, and the button that prolongs it where that can be done. */
export class SessionEnding {
  readonly #host: LitElement;
  readonly #localize: Localize;
  readonly #api: WatchedApi;
  readonly #tell: (failure: unknown) => void;
  readonly #watch: SessionWatch;
  #ending: Ending | undefined;
  #staying = false;

  /** `tell`: staying failed; undefined: it is tried again. */
  constructor(host: LitElement, localize: Localize, api: WatchedApi, tell: (failure: unknown) => void) {
    this.#host = host;
    this.#localize = localize;
    this.#api = api;
    this.#tell = tell;
    adoptStyles(host, styles);
    this.#watch = new SessionWatch(api, (ending) => {
      this.#ending = ending === null || ending === "ended" ? undefined : ending;
      if (ending === "ended") host.dispatchEvent(new SessionStaleEvent());
      host.requestUpdate();
    });
  }

  /** Asks how long the session lasts, now and from then on by itself. */
  look(): Promise<void> {
    return this.#watch.look();
  }

  stop(): void {
    this.#watch.stop();
  }

  /** Says the moment and not the minutes that are left: an alert that counts is read out again and again. */
  draw(signIn: string): TemplateResult | typeof nothing {
    if (!this.#ending) return nothing;
    const { at, extendable } = this.#ending;
    const time = new Intl.DateTimeFormat(this.#localize.locale, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(at);
    const text = (key: string, params = {}): string => this.#localize.text(`standing.session-${key}`, params);
    return html`<div class="ending" role="alert" part="ending">
      <p>${text(extendable ? "ends" : "ends-for-good", { time })}</p>
      ${
        extendable
          ? html`<button type="button" class="stay" aria-disabled=${this.#staying} @click=${this.#stay}>${text("stay")}</button>`
          : html`<a class="button" href=${signIn} target="_blank">${text("renew")}</a>`
      }
    </div>`;
  }

  /** Any call is a use of the session; this one changes nothing. */
  readonly #stay = async (): Promise<void> => {
    if (this.#staying) return;
    this.#staying = true;
    this.#tell(undefined);
    try {
      await this.#api.session();
      await this.#watch.look();
    } catch (error) {
      this.#tell(error);
    } finally {
      this.#staying = false;
      this.#host.requestUpdate();
    }
  };
}
