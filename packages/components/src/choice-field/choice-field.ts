import { html, type CSSResultGroup, type TemplateResult } from "lit";
import { property } from "../foundation/property.ts";
import { live } from "lit/directives/live.js";
import { FieldElement } from "../foundation/field-element.ts";
import { choiceFieldStyles } from "./choice-field.styles.ts";

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/**
 * @summary One of a few, all of them in view: radio buttons.
 * @fires input - {Event} When the person picks one.
 * @fires change - {Event} When the person picks one. Bubbles.
 * @csspart field - The whole.
 * @csspart label - What is to be chosen.
 * @csspart hint - Help under the label.
 * @csspart option - One choice.
 * @csspart fix - What is asked to be put right here.
 * @csspart message - Fault or doubt under the choices.
 * @cssstate invalid - A fault is shown.
 * @cssstate empty - Nothing is chosen.
 */
export class ChoiceField extends FieldElement<string> {
  static override styles: CSSResultGroup = [FieldElement.styles, choiceFieldStyles];

  /** What can be picked, in this order. */
  @property({ attribute: false }) choices: readonly Choice[] = [];

  #value = "";

  @property()
  override get value(): string {
    return this.#value;
  }
  override set value(value: string) {
    if (value === this.#value) return;
    this.#value = value ?? "";
    this.valueChanged(false);
  }

  protected override get isEmpty(): boolean {
    return this.#value === "";
  }
  protected override get formText(): string | null {
    return this.#value || null;
  }
  protected override reset(): void {
    this.value = this.getAttribute("value") ?? "";
  }
  protected override restore(saved: string): void {
    this.value = saved;
  }
  protected override get control(): HTMLElement | null {
    return this.renderRoot?.querySelector<HTMLElement>("input:checked, input") ?? null;
  }

  protected override render(): TemplateResult {
    return html`<fieldset
      class="field"
      part="field"
      role="radiogroup"
      aria-required=${this.required}
      aria-invalid=${this.isInvalid}
      aria-describedby=${this.describedBy}
      ?disabled=${this.isDisabled || this.readOnly}
    >
      <legend class="label" part="label">${this.label}${this.renderRequiredMark()}</legend>
      ${this.renderHint()}${this.renderControl()}${this.renderMessages()}
    </fieldset>`;
  }

  protected override renderControl(): TemplateResult {
    return html`<div class="options">
      ${this.choices.map(
        (choice) =>
          html`<label class="option" part="option">
            <input
              type="radio"
              name="choice"
              value=${choice.value}
              .checked=${live(choice.value === this.#value)}
              @change=${this.#pick}
              @input=${stop}
            />
            <span>${choice.label || choice.value}</span>
          </label>`,
      )}
    </div>`;
  }

  #pick(event: Event): void {
    event.stopPropagation();
    this.#value = (event.target as HTMLInputElement).value;
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
    "fisc-choice-field": ChoiceField;
  }
}
