import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { property, state } from "../foundation/property.ts";
import type { Mergeable, MergeConflict } from "@fisc/core/drafts";
import type { ErrorSummary } from "../error-summary/error-summary.ts";
import { controls } from "../foundation/control-styles.ts";
import type { FiscEnvironment } from "../foundation/environment.ts";
import { failureCode, failureText } from "../foundation/failure-text.ts";
import { FiscElement } from "../foundation/fisc-element.ts";
import { tokens } from "../foundation/tokens.ts";
import { dossierFormStyles } from "./dossier-form.styles.ts";
import { DossierSubmittedEvent } from "./dossier-submitted-event.ts";
import { drawActions, drawHeader, drawPages } from "./draw-form.ts";
import { CodeLists, needsMore, type FieldView } from "./field-view.ts";
import { focusPlace } from "./focus-place.ts";
import { notice } from "./form-notice.ts";
import { FormSession } from "./form-session.ts";
import { LateParts } from "./late-parts.ts";
import type { PagedForm } from "./paged/paged-form.ts";
import type { QuestionPlace } from "./questions.ts";
import { unreadableIn } from "./unreadable.ts";

/**
 * @summary The form of a procedure, from an empty sheet to a dossier at the gateway, or a returned dossier being put right.
 * @documentation Draws pages, sections and fields from the published procedure; validates by its rules; keeps a draft of
 * every change in the browser; sends through an outbox, exactly once, also when the network is gone.
 * @fires fisc-dossier-submitted - {DossierSubmittedEvent} The gateway has the dossier.
 * @fires fisc-session-stale - {Event} The gateway says that nobody is signed in any more.
 * @fires fisc-form-page-shown - {FormPageShownEvent} A form in pages shows another page.
 * @csspart form - The form.
 * @csspart section - One section, or one page.
 * @csspart actions - The bar with the button that sends.
 */
export class DossierForm extends FiscElement {
  protected static override readonly texts = ["field", "form"] as const;
  static override styles = [tokens, controls, dossierFormStyles];

  /** Id of the procedure to start: `xx.payment`. */
  @property() procedure = "";
  /** Id of the dossier to put right, instead of `procedure`. */
  @property() dossier = "";
  /** All on one sheet; one section after another; or a list of the sections, each a page. All of one definition. */
  @property() layout: "dense" | "steps" | "tasks" = "dense";
  /** Id of the page that is shown where the form is in pages: `section.<id>`, `attachments`, `review`, `tasks`. */
  @property() page = "";
  /** Whether the page stands in the fragment of the address. A portal whose own router lives there says `none` and sets `page`. */
  @property() addressing: "hash" | "none" = "hash";
  /** Name of the browser database for drafts and outbox; only for pages that keep several apart. */
  @property() database = "";

  @state() private session: FormSession | undefined;
  @state() private failure: unknown;
  /** Why the content did not even get into the outbox. */
  @state() private trouble: unknown;
  @state() private announcement = "";
  @state() private asking: { readonly template: () => TemplateResult } | undefined;
  #lists: CodeLists | undefined;
  /** Absent while the form is on one sheet. */
  #paged: PagedForm | undefined;
  #opening = "";
  readonly #late: LateParts = new LateParts(this, this.localize, () => this.session?.prepareToSend());

  /** Whether everything typed so far is on disk. */
  async draftSettled(): Promise<void> {
    await this.session?.keeper.settled();
  }

  protected override environmentChanged(environment: FiscEnvironment): void {
    super.environmentChanged(environment);
    void this.#open();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#open();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#close();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (this.hasUpdated && (changed.has("procedure") || changed.has("dossier"))) void this.#open();
    else if (this.session && changed.has("layout")) void this.#loadPages();
    if (this.session) this.#paged?.settle(this.session);
  }

