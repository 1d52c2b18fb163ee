import { property } from "../foundation/property.ts";
import type { IdentifierScheme } from "@fisc/core";
import { iban } from "@fisc/core/identifiers/iban";
import { IdentifierField } from "../identifier-field/identifier-field.ts";

/**
 * @summary An account number by ISO 13616, shown in groups of four.
 * @documentation Any country of the registry, unless `scheme` narrows it. `value` has no blanks.
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
export class IbanField extends IdentifierField {
  @property({ attribute: false }) override scheme: IdentifierScheme | undefined = iban;
  @property({ type: Number }) override group = 4;

  protected override get faultTexts(): string {
    return "iban";
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "fisc-iban-field": IbanField;
  }
}
