import { html, nothing, type CSSResultGroup, type TemplateResult } from "lit";
import { property } from "../foundation/property.ts";
import { ifDefined } from "lit/directives/if-defined.js";
import type { CodeListEntry } from "@fisc/core";
import { fold, searchCodes } from "../foundation/code-search.ts";
import { Combobox, type CodeSource } from "../foundation/combobox.ts";
import { chevronIcon } from "../foundation/icons.ts";
import { InputField } from "../foundation/input-field.ts";
import { codeFieldStyles } from "./code-field.styles.ts";

/**
 * @summary A code, typed or found by its name in a list.
 * @documentation Codes that are not in the list stay as typed: whether they are right is for the rules of the form.
 * The name of a known code is shown under it. Search ignores case and marks; a list may have 50,000 codes, of which only those in sight
 * are drawn.
 * @fires input - {Event} At every change by the person.
 * @fires change - {Event} When the person leaves the field after a change, or picks a code. Bubbles.
 * @csspart field - The whole.
 * @csspart label - What the field is called.
 * @csspart hint - Help under the label.
 * @csspart control - The native input.
 * @csspart name - Name of the code that stands in the control.
 * @csspart fix - What is asked to be put right here.
 * @csspart message - Fault or doubt under the control.
 * @cssstate invalid - A fault is shown.
 * @cssstate empty - Nothing stands in the control.
 */
export class CodeField extends InputField<string> {
  static override styles: CSSResultGroup = [InputField.styles, codeFieldStyles];

  /** The list, or a search in it. */
  @property({ attribute: false }) codes: CodeSource = [];

  readonly #combobox: Combobox = new Combobox(
    this,
    this.localize,
    (entry) => this.#choose(entry),
    () => this.codes,
  );
  #chosen: CodeListEntry | undefined;

  protected override get emptyValue(): string {
    return "";
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

  /** The entry of the code that stands in the control, where it is known. */
  get entry(): CodeListEntry | undefined {
    if (this.#chosen?.code === this.value) return this.#chosen;
    return typeof this.codes === "function" ? undefined : this.codes.find((entry) => entry.code === this.value);
  }

  protected override get describedBy(): string | typeof nothing {
    const ids = super.describedBy;
    if (!this.entry) return ids;
    return ids === nothing ? "name" : `${String(ids)} name`;
  }

  protected override renderControl(): TemplateResult {
    return html`<div class="code">
        <input
          id="control"
          part="control"
          class="control"
          type="text"
          role="combobox"
          aria-autocomplete="list"
          aria-expanded="false"
          aria-controls="listbox"
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
          size=${ifDefined(this.length > 0 ? Math.max(this.length + 1, 6) : undefined)}
          ?disabled=${this.isDisabled}
          ?readonly=${this.readOnly}
          aria-required=${this.required}
          aria-invalid=${this.isInvalid}
          aria-describedby=${this.describedBy}
          @input=${this.#typed}
          @keydown=${this.#keydown}
          @blur=${this.#left}
          @change=${this.onChange}
        />
        ${
          this.readOnly
            ? nothing
            : html`<button
                class="toggle"
                type="button"
                tabindex="-1"
                aria-hidden="true"
                ?disabled=${this.isDisabled}
                @pointerdown=${this.#toggle}
              >
                ${chevronIcon}
              </button>`
        }
      </div>
      <div class="name" part="name" id="name">${this.entry?.name}</div>
      ${this.#combobox.render()}`;
  }

  get #input(): HTMLInputElement | null {
    return this.renderRoot.querySelector<HTMLInputElement>("#control");
  }

  #typed(event: Event): void {
    this.onInput(event);
    const input = event.target as HTMLInputElement;
    this.#combobox.open(input, this.codes, input.value);
  }

  #keydown(event: KeyboardEvent): void {
    if (!this.readOnly) this.#combobox.keydown(event, event.target as HTMLInputElement, this.codes);
  }

  #toggle(event: Event): void {
    event.preventDefault();
    const input = this.#input;
    if (!input) return;
    input.focus();
    if (this.#combobox.isOpen) this.#combobox.close();
    else this.#combobox.open(input, this.codes, "");
  }

  #left(): void {
    this.#combobox.close();
    // Somebody who typed the whole name means its code.
    if (typeof this.codes === "function" || this.entry || this.isEmpty) return;
    const wanted = fold(this.text.trim());
    const named = searchCodes(this.codes, wanted).filter((entry) => fold(entry.name) === wanted);
    if (named[0] && named.length === 1) this.#choose(named[0]);
  }

  #choose(entry: CodeListEntry): void {
    this.#chosen = entry;
    this.setText(entry.code, true);
    this.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
    this.dispatchEvent(new Event("change", { bubbles: true }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "fisc-code-field": CodeField;
  }
}
