import { html, nothing, type CSSResultGroup, type TemplateResult } from "lit";
import { property } from "../foundation/property.ts";
import { live } from "lit/directives/live.js";
import type { Choice } from "../choice-field/choice-field.ts";
import { FieldElement } from "../foundation/field-element.ts";
import { selectFieldStyles } from "./select-field.styles.ts";

/**
 * @summary One of several, picked from the browser's own list: for more choices than may stand side by side.
 * @documentation Up to about seven choices are quicker as `<fisc-choice-field>`, hundreds as `<fisc-code-field>`. A value that is not among
 * the choices stays, and is shown as it is.
 * @fires input - {Event} When the person picks one.
 * @fires change - {Event} When the person picks one. Bubbles.
 * @csspart field - The whole.
 * @csspart label - What is to be chosen.
 * @csspart hint - Help under the label.
 * @csspart control - The native select; while readonly, an input.
 * @csspart fix - What is asked to be put right here.
 * @csspart message - Fault or doubt under the control.
 * @cssstate invalid - A fault is shown.
 * @cssstate empty - Nothing is chosen.
 */
export class SelectField extends FieldElement<string> {
  protected static override readonly texts = ["field", "inputs"] as const;
  static override styles: CSSResultGroup = [FieldElement.styles, selectFieldStyles];

  /** What can be picked, in this order. */
  @property({ attribute: false }) choices: readonly Choice[] = [];
  /** What the browser may fill in, by the tokens of HTML; nothing where empty. */
  @property() autocomplete: AutoFill | "" = "";

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
  protected override get requiredText(): string {
    return "required-choice";
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

  protected override renderControl(): TemplateResult {
    // A native select cannot be readonly, and a disabled one cannot be reached by keyboard.
    if (this.readOnly) return this.#renderReadOnly();
    return html`<select
      id="control"
      part="control"
      class="control"
      .autocomplete=${this.autocomplete || "off"}
      .value=${live(this.#value)}
      ?disabled=${this.isDisabled}
      aria-required=${this.required}
      aria-invalid=${this.isInvalid}
      aria-describedby=${this.describedBy}
      @input=${stop}
      @change=${this.#pick}
    >
      <option value="" ?selected=${this.#value === ""}>${this.localize.text("select.none")}</option>
      ${this.#isForeign ? this.#renderOption({ value: this.#value, label: this.#value }) : nothing}
      ${this.choices.map((choice) => this.#renderOption(choice))}
    </select>`;
  }

  #renderOption({ value, label }: Choice): TemplateResult {
    return html`<option value=${value} ?selected=${value === this.#value}>${label || value}</option>`;
  }

  #renderReadOnly(): TemplateResult {
    return html`<input
      id="control"
      part="control"
      class="control"
      type="text"
      readonly
      .value=${this.choices.find(({ value }) => value === this.#value)?.label ?? this.#value}
      ?disabled=${this.isDisabled}
      aria-invalid=${this.isInvalid}
      aria-describedby=${this.describedBy}
    />`;
  }

  get #isForeign(): boolean {
    return this.#value !== "" && !this.choices.some(({ value }) => value === this.#value);
  }

  #pick(event: Event): void {
    event.stopPropagation();
    this.#value = (event.target as HTMLSelectElement).value;
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
    "fisc-select-field": SelectField;
  }
}
