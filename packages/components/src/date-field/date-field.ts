import { html, nothing, type CSSResultGroup, type TemplateResult } from "lit";
import { calendarIcon } from "../foundation/icons.ts";
import { InputField } from "../foundation/input-field.ts";
import { formatDate, parseDate } from "./civil-date.ts";
import { dateFieldStyles } from "./date-field.styles.ts";

/**
 * @summary A civil date, typed day first or picked from the browser's own calendar.
 * @documentation `value` is `YYYY-MM-DD` or an empty string. A native date input follows the browser's language and not
 * the page's, so that 03/04 would mean two things on two desks: hence the typed field, in one order everywhere.
 * @fires input - {Event} At every change by the person.
 * @fires change - {Event} When the person leaves the field after a change. Bubbles.
 * @csspart field - The whole.
 * @csspart label - What the field is called.
 * @csspart hint - Help under the label.
 * @csspart control - The native input.
 * @csspart picker - Button that opens the calendar.
 * @csspart fix - What is asked to be put right here.
 * @csspart message - Fault or doubt under the control.
 * @cssstate invalid - A fault is shown.
 * @cssstate empty - Nothing stands in the control.
 */
export class DateField extends InputField<string> {
  static override styles: CSSResultGroup = [InputField.styles, dateFieldStyles];

  protected override get emptyValue(): string {
    return "";
  }
  protected override get keyboard(): string {
    return "numeric";
  }
  protected override parse(text: string): string {
    return parseDate(text);
  }
  protected override format(value: string): string {
    return formatDate(value, this.shownLocale);
  }
  protected override restore(saved: string): void {
    this.value = saved;
  }

  protected override renderHint(): TemplateResult {
    return html`<div class="hint" part="hint" id="hint">${this.hint || this.localize.text("form.date-hint")}</div>`;
  }
  protected override get describedBy(): string | typeof nothing {
    const ids = super.describedBy;
    return ids === nothing ? "hint" : this.hint ? ids : `hint ${String(ids)}`;
  }

  protected override renderControl(): TemplateResult {
    return html`<div class="date">
      ${super.renderControl()}
      <input class="native" type="date" tabindex="-1" aria-hidden="true" .value=${this.value} @change=${this.#picked} @input=${stop} />
      ${
        this.readOnly
          ? nothing
          : html`<button
              type="button"
              class="picker"
              part="picker"
              ?disabled=${this.isDisabled}
              aria-label=${this.localize.text("form.open-calendar", { label: this.label })}
              @click=${this.#open}
            >
              ${calendarIcon}
            </button>`
      }
    </div>`;
  }

  #open(): void {
    this.renderRoot.querySelector<HTMLInputElement>(".native")?.showPicker();
  }

  #picked(event: Event): void {
    event.stopPropagation();
    const date = (event.target as HTMLInputElement).value;
    this.setText(date && formatDate(date, this.shownLocale), true);
    this.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
    this.dispatchEvent(new Event("change", { bubbles: true }));
    this.focus();
  }
}

function stop(event: Event): void {
  event.stopPropagation();
}

declare global {
  interface HTMLElementTagNameMap {
    "fisc-date-field": DateField;
  }
}
