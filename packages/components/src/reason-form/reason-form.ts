import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { property, state } from "../foundation/property.ts";
import type { AvailableAction } from "@fisc/core";
import { rowsAt } from "@fisc/core/rules";
import type { DossierContentRecord } from "../dossier-view/dossier-view.ts";
import { controls } from "../foundation/control-styles.ts";
import { FiscElement } from "../foundation/fisc-element.ts";
import { label } from "../foundation/format.ts";
import { errorIcon, plusIcon } from "../foundation/icons.ts";
import { tokens } from "../foundation/tokens.ts";
import { ActionBodyEvent } from "./action-body-event.ts";
import { actionBody, type ActionDraft, draftFaults, type DraftFault, emptyDraft, type FixDraft, reasonLength } from "./action-draft.ts";
import { fixPlaces } from "./fix-places.ts";
import { styles } from "./reason-form.styles.ts";

/**
 * What an action needs beside the click: choices, a reason, what is to be put right in each document.
 *
 * @summary Reason, fixes per document and choices of one action.
 * @fires {ActionBodyEvent} fisc-action-body - Everything needed is there; `body` goes to the gateway.
 * @fires {Event} fisc-action-cancelled - The person went back.
 */
export class FiscReasonForm extends FiscElement {
  protected static override readonly texts = ["approval"] as const;
  static override styles = [tokens, controls, styles];

  /** The action that is being prepared. Another action starts with an empty form. */
  @property({ attribute: false }) action: AvailableAction | undefined;
  /** The dossier and its definition: for labels, documents and fields. */
  @property({ attribute: false }) record: DossierContentRecord | undefined;
  /** The answer is on its way: the form cannot be sent again. */
  @property({ type: Boolean }) busy = false;

