import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { property, state } from "../foundation/property.ts";
import type { DossierSummary } from "@fisc/core";
import { isSessionLost } from "../approval-panel/approval-desk.ts";
import { dossierGist } from "../approval-panel/dossier-gist.ts";
import { moneyText } from "../dossier-view/value-text.ts";
import { controls } from "../foundation/control-styles.ts";
import { failureText } from "../foundation/failure-text.ts";
import { FiscElement } from "../foundation/fisc-element.ts";
import { label } from "../foundation/format.ts";
import { SessionStaleEvent } from "../foundation/session-stale-event.ts";
import { tokens } from "../foundation/tokens.ts";
import { BatchDesk } from "./batch-desk.ts";
import { BatchEndedEvent } from "./batch-ended-event.ts";
import { type BatchItem, type BatchOffer, batchOffers, batchTotals } from "./batch-offers.ts";
import { styles } from "./batch-approval.styles.ts";
import { itemsView } from "./draw-items.ts";

/**
 * One decision on several dossiers: shows exactly which they are, how many and what they come to; does it to each by itself, as it was when
 * it was shown; and says of each what became of it. What needs a reason is not done in a batch.
 *
 * @summary Accept, pass on or sign several dossiers, with a result for each.
 * @fires {BatchEndedEvent} fisc-batch-ended - The batch came to its end, or was stopped.
 * @fires {SessionStaleEvent} fisc-session-stale - The gateway says that nobody is signed in any more.
 * @fires {Event} fisc-batch-closed - The person is done with it.
 * @csspart items - The table of the dossiers.
 */
export class FiscBatchApproval extends FiscElement {
  protected static override readonly texts = ["session", "status", "approval"] as const;
  static override styles = [tokens, controls, styles];

  /** The dossiers to decide on. */
  @property({ attribute: false }) dossiers: readonly Pick<DossierSummary, "id">[] = [];
  /** Address of a dossier's page; `{id}` stands for its id. */
  @property({ attribute: "href-template" }) hrefTemplate = "?id={id}";

  /** Key of the offer chosen, where there are several. */
  @state() private wanted = "";
  @state() private choices: Readonly<Record<string, string>> = {};
  @state() private choiceMissing = false;
  /** What is being done, or was. */
  @state() private running: BatchOffer | undefined;

  readonly #desk = new BatchDesk(this, this.environment);
  #loadedFor = "";

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>("#heading")?.focus();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#loadedFor = "";
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const environment = this.environment.value;
    const loadedFor = environment?.session ? `${environment.locale} ${environment.session.subject}` : "";
    if (loadedFor === this.#loadedFor && !changed.has("dossiers")) return;
    // A language changed half way leaves what is being done alone.
    if (loadedFor !== "" && this.#desk.isRunning && !changed.has("dossiers")) return;
    this.#loadedFor = loadedFor;
    this.#desk.clear();
    this.running = undefined;
    if (loadedFor !== "") void this.#desk.load(this.dossiers.map(({ id }) => id));
  }

  protected override render() {
    return html`<section class="batch" aria-labelledby="heading" lang=${this.environment.locale}>
      <h2 id="heading" tabindex="-1">${this.text("batch.heading", { count: this.dossiers.length })}</h2>
      ${this.#body()}
    </section>`;
  }

  #body(): TemplateResult {
    const { state, value: items } = this.#desk.loaded;
    if (state.status === "failed")
      return html`<fisc-notice kind="error" live="assertive">
          ${failureText(this.localize, state.error)}
          <button slot="actions" type="button" @click=${() => void this.#desk.load(this.dossiers.map(({ id }) => id))}>
            ${this.text("approval.retry")}
          </button>
        </fisc-notice>
        ${this.#closeButton()}`;
    if (!items || state.status === "loading")
      return html`<p class="muted" role="status">
        ${this.text(this.environment.value?.session === null ? "signIn.needed" : "list.loading")}
      </p>`;
    if (this.running) return this.#results(this.running, items);
    const offers = batchOffers(items);
    const offer = offers.find(({ key }) => key === this.wanted) ?? offers[0];
    if (!offer)
      return html`<p>${this.text("batch.none")}</p>
        ${this.#closeButton()}`;
    return this.#proposal(offers, offer, items);
  }

