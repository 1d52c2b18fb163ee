import { expect, fixture, html } from "@open-wc/testing";
import { loadLocale } from "../foundation/localize.ts";
import { formControlSuite } from "../testing/form-control-suite.ts";
import { leave, type } from "../testing/typing.ts";
import "./define.ts";
import type { NumberField } from "./number-field.ts";

const control = (field: HTMLElement): HTMLInputElement => field.shadowRoot?.querySelector("#control") as HTMLInputElement;

formControlSuite({
  tag: "fisc-number-field",
  fillIn: (field) => type(control(field), "12.5"),
  value: 12.5,
  formValue: "12.5",
  faulty: { fillIn: (field) => type(control(field), "two"), message: "must be a number" },
});

describe("number field", () => {
  it("keeps text that is no number, says why, and is invalid", async () => {
    await loadLocale("vi");
    const field = await fixture<NumberField>(html`<fisc-number-field label="Năm" locale="vi"></fisc-number-field>`);
    type(control(field), "hai");
    leave(control(field));
    await field.updateComplete;
    expect(control(field).value).to.equal("hai");
    expect(field.value).to.equal(null);
    expect(field.problem).to.equal("number.not-a-number");
    expect(field.shadowRoot?.querySelector("#message")?.textContent).to.contain("phải là số");
  });

  it("writes a year without grouping", async () => {
    const field = await fixture<NumberField>(html`<fisc-number-field label="Năm" locale="vi" plain .value=${2026}></fisc-number-field>`);
    expect(control(field).value).to.equal("2026");
  });
});
