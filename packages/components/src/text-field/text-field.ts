import { html, type CSSResultGroup, type TemplateResult } from "lit";
import { property } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import { InputField } from "../foundation/input-field.ts";
import { textFieldStyles } from "./text-field.styles.ts";

/**
 * @summary One or several lines of text, in Unicode NFC once it is a value.
 * @documentation Letters are never touched while they are typed; `value` is the normalised text.
 * @fires input - {Event} At every change by the person.
 * @fires change - {Event} When the person leaves the field after a change. Bubbles.
 * @csspart field - The whole.
 * @csspart label - What the field is called.
 * @csspart hint - Help under the label.
 * @csspart control - The native input or textarea.
 * @csspart message - Fault or doubt under the control.
 * @cssstate invalid - A fault is shown.
 * @cssstate empty - Nothing stands in the control.
 */
export class TextField extends InputField<string> {
  static override styles: CSSResultGroup = [InputField.styles, textFieldStyles];

  /** Several lines. */
  @property({ type: Boolean }) multiline = false;
  /** Account numbers and the like: digits in columns, no words. */
  @property({ type: Boolean, reflect: true }) identifier = false;

  /** Value a form reset goes back to. */
  @property({ attribute: "value" }) defaultText = "";

  protected override get emptyValue(): string {
    return "";
  }
  protected override get initialValue(): string {
    return this.defaultText;
  }
  protected override parse(text: string): string {
    return text.normalize("NFC").trim();
  }
  protected override format(value: string): string {
    return value;
  }
  protected override restore(saved: string): void {
    this.value = saved;
  }

  protected override willUpdate(): void {
    if (!this.hasUpdated && this.defaultText && this.value === "") this.value = this.defaultText;
    super.willUpdate();
  }

  protected override renderControl(): TemplateResult {
    if (!this.multiline) return super.renderControl();
    return html`<textarea
      id="control"
      part="control"
      class="control"
      rows="3"
      spellcheck="false"
      .autocomplete=${this.autocomplete || "off"}
      .value=${live(this.text)}
      ?disabled=${this.isDisabled}
      ?readonly=${this.readOnly}
      aria-required=${this.required}
      aria-invalid=${this.isInvalid}
      aria-describedby=${this.describedBy}
      @input=${this.onInput}
      @change=${this.onChange}
    ></textarea>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "fisc-text-field": TextField;
  }
}