  /** What is about to be done, to exactly which dossiers. */
  #proposal(offers: readonly BatchOffer[], offer: BatchOffer, items: readonly BatchItem[]): TemplateResult {
    const others = items.filter((item) => !offer.items.includes(item));
    const name = this.#actionName(offer);
    const totals = batchTotals(offer.items, (item) => dossierGist(item).minor)
      .map(({ procedure, minor }) => moneyText(procedure, minor))
      .join(" + ");
    return html`${
        offers.length > 1
          ? html`<fieldset>
              <legend>${this.text("batch.what")}</legend>
              ${offers.map(
                (one) =>
                  html`<label class="choice">
                    <input type="radio" name="offer" .checked=${one === offer} @change=${() => this.#want(one.key)} />
                    ${this.text("batch.offer", { action: this.#actionName(one), count: one.items.length })}
                  </label>`,
              )}
            </fieldset>`
          : nothing
      }
      ${Object.entries(offer.action.needs.choices ?? {}).map(([choice, values]) => this.#choiceView(offer, choice, values))}
      <h3>${this.text("batch.offer", { action: name, count: offer.items.length })}</h3>
      ${this.#table(offer.items, totals)}
      ${
        others.length === 0
          ? nothing
          : html`<div>
              <h3>${this.text("batch.others", { count: others.length })}</h3>
              <p class="muted">${this.text("batch.others.why")}</p>
              <ul>
                ${others.map(({ dossier }) => html`<li><a href=${this.#href(dossier.id)}>${dossier.code}</a></li>`)}
              </ul>
            </div>`
      }
      ${offer.action.needs.signature === undefined ? nothing : html`<p>${this.text("batch.signing")}</p>`}
      <div class="buttons">
        <button type="button" class="primary" data-run @click=${() => void this.#run(offer)}>
          ${this.text(totals === "" ? "batch.offer" : "batch.run", { action: name, count: offer.items.length, total: totals })}
        </button>
        ${this.#closeButton()}
      </div>`;
  }

  #choiceView({ items }: BatchOffer, choice: string, values: readonly string[]): TemplateResult {
    const isMissing = this.choiceMissing && this.choices[choice] === undefined;
    const name = (key: string): string => {
      const procedure = items[0]?.procedure;
      return procedure ? label(procedure.labels, key, procedure.locale) : key;
    };
    return html`<fieldset aria-describedby=${isMissing ? `fault-${choice}` : nothing}>
      <legend>${name(`input.${choice}`)}</legend>
      ${isMissing ? html`<p class="fault" id="fault-${choice}">${this.text("reason.choice.missing")}</p>` : nothing}
      ${values.map(
        (value) =>
          html`<label class="choice">
            <input
              type="radio"
              name="choice-${choice}"
              data-choice=${choice}
              .value=${value}
              .checked=${this.choices[choice] === value}
              @change=${() => (this.choices = { ...this.choices, [choice]: value })}
            />
            ${name(`input.${choice}.${value}`)}
          </label>`,
      )}
    </fieldset>`;
  }

  #results(offer: BatchOffer, items: readonly BatchItem[]): TemplateResult {
    const ids = new Set(offer.items.map(({ dossier }) => dossier.id));
    const mine = items.filter(({ dossier }) => ids.has(dossier.id));
    const count = (status: BatchItem["outcome"]["status"]): number => mine.filter(({ outcome }) => outcome.status === status).length;
    const done = count("done");
    const left = mine.length - done;
    const { isRunning, stops } = this.#desk;
    return html`${
        isRunning
          ? html`<p role="status">${this.text("batch.progress", { done, count: mine.length })}</p>`
          : html`<fisc-notice id="result" tabindex="-1" kind=${left === 0 ? "success" : "warning"}>
              ${
                left === 0
                  ? this.text("batch.ended", { action: this.#actionName(offer), count: done })
                  : this.text("batch.ended.some", { done, count: mine.length, failed: count("failed"), untried: count("untried") })
              }
            </fisc-notice>`
      }
      ${this.#table(mine, undefined)}
      <div class="buttons">
        ${
          isRunning
            ? html`<button type="button" data-stop aria-disabled=${stops} @click=${() => this.#desk.stop()}>
                ${this.text(stops ? "batch.stopping" : "batch.stop")}
              </button>`
            : html`${left === 0 ? nothing : html`<button type="button" class="primary" data-left @click=${() => void this.#lookAgain(mine)}>${this.text("batch.again", { count: left })}</button>`}
              ${this.#closeButton()}`
        }
      </div>`;
  }

  /** With `total` what is about to be done, without it what became of each. */
  #table(items: readonly BatchItem[], total: string | undefined): TemplateResult {
    return itemsView({
      items,
      total,
      localize: this.localize,
      href: (id) => this.#href(id),
      side: this.environment.value?.session?.side,
    });
  }

  #closeButton(): TemplateResult {
    return html`<button type="button" data-close @click=${this.#close}>${this.text("batch.close")}</button>`;
  }

  async #run(offer: BatchOffer): Promise<void> {
    if (this.#desk.isRunning) return;
    const needed = Object.keys(offer.action.needs.choices ?? {});
    const missing = needed.find((name) => this.choices[name] === undefined);
    this.choiceMissing = missing !== undefined;
    if (missing !== undefined) {
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>(`[data-choice="${CSS.escape(missing)}"]`)?.focus();
      return;
    }
    this.running = offer;
    this.focus();
    const done = await this.#desk.run(offer, Object.fromEntries(needed.map((name) => [name, this.choices[name] ?? ""])));
    const ids = done.map(({ id }) => id);
    for (const id of ids) this.environment.stream?.refresh(id);
    const left = offer.items.map(({ dossier }) => dossier.id).filter((id) => !ids.includes(id));
    this.dispatchEvent(new BatchEndedEvent(offer.action.action, ids, left));
    if (this.#desk.items.some(({ outcome }) => outcome.status === "failed" && isSessionLost(outcome.error)))
      this.dispatchEvent(new SessionStaleEvent());
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>("#result")?.focus();
  }

  /** What was not done is read anew, shown anew, and decided on anew: nothing is tried again by itself. */
  async #lookAgain(items: readonly BatchItem[]): Promise<void> {
    const left = new Set(items.filter(({ outcome }) => outcome.status !== "done").map(({ dossier }) => dossier.id));
    this.dossiers = this.dossiers.filter(({ id }) => left.has(id));
    await this.updateComplete;
    this.focus();
  }

  #want(key: string): void {
    this.wanted = key;
    this.choices = {};
    this.choiceMissing = false;
  }

  #close(): void {
    this.dispatchEvent(new Event("fisc-batch-closed", { bubbles: true, composed: true }));
  }

  #actionName({ action, items }: BatchOffer): string {
    const procedure = items[0]?.procedure;
    return procedure ? label(procedure.labels, `action.${action.action}`, procedure.locale) : action.action;
  }

  #href(id: string): string {
    return this.hrefTemplate.replaceAll("{id}", encodeURIComponent(id));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "fisc-batch-approval": FiscBatchApproval;
  }
}
