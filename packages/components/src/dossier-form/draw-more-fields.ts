import { html, nothing, type TemplateResult } from "lit";
import { Directive, directive, PartType, type DirectiveParameters, type ElementPart, type PartInfo } from "lit/directive.js";
import type { ExpressionNode, Json, ValidationTiming, ValueField } from "@fisc/core";
import "../account-field/define.ts";
import "../checkbox-field/define.ts";
import "../choices-field/define.ts";
import "../iban-field/define.ts";
import "../identifier-field/define.ts";
import "../multiline-field/define.ts";
import "../period-field/define.ts";
import "../select-field/define.ts";
import { choicesOf, type FieldView } from "./field-view.ts";

interface DrawnField {
  readonly label: string;
  readonly hint: string;
  readonly error: string;
  readonly warning: string;
  readonly fix: string;
  /** How much of the row it asks for. */
  readonly kind: string;
  readonly value: Json;
  readonly readOnly: boolean;
  readonly required: boolean;
  readonly validate: ValidationTiming;
}

/** Draws a field that not every form has. */
export function drawMore(field: ValueField<ExpressionNode>, drawn: DrawnField, view: FieldView): TemplateResult {
  const { session, localize } = view;
  const { path } = field;
  const { kind, ...shared } = drawn;
  const all = properties({ ...shared, locale: localize.locale, ...ownOf(field, drawn.value, view) });
  const size = `field ${kind}`;
  const changed = (event: Event): void => session.set(path, stored((event.currentTarget as HTMLElement & { readonly value: Json }).value));
  const left = (): void => session.faults.touch(path);
  switch (field.type) {
    case "multiline":
      return html`<fisc-multiline-field class=${size} data-path=${path} ${all} @input=${changed} @change=${left}></fisc-multiline-field>`;
    case "choice":
      return html`<fisc-select-field class=${size} data-path=${path} ${all} @input=${changed} @change=${left}></fisc-select-field>`;
    case "choices":
      return html`<fisc-choices-field class=${size} data-path=${path} ${all} @input=${changed} @change=${left}></fisc-choices-field>`;
    case "checkbox":
      return html`<fisc-checkbox-field class=${size} data-path=${path} ${all} @input=${changed} @change=${left}></fisc-checkbox-field>`;
    case "period":
      return html`<fisc-period-field class=${size} data-path=${path} ${all} @input=${changed} @change=${left}></fisc-period-field>`;
    case "iban":
      return html`<fisc-iban-field class=${size} data-path=${path} ${all} @input=${changed} @change=${left}></fisc-iban-field>`;
    case "account":
      return html`<fisc-account-field class=${size} data-path=${path} ${all} @input=${changed} @change=${left}></fisc-account-field>`;
    default:
      return html`<fisc-identifier-field class=${size} data-path=${path} ${all} @input=${changed} @change=${left}></fisc-identifier-field>`;
  }
}

/** No tick and no choice are nothing, as an empty text is. */
function stored(value: Json): Json {
  return value === false || (Array.isArray(value) && value.length === 0) ? null : value;
}

/** What only this kind of field is given. */
function ownOf(field: ValueField<ExpressionNode>, value: Json, view: FieldView): object {
  const { procedure } = view.session;
  const text = typeof value === "string" ? value : "";
  const typed = { value: text, length: field.length ?? 0, autocomplete: field.autocomplete ?? "" };
  const scheme = field.identifier === undefined ? undefined : procedure.identifiers?.[field.identifier];
  switch (field.type) {
    case "multiline":
      return { ...typed, length: 0 };
    case "choice":
      return { choices: choicesOf(field, field.path, view), value: text };
    case "choices":
      return { choices: choicesOf(field, field.path, view), value: Array.isArray(value) ? value : none };
    case "checkbox":
      return { value: value === true };
    case "period":
      return { ...typed, kinds: (field.periods ?? ["month", "quarter", "year"]).join(" ") };
    case "iban":
      return { ...typed, ...(scheme ? { scheme } : {}) };
    case "account":
      return { ...typed, codes: view.lists.of(field) ?? none, scheme };
    default:
      return { ...typed, scheme };
  }
}

const none: readonly never[] = [];

/** Sets properties of an element; those that did not change are left alone by their setters. */
class Properties extends Directive {
  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT) throw new TypeError("properties() stands in a tag");
  }
  render(_values: object): typeof nothing {
    return nothing;
  }
  override update({ element }: ElementPart, [values]: DirectiveParameters<this>): typeof nothing {
    Object.assign(element, values);
    return nothing;
  }
}
const properties = directive(Properties);
