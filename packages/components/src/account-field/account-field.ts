import type { CSSResultGroup } from "lit";
import { property } from "../foundation/property.ts";
import type { IdentifierScheme } from "@fisc/core";
import { groupedIdentifier, identifierFault, plainIdentifier } from "@fisc/core/identifiers";
import { CodeField } from "../code-field/code-field.ts";
import { accountFieldStyles } from "./account-field.styles.ts";

/**
 * @summary An account: one of the person's own, picked from `codes`, or another, typed and checked.
 * @documentation `value` is the account without separators where it has a scheme, faulty or not. An account of the list is never faulty.
 * @fires input - {Event} At every change by the person.
 * @fires change - {Event} When the person leaves the field after a change, or picks an account. Bubbles.
 * @csspart field - The whole.
 * @csspart label - What the field is called.
 * @csspart hint - Help under the label.
 * @csspart control - The native input.
 * @csspart name - Whose account stands in the control.
 * @csspart fix - What is asked to be put right here.
 * @csspart message - Fault or doubt under the control.
 * @cssstate invalid - A fault is shown.
 * @cssstate empty - Nothing stands in the control.
 */
export class AccountField extends CodeField {
  protected static override readonly texts = ["field", "inputs"] as const;
  static override styles: CSSResultGroup = [CodeField.styles, accountFieldStyles];

  /** How an account is put together; without one, any text is taken. */
  @property({ attribute: false }) scheme: IdentifierScheme | undefined;
  /** Characters in a group, shown once the field is left; 0 for none. */
  @property({ type: Number }) group = 0;

  protected override parse(text: string): string {
    const typed = super.parse(text);
    if (!this.scheme || this.#isListed(typed)) return typed;
    return plainIdentifier(typed, this.scheme);
  }
  protected override format(value: string): string {
    return this.group > 0 ? groupedIdentifier(value, this.group) : value;
  }

  override get problem(): string {
    const before = super.problem;
    if (before || !this.scheme || this.isEmpty || this.#isListed(this.value)) return before;
    const fault = identifierFault(this.value, this.scheme);
    return fault ? `account.${fault}` : "";
  }

  #isListed(account: string): boolean {
    return typeof this.codes !== "function" && this.codes.some(({ code }) => code === account);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "fisc-account-field": AccountField;
  }
}
