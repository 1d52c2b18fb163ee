import { html, nothing, type TemplateResult } from "lit";
import { property, state } from "../foundation/property.ts";
import type { AvailableAction, Dossier, DossierEvent } from "@fisc/core";
import type { ActionBody } from "@fisc/core/api";
import type { DossierContentRecord } from "../dossier-view/dossier-view.ts";
import { controls } from "../foundation/control-styles.ts";
import { failureText } from "../foundation/failure-text.ts";
import { FiscElement } from "../foundation/fisc-element.ts";
import { label } from "../foundation/format.ts";
import { keepFocus } from "../foundation/keep-focus.ts";
import { SessionStaleEvent } from "../foundation/session-stale-event.ts";
import { tokens } from "../foundation/tokens.ts";
import { ActionDoneEvent } from "./action-done-event.ts";
import { ApprovalDesk, type DeskRecord, isSessionLost } from "./approval-desk.ts";
import { styles } from "./approval-panel.styles.ts";
import { changeNotes } from "./change-notes.ts";
import { dossierGist } from "./dossier-gist.ts";
import { holderView, linksView } from "./draw-holder.ts";
import { messagesView } from "./draw-messages.ts";
import { fourEyesView } from "./four-eyes.ts";
import { OutOfView } from "./out-of-view.ts";
import { shownState } from "./shown-state.ts";
import { signatureBlock } from "./signature-block.ts";
import { signingProgress } from "./signing-progress.ts";

/**
 * What awaits the person signed in: the dossier to read, and the actions that are theirs. Signing goes through the
 * browser extension's own window. Nothing is sent twice, and nothing is tried again unless the person asks for it.
 *
 * @summary Read a dossier, then sign, accept or refuse it.
 * @fires {ActionDoneEvent} fisc-action-done - The gateway did what the person asked for.
 * @csspart signers - Who signs the present version, and who has.
 * @fires {SessionStaleEvent} fisc-session-stale - The gateway says that nobody is signed in any more.
 */
export class FiscApprovalPanel extends FiscElement {
  protected static override readonly texts = ["session", "status", "approval"] as const;
  static override styles = [tokens, controls, styles];

  /** Id of the dossier. */
  @property() dossier = "";
  /** Where the signing extension can be installed from. */
  @property({ attribute: "extension-url" }) extensionUrl = "";
  /** Page to correct the dossier on, `{id}` stands for its id; offered while the dossier may be changed. */
  @property({ attribute: "edit-href-template" }) editHrefTemplate = "";

  /** The action whose reason, fixes or choices are being filled in. */
  @state() private prepared: AvailableAction | undefined;
  @state() private done: { readonly action: string } | undefined;
  @state() private changes: readonly string[] = [];
  @state() private announcement = "";

