import { html, type CSSResultGroup, type TemplateResult } from "lit";
import { property } from "../foundation/property.ts";
import { formatMoney, parseMoney } from "@fisc/core/money";
import { InputField } from "../foundation/input-field.ts";
import { moneyFieldStyles } from "./money-field.styles.ts";

/**
 * @summary An amount of money: integer minor units inside, grouped digits outside.
 * @documentation Digits are grouped when the person leaves the field, never while they type. Grouping signs of any
 * custom, spaces and a currency sign are understood; what could be read in two ways is refused.
 * @fires input - {Event} At every change by the person.
 * @fires change - {Event} When the person leaves the field after a change. Bubbles.
 * @csspart field - The whole.
 * @csspart label - What the field is called.
 * @csspart hint - Help under the label.
 * @csspart control - The native input.
 * @csspart currency - The currency beside it.
 * @csspart fix - What is asked to be put right here.
 * @csspart message - Fault or doubt under the control.
 * @cssstate invalid - A fault is shown.
 * @cssstate empty - Nothing stands in the control.
 */
export class MoneyField extends InputField<number | null> {
  static override styles: CSSResultGroup = [InputField.styles, moneyFieldStyles];

  /** ISO 4217 code, shown beside the control. */
  @property() currency = "";
  /** Decimal places of the currency. */
  @property({ type: Number }) decimals = 0;

  protected override get emptyValue(): null {
    return null;
  }
  protected override get keyboard(): string {
    return this.decimals > 0 ? "decimal" : "numeric";
  }
  protected override get controlClass(): string {
    return "control number";
  }
  protected override parse(text: string): number {
    return parseMoney(text, { locale: this.shownLocale, decimals: this.decimals });
  }
  protected override format(value: number | null): string {
    return value === null ? "" : formatMoney(value, { locale: this.shownLocale, decimals: this.decimals });
  }
  protected override restore(saved: string): void {
    this.value = saved === "" ? null : Number(saved);
  }
  protected override renderControl(): TemplateResult {
    return html`<div class="amount">
      ${super.renderControl()}${this.currency ? html`<span class="currency" part="currency">${this.currency}</span>` : ""}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "fisc-money-field": MoneyField;
  }
}
