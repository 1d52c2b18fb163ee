import { html, type CSSResultGroup, type PropertyValues, type TemplateResult } from "lit";
import { property } from "../foundation/property.ts";
import { live } from "lit/directives/live.js";
import type { Choice } from "../choice-field/choice-field.ts";
import { choiceFieldStyles } from "../choice-field/choice-field.styles.ts";
import { FieldElement } from "../foundation/field-element.ts";

/**
 * @summary Any of a few, all of them in view, each with a checkbox.
 * @documentation `value` has the chosen ones in the order of `choices`; values that are no choice come after them and stay. The form's data
 * has one entry for each.
 * @fires input - {Event} When the person ticks one or takes a tick away.
 * @fires change - {Event} When the person ticks one or takes a tick away. Bubbles.
 * @csspart field - The whole.
 * @csspart label - What is to be chosen.
 * @csspart hint - Help under the label.
 * @csspart option - One choice.
 * @csspart fix - What is asked to be put right here.
 * @csspart message - Fault or doubt under the choices.
 * @cssstate invalid - A fault is shown.
 * @cssstate empty - Nothing is chosen.
 */
export class ChoicesField extends FieldElement<readonly string[]> {
  protected static override readonly texts = ["field", "inputs"] as const;
  static override styles: CSSResultGroup = [FieldElement.styles, choiceFieldStyles];

  /** What can be picked, in this order. */
  @property({ attribute: false }) choices: readonly Choice[] = [];

  #value: readonly string[] = [];

  @property({ attribute: false })
  override get value(): readonly string[] {
    return this.#value;
  }
  override set value(value: readonly string[]) {
    if (value === this.#value) return;
    this.#value = value ?? [];
    this.valueChanged(false);
  }

  protected override get isEmpty(): boolean {
    return this.#value.length === 0;
  }
  protected override get requiredText(): string {
    return "required-choices";
  }
  protected override get formText(): string | null {
    return this.isEmpty ? null : JSON.stringify(this.#value);
  }
  protected override get formEntries(): FormData | null {
    if (this.isEmpty || this.name === "") return null;
    const entries = new FormData();
    for (const value of this.#value) entries.append(this.name, value);
    return entries;
  }
  protected override reset(): void {
    this.value = [];
  }
  protected override restore(saved: string): void {
    this.value = JSON.parse(saved) as readonly string[];
  }
  protected override updated(changed: PropertyValues<this>): void {
    // Entries carry the name that the field had.
    if (changed.has("name")) this.internals.setFormValue(this.formEntries, this.formText);
    super.updated(changed);
  }
  protected override get control(): HTMLElement | null {
    return this.renderRoot?.querySelector<HTMLElement>("input") ?? null;
  }

  protected override render(): TemplateResult {
    // A group knows neither required nor invalid: its boxes carry what is wrong, and the legend says the rest.
    return html`<fieldset class="field" part="field" aria-describedby=${this.describedBy} ?disabled=${this.isDisabled || this.readOnly}>
      <legend class="label" part="label">${this.label}${this.renderRequiredMark()}</legend>
      ${this.renderHint()}${this.renderControl()}${this.renderMessages()}
    </fieldset>`;
  }

  protected override renderControl(): TemplateResult {
    return html`<div class="options">
      ${this.choices.map(
        ({ value, label }) =>
          html`<label class="option" part="option">
            <input
              type="checkbox"
              value=${value}
              .checked=${live(this.#value.includes(value))}
              aria-invalid=${this.isInvalid}
              aria-describedby=${this.describedBy}
              @input=${stop}
              @change=${this.#tick}
            />
            <span>${label || value}</span>
          </label>`,
      )}
    </div>`;
  }

  #tick(event: Event): void {
    event.stopPropagation();
    const { value: ticked, checked } = event.target as HTMLInputElement;
    const known = this.choices.map(({ value }) => value);
    const chosen = new Set(this.#value);
    if (checked) chosen.add(ticked);
    else chosen.delete(ticked);
    this.#value = [...known.filter((value) => chosen.has(value)), ...[...chosen].filter((value) => !known.includes(value))];
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
    "fisc-choices-field": ChoicesField;
  }
}
