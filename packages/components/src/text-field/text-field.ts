import { typedText } from "@fisc/core/text";
import { property } from "../foundation/property.ts";
import { InputField } from "../foundation/input-field.ts";

/**
 * @summary One line of text, in Unicode NFC once it is a value.
 * @documentation Letters are never touched while they are typed. `value` is the text in order: composed, without characters that have no
 * shape, without blanks at its ends. Marks that turn the direction of writing make the field invalid: what is read would not be what is
 * stored.
 * @fires input - {Event} At every change by the person.
 * @fires change - {Event} When the person leaves the field after a change. Bubbles.
 * @csspart field - The whole.
 * @csspart label - What the field is called.
 * @csspart hint - Help under the label.
 * @csspart control - The native input.
 * @csspart fix - What is asked to be put right here.
 * @csspart message - Fault or doubt under the control.
 * @cssstate invalid - A fault is shown.
 * @cssstate empty - Nothing stands in the control.
 */
export class TextField extends InputField<string> {
  /** Value a form reset goes back to. */
  @property({ attribute: "value" }) defaultText = "";

  protected override get emptyValue(): string {
    return "";
  }
  protected override get initialValue(): string {
    return this.defaultText;
  }
  protected override parse(text: string): string {
    return typedText(text);
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
}

declare global {
  interface HTMLElementTagNameMap {
    "fisc-text-field": TextField;
  }
}
