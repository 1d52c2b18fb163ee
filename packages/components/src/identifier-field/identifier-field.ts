import { html, type CSSResultGroup, type TemplateResult } from "lit";
import { property } from "../foundation/property.ts";
import type { IdentifierScheme } from "@fisc/core";
import { groupedIdentifier, identifierFault, plainIdentifier } from "@fisc/core/identifiers";
import { InputField } from "../foundation/input-field.ts";
import { identifierFieldStyles } from "./identifier-field.styles.ts";

/**
 * @summary A tax number, a personal number, a code with check digits.
 * @documentation `value` is the identifier in capitals without separators, faulty or not: a draft keeps what was typed. The control shows it
 * in groups once the person has left it; while they type, the groups stand below it, and the control is theirs.
 * @fires input - {Event} At every change by the person.
 * @fires change - {Event} When the person leaves the field after a change. Bubbles.
 * @csspart field - The whole.
 * @csspart label - What the field is called.
 * @csspart hint - Help under the label.
 * @csspart control - The native input.
 * @csspart groups - What is typed so far, in groups.
 * @csspart fix - What is asked to be put right here.
 * @csspart message - Fault or doubt under the control.
 * @cssstate invalid - A fault is shown.
 * @cssstate empty - Nothing stands in the control.
 */
export class IdentifierField extends InputField<string> {
  protected static override readonly texts = ["field", "inputs"] as const;
  static override styles: CSSResultGroup = [InputField.styles, identifierFieldStyles];

  /** How it is put together; without one, any text is taken. */
  @property({ attribute: false }) scheme: IdentifierScheme | undefined;
  /** Characters in a group; 0 for none. */
  @property({ type: Number }) group = 0;
  /** The keyboard that a telephone shows: `numeric` where an identifier has digits only. */
  @property({ attribute: "inputmode" }) keys = "text";

  protected override get emptyValue(): string {
    return "";
  }
  protected override get keyboard(): string {
    return this.keys;
  }
  protected get faultTexts(): string {
    return "identifier";
  }
  protected override parse(text: string): string {
    return this.scheme ? plainIdentifier(text, this.scheme) : text.normalize("NFC").trim();
  }
  protected override format(value: string): string {
    return this.group > 0 ? groupedIdentifier(value, this.group) : value;
  }
  protected override restore(saved: string): void {
    this.value = saved;
  }

  override get problem(): string {
    const before = super.problem;
    if (before || !this.scheme || this.isEmpty) return before;
    const fault = identifierFault(this.value, this.scheme);
    return fault ? `${this.faultTexts}.${fault}` : "";
  }

  protected override renderControl(): TemplateResult {
    return html`${super.renderControl()}
    ${this.group > 0 ? html`<div class="groups" part="groups" aria-hidden="true">${groupedIdentifier(this.value, this.group)}</div>` : ""}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "fisc-identifier-field": IdentifierField;
  }
}
