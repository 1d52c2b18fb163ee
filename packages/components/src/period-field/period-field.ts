import { html, nothing, type CSSResultGroup, type TemplateResult } from "lit";
import { property } from "../foundation/property.ts";
import { FiscError } from "@fisc/core";
import { formatPeriod, isPeriod, parsePeriod, periodKind, type PeriodKind } from "@fisc/core/period";
import { InputField } from "../foundation/input-field.ts";
import { periodFieldStyles } from "./period-field.styles.ts";

/**
 * @summary A month, quarter or year that a document is about, typed as people write it.
 * @documentation `value` is `2026-11`, `2026-Q3` or `2026`, or an empty string. The control keeps a form that can be typed again (`11/2026`);
 * the period in words stands below it.
 * @fires input - {Event} At every change by the person.
 * @fires change - {Event} When the person leaves the field after a change. Bubbles.
 * @csspart field - The whole.
 * @csspart label - What the field is called.
 * @csspart hint - Help under the label.
 * @csspart control - The native input.
 * @csspart name - The period in words.
 * @csspart fix - What is asked to be put right here.
 * @csspart message - Fault or doubt under the control.
 * @cssstate invalid - A fault is shown.
 * @cssstate empty - Nothing stands in the control.
 */
export class PeriodField extends InputField<string> {
  protected static override readonly texts = ["field", "inputs"] as const;
  static override styles: CSSResultGroup = [InputField.styles, periodFieldStyles];

  /** Which kinds of period are meant, separated by blanks: `month quarter year`. */
  @property() kinds = "month quarter year";

  protected override get emptyValue(): string {
    return "";
  }
  protected override parse(text: string): string {
    const period = parsePeriod(text);
    if (this.#kinds.includes(periodKind(period))) return period;
    if (this.#kinds[0] === "quarter") throw new FiscError("period.not-quarter", { text });
    throw this.#kinds[0] === "year" ? new FiscError("period.not-year", { text }) : new FiscError("period.not-month", { text });
  }
  protected override format(value: string): string {
    const year = value.slice(0, 4);
    if (/^\d{4}-\d{2}$/.test(value)) return `${value.slice(5)}/${year}`;
    return /^\d{4}-Q[1-4]$/.test(value) ? `${["I", "II", "III", "IV"][Number(value.slice(-1)) - 1] ?? ""}/${year}` : value;
  }
  protected override restore(saved: string): void {
    this.value = saved;
  }

  get #kinds(): readonly PeriodKind[] {
    return this.kinds.split(/\s+/).filter((kind): kind is PeriodKind => kind === "month" || kind === "quarter" || kind === "year");
  }

  protected override renderHint(): TemplateResult {
    const examples = this.#kinds.map((kind) => this.localize.text(`period.${kind}-example`));
    return html`<div class="hint" part="hint" id="hint">
      ${this.hint || this.localize.text("period.hint", { examples: examples.join(", ") })}
    </div>`;
  }
  protected override get describedBy(): string | typeof nothing {
    const ids = super.describedBy;
    const hint = this.hint ? "" : "hint";
    return [hint, ids === nothing ? "" : String(ids), this.#name ? "name" : ""].filter(Boolean).join(" ");
  }

  get #name(): string {
    return /^\d{4}-/.test(this.value) && isPeriod(this.value) ? formatPeriod(this.value, this.shownLocale) : "";
  }

  protected override renderControl(): TemplateResult {
    return html`${super.renderControl()}
      <div class="name" part="name" id="name">${this.#name}</div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "fisc-period-field": PeriodField;
  }
}
