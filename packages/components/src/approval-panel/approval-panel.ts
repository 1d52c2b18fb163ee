import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";
import type { AvailableAction, Dossier } from "@fisc/core";
import type { ActionBody } from "@fisc/core/api";
import type { DossierContentRecord } from "../dossier-view/dossier-view.ts";
import { controls } from "../foundation/control-styles.ts";
import { failureCode, failureText } from "../foundation/failure-text.ts";
import { FiscElement } from "../foundation/fisc-element.ts";
import { label } from "../foundation/format.ts";
import { Resource } from "../foundation/resource.ts";
import { SessionStaleEvent } from "../foundation/session-stale-event.ts";
import { tokens } from "../foundation/tokens.ts";
import { ActionDoneEvent } from "./action-done-event.ts";
import { styles } from "./approval-panel.styles.ts";
import { changeNotes } from "./change-notes.ts";
import { Intention, type SigningStep } from "./intention.ts";
import { shownState } from "./shown-state.ts";
import { signingProgress } from "./signing-progress.ts";

/**
 * What awaits the person signed in: the dossier to read, and the actions that are theirs. Signing goes through the
 * browser extension's own window. Nothing is sent twice, and nothing is tried again unless the person asks for it.
 *
 * @summary Read a dossier, then sign, accept or refuse it.
 * @fires {ActionDoneEvent} fisc-action-done - The gateway did what the person asked for.
 * @fires {SessionStaleEvent} fisc-session-stale - The gateway says that nobody is signed in any more.
 */
export class FiscApprovalPanel extends FiscElement {
  static override styles = [tokens, controls, styles];

  /** Id of the dossier. */
  @property() dossier = "";
  /** Where the signing extension can be installed from. */
  @property({ attribute: "extension-url" }) extensionUrl = "";
  /** Page to correct the dossier on, `{id}` stands for its id; offered while the dossier may be changed. */
  @property({ attribute: "edit-href-template" }) editHrefTemplate = "";

  /** The action whose reason, fixes or choices are being filled in. */
  @state() private prepared: AvailableAction | undefined;
  @state() private intention: Intention | undefined;
  @state() private step: SigningStep | undefined;
  @state() private failure: unknown;
  @state() private done: { readonly action: string } | undefined;
  @state() private changes: readonly string[] = [];
  @state() private announcement = "";

