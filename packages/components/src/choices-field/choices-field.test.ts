import { expect, fixture, html } from "@open-wc/testing";
import { formControlSuite } from "../testing/form-control-suite.ts";
import type { ChoicesField } from "./choices-field.ts";
import "./define.ts";

const choices = [
  { value: "contract", label: "Hợp đồng" },
  { value: "invoice", label: "Hóa đơn" },
  { value: "minutes", label: "Biên bản" },
];
const boxes = (field: HTMLElement): HTMLInputElement[] => [...(field.shadowRoot?.querySelectorAll("input") ?? [])];

formControlSuite({
  tag: "fisc-choices-field",
  prepare: (field) => ((field as ChoicesField).choices = choices),
  fillIn: (field) => {
    boxes(field)[2]?.click();
    boxes(field)[0]?.click();
  },
  value: ["contract", "minutes"],
  formValue: ["contract", "minutes"],
  state: `["contract","minutes"]`,
  missing: "Choose at least one answer for “The field”.",
});

describe("choices field", () => {
  it("keeps values that are no choice any more, after those that are", async () => {
    const field = await fixture<ChoicesField>(
      html`<fisc-choices-field label="Chứng từ" .choices=${choices} .value=${["old", "minutes"]}></fisc-choices-field>`,
    );
    boxes(field)[1]?.click();
    expect(field.value).to.deep.equal(["invoice", "minutes", "old"]);
    boxes(field)[2]?.click();
    expect(field.value).to.deep.equal(["invoice", "old"]);
  });
});