  #close(): void {
    this.#paged?.close();
    this.#paged = undefined;
    this.#nearFiles.disconnect();
    this.session?.close();
    this.session = undefined;
    this.#opening = "";
  }

  async #open(again = false): Promise<void> {
    const environment = this.environment.value;
    const session = environment?.session;
    // A lost session leaves the form as it is: nothing that was typed goes.
    if (!environment || !session || session.side !== "unit" || !(this.procedure || this.dossier) || !this.isConnected) return;
    const { api, locale } = environment;
    const wanted = `${session.subject} ${this.procedure} ${this.dossier}`;
    if (this.#opening === wanted && !again) {
      if (this.session) {
        void this.session.sendNow();
        if (this.session.procedure.locale !== locale) await this.session.relocate(locale).catch((error: unknown) => this.#fail(error));
      }
      return;
    }
    this.#close();
    this.#opening = wanted;
    this.failure = undefined;
    try {
      const place = {
        api,
        session,
        locale,
        procedure: this.procedure,
        dossier: this.dossier,
        ...(this.database ? { database: this.database } : {}),
      };
      const opened = await FormSession.open(place, {
        changed: () => this.requestUpdate(),
        ask: (conflicts, merged) => this.#ask(conflicts, merged),
        submitted: (dossier) => this.#submitted(dossier),
        refused: () => void this.#showFaults(),
      });
      if (opened.procedure.layout.some(({ sections }) => sections.some(({ fields }) => fields.some(needsMore))))
        await this.#late.loadMoreFields();
      if (opened.hasStanding) await this.#late.loadNotices();
      await this.#loadPages();
      if (this.#opening !== wanted || !this.isConnected) return opened.close();
      this.#lists = new CodeLists(opened);
      this.session = opened;
      this.#late.opened();
      opened.start();
    } catch (error) {
      if (this.#opening === wanted) this.#fail(error);
    }
  }

  async #loadPages(): Promise<void> {
    const script = this.layout === "dense" ? undefined : await this.#late.loadPaged();
    this.#paged?.close();
    this.#paged =
      script && this.layout !== "dense" && this.isConnected
        ? new script.PagedForm(this, this.localize, () => this.#unreadable())
        : undefined;
    this.requestUpdate();
  }

  #fail(error: unknown): void {
    this.failure = error;
    if (failureCode(error) === "session.none") this.dispatchEvent(new Event("fisc-session-stale", { bubbles: true, composed: true }));
  }

  protected override render(): TemplateResult | typeof nothing {
    const signedIn = this.environment.value?.session;
    const view = this.#view;
    if (view) return this.#renderForm(view, signedIn === null);
    if (this.failure !== undefined) return this.#renderFailure();
    if (signedIn === null)
      return notice(
        "info",
        this.text("form.sign-in-needed"),
        html`<button type="button" class="primary" @click=${this.#signIn}>${this.text("form.sign-in")}</button>`,
      );
    if (signedIn && signedIn.side !== "unit") return notice("info", this.text("form.no-unit"));
    return html`<p class="loading" role="status">${this.text("form.loading")}</p>`;
  }

  #renderFailure(): TemplateResult {
    if (failureCode(this.failure) === "form.not-editable") return notice("info", this.text("form.not-editable"));
    return notice(
      "error",
      this.text("form.failed"),
      html`<p>${failureText(this.localize, this.failure)}</p>
        <button type="button" @click=${() => this.#open(true).then(() => this.#focusTitle())}>${this.text("form.retry")}</button>`,
    );
  }

  get #view(): FieldView | undefined {
    const session = this.session;
    if (!session || !this.#lists) return undefined;
    return {
      session,
      localize: this.localize,
      shown: session.faults.shown(session.engine),
      locked: session.isSubmitting,
      lists: this.#lists,
      drawMore: this.#late.drawMore,
    };
  }

  #renderForm(view: FieldView, signedOut: boolean): TemplateResult {
    const { session } = view;
    const isTold = session.faults.showsAll || this.#paged;
    const faults = (isTold && this.#late.notices?.summaryEntries(view, this.#unreadable())) || [];
    return html`<form part="form" novalidate @submit=${this.#onSubmit}>
        ${drawHeader(session, this.localize)} ${this.#renderNotices(session, signedOut)}
        <fisc-error-summary
          .entries=${this.#paged?.here(faults) ?? faults}
          .locale=${this.localize.locale}
          @fisc-error-followed=${(event: HTMLElementEventMap["fisc-error-followed"]) => this.focusAt(event.at)}
        ></fisc-error-summary>
        ${this.#paged?.draw(view) ?? html`${drawPages(view)} ${drawActions(session, this.localize)}`}
      </form>
      ${this.asking?.template() ?? nothing}
      <div class="visually-hidden" role="status">${this.announcement}</div>`;
  }

  #renderNotices(session: FormSession, isSignedOut: boolean): TemplateResult | typeof nothing {
    const { trouble } = this;
    if (!isSignedOut && trouble === undefined && !session.hasStanding) return nothing;
    const handlers = { signIn: () => this.#signIn(), startAgain: () => void this.#startAgain() };
    return this.#late.notices?.drawNotices({ session, isSignedOut, trouble }, this.localize, handlers) ?? nothing;
  }

  /** Files come last and are seldom the first thing touched: their script waits until their section comes near. */
  readonly #nearFiles = new IntersectionObserver(
    (seen) => {
      if (seen.some(({ isIntersecting }) => isIntersecting)) void this.#late.loadFiles();
    },
    { rootMargin: "50%" },
  );

  protected override updated(): void {
    const files = this.renderRoot.querySelector("#files");
    if (files) this.#nearFiles.observe(files);
    if (this.session) this.#paged?.drawn();
    for (const dialog of this.renderRoot.querySelectorAll<HTMLDialogElement>("dialog:not([open])")) dialog.showModal();
  }

  /**
   * Puts the focus at a path, through the shadow roots of fields and tables; in a form in pages it shows the page first. False where
   * nothing stands there.
   */
  focusAt(at: string): boolean {
    const here = (): boolean => focusPlace(this.renderRoot, at, () => this.#late.loadFiles());
    return this.#paged?.reach(at, here) ?? here();
  }

  #unreadable(): ReturnType<typeof unreadableIn> {
    return unreadableIn(this.renderRoot, this.session, this.localize);
  }

  async #onSubmit(event: Event): Promise<void> {
    event.preventDefault();
    const session = this.session;
    if (!session || session.isSubmitting) return;
    if (this.#paged && !this.#paged.isAtEnd) return this.#paged.advance() ? undefined : this.#showFaults();
    session.faults.showAll();
    const faulty = session.engine.violations().some(({ severity }) => severity === "error");
    if (faulty || this.#unreadable().length > 0) return this.#showFaults();
    this.trouble = undefined;
    await session.submit().catch((error: unknown) => (this.trouble = error));
  }

  async #showFaults(): Promise<void> {
    // At once: who has gone on by the time the list is there stays where they are.
    if (this.session?.faults.showsAll) this.#paged?.toEnd();
    await this.#late.loadSummary();
    for (const section of this.renderRoot.querySelectorAll("fisc-form-section")) section.collapsed = false;
    this.requestUpdate();
    await this.updateComplete;
    const summary = this.renderRoot.querySelector<ErrorSummary>("fisc-error-summary");
    await summary?.updateComplete;
    if (summary && summary.entries.length > 0) summary.focus();
    else this.renderRoot.querySelector(".notice.error")?.scrollIntoView({ block: "center" });
  }

  #submitted(dossier: DossierSubmittedEvent["dossier"]): void {
    this.#paged?.restart();
    void this.localize
      .load(["standing"])
      .catch(() => undefined)
      .then(() => (this.announcement = this.text(this.dossier ? "standing.changed" : "standing.sent", { code: dossier.code })));
    this.dispatchEvent(new DossierSubmittedEvent(dossier));
  }

  async #ask(conflicts: readonly MergeConflict[], merged: Mergeable): Promise<Mergeable> {
    const { askWhichToKeep } = await this.#late.loadQuestions();
    return this.session ? askWhichToKeep(this.#questions, conflicts, merged, this.session.procedure) : merged;
  }

  async #startAgain(): Promise<void> {
    const { askToStartAgain } = await this.#late.loadQuestions();
    if (!(await askToStartAgain(this.#questions))) return;
    await this.session?.startAgain();
    this.#paged?.restart();
    await this.#focusTitle();
  }

  /** For whoever pressed a button that is gone now. */
  async #focusTitle(): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector("h1")?.focus();
  }

  get #questions(): QuestionPlace {
    const { renderRoot, localize } = this;
    return { renderRoot, localize, show: (template) => (this.asking = template && { template }) };
  }

  #signIn(): void {
    const environment = this.environment.value;
    if (environment) location.assign(environment.api.signInUrl(location.href));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "fisc-dossier-form": DossierForm;
  }
}
