import { FiscError } from "@fisc/core";
import { html, nothing, type PropertyValues } from "lit";
import { property, state } from "../foundation/property.ts";
import { controls } from "../foundation/control-styles.ts";
import type { Labels } from "@fisc/core";
import { failureText } from "../foundation/failure-text.ts";
import { FiscElement } from "../foundation/fisc-element.ts";
import { keepFocus } from "../foundation/keep-focus.ts";
import { procedureInForce } from "../foundation/procedure-labels.ts";
import { SessionStaleEvent } from "../foundation/session-stale-event.ts";
import { tokens } from "../foundation/tokens.ts";
import { styles } from "./sign-in-state.styles.ts";

/**
 * Who is signed in, in which role and for whom, with the way in and the way out.
 *
 * @summary Name, role, unit or office; sign in and out.
 * @fires {SessionStaleEvent} fisc-session-stale - Asks the provider to read the session again after signing out.
 * @csspart who - Name, role and place.
 */
export class FiscSignInState extends FiscElement {
  protected static override readonly texts = ["session"] as const;
  static override styles = [tokens, controls, styles];

  /** Where the browser comes back to after signing in; this page where absent. */
  @property({ attribute: "return-to" }) returnTo = "";
  /** Procedure whose labels name the roles. Without it the roles are not shown. */
  @property() procedure = "";

  @state() private labels: Labels = {};
  #labelled = "";
  @state() private leaving = false;
  @state() private failure: unknown;

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

  protected override updated(changed: PropertyValues): void {
    const environment = this.environment.value;
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
      ${this.#failed()}
    </div>`;
  }

  #failed() {
    return this.failure === undefined ? nothing : html`<p class="error" role="alert">${failureText(this.localize, this.failure)}</p>`;
  }

  async #leave(): Promise<void> {
    const api = this.environment.value?.api;
    if (!api || this.leaving) return;
    this.leaving = true;
    this.failure = undefined;
    try {
      await api.signOut();
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
