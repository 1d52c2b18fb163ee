import { expect, fixture, html } from "@open-wc/testing";
import { formControlSuite } from "../testing/form-control-suite.ts";
import { leave, type } from "../testing/typing.ts";
import { iban } from "@fisc/core/identifiers/iban";
import "./define.ts";
import type { IbanField } from "./iban-field.ts";

const control = (field: HTMLElement): HTMLInputElement => field.shadowRoot?.querySelector("#control") as HTMLInputElement;

formControlSuite({
  tag: "fisc-iban-field",
  fillIn: (field) => type(control(field), "gb29 NWBK 6016 1331 9268 19"),
  value: "GB29NWBK60161331926819",
  formValue: "GB29NWBK60161331926819",
  faulty: { fillIn: (field) => type(control(field), "GB29NWBK60161331926891"), message: "no valid IBAN" },
});

describe("IBAN field", () => {
  const make = (): Promise<IbanField> => fixture<IbanField>(html`<fisc-iban-field label="Account" locale="en"></fisc-iban-field>`);

  it("shows groups of four once it is left, and gives no blanks to the form", async () => {
    const field = await make();
    type(control(field), "gb29nwbk60161331926819");
    leave(control(field));
    await field.updateComplete;
    expect(control(field).value).to.equal("GB29 NWBK 6016 1331 9268 19");
    expect(field.value).to.equal("GB29NWBK60161331926819");
  });

  it("lets a digit in the middle be put right without moving the rest", async () => {
    const field = await make();
    field.value = "GB29NWBK60161331926810";
    await field.updateComplete;
    expect(field.problem).to.equal("iban.check");
    const input = control(field);
    input.focus();
    input.setSelectionRange(input.value.length - 1, input.value.length);
    type(input, "9");
    await field.updateComplete;
    expect(input.value).to.equal("GB29 NWBK 6016 1331 9268 19");
    expect([field.problem, input.selectionStart]).to.deep.equal(["", input.value.length]);
  });

  it("can be narrowed to one country by its scheme", async () => {
    const field = await make();
    field.scheme = { ...iban, shapes: ["UA[0-9]{27}"] };
    field.value = "GB29NWBK60161331926819";
    expect(field.problem).to.equal("iban.shape");
  });
});