  @state() private draft: ActionDraft = emptyDraft;
  @state() private faults: readonly DraftFault[] = [];
  #nextKey = 1;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("action") && changed.get("action")?.action !== this.action?.action) {
      this.draft = emptyDraft;
      this.faults = [];
    }
  }

  protected override render() {
    const { action, record } = this;
    if (!action || !record) return nothing;
    return html`<form novalidate @submit=${this.#submit}>
      ${Object.entries(action.needs.choices ?? {}).map(([name, values]) => this.#choiceView(name, values))}
      ${action.needs.reason ? this.#reasonView(action.needs.reason) : nothing} ${action.needs.fixes ? this.#fixesView() : nothing}
      <div class="actions">
        <button class="primary" aria-disabled=${this.busy}>${this.#label(`action.${action.action}`)}</button>
        <button type="button" @click=${this.#cancel}>${this.text("reason.cancel")}</button>
      </div>
    </form>`;
  }

  #choiceView(name: string, values: readonly string[]): TemplateResult {
    const at = `choice.${name}`;
    return html`<fieldset aria-describedby=${this.#faultId(at)}>
      <legend>${this.#label(`input.${name}`)}</legend>
      ${this.#faultView(at)}
      ${values.map(
        (value) =>
          html`<label class="choice">
            <input
              type="radio"
              name=${name}
              .value=${value}
              required
              data-at=${at}
              .checked=${this.draft.choices[name] === value}
              @change=${() => this.#change({ choices: { ...this.draft.choices, [name]: value } })}
            />
            ${this.#label(`input.${name}.${value}`)}
          </label>`,
      )}
    </fieldset>`;
  }

  #reasonView({ minLength, maxLength }: { readonly minLength: number; readonly maxLength: number }): TemplateResult {
    const length = reasonLength(this.draft.reason);
    return html`<div>
      <label class="name" for="reason">${this.text("reason.label")}</label>
      <span class="hint" id="reason-hint">${this.text("reason.hint", { minLength, maxLength })}</span>
      ${this.#faultView("reason")}
      <textarea
        id="reason"
        rows="4"
        data-at="reason"
        required
        .value=${this.draft.reason}
        aria-invalid=${this.#fault("reason") ? "true" : "false"}
        aria-describedby="reason-hint ${this.#faultId("reason")}"
        @input=${(event: InputEvent) => this.#change({ reason: (event.target as HTMLTextAreaElement).value })}
      ></textarea>
      <span class="count">${this.text("reason.count", { length, maxLength })}</span>
    </div>`;
  }

  #fixesView(): TemplateResult {
    const documents = [
      { id: "form", name: this.text("reason.document.form") },
      ...(this.record?.dossier.attachments ?? []).map((file) => ({
        id: file.id,
        name: `${this.#label(`attachment.${file.slot}`)}: ${file.name}`,
      })),
    ];
    return html`<fieldset>
      <legend>${this.text("reason.fixes")}</legend>
      <span class="hint">${this.text("reason.fixes.hint")}</span>
      ${this.#faultView("fixes")}
      <div class="documents">
        ${documents.map(
          ({ id, name }) =>
            html`<div class="document" role="group" aria-label=${name}>
              <h3>${name}</h3>
              ${this.draft.fixes.filter((fix) => fix.document === id).map((fix, index) => this.#fixView(fix, index + 1, id === "form"))}
              <button type="button" data-at="fixes" data-add=${id} @click=${() => this.#add(id)}>
                ${plusIcon} ${this.text("reason.fix.add")}<span class="visually-hidden"> ${name}</span>
              </button>
            </div>`,
        )}
      </div>
    </fieldset>`;
  }

  #fixView(fix: FixDraft, number: number, inForm: boolean): TemplateResult {
    const text = `fix.${fix.key}.text`;
    return html`<div class="fix" role="group" aria-label=${this.text("reason.fix", { number })}>
      ${inForm ? this.#placeView(fix) : nothing}
      <label class="name" for=${text}>${this.text("reason.fix.text")}</label>
      ${this.#faultView(text)}
      <textarea
        id=${text}
        data-at=${text}
        rows="2"
        required
        .value=${fix.text}
        aria-invalid=${this.#fault(text) ? "true" : "false"}
        aria-describedby=${this.#faultId(text)}
        @input=${(event: InputEvent) => this.#changeFix(fix.key, { text: (event.target as HTMLTextAreaElement).value })}
      ></textarea>
      <button type="button" class="plain" @click=${() => this.#remove(fix)}>${this.text("reason.fix.remove")}</button>
    </div>`;
  }

  #placeView(fix: FixDraft): TemplateResult {
    const groups = this.record ? fixPlaces(this.record.procedure) : [];
    const table = groups.flatMap(({ places }) => places).find(({ path }) => path === fix.at)?.table;
    const row = `fix.${fix.key}.row`;
    return html`<div class="place">
        <div>
          <label class="name" for="place-${fix.key}">${this.text("reason.fix.place")}</label>
          <select
            id="place-${fix.key}"
            @change=${(event: Event) => this.#changeFix(fix.key, { at: (event.target as HTMLSelectElement).value, row: "" })}
          >
            <option value="" ?selected=${fix.at === ""}>${this.text("reason.fix.whole")}</option>
            ${groups.map(
              ({ section, places }) =>
                html`<optgroup label=${section}>
                  ${places.map(({ path, name }) => html`<option value=${path} ?selected=${fix.at === path}>${name}</option>`)}
                </optgroup>`,
            )}
          </select>
        </div>
        ${
          table === undefined
            ? nothing
            : html`<div>
                <label class="name" for=${row}>${this.text("reason.fix.line")}</label>
                <input
                  id=${row}
                  data-at=${row}
                  inputmode="numeric"
                  .value=${fix.row}
                  aria-invalid=${this.#fault(row) ? "true" : "false"}
                  aria-describedby=${this.#faultId(row)}
                  @input=${(event: InputEvent) => this.#changeFix(fix.key, { row: (event.target as HTMLInputElement).value.trim() })}
                />
              </div>`
        }
      </div>
      ${this.#faultView(row)}`;
  }

  #faultView(at: string): TemplateResult | typeof nothing {
    const fault = this.#fault(at);
    return fault ? html`<p class="fault" id="fault-${at}">${errorIcon}<span>${this.text(fault.message, fault.params)}</span></p>` : nothing;
  }

  #fault(at: string): DraftFault | undefined {
    return this.faults.find((fault) => fault.at === at);
  }

  #faultId(at: string): string | typeof nothing {
    return this.#fault(at) ? `fault-${at}` : nothing;
  }

  #label(key: string): string {
    const procedure = this.record?.procedure;
    return procedure ? label(procedure.labels, key, procedure.locale) : key;
  }

  #change(part: Partial<ActionDraft>): void {
    this.draft = { ...this.draft, ...part };
    if (this.faults.length > 0) this.faults = this.#check();
  }

  #changeFix(key: number, part: Partial<FixDraft>): void {
    this.#change({ fixes: this.draft.fixes.map((fix) => (fix.key === key ? { ...fix, ...part } : fix)) });
  }

  async #add(document: string): Promise<void> {
    const key = this.#nextKey++;
    this.#change({ fixes: [...this.draft.fixes, { key, document, at: "", row: "", text: "" }] });
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(document === "form" ? `#place-${key}` : `[id="fix.${key}.text"]`)?.focus();
  }

  async #remove(fix: FixDraft): Promise<void> {
    this.#change({ fixes: this.draft.fixes.filter(({ key }) => key !== fix.key) });
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`[data-add="${CSS.escape(fix.document)}"]`)?.focus();
  }

  #check(): DraftFault[] {
    const data = this.record?.dossier.data ?? {};
    return draftFaults(this.action?.needs ?? {}, this.draft, (path) => {
      const table = path.split("[]")[0] ?? "";
      return table === "" ? 0 : rowsAt(data, table).length;
    });
  }

  async #submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (this.busy || !this.action) return;
    this.faults = this.#check();
    const first = this.faults[0];
    if (!first) {
      this.dispatchEvent(new ActionBodyEvent(actionBody(this.action.needs, this.draft)));
      return;
    }
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`[data-at="${CSS.escape(first.at)}"]`)?.focus();
  }

  #cancel(): void {
    this.dispatchEvent(new Event("fisc-action-cancelled", { bubbles: true, composed: true }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "fisc-reason-form": FiscReasonForm;
  }
}
