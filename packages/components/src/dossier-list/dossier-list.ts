import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { property, state } from "../foundation/property.ts";
import type { DossierSummary } from "@fisc/core";
import { controls } from "../foundation/control-styles.ts";
import { failureText } from "../foundation/failure-text.ts";
import { FiscElement } from "../foundation/fisc-element.ts";
import { keepFocus } from "../foundation/keep-focus.ts";
import { saveFile } from "../foundation/save-file.ts";
import { tokens } from "../foundation/tokens.ts";
import { AddressView } from "./address-view.ts";
import { DossierOpenEvent } from "./dossier-open-event.ts";
import { DossiersChosenEvent } from "./dossiers-chosen-event.ts";
import { styles } from "./dossier-list.styles.ts";
import { tableView } from "./draw-table.ts";
import { pagerView, toolsView, underView } from "./draw-tools.ts";
import { type ListView, usualView } from "./list-address.ts";
import { listCsv } from "./list-csv.ts";
import { ListLoader, type LoadedList } from "./list-loader.ts";
import { arrange, everything, type ListFilter, pageOf } from "./list-order.ts";
import { ListReading } from "./list-reading.ts";

/**
 * The dossiers that the person signed in may see, however many: search, filters, order, pages; live. What awaits the person is marked, and
 * deadlines are counted down in working days. What is shown can be saved as a CSV file.
 *
 * @summary List of dossiers: a table, or cards where it is narrow.
 * @fires {DossierOpenEvent} fisc-dossier-open - Somebody opens a dossier; cancelable.
 * @fires {DossiersChosenEvent} fisc-dossiers-chosen - Somebody wants to decide on several dossiers together; cancelable.
 * @csspart tools - Search, filters and order.
 * @csspart table - The table.
 * @csspart due - Badge of a deadline.
 * @csspart pager - Buttons that turn pages.
 */
export class FiscDossierList extends FiscElement {
  protected static override readonly texts = ["session", "status"] as const;
  static override styles = [tokens, controls, styles];

  /** Address of a dossier's page; `{id}` stands for its id. */
  @property({ attribute: "href-template" }) hrefTemplate = "?id={id}";
  /** Begin with only what awaits the person. */
  @property({ type: Boolean, attribute: "awaits-me" }) awaitsMe = false;
  /** Rows on one page. */
  @property({ type: Number, attribute: "page-size" }) pageSize = 50;
  /** Keep search, filters, order and page in the page's address, under names that begin with this (`""`: `q`, `state`, `due`, `mine`, `sort`, `page`). Absent: not kept. */
  @property({ attribute: "keep-in-address" }) keepInAddress: string | undefined;
  /** Offer to decide on several dossiers together. */
  @property({ type: Boolean }) batch = false;

  @state() private view: ListView = usualView;
  @state() private chosen: ReadonlySet<string> = new Set();
  /** What is being decided on together. */
  @state() private deciding: readonly DossierSummary[] | undefined;
  @state() private lost = false;

  readonly #loader = new ListLoader(this);
  readonly #address = new AddressView(this, (view) => (this.view = view));
  #wanted = "";
  #unsubscribe: (() => void) | undefined;

