import { FiscError } from "@fisc/core";
import { html, nothing, type PropertyValues } from "lit";
import { property, state } from "../foundation/property.ts";
import { controls } from "../foundation/control-styles.ts";
import type { Labels } from "@fisc/core";
import type { TreasuryApi } from "@fisc/core/api";
import { failureText } from "../foundation/failure-text.ts";
import { FiscElement } from "../foundation/fisc-element.ts";
import { keepFocus } from "../foundation/keep-focus.ts";
import { procedureInForce } from "../foundation/procedure-labels.ts";
import { SessionStaleEvent } from "../foundation/session-stale-event.ts";
import { tokens } from "../foundation/tokens.ts";
import type { SessionEnding } from "./session-ending.ts";
import { styles } from "./sign-in-state.styles.ts";

/**
 * Who is signed in, in which role and for whom, with the way in and the way out. Five minutes before the session ends it says so, and prolongs it
 * where that can be done.
 *
 * @summary Name, role, unit or office; sign in and out; warns before the session ends.
 * @fires {SessionStaleEvent} fisc-session-stale - Asks the provider to read the session again after signing out.
 * @csspart who - Name, role and place.
 * @csspart ending - What is said shortly before the session ends.
 */
export class FiscSignInState extends FiscElement {
  protected static override readonly texts = ["session"] as const;
  static override styles = [tokens, controls, styles];

  /** Where the browser comes back to after signing in; this page where absent. */
  @property({ attribute: "return-to" }) returnTo = "";
  /** Procedure whose labels name the roles. Without it the roles are not shown. */
  @property() procedure = "";
  /** Milliseconds after which the gateway is first asked how long the session lasts; 0: never. */
  @property({ type: Number, attribute: "watch-after" }) watchAfter = 60_000;

  /** Others use this computer: who signs out says whether drafts and what is not sent yet stay on it. */
  @property({ type: Boolean }) shared = false;
  /** Name of the browser database for drafts and outbox; only for pages that keep several apart. */
  @property() database = "";

  @state() private labels: Labels = {};
  #labelled = "";
  @state() private leaving = false;
  @state() private failure: unknown;
  #watched: TreasuryApi | undefined;
  #ending: SessionEnding | undefined;
  #start: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    keepFocus(this, (root) => root.querySelector<HTMLElement>("a, button"));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // the gateway sends a person whom it could not sign in back with the reason behind the `#`
    const [, code] = /^#fisc-sign-in=(session\.[a-z-]{1,40})$/.exec(location.hash) ?? [];
    if (code === undefined) return;
    this.failure = new FiscError(code);
    history.replaceState(history.state, "", location.pathname + location.search);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#watchOver(undefined);
  }

  protected override updated(changed: PropertyValues): void {
    const environment = this.environment.value;
    this.#watchOver(environment?.session && this.watchAfter > 0 && this.isConnected ? environment.api : undefined);
    const wanted = environment?.session && this.procedure ? `${this.procedure} ${environment.locale}` : "";
    if (!environment || wanted === "" || (wanted === this.#labelled && !changed.has("procedure"))) return;
    this.#labelled = wanted;
    procedureInForce(environment.api, this.procedure, environment.locale).then(
      (procedure) => (this.labels = procedure.labels),
      () => (this.#labelled = ""),
    );
  }

  protected override render() {
    const environment = this.environment.value;
    const session = environment?.session;
    if (!environment || session === undefined) return html`<p class="muted" role="status">${this.text("signIn.loading")}</p>`;
    if (session === null) {
      return html`<div class="row">
        <span class="muted">${this.text("signIn.none")}</span>
        <a class="button" href=${environment.api.signInUrl(this.returnTo || location.href)}>${this.text("signIn.enter")}</a>
        ${this.#failed()}
      </div>`;
    }
    const place = session.unit ?? session.office;
    const roles = session.roles.flatMap((role) => this.labels[`role.${role}`] ?? []);
    return html`<div class="row">
      <div class="who" part="who">
        <span class="name"><span class="visually-hidden">${this.text("signIn.as")} </span>${session.name}</span>
        <span class="place">${[...roles, ...(place ? [`${place.name} (${place.code})`] : [])].join(" · ")}</span>
      </div>
      <button type="button" aria-disabled=${this.leaving} @click=${this.#leave}>${this.text("signIn.leave")}</button>
      ${this.#failed()} ${this.#ending?.draw(environment.api.signInUrl(this.returnTo || location.href))}
    </div>`;
  }

  /** Not before a while: a page that is only looked at asks for nothing, and what it takes is loaded when it is needed. */
  #watchOver(api: TreasuryApi | undefined): void {
    if (api === this.#watched) return;
    this.#watched = api;
    clearTimeout(this.#start);
    this.#ending?.stop();
    this.#ending = undefined;
    const { sessionRemaining } = api ?? {};
    if (!api || !sessionRemaining) return;
    const begin = async (): Promise<void> => {
      const { SessionEnding: Late } = await import("./session-ending.ts");
      if (this.#watched !== api) return;
      const watched = { session: () => api.session(), sessionRemaining: () => sessionRemaining.call(api) };
      this.#ending = new Late(this, this.localize, watched, (failure) => (this.failure = failure));
      await this.#ending.look();
    };
    // without the script nobody is warned, as before
    this.#start = setTimeout(() => void begin().catch(() => undefined), this.watchAfter);
  }

  #failed() {
    return this.failure === undefined ? nothing : html`<p class="error" role="alert">${failureText(this.localize, this.failure)}</p>`;
  }

  async #leave(): Promise<void> {
    const { api, session } = this.environment.value ?? {};
    if (!api || !session || this.leaving) return;
    this.leaving = true;
    this.failure = undefined;
    try {
      const kept = { subject: session.subject, ...(this.database ? { database: this.database } : {}) };
      const shared = this.shared ? await import("./shared-computer.ts") : undefined;
      const choice = await shared?.askWhoLeaves(this, this.localize, kept);
      if (choice === "stay") return;
      await api.signOut();
      if (choice === "delete") await shared?.forgetPerson(kept);
      this.dispatchEvent(new SessionStaleEvent());
    } catch (error) {
      this.failure = error;
    } finally {
      this.leaving = false;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "fisc-sign-in-state": FiscSignInState;
  }
}
