import { formatNumber, parseNumber } from "@fisc/core/number";
import { property } from "../foundation/property.ts";
import { InputField } from "../foundation/input-field.ts";

/**
 * @summary A number, written and read as its locale does.
 * @documentation `value` is a number or null. What cannot be read stays in the control and makes the field invalid.
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
export class NumberField extends InputField<number | null> {
  /** A year, a count of days: no grouping of digits. */
  @property({ type: Boolean }) plain = false;

  protected override get emptyValue(): null {
    return null;
  }
  protected override get keyboard(): string {
    return "decimal";
  }
  protected override parse(text: string): number {
    return parseNumber(text, this.shownLocale);
  }
  protected override format(value: number | null): string {
    return value === null ? "" : formatNumber(value, this.shownLocale, this.plain);
  }
  protected override restore(saved: string): void {
    this.value = saved === "" ? null : Number(saved);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "fisc-number-field": NumberField;
  }
}
