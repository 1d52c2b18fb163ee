import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { property, state } from "../foundation/property.ts";
import { repeat } from "lit/directives/repeat.js";
import type { DossierSummary, PublishedProcedure } from "@fisc/core";
import { civilDate } from "@fisc/core/calendar";
import { shownState } from "../approval-panel/shown-state.ts";
import { moneyText } from "../dossier-view/value-text.ts";
import { controls } from "../foundation/control-styles.ts";
import { failureText } from "../foundation/failure-text.ts";
import { FiscElement } from "../foundation/fisc-element.ts";
import { formatCivilDate, formatInstant, label } from "../foundation/format.ts";
import { keepFocus } from "../foundation/keep-focus.ts";
import { procedureOfDossier } from "../foundation/procedure-labels.ts";
import { Resource } from "../foundation/resource.ts";
import { tokens } from "../foundation/tokens.ts";
import { DossierOpenEvent } from "./dossier-open-event.ts";
import { styles } from "./dossier-list.styles.ts";
import { arrange, everything, type ListFilter, type ListOrder, listOrders } from "./list-order.ts";

interface Loaded {
  readonly summaries: readonly DossierSummary[];
  /** By procedure id: for labels, currency and zone. */
  readonly procedures: ReadonlyMap<string, PublishedProcedure>;
}

/**
 * The dossiers that the person signed in may see: search, filter, order; live. What awaits the person is marked.
 *
 * @summary List of dossiers: a table, or cards where it is narrow.
 * @fires {DossierOpenEvent} fisc-dossier-open - Somebody opens a dossier; cancelable.
 */
export class FiscDossierList extends FiscElement {
  protected static override readonly texts = ["session", "status"] as const;
  static override styles = [tokens, controls, styles];

  /** Address of a dossier's page; `{id}` stands for its id. */
  @property({ attribute: "href-template" }) hrefTemplate = "?id={id}";
  /** Begin with only what awaits the person. */
  @property({ type: Boolean, attribute: "awaits-me" }) awaitsMe = false;

  @state() private filter: ListFilter = everything;
  @state() private order: ListOrder = "updated";
  @state() private lost = false;

