import { expect, fixture, html } from "@open-wc/testing";
import { formControlSuite } from "../testing/form-control-suite.ts";
import type { ChoiceField } from "./choice-field.ts";
import "./define.ts";

const choices = [
  { value: "ck", label: "Chuyển khoản" },
  { value: "tm", label: "Tiền mặt" },
];
const radios = (field: HTMLElement): HTMLInputElement[] => [...(field.shadowRoot?.querySelectorAll("input") ?? [])];

formControlSuite({
  tag: "fisc-choice-field",
  prepare: (field) => ((field as ChoiceField).choices = choices),
  fillIn: (field) => radios(field)[1]?.click(),
  value: "tm",
  formValue: "tm",
});

describe("choice field", () => {
  it("shows one choice at a time, also when the page changes it back", async () => {
    const field = await fixture<ChoiceField>(
      html`<fisc-choice-field label="Hình thức" .choices=${choices} value="ck"></fisc-choice-field>`,
    );
    expect(radios(field).map((radio) => radio.checked)).to.deep.equal([true, false]);
    radios(field)[1]?.click();
    expect(field.value).to.equal("tm");
    field.value = "ck";
    await field.updateComplete;
    expect(radios(field).map((radio) => radio.checked)).to.deep.equal([true, false]);
  });
});