  readonly #loaded = new Resource<DossierContentRecord>(this);
  #wanted = "";
  #sending: AbortController | undefined;
  #unsubscribe: (() => void) | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
    this.#wanted = "";
  }

  protected override willUpdate(_changed: PropertyValues<this>): void {
    const environment = this.environment.value;
    const wanted = environment?.session && this.dossier !== "" ? `${this.dossier} ${environment.locale} ${environment.session.subject}` : "";
    if (wanted === this.#wanted) return;
    const sameDossier = wanted !== "" && this.#loaded.value?.dossier.id === this.dossier;
    this.#wanted = wanted;
    this.#unsubscribe?.();
    if (!sameDossier) this.#forget();
    if (wanted === "") return;
    void this.#reload();
    this.#unsubscribe = this.environment.stream?.subscribe({
      dossier: this.dossier,
      onEvent: ({ position }) => {
        if (position > (this.#loaded.value?.dossier.revision ?? Infinity)) void this.#catchUp();
      },
      onState: (state) => {
        if (state === "open") void this.#catchUp();
      },
    });
  }

  protected override render() {
    return html`<div class="panel">
      <div role="status" class="visually-hidden">${this.announcement}</div>
      ${this.#body()}
    </div>`;
  }

  #body(): TemplateResult {
    const record = this.#loaded.value;
    if (record) return html`${this.#decision(record)}<fisc-dossier-view .record=${record}></fisc-dossier-view>`;
    const { state } = this.#loaded;
    if (state.status === "failed") {
      return html`<fisc-notice kind="error" live="assertive">
        ${failureText(this.localize, state.error)}
        <button slot="actions" type="button" @click=${() => void this.#reload()}>${this.text("approval.retry")}</button>
      </fisc-notice>`;
    }
    if (this.environment.value?.session === null) return html`<p class="muted">${this.text("signIn.needed")}</p>`;
    return html`<p class="muted" role="status">${this.text("view.loading")}</p>`;
  }

  #decision(record: DossierContentRecord): TemplateResult {
    const { dossier, procedure } = record;
    const { labels, locale } = procedure;
    const session = this.environment.value?.session;
    const mine = dossier.actions.length > 0;
    return html`<section class="decision ${mine ? "" : "quiet"}" aria-labelledby="heading" lang=${locale}>
      <h2 id="heading" tabindex="-1">${this.text(mine ? "approval.heading" : "approval.heading.none")}</h2>
      <p class="state">
        <span class="muted">${this.text("approval.state")}</span>
        <span class="tag">${label(labels, `state.${shownState(procedure, dossier.state, session?.side)}`, locale)}</span>
        ${this.#holder(record)}
      </p>
      ${this.#messages(record)} ${this.#actions(record)}
    </section>`;
  }

  #holder({ dossier, procedure }: DossierContentRecord): TemplateResult | typeof nothing {
    const holder = procedure.workflow.states[dossier.state]?.holder;
    if (holder === undefined || dossier.actions.length > 0) return nothing;
    const text = holder === "system" ? this.text("timeline.holder.system") : this.text("timeline.holder", { holder: label(procedure.labels, `role.${holder}`, procedure.locale) });
    return html`<span>${text}</span>`;
  }

  #messages(record: DossierContentRecord): TemplateResult {
    const { labels, locale } = record.procedure;
    const again = this.intention?.canSendAgain(this.failure) ?? false;
    return html`${this.done
      ? html`<fisc-notice id="result" tabindex="-1" kind="success">${this.text("approval.done", { action: label(labels, `action.${this.done.action}`, locale) })}</fisc-notice>`
      : nothing}
    ${this.failure === undefined
      ? nothing
      : html`<fisc-notice id="result" tabindex="-1" kind="error" heading=${this.text("approval.failed")}>
          ${failureText(this.localize, this.failure)}
          <div slot="actions" class="links">
            ${again ? html`<button type="button" data-again @click=${() => void this.#send()}>${this.text("approval.sendAgain")}</button>` : nothing}
            ${this.extensionUrl && ["extension.missing", "extension.outdated"].includes(failureCode(this.failure))
              ? html`<a class="button" href=${this.extensionUrl} target="_blank" rel="noopener">${this.text("approval.install")}</a>`
              : nothing}
          </div>
        </fisc-notice>`}
    ${this.changes.length === 0
      ? nothing
      : html`<fisc-notice kind="warning" closable heading=${this.text("approval.changed")} @fisc-notice-closed=${this.#changesSeen}>
          <ul class="changes">${this.changes.map((line) => html`<li>${line}</li>`)}</ul>
        </fisc-notice>`}`;
  }

  #actions(record: DossierContentRecord): TemplateResult {
    const { dossier } = record;
    const busy = this.#sending !== undefined;
    if (this.step) {
      return html`${signingProgress(this.step, (key) => this.text(key))}
        ${this.step === "hand-in" ? nothing : html`<div class="buttons"><button type="button" @click=${() => this.#sending?.abort()}>${this.text("approval.cancelSigning")}</button></div>`}`;
    }
    if (this.prepared) {
      return html`<fisc-reason-form .action=${this.prepared} .record=${record} ?busy=${busy}
        @fisc-action-body=${({ body }: { body: ActionBody }) => this.#begin(this.prepared?.action ?? "", body)}
        @fisc-action-cancelled=${this.#back}></fisc-reason-form>`;
    }
    return html`${dossier.actions.length === 0
        ? html`<p class="muted">${this.text("approval.nothing")}</p>`
        : html`<div class="buttons">${dossier.actions.map((action, index) => this.#button(record, action, index))}</div>`}
      <div class="links">${this.#editLink(record)} ${this.#exportLink(dossier)}</div>`;
  }

  #button({ procedure }: DossierContentRecord, action: AvailableAction, index: number): TemplateResult {
    const { signature, reason } = action.needs;
    const kind = signature !== undefined || (index === 0 && !reason) ? "primary" : reason ? "careful" : "";
    return html`<button type="button" class=${kind} data-action=${action.action} aria-disabled=${this.#sending !== undefined} @click=${() => this.#choose(action)}>
      ${label(procedure.labels, `action.${action.action}`, procedure.locale)}
    </button>`;
  }

  #editLink({ dossier, procedure }: DossierContentRecord): TemplateResult | typeof nothing {
    const editable = procedure.workflow.states[dossier.state]?.editable && dossier.actions.length > 0;
    if (!editable || this.editHrefTemplate === "") return nothing;
    return html`<a class="button" href=${this.editHrefTemplate.replaceAll("{id}", encodeURIComponent(dossier.id))}>${this.text("approval.edit")}</a>`;
  }

  #exportLink({ id, signatures }: Dossier): TemplateResult | typeof nothing {
    const api = this.environment.value?.api;
    if (!api || signatures.length === 0) return nothing;
    return html`<a class="button" href=${api.containerUrl(id)} download>${this.text("approval.export")}</a>`;
  }

  async #choose(action: AvailableAction): Promise<void> {
    if (this.#sending) return;
    this.#clearMessages();
    const { reason, fixes, choices, signature } = action.needs;
    if (reason || fixes || choices) {
      this.prepared = action;
      await this.updateComplete;
      const form = this.renderRoot.querySelector("fisc-reason-form");
      await form?.updateComplete;
      form?.renderRoot.querySelector<HTMLElement>("input, textarea, button")?.focus();
    } else this.#begin(action.action, signature === undefined ? {} : undefined);
  }

  async #back(): Promise<void> {
    const action = this.prepared?.action ?? "";
    this.prepared = undefined;
    this.#clearMessages();
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`[data-action="${CSS.escape(action)}"]`)?.focus();
  }

  /** A new intention, unless one is under way: a double click is one intention. */
  #begin(action: string, body: ActionBody | undefined): void {
    const revision = this.#loaded.value?.dossier.revision;
    if (this.#sending || revision === undefined) return;
    this.intention = new Intention(action, revision, body);
    void this.#send();
  }

  async #send(): Promise<void> {
    const { intention } = this;
    const environment = this.environment.value;
    if (!intention || !environment || this.#sending) return;
    const sending = new AbortController();
    this.#sending = sending;
    this.#clearMessages();
    this.announcement = this.text("approval.sending");
    try {
      const dossier = await intention.send(this.dossier, {
        api: environment.api,
        signing: environment.signing,
        locale: environment.locale,
        signal: sending.signal,
        onStep: (step) => {
          this.step = step;
          this.announcement = this.text(`approval.step.${step}`);
        },
      });
      this.#succeeded(intention.action, dossier);
    } catch (error) {
      await this.#failed(intention, error);
    } finally {
      this.#sending = undefined;
      this.step = undefined;
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>("#result")?.focus();
      void this.#catchUp();
    }
  }

  #succeeded(action: string, dossier: Dossier): void {
    const record = this.#loaded.value;
    if (record) this.#loaded.put({ ...record, dossier });
    this.intention = undefined;
    this.prepared = undefined;
    this.done = { action };
    this.announcement = "";
    this.environment.stream?.refresh(dossier.id);
    this.dispatchEvent(new ActionDoneEvent(action, dossier));
  }

  async #failed(intention: Intention, error: unknown): Promise<void> {
    const code = failureCode(error);
    this.failure = error;
    this.announcement = "";
    if (!intention.canSendAgain(error)) this.intention = undefined;
    if (code === "session.none") this.dispatchEvent(new SessionStaleEvent());
    if (code === "conflict.revision" || code.startsWith("workflow.")) await this.#showChanges();
  }

  /** Reads the dossier again where it moved on, unless something is being sent. */
  async #catchUp(): Promise<void> {
    const record = this.#loaded.value;
    const api = this.environment.value?.api;
    if (this.#sending || !record || !api) return;
    const now = await api.dossier(this.dossier).catch(() => undefined);
    if (!now || this.#sending || now.revision <= (this.#loaded.value?.dossier.revision ?? Infinity)) return;
    await this.#showChanges(now);
  }

  /** Draws the dossier as it is now and says what happened since the person last saw it. */
  async #showChanges(now?: Dossier): Promise<void> {
    const before = this.#loaded.value;
    const api = this.environment.value?.api;
    if (!before || !api) return;
    const [dossier, events] = await Promise.all([now ?? api.dossier(this.dossier), api.events(this.dossier)]).catch(() => [undefined, []] as const);
    if (!dossier) return;
    this.#loaded.put({ ...before, dossier });
    const subject = this.environment.value?.session?.subject;
    const others = events.filter(({ actor }) => actor.id !== subject);
    this.changes = [...this.changes, ...changeNotes(before.procedure, others, before.dossier.revision, (key) => this.text(key))];
    if (this.changes.length > 0) this.announcement = `${this.text("approval.changed")} ${this.changes.at(-1) ?? ""}`;
    if (this.prepared && !dossier.actions.some(({ action }) => action === this.prepared?.action)) this.prepared = undefined;
  }

  async #reload(): Promise<void> {
    const environment = this.environment.value;
    if (!environment) return;
    await this.#loaded.load(async () => {
      const [dossier, start] = await Promise.all([environment.api.dossier(this.dossier), environment.api.dossierProcedure(this.dossier, environment.locale)]);
      return { dossier, procedure: start.procedure };
    });
  }

  #changesSeen(event: Event): void {
    event.preventDefault();
    this.changes = [];
    this.renderRoot.querySelector<HTMLElement>("#heading")?.focus();
  }

  #clearMessages(): void {
    this.failure = undefined;
    this.done = undefined;
    this.changes = [];
  }

  #forget(): void {
    this.#sending?.abort();
    this.#loaded.clear();
    this.prepared = undefined;
    this.intention = undefined;
    this.#clearMessages();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "fisc-approval-panel": FiscApprovalPanel;
  }
}