  readonly #loaded = new Resource<Loaded>(this);
  #wanted = "";
  #unsubscribe: (() => void) | undefined;
  #later: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    keepFocus(this, (root) => root.querySelector<HTMLElement>("input[type=search]") ?? root.querySelector<HTMLElement>(".list"));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
    clearTimeout(this.#later);
    this.#wanted = "";
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("awaitsMe")) this.filter = { ...this.filter, awaitsMe: this.awaitsMe };
    const environment = this.environment.value;
    const wanted = environment?.session ? `${environment.locale} ${environment.session.subject}` : "";
    if (wanted === this.#wanted) return;
    this.#wanted = wanted;
    this.#unsubscribe?.();
    if (wanted === "") {
      this.#loaded.clear();
      return;
    }
    void this.#load();
    this.#unsubscribe = this.environment.stream?.subscribe({
      onEvent: () => this.#loadSoon(),
      onState: (state) => {
        this.lost = state === "lost";
        if (state === "open" && this.#loaded.state.status === "ready") this.#loadSoon();
      },
    });
  }

  protected override render() {
    return html`<section class="list" tabindex="-1" aria-label=${this.text("list.heading")} lang=${this.environment.locale}>
      ${this.lost ? html`<fisc-notice kind="warning" live="polite">${this.text("list.lost")}</fisc-notice>` : nothing} ${this.#body()}
    </section>`;
  }

  #body(): TemplateResult {
    const loaded = this.#loaded.value;
    const { state } = this.#loaded;
    const failed =
      state.status === "failed"
        ? html`<fisc-notice kind="error" live="assertive">
            ${failureText(this.localize, state.error)}
            <button slot="actions" type="button" @click=${() => void this.#load()}>${this.text("list.retry")}</button>
          </fisc-notice>`
        : nothing;
    if (!loaded) {
      if (failed !== nothing) return failed;
      return html`<p class="muted" role="status">
        ${this.text(this.environment.value?.session === null ? "signIn.needed" : "list.loading")}
      </p>`;
    }
    if (loaded.summaries.length === 0)
      return html`${failed}
        <p class="empty">${this.text("list.empty")}</p>`;
    const shown = arrange(loaded.summaries, this.filter, this.order, (one) => this.#stateName(one));
    return html`${failed} ${this.#tools(loaded)}
      <div class="under">
        <label class="awaits">
          <input
            type="checkbox"
            .checked=${this.filter.awaitsMe}
            @change=${(event: Event) => this.#narrow({ awaitsMe: (event.target as HTMLInputElement).checked })}
          />
          ${this.text("list.awaits")}
        </label>
        <span role="status">${this.text("list.count", { count: shown.length })}</span>
      </div>
      ${
        shown.length === 0
          ? html`<div class="empty">
              <p>${this.text("list.noMatch")}</p>
              <button type="button" @click=${() => (this.filter = everything)}>${this.text("list.clear")}</button>
            </div>`
          : this.#table(shown)
      }`;
  }

  #tools({ summaries }: Loaded): TemplateResult {
    const states = [...new Set(summaries.map((one) => this.#stateName(one)))].sort((a, b) => a.localeCompare(b, this.environment.locale));
    return html`<div class="tools" role="search">
      <label>
        <span>${this.text("list.search")}</span>
        <input
          type="search"
          .value=${this.filter.text}
          placeholder=${this.text("list.search.hint")}
          @input=${(event: InputEvent) => this.#narrow({ text: (event.target as HTMLInputElement).value })}
        />
      </label>
      <label>
        <span>${this.text("list.state")}</span>
        <select @change=${(event: Event) => this.#narrow({ state: (event.target as HTMLSelectElement).value })}>
          <option value="" ?selected=${this.filter.state === ""}>${this.text("list.state.all")}</option>
          ${states.map((name) => html`<option value=${name} ?selected=${this.filter.state === name}>${name}</option>`)}
        </select>
      </label>
      <label>
        <span>${this.text("list.sort")}</span>
        <select @change=${(event: Event) => (this.order = (event.target as HTMLSelectElement).value as ListOrder)}>
          ${listOrders.map((order) => html`<option value=${order} ?selected=${this.order === order}>${this.text(`list.sort.${order}`)}</option>`)}
        </select>
      </label>
    </div>`;
  }

  // Explicit roles keep the table a table where it is laid out as cards.
  #table(shown: readonly DossierSummary[]): TemplateResult {
    const side = this.environment.value?.session?.side;
    const columns = ["code", "title", ...(side === "treasury" ? ["unit"] : []), "state", "amount", "due", "updated"];
    return html`<table role="table" aria-label=${this.text("list.heading")}>
      <thead role="rowgroup">
        <tr role="row">
          ${columns.map((column) => html`<th role="columnheader" scope="col" class=${column === "amount" ? "number" : ""}>${this.text(`list.column.${column}`)}</th>`)}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${repeat(
          shown,
          ({ id }) => id,
          (one) => this.#row(one, side === "treasury"),
        )}
      </tbody>
    </table>`;
  }

  #row(one: DossierSummary, withUnit: boolean): TemplateResult {
    const procedure = this.#loaded.value?.procedures.get(one.procedure);
    const { locale } = this.environment;
    const cell = (column: string, content: unknown, kind = "") =>
      html`<td role="cell" class=${kind} data-label=${this.text(`list.column.${column}`)}>${content}</td>`;
    return html`<tr role="row" class=${one.awaitsMe ? "awaits-me" : ""} data-dossier=${one.id}>
      <th role="rowheader" scope="row">
        <a
          class="open"
          href=${this.hrefTemplate.replaceAll("{id}", encodeURIComponent(one.id))}
          @click=${(event: MouseEvent) => this.#open(event, one)}
          >${one.code}</a
        >
        ${one.awaitsMe ? html`<br /><span class="badge mine">${this.text("list.awaits.badge")}</span>` : nothing}
      </th>
      <td role="cell">${one.title}${one.number ? html`<br /><span class="muted">${one.number}</span>` : nothing}</td>
      ${withUnit ? cell("unit", html`${one.unit.name} <span class="muted">${one.unit.code}</span>`) : nothing}
      ${cell("state", this.#stateName(one))} ${cell("amount", procedure ? moneyText(procedure, one.amount) : String(one.amount), "number")}
      ${cell("due", this.#due(one, procedure))}
      ${cell("updated", procedure ? formatInstant(one.updatedAt, locale, procedure.timeZone) : one.updatedAt)}
    </tr>`;
  }

  #due({ dueOn, procedure: id, state }: DossierSummary, procedure: PublishedProcedure | undefined): TemplateResult | string {
    if (dueOn === undefined) return "–";
    const date = formatCivilDate(dueOn, this.environment.locale);
    const open = procedure && id && !procedure.workflow.states[state]?.final;
    if (!open) return date;
    const today = civilDate(new Date(), procedure.timeZone);
    if (today > dueOn) return html`${date} <span class="badge late">${this.text("list.due.late")}</span>`;
    if (today === dueOn) return html`${date} <span class="badge soon">${this.text("list.due.today")}</span>`;
    return date;
  }

  #stateName(one: DossierSummary): string {
    const procedure = this.#loaded.value?.procedures.get(one.procedure);
    if (!procedure) return one.state;
    return label(procedure.labels, `state.${shownState(procedure, one.state, this.environment.value?.session?.side)}`, procedure.locale);
  }

  #open(event: MouseEvent, one: DossierSummary): void {
    if (!this.dispatchEvent(new DossierOpenEvent(one))) event.preventDefault();
  }

  #narrow(part: Partial<ListFilter>): void {
    this.filter = { ...this.filter, ...part };
  }

  /** Several events at once lead to one reading. */
  #loadSoon(): void {
    clearTimeout(this.#later);
    this.#later = setTimeout(() => void this.#load(), 100);
  }

  async #load(): Promise<void> {
    const environment = this.environment.value;
    if (!environment?.session) return;
    const { api, locale } = environment;
    await this.#loaded.load(async () => {
      const summaries = await api.dossiers();
      const examples = new Map(summaries.map((one) => [one.procedure, one]));
      const procedures = await Promise.all(
        [...examples.values()].map(async (one) => [one.procedure, await procedureOfDossier(api, one, locale)] as const),
      );
      return { summaries, procedures: new Map(procedures) };
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "fisc-dossier-list": FiscDossierList;
  }
}