  constructor() {
    super();
    keepFocus(this, (root) => root.querySelector<HTMLElement>("input[type=search]") ?? root.querySelector<HTMLElement>(".list"));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
    this.#wanted = "";
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("awaitsMe") || changed.has("keepInAddress")) {
      const usual = { ...usualView, filter: { ...everything, awaitsMe: this.awaitsMe } };
      this.view = this.#address.keep(this.keepInAddress, usual);
    }
    const environment = this.environment.value;
    const wanted = environment?.session ? `${environment.locale} ${environment.session.subject}` : "";
    if (wanted === this.#wanted) return;
    this.#wanted = wanted;
    this.#unsubscribe?.();
    this.chosen = new Set();
    this.deciding = undefined;
    if (!environment || wanted === "") return this.#loader.stop();
    void this.#loader.start(environment.api, environment.locale);
    this.#unsubscribe = this.environment.stream?.subscribe({
      onEvent: () => this.#loader.changedSoon(),
      onState: (state) => {
        this.lost = state === "lost";
        if (state === "open") this.#loader.changedSoon();
      },
    });
  }

  protected override render() {
    return html`<section class="list" tabindex="-1" aria-label=${this.text("list.heading")} lang=${this.environment.locale}>
      ${this.lost ? html`<fisc-notice kind="warning" live="polite">${this.text("list.lost")}</fisc-notice>` : nothing} ${this.#body()}
    </section>`;
  }

  #body(): TemplateResult {
    const { value: loaded, state } = this.#loader.loaded;
    const failed =
      state.status === "failed"
        ? html`<fisc-notice kind="error" live="assertive">
            ${failureText(this.localize, state.error)}
            <button slot="actions" type="button" @click=${() => void this.#loader.load()}>${this.text("list.retry")}</button>
          </fisc-notice>`
        : nothing;
    if (!loaded) {
      if (failed !== nothing) return failed;
      return html`<p class="muted" role="status">
        ${this.text(this.environment.value?.session === null ? "signIn.needed" : "list.loading")}
      </p>`;
    }
    if (this.deciding)
      return html`<fisc-batch-approval
        .dossiers=${this.deciding}
        .hrefTemplate=${this.hrefTemplate}
        @fisc-batch-closed=${this.#backToList}
      ></fisc-batch-approval>`;
    if (loaded.summaries.length === 0)
      return html`${failed}
        <p class="empty">${this.text("list.empty")}</p>`;
    return html`${failed} ${this.#list(loaded)}`;
  }

  #list(loaded: LoadedList): TemplateResult {
    const side = this.environment.value?.session?.side;
    const { locale } = this.environment;
    const reading = new ListReading(loaded, side, new Date());
    const { order } = this.view;
    // A state that an address names and no definition knows would hide everything.
    const filter = reading.knowsState(this.view.filter.state) ? this.view.filter : { ...this.view.filter, state: "" };
    const found = arrange(loaded.summaries, filter, order, reading);
    const { rows, page, pages } = pageOf(found, this.view.page, Math.max(1, this.pageSize));
    const text = (key: string, params?: Readonly<Record<string, string | number>>) => this.text(key, params);
    const from = (page - 1) * Math.max(1, this.pageSize) + 1;
    return html`${toolsView({
      filter,
      order,
      reading,
      locale,
      text,
      narrow: (part) => this.#narrow(part),
      sort: (next) => this.#look({ ...this.view, order: next, page: 1 }),
    })}
    ${underView({
      mine: filter.awaitsMe,
      count: found.length,
      complete: loaded.complete,
      text,
      narrow: (part) => this.#narrow(part),
      save: () => this.#save(reading, found),
    })}
    ${this.#chosenView(loaded)}
    ${
      found.length === 0
        ? html`<div class="empty">
            <p>${this.text("list.noMatch")}</p>
            <button type="button" @click=${() => this.#look({ ...this.view, filter: everything, page: 1 })}>
              ${this.text("list.clear")}
            </button>
          </div>`
        : tableView({
            rows,
            order,
            reading,
            locale,
            withUnit: side === "treasury",
            ...(this.batch ? { chosen: this.chosen } : {}),
            choosable: this.batch ? found.filter(({ awaitsMe }) => awaitsMe) : [],
            text,
            href: ({ id }) => this.hrefTemplate.replaceAll("{id}", encodeURIComponent(id)),
            open: (event, one) => this.#open(event, one),
            choose: (ids, isChosen) => this.#choose(ids, isChosen),
          })
    }
    ${
      pages > 1
        ? pagerView({
            page,
            pages,
            from,
            to: from + rows.length - 1,
            count: found.length,
            text,
            turn: (next) => this.#look({ ...this.view, page: next }),
          })
        : nothing
    }`;
  }

  /** How many are chosen, also those that the filter hides now. */
  #chosenView(loaded: LoadedList): TemplateResult | typeof nothing {
    const count = this.#chosenOf(loaded).length;
    if (!this.batch || count === 0) return nothing;
    return html`<div class="chosen">
      <span role="status">${this.text("list.chosen", { count })}</span>
      <button type="button" class="primary" data-decide @click=${() => this.#decide(loaded)}>${this.text("list.decide")}</button>
      <button type="button" class="plain" @click=${() => (this.chosen = new Set())}>${this.text("list.choose.none")}</button>
    </div>`;
  }

  /** What no longer awaits the person cannot be decided on. */
  #chosenOf({ summaries }: LoadedList): readonly DossierSummary[] {
    return summaries.filter(({ id, awaitsMe }) => awaitsMe && this.chosen.has(id));
  }

  async #decide(loaded: LoadedList): Promise<void> {
    const dossiers = this.#chosenOf(loaded);
    if (!this.dispatchEvent(new DossiersChosenEvent(dossiers))) return;
    await import("../batch-approval/define.ts");
    this.deciding = dossiers;
    await this.updateComplete;
    this.renderRoot.querySelector("fisc-batch-approval")?.focus();
  }

  async #backToList(): Promise<void> {
    this.deciding = undefined;
    this.chosen = new Set();
    this.#loader.changedSoon();
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(".list")?.focus();
  }

  #save(reading: ListReading, found: readonly DossierSummary[]): void {
    const file = listCsv(found, {
      locale: this.environment.locale,
      text: (key) => this.text(key),
      stateName: (one) => reading.stateName(one),
      procedure: (one) => reading.procedure(one),
    });
    saveFile(`${this.text("list.heading")}.csv`, file);
  }

  #open(event: MouseEvent, one: DossierSummary): void {
    if (!this.dispatchEvent(new DossierOpenEvent(one))) event.preventDefault();
  }

  #choose(ids: readonly string[], isChosen: boolean): void {
    const chosen = new Set(this.chosen);
    for (const id of ids) {
      if (isChosen) chosen.add(id);
      else chosen.delete(id);
    }
    this.chosen = chosen;
  }

  #narrow(part: Partial<ListFilter>): void {
    this.#look({ ...this.view, filter: { ...this.view.filter, ...part }, page: 1 });
  }

  #look(view: ListView): void {
    this.view = view;
    this.#address.show(view);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "fisc-dossier-list": FiscDossierList;
  }
}
