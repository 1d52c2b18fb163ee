import { html, nothing, type CSSResultGroup, type TemplateResult } from "lit";
import { property } from "../foundation/property.ts";
import { TextField } from "../text-field/text-field.ts";
import { multilineFieldStyles } from "./multiline-field.styles.ts";

/**
 * @summary Several lines of text, with a count of the characters that are left.
 * @documentation Text that is too long is not cut and no key is refused: the field says by how much it is too long. Characters are counted
 * as JSON Schema does, by code points of the text in order.
 * @fires input - {Event} At every change by the person.
 * @fires change - {Event} When the person leaves the field after a change. Bubbles.
 * @csspart field - The whole.
 * @csspart label - What the field is called.
 * @csspart hint - Help under the label.
 * @csspart control - The native textarea.
 * @csspart count - How many characters are left.
 * @csspart fix - What is asked to be put right here.
 * @csspart message - Fault or doubt under the control.
 * @cssstate invalid - A fault is shown.
 * @cssstate empty - Nothing stands in the control.
 */
export class MultilineField extends TextField {
  protected static override readonly texts = ["field", "inputs"] as const;
  static override styles: CSSResultGroup = [TextField.styles, multilineFieldStyles];

  /** Greatest count of characters; 0 for any. */
  @property({ type: Number, attribute: "max-length" }) maxLength = 0;
  /** Lines in sight before the field scrolls. */
  @property({ type: Number }) rows = 3;

  get #left(): number {
    return this.maxLength - [...this.value].length;
  }

  override get problem(): string {
    return super.problem || (this.maxLength > 0 && this.#left < 0 ? "text.too-long" : "");
  }
  protected override get problemParams(): Readonly<Record<string, string | number>> {
    return { label: this.label, n: -this.#left };
  }
  protected override get describedBy(): string | typeof nothing {
    const ids = super.describedBy;
    return this.maxLength === 0 ? ids : ids === nothing ? "count" : `${String(ids)} count`;
  }

  protected override renderControl(): TemplateResult {
    return html`<textarea
        id="control"
        part="control"
        class="control"
        rows=${this.rows}
        spellcheck="false"
        .autocomplete=${this.autocomplete || "off"}
        ?disabled=${this.isDisabled}
        ?readonly=${this.readOnly}
        aria-required=${this.required}
        aria-invalid=${this.isInvalid}
        aria-describedby=${this.describedBy}
        @input=${this.onInput}
        @change=${this.onChange}
      ></textarea>
      ${this.#renderCount()}`;
  }

  #renderCount(): TemplateResult | typeof nothing {
    if (this.maxLength === 0) return nothing;
    const left = this.#left;
    return html`<div id="count" part="count" class="count ${left < 0 ? "over" : ""}">
      ${left < 0 ? this.localize.text("multiline.over", { n: -left }) : this.localize.text("multiline.left", { n: left })}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "fisc-multiline-field": MultilineField;
  }
}