  readonly #desk = new ApprovalDesk(this, this.environment, {
    stepped: (step) => (this.announcement = this.text(`approval.step.${step}`)),
    succeeded: (action, dossier) => void this.#succeeded(action, dossier),
    failed: (error) => void this.#failed(error),
    changed: (events, seen) => this.#changed(events, seen),
  });
  /** The buttons at the top: while they are out of view, they stand at the bottom as well. */
  readonly #buttons: OutOfView = new OutOfView(this, () => this.renderRoot.querySelector(".decision .buttons:has([data-action])"));

  constructor() {
    super();
    keepFocus(this, (root) => root.querySelector<HTMLElement>("#heading") ?? root.querySelector<HTMLElement>(".panel"));
  }

  protected override willUpdate(): void {
    if (this.#desk.follow(this.dossier)) {
      this.prepared = undefined;
      this.done = undefined;
      this.changes = [];
    }
  }

  protected override render() {
    return html`<div class="panel" tabindex="-1">
      <div role="status" class="visually-hidden">${this.announcement}</div>
      ${this.#body()}
    </div>`;
  }

  #body(): TemplateResult {
    const { record, loaded, failure } = this.#desk;
    if (record && (this.environment.value?.session || isSessionLost(failure)))
      return html`${this.#decision(record)}<fisc-version-difference .record=${record} .events=${record.events}></fisc-version-difference>
        <fisc-dossier-view .record=${record}></fisc-dossier-view>${this.#again(record)}`;
    if (loaded.state.status === "failed") {
      return html`<fisc-notice kind="error" live="assertive">
        ${failureText(this.localize, loaded.state.error)}
        <button slot="actions" type="button" @click=${() => void this.#desk.load()}>${this.text("approval.retry")}</button>
      </fisc-notice>`;
    }
    if (this.environment.value?.session === null) return html`<p class="muted">${this.text("signIn.needed")}</p>`;
    return html`<p class="muted" role="status">${this.text("view.loading")}</p>`;
  }

  #decision(record: DeskRecord): TemplateResult {
    const { dossier, procedure } = record;
    const { labels, locale } = procedure;
    const mine = dossier.actions.length > 0;
    const ended = procedure.workflow.states[dossier.state]?.final === true;
    const gist = dossierGist(record);
    const shown = shownState(procedure, dossier.state, this.environment.value?.session?.side);
    return html`<section class="decision ${mine ? "" : "quiet"}" aria-labelledby="heading" lang=${locale}>
      <h2 id="heading" tabindex="-1">
        ${this.text(mine ? "approval.heading" : ended ? "approval.heading.ended" : "approval.heading.none")}
      </h2>
      <p class="gist">
        <span class="amount">${gist.amount}</span> <span>${[gist.title, gist.number].filter((part) => part !== "").join(" · ")}</span>
      </p>
      <p class="state">
        <span class="muted">${this.text("approval.state")}</span>
        <span class="tag">${label(labels, `state.${shown}`, locale)}</span>
        ${holderView(record, this.localize)}
      </p>
      ${this.#messages(record)} ${this.#work(record)} ${signatureBlock(procedure, dossier, (key) => this.text(key))}
    </section>`;
  }

  #messages({ procedure }: DossierContentRecord): TemplateResult {
    const { failure, canSendAgain } = this.#desk;
    return messagesView({
      procedure,
      localize: this.localize,
      done: this.done?.action,
      failure,
      canSendAgain,
      extensionUrl: this.extensionUrl,
      changes: this.changes,
      sendAgain: () => this.#sendAgain(),
      changesSeen: (event) => void this.#changesSeen(event),
    });
  }

  /** The steps of a signing, the form of an action, or the actions to choose from. */
  #work(record: DeskRecord): TemplateResult {
    const { actions } = record.dossier;
    const { step, sending } = this.#desk;
    if (step) {
      return html`${signingProgress(step, (key) => this.text(key))}
      ${step === "hand-in" ? nothing : html`<div class="buttons"><button type="button" @click=${() => this.#desk.cancel()}>${this.text("approval.cancelSigning")}</button></div>`}`;
    }
    if (this.prepared) {
      const { action } = this.prepared;
      return html`<fisc-reason-form
        .action=${this.prepared}
        .record=${record}
        ?busy=${sending}
        @fisc-action-body=${({ body }: { body: ActionBody }) => this.#begin(action, body)}
        @fisc-action-cancelled=${this.#back}
      ></fisc-reason-form>`;
    }
    return html`${
      actions.length === 0
        ? this.#waiting(record)
        : html`<div class="buttons">${actions.map((action, index) => this.#button(record, action, index, action.action))}</div>`
    }
    ${this.#barred(record)} ${this.#links(record)}`;
  }

  #barred({ procedure, events }: DeskRecord): TemplateResult | typeof nothing {
    const session = this.environment.value?.session;
    return session ? fourEyesView(procedure, events, session, this.localize) : nothing;
  }

  /** Why there is no button; a dossier that has ended promises none. */
  #waiting({ dossier, procedure }: DossierContentRecord): TemplateResult | typeof nothing {
    return procedure.workflow.states[dossier.state]?.final ? nothing : html`<p class="muted">${this.text("approval.nothing")}</p>`;
  }

  /** Who has read a long dossier to its end finds the actions there. */
  #again(record: DossierContentRecord): TemplateResult | typeof nothing {
    const { actions } = record.dossier;
    if (!this.#buttons.isAway || actions.length === 0) return nothing;
    return html`<div class="bar" role="group" aria-labelledby="heading">
      <div class="buttons">${actions.map((action, index) => this.#button(record, action, index))}</div>
    </div>`;
  }

  /** `name` tells the button at the top from the same one at the bottom. */
  #button({ procedure }: DossierContentRecord, action: AvailableAction, index: number, name?: string): TemplateResult {
    const { signature, reason } = action.needs;
    const kind = signature !== undefined || (index === 0 && !reason) ? "primary" : reason ? "careful" : "";
    return html`<button
      type="button"
      class=${kind}
      data-action=${name ?? nothing}
      aria-disabled=${this.#desk.sending}
      @click=${() => this.#choose(action)}
    >
      ${label(procedure.labels, `action.${action.action}`, procedure.locale)}
    </button>`;
  }

  #links({ dossier, procedure }: DossierContentRecord): TemplateResult | typeof nothing {
    const editable = procedure.workflow.states[dossier.state]?.editable && dossier.actions.length > 0;
    return linksView({
      localize: this.localize,
      edit: editable && this.editHrefTemplate !== "" ? this.editHrefTemplate.replaceAll("{id}", encodeURIComponent(dossier.id)) : "",
      container: dossier.signatures.length > 0 ? (this.environment.value?.api.containerUrl(dossier.id) ?? "") : "",
    });
  }

  async #choose(action: AvailableAction): Promise<void> {
    if (this.#desk.sending) return;
    const { reason, fixes, choices, signature } = action.needs;
    if (!reason && !fixes && !choices) {
      this.#begin(action.action, signature === undefined ? {} : undefined);
      return;
    }
    this.#clearMessages();
    this.prepared = action;
    await this.updateComplete;
    const form = this.renderRoot.querySelector("fisc-reason-form");
    await form?.updateComplete;
    form?.renderRoot.querySelector<HTMLElement>("input, textarea, button")?.focus();
  }

  #begin(action: string, body: ActionBody | undefined): void {
    if (this.#desk.sending) return;
    this.#clearMessages();
    this.announcement = this.text("approval.sending");
    this.#desk.begin(action, body);
  }

  #sendAgain(): void {
    this.announcement = this.text("approval.sending");
    void this.#desk.sendAgain();
  }

  async #back(): Promise<void> {
    const action = this.prepared?.action ?? "";
    this.prepared = undefined;
    this.#clearMessages();
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`[data-action="${CSS.escape(action)}"]`)?.focus();
  }

  async #succeeded(action: string, dossier: Dossier): Promise<void> {
    this.prepared = undefined;
    this.done = { action };
    this.announcement = "";
    this.dispatchEvent(new ActionDoneEvent(action, dossier));
    await this.#focus("#result");
  }

  async #failed(error: unknown): Promise<void> {
    this.announcement = "";
    if (isSessionLost(error)) this.dispatchEvent(new SessionStaleEvent());
    await this.#focus("#result");
  }

  #changed(events: readonly DossierEvent[], seen: number): void {
    const record = this.#desk.record;
    if (!record) return;
    this.changes = [...this.changes, ...changeNotes(record.procedure, events, seen, (key) => this.text(key))];
    if (this.changes.length > 0) this.announcement = `${this.text("approval.changed")} ${this.changes.at(-1) ?? ""}`;
    if (this.prepared && !record.dossier.actions.some(({ action }) => action === this.prepared?.action)) this.prepared = undefined;
  }

  async #changesSeen(event: Event): Promise<void> {
    event.preventDefault();
    this.changes = [];
    await this.#focus("#heading");
  }

  async #focus(selector: string): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  #clearMessages(): void {
    this.#desk.dismissFailure();
    this.done = undefined;
    this.changes = [];
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "fisc-approval-panel": FiscApprovalPanel;
  }
}
