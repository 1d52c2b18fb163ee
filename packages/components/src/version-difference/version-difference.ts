import { html, nothing, type TemplateResult } from "lit";
import { property, state } from "../foundation/property.ts";
import type { DossierEvent, Fix } from "@fisc/core";
import type { DossierVersion } from "@fisc/core/api";
import type { DossierContentRecord } from "../dossier-view/dossier-view.ts";
import { controls } from "../foundation/control-styles.ts";
import { failureText } from "../foundation/failure-text.ts";
import { FiscElement } from "../foundation/fisc-element.ts";
import { label } from "../foundation/format.ts";
import { doneIcon, warningIcon } from "../foundation/icons.ts";
import { Resource } from "../foundation/resource.ts";
import { tokens } from "../foundation/tokens.ts";
import { type Difference, differences } from "./differences.ts";
import { isTouched, refusals } from "./fix-answers.ts";
import { styles } from "./version-difference.styles.ts";

/** Changes listed; a table imported anew may have thousands. */
const mostListed = 200;

/**
 * What a completed dossier has become since it was sent back: each change with what stood there before, and of everything that was to be put
 * right whether anything changed at its place. Draws nothing where the dossier was never sent back, or has not changed since.
 *
 * @summary Differences between a version that was sent back and the present one.
 * @csspart difference - One change.
 * @csspart fix - What was to be put right, and whether its place changed.
 */
export class FiscVersionDifference extends FiscElement {
  protected static override readonly texts = ["session", "status"] as const;
  static override styles = [tokens, controls, styles];

  /** The dossier as it is now. */
  @property({ attribute: false }) record: DossierContentRecord | undefined;
  /** Its log. */
  @property({ attribute: false }) events: readonly DossierEvent[] = [];

  /** Version chosen to compare with; 0 for the one that was sent back last. */
  @state() private chosen = 0;

  readonly #base = new Resource<DossierVersion>(this);
  #wanted = "";

  protected override willUpdate(): void {
    const api = this.environment.value?.session ? this.environment.value.api : undefined;
    const [base] = this.#bases;
    const { dossier } = this.record ?? {};
    const version = this.#bases.includes(this.chosen) ? this.chosen : base;
    const wanted = api && dossier && version !== undefined ? `${dossier.id} ${version}` : "";
    if (wanted === this.#wanted) return;
    if (!wanted.startsWith(`${this.#wanted.split(" ")[0]} `)) this.#base.clear();
    this.#wanted = wanted;
    if (!api || !dossier || version === undefined) return;
    void this.#base.load(() => api.dossierVersion(dossier.id, version));
  }

  /** Versions that were sent back and are no longer the present one, the last first. */
  get #bases(): readonly number[] {
    const now = this.record?.dossier.version ?? 0;
    return [...new Set(refusals(this.events).map(({ version }) => version))].filter((version) => version < now);
  }

  protected override render() {
    const { record } = this;
    if (!record || this.#wanted === "") return nothing;
    const { state, value } = this.#base;
    if (state.status === "failed")
      return html`<section>
        <p role="alert">${failureText(this.localize, state.error)}</p>
        <button type="button" @click=${this.#retry}>${this.text("timeline.retry")}</button>
      </section>`;
    if (!value) return html`<p class="muted" role="status">${this.text("difference.loading")}</p>`;
    const { dossier, procedure } = record;
    const found = differences(procedure, value, dossier);
    const asked = refusals(this.events).find(({ version }) => version === value.version)?.fixes ?? [];
    return html`<section aria-labelledby="heading" lang=${procedure.locale}>
      <div class="head">
        <h3 id="heading">${this.text("difference.heading", { version: value.version })}</h3>
        ${this.#chooser(value.version)}
      </div>
      ${
        asked.length === 0
          ? nothing
          : html`<div>
              <h4>${this.text("difference.fixes")}</h4>
              <ul class="fixes">
                ${asked.map((fix) => this.#fix(fix, isTouched(fix, found), value))}
              </ul>
            </div>`
      }
      ${found.length === 0 ? html`<p>${this.text("difference.none")}</p>` : this.#table(found, value.version)}
    </section>`;
  }

  #chooser(version: number): TemplateResult | typeof nothing {
    if (this.#bases.length < 2) return nothing;
    return html`<label>
      <span>${this.text("difference.base")}</span>
      <select @change=${(event: Event) => (this.chosen = Number((event.target as HTMLSelectElement).value))}>
        ${this.#bases.map((one) => html`<option value=${one} ?selected=${one === version}>${this.text("difference.version", { version: one })}</option>`)}
      </select>
    </label>`;
  }

  #fix(fix: Fix, touched: boolean, before: DossierVersion): TemplateResult {
    return html`<li class=${touched ? "touched" : "same"} part="fix">
      ${touched ? doneIcon : warningIcon}
      <span
        >${this.#place(fix, before)}: ${fix.text}
        <strong>(${this.text(touched ? "difference.fix.changed" : "difference.fix.same")})</strong></span
      >
    </li>`;
  }

  #place({ document, at }: Fix, before: DossierVersion): string {
    const { labels, locale } = this.record?.procedure ?? { labels: {}, locale: "" };
    if (document !== "form") {
      const file = before.attachments.find(({ id }) => id === document);
      return file ? `${label(labels, `attachment.${file.slot}`, locale)} (${file.name})` : this.text("view.attachments");
    }
    if (at === undefined) return this.text("timeline.fix.form");
    const line = /\[(\d+)\]/.exec(at)?.[1];
    const name = label(labels, `field.${at.replace(/\[\d+\]/g, "[]")}`, locale);
    return line === undefined ? name : this.text("difference.line", { name, line: Number(line) + 1 });
  }

  // Explicit roles keep the table a table where narrow screens lay its rows out as cards.
  #table(found: readonly Difference[], version: number): TemplateResult {
    const [before, after] = [this.text("difference.version", { version }), this.text("difference.after")];
    const more = found.length - mostListed;
    return html`<h4>${this.text("difference.count", { count: found.length })}</h4>
      <div class="lines">
        <table role="table" aria-labelledby="heading">
          <thead role="rowgroup">
            <tr role="row">
              <th role="columnheader" scope="col">${this.text("difference.where")}</th>
              <th role="columnheader" scope="col">${before}</th>
              <th role="columnheader" scope="col">${after}</th>
            </tr>
          </thead>
          <tbody role="rowgroup">
            ${found.slice(0, mostListed).map(
              (one) =>
                html`<tr role="row" part="difference" data-path=${one.path}>
                  <th role="rowheader" scope="row">
                    ${one.line === undefined ? one.name : this.text("difference.line", { name: one.name, line: one.line })}
                  </th>
                  <td role="cell" data-label=${before}>${one.before === "" ? this.#empty() : html`<del>${one.before}</del>`}</td>
                  <td role="cell" data-label=${after}>${one.after === "" ? this.#empty() : html`<ins>${one.after}</ins>`}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
      ${more > 0 ? html`<p class="muted">${this.text("difference.more", { count: more })}</p>` : nothing}`;
  }

  #empty(): TemplateResult {
    return html`<span class="muted">${this.text("view.empty")}</span>`;
  }

  #retry(): void {
    this.#wanted = "";
    this.requestUpdate();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "fisc-version-difference": FiscVersionDifference;
  }
}
