import { html, type CSSResultGroup, type TemplateResult } from "lit";
import { property } from "../foundation/property.ts";
import { live } from "lit/directives/live.js";
import { FieldElement } from "../foundation/field-element.ts";
import { checkboxFieldStyles } from "./checkbox-field.styles.ts";

/**
 * @summary Yes or no.
 * @documentation Required, it must be ticked: a declaration that somebody makes. The form's data has `true` under its name, and nothing
 * while it is not ticked.
 * @fires input - {Event} When the person ticks it or takes the tick away.
 * @fires change - {Event} When the person ticks it or takes the tick away. Bubbles.
 * @csspart field - The whole.
 * @csspart label - What is said with a tick.
 * @csspart hint - Help under the label.
 * @csspart control - The native checkbox.
 * @csspart fix - What is asked to be put right here.
 * @csspart message - Fault or doubt under the control.
 * @cssstate invalid - A fault is shown.
 * @cssstate empty - There is no tick.
 */
export class CheckboxField extends FieldElement<boolean> {
  protected static override readonly texts = ["field", "inputs"] as const;
  static override styles: CSSResultGroup = [FieldElement.styles, checkboxFieldStyles];

  #value = false;

  @property({ type: Boolean, attribute: "checked" })
  override get value(): boolean {
    return this.#value;
  }
  override set value(value: boolean) {
    if (Boolean(value) === this.#value) return;
    this.#value = Boolean(value);
    this.valueChanged(false);
  }

  protected override get isEmpty(): boolean {
    return !this.#value;
  }
  protected override get requiredText(): string {
    return "required-tick";
  }
  protected override get formText(): string | null {
    return this.#value ? "true" : null;
  }
  protected override reset(): void {
    this.value = this.hasAttribute("checked");
  }
  protected override restore(saved: string): void {
    this.value = saved === "true";
  }

  protected override render(): TemplateResult {
    return html`<div class="field" part="field">${this.renderControl()}${this.renderHint()}${this.renderMessages()}</div>`;
  }

  protected override renderControl(): TemplateResult {
    return html`<label class="tick">
      <input
        id="control"
        part="control"
        type="checkbox"
        .checked=${live(this.#value)}
        ?disabled=${this.isDisabled || this.readOnly}
        aria-required=${this.required}
        aria-invalid=${this.isInvalid}
        aria-describedby=${this.describedBy}
        @input=${stop}
        @change=${this.#tick}
      />
      <span class="label" part="label">${this.label}${this.renderRequiredMark()}</span>
    </label>`;
  }

  #tick(event: Event): void {
    event.stopPropagation();
    this.#value = (event.target as HTMLInputElement).checked;
    this.valueChanged(true);
    this.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
    this.dispatchEvent(new Event("change", { bubbles: true }));
  }
}

function stop(event: Event): void {
  event.stopPropagation();
}

declare global {
  interface HTMLElementTagNameMap {
    "fisc-checkbox-field": CheckboxField;
  }
}
