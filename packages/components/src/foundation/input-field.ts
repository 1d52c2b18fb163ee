import { html, type PropertyValues, type TemplateResult } from "lit";
import { property } from "./property.ts";
import { ifDefined } from "lit/directives/if-defined.js";
import { FiscError } from "@fisc/core";
import { FieldElement } from "./field-element.ts";

/**
 * A field that is typed into. What stands in the control and what it means are kept apart: text that cannot be read
 * stays where it is, `value` is then null and `problem` says why. Formatting happens on leaving the field.
 */
export abstract class InputField<Value> extends FieldElement<Value> {
  /** Expected count of characters: sets the width, not a limit. */
  @property({ type: Number }) length = 0;
  /** What the browser may fill in, by the tokens of HTML; nothing where empty. */
  @property() autocomplete: AutoFill | "" = "";

  #text = "";
  #value: Value | undefined;
  #unreadable = "";
  #isOurs = false;

  @property({ attribute: false })
  override get value(): Value {
    return this.#value === undefined ? this.emptyValue : this.#value;
  }
  override set value(value: Value) {
    const next = value ?? this.emptyValue;
    // What the person typed comes back from the page as a value: the text is then already right, or not yet readable.
    if (Object.is(next, this.value)) return;
    this.#isOurs = false;
    this.#value = next;
    this.#unreadable = "";
    this.#text = this.format(next);
    this.valueChanged(false);
  }

  override get problem(): string {
    return this.#unreadable || super.problem;
  }

  /** What stands in the control, readable or not. */
  get text(): string {
    return this.#text;
  }

  protected abstract get emptyValue(): Value;
  /** Throws `FiscError` where the text cannot be read; its code becomes the problem. */
  protected abstract parse(text: string): Value;
  protected abstract format(value: Value): string;

  protected get keyboard(): string {
    return "text";
  }
  protected get controlClass(): string {
    return "control";
  }

  protected override get isEmpty(): boolean {
    return this.#text.trim() === "";
  }
  protected override get formText(): string | null {
    return this.value === null ? null : String(this.value);
  }
  protected override reset(): void {
    this.#isOurs = true;
    this.#value = this.initialValue;
    this.#unreadable = "";
    this.#text = this.format(this.#value);
    this.valueChanged(false);
  }
  protected get initialValue(): Value {
    return this.emptyValue;
  }

  /**
   * What to write into the control. While the person is in it that is what stands there already: a value from the page waits until they
   * leave, and gives way to what they type meanwhile.
   */
  protected get shownText(): string {
    const control = this.control;
    const isBusy = control !== null && this.shadowRoot?.activeElement === control && !this.#isOurs;
    return isBusy ? (control as HTMLInputElement).value : this.#text;
  }

  /** Takes what the person picked in place of typing: the control shows it at once. */
  protected setText(text: string, byPerson: boolean): void {
    this.#isOurs = true;
    this.#read(text, byPerson);
  }

  #read(text: string, byPerson: boolean): void {
    this.#text = text;
    try {
      this.#value = text.trim() === "" ? this.emptyValue : this.parse(text);
      this.#unreadable = "";
    } catch (error) {
      if (!(error instanceof FiscError)) throw error;
      this.#value = this.emptyValue;
      this.#unreadable = error.code;
    }
    this.valueChanged(byPerson);
  }

  protected onInput(event: Event): void {
    this.#isOurs = false;
    this.#read((event.target as HTMLInputElement).value, true);
  }

  /** The person has left the field: now the text may be put in order. */
  protected onChange(event: Event): void {
    event.stopPropagation();
    this.#tidy();
    this.requestUpdate();
    this.dispatchEvent(new Event("change", { bubbles: true }));
  }

  #tidy(): void {
    if (!this.#unreadable && !this.isEmpty) this.#text = this.format(this.value);
  }

  protected override willUpdate(): void {
    // Another locale groups digits otherwise. The field that the person is in waits until they leave it.
    if (!this.matches(":focus-within")) this.#tidy();
  }

  /** What already stands in the control is left alone: whoever composes a letter in it keeps it. */
  protected override updated(changed: PropertyValues<this>): void {
    const control = this.control as HTMLInputElement | HTMLTextAreaElement | null;
    const text = this.shownText;
    if (control && control.value !== text) control.value = text;
    this.#isOurs = false;
    super.updated(changed);
  }

  protected override renderControl(): TemplateResult {
    return html`<input
      id="control"
      part="control"
      class=${this.controlClass}
      type="text"
      inputmode=${this.keyboard}
      .autocomplete=${this.autocomplete || "off"}
      spellcheck="false"
      size=${ifDefined(this.length > 0 ? Math.max(this.length + 1, 4) : undefined)}
      ?disabled=${this.isDisabled}
      ?readonly=${this.readOnly}
      aria-required=${this.required}
      aria-invalid=${this.isInvalid}
      aria-describedby=${this.describedBy}
      @input=${this.onInput}
      @change=${this.onChange}
    />`;
  }
}
