import type { FieldElement } from "@fisc/components/foundation/field-element";
import { html, type TemplateResult } from "lit";
import { ref } from "lit/directives/ref.js";
import type { Example, Examples } from "./example.ts";

const choices = [
  { value: "order", label: "Payment order" },
  { value: "cash", label: "Cash" },
  { value: "barter", label: "Set off against what the office owes" },
];
const codes = [
  { code: "6501", name: "Electricity" },
  { code: "6502", name: "Water" },
  { code: "6551", name: "Office supplies" },
];
const file = {
  key: "one",
  slot: "contract",
  name: "contract of the year.pdf",
  mediaType: "application/pdf",
  size: 183_000,
  sha256: "a".repeat(64),
  id: "one",
};

/** What each field needs to work, and a value of it. */
const fields: Readonly<Record<string, { readonly needs?: object; readonly value: unknown; readonly drawn?: string }>> = {
  "fisc-account-field": { needs: { codes }, value: "6501" },
  "fisc-attachment-field": { needs: { slotId: "contract" }, value: [file], drawn: ".field" },
  "fisc-checkbox-field": { value: true },
  "fisc-choice-field": { needs: { choices }, value: "cash", drawn: "input" },
  "fisc-choices-field": { needs: { choices }, value: ["cash", "order"], drawn: "input" },
  "fisc-code-field": { needs: { codes }, value: "6502" },
  "fisc-date-field": { value: "2026-11-21" },
  "fisc-iban-field": { value: "DE89370400440532013000" },
  "fisc-identifier-field": { needs: { group: 3 }, value: "123456789" },
  "fisc-money-field": { needs: { currency: "EUR", decimals: 2 }, value: 123_450 },
  "fisc-multiline-field": { needs: { maxLength: 200 }, value: "Chalk and sponges\nfor the first term" },
  "fisc-number-field": { value: 12.5 },
  "fisc-period-field": { value: "2026-Q3" },
  "fisc-select-field": { needs: { choices }, value: "order" },
  "fisc-text-field": { value: "School by the green river" },
};

function fieldOf(tag: string, properties: object): TemplateResult {
  const place = (host: Element | undefined): void => {
    if (!host) return;
    const field = document.createElement(tag) as FieldElement<unknown>;
    Object.assign(field, { name: "field", label: "Name of the field", ...properties });
    host.replaceChildren(field);
  };
  return html`<form><div ${ref(place)}></div></form>`;
}

function examplesOf(tag: string): readonly Example[] {
  const { needs = {}, value, drawn = "#control" } = fields[tag] ?? { value: "" };
  const example = (state: string, properties: object): Example => ({
    state,
    content: () => fieldOf(tag, { ...needs, ...properties }),
    drawn,
  });
  return [
    example("empty", { hint: "What stands on the paper", required: true }),
    example("filled in", { value, warning: "Is this the one that you mean?" }),
    example("invalid", { error: "The treasury does not know this one. Look at your contract.", required: true }),
    example("to be put right", { value, fix: "The treasury asks for another" }),
    example("read only", { value, readOnly: true }),
    example("disabled", { value, disabled: true }),
  ];
}

export const fieldExamples: Examples = Object.fromEntries(Object.keys(fields).map((tag) => [tag, examplesOf(tag)]));
