import { expect, fixture, html } from "@open-wc/testing";
import { formControlSuite } from "../testing/form-control-suite.ts";
import type { CheckboxField } from "./checkbox-field.ts";
import "./define.ts";

const box = (field: HTMLElement): HTMLInputElement => field.shadowRoot?.querySelector("input") as HTMLInputElement;

formControlSuite({
  tag: "fisc-checkbox-field",
  fillIn: (field) => box(field).click(),
  value: true,
  formValue: "true",
  missing: "Tick “The field”",
});

describe("checkbox field", () => {
  it("is ticked by a click on its words, and tells once", async () => {
    const field = await fixture<CheckboxField>(html`<fisc-checkbox-field label="Đã đối chiếu"></fisc-checkbox-field>`);
    const seen: string[] = [];
    for (const name of ["input", "change"]) field.addEventListener(name, () => seen.push(`${name} ${field.value}`));
    field.shadowRoot?.querySelector<HTMLElement>(".label")?.click();
    expect(seen).to.deep.equal(["input true", "change true"]);
  });

  it("goes back to what its attribute says when the form is reset", async () => {
    const form = await fixture<HTMLFormElement>(
      html`<form><fisc-checkbox-field label="Đã đối chiếu" checked></fisc-checkbox-field></form>`,
    );
    const field = form.querySelector("fisc-checkbox-field") as CheckboxField;
    expect(field.value).to.equal(true);
    box(field).click();
    expect(field.value).to.equal(false);
    form.reset();
    await field.updateComplete;
    expect([field.value, box(field).checked]).to.deep.equal([true, true]);
  });
});
