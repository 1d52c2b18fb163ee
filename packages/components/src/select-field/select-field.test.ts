import { expect, fixture, html } from "@open-wc/testing";
import { formControlSuite } from "../testing/form-control-suite.ts";
import "./define.ts";
import type { SelectField } from "./select-field.ts";

const choices = [
  { value: "ck", label: "Chuyển khoản" },
  { value: "tm", label: "Tiền mặt" },
];
const select = (field: HTMLElement): HTMLSelectElement => field.shadowRoot?.querySelector("select") as HTMLSelectElement;
const pick = (field: HTMLElement, value: string): void => {
  select(field).value = value;
  select(field).dispatchEvent(new Event("input", { bubbles: true, composed: true }));
  select(field).dispatchEvent(new Event("change", { bubbles: true }));
};

formControlSuite({
  tag: "fisc-select-field",
  prepare: (field) => ((field as SelectField).choices = choices),
  fillIn: (field) => pick(field, "tm"),
  value: "tm",
  formValue: "tm",
  missing: "Choose “The field”.",
});

describe("select field", () => {
  const make = (): Promise<SelectField> =>
    fixture<SelectField>(html`<fisc-select-field label="Hình thức" locale="vi" .choices=${choices} value="ck"></fisc-select-field>`);

  it("shows the value that the page gives, and tells once of what the person picks", async () => {
    const field = await make();
    const seen: string[] = [];
    for (const name of ["input", "change"]) field.addEventListener(name, () => seen.push(`${name} ${field.value}`));
    expect(select(field).value).to.equal("ck");
    pick(field, "tm");
    expect(seen).to.deep.equal(["input tm", "change tm"]);
    field.value = "ck";
    await field.updateComplete;
    expect(select(field).value).to.equal("ck");
  });

  it("keeps a value that is no longer among the choices, in view", async () => {
    const field = await make();
    field.value = "séc";
    await field.updateComplete;
    expect(select(field).value).to.equal("séc");
    expect(field.value).to.equal("séc");
  });

  it("shows its choice as text that the keyboard reaches while it may only be read", async () => {
    const field = await make();
    field.readOnly = true;
    await field.updateComplete;
    field.focus();
    const shown = field.shadowRoot?.activeElement as HTMLInputElement;
    expect([shown.value, shown.readOnly]).to.deep.equal(["Chuyển khoản", true]);
  });

  it("shows a choice that comes after its value", async () => {
    const field = await fixture<SelectField>(html`<fisc-select-field label="Hình thức" value="tm"></fisc-select-field>`);
    field.choices = choices;
    await field.updateComplete;
    expect(select(field).selectedOptions[0]?.textContent).to.equal("Tiền mặt");
  });
});
