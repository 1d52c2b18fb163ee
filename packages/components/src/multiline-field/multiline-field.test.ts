import { expect, fixture, html } from "@open-wc/testing";
import { formControlSuite } from "../testing/form-control-suite.ts";
import { leave, type } from "../testing/typing.ts";
import "./define.ts";
import type { MultilineField } from "./multiline-field.ts";

const control = (field: HTMLElement): HTMLInputElement => field.shadowRoot?.querySelector("#control") as HTMLInputElement;

formControlSuite({
  tag: "fisc-multiline-field",
  prepare: (field) => ((field as MultilineField).maxLength = 20),
  fillIn: (field) => type(control(field), "Chi tiền điện"),
  value: "Chi tiền điện",
  formValue: "Chi tiền điện",
  faulty: { fillIn: (field) => type(control(field), "a".repeat(23)), message: "3 characters too long" },
});

describe("multi-line field", () => {
  const make = (): Promise<MultilineField> =>
    fixture<MultilineField>(html`<fisc-multiline-field label="Nội dung" locale="en" max-length="10"></fisc-multiline-field>`);
  const count = (field: HTMLElement): string => field.shadowRoot?.querySelector("#count")?.textContent?.trim() ?? "";

  it("counts what is left by characters and not by the letters' parts, and keeps every letter that is too much", async () => {
    const field = await make();
    type(control(field), "𝟙 Hu\u0065\u0302\u0301");
    await field.updateComplete;
    expect(field.value).to.equal("𝟙 Huế");
    expect(count(field)).to.equal("5 characters left");
    type(control(field), " và nữa");
    await field.updateComplete;
    expect(control(field).value.normalize("NFC")).to.equal("𝟙 Huế và nữa");
    expect(count(field)).to.equal("2 characters too many");
    expect(control(field).getAttribute("aria-describedby")?.split(" ")).to.include("count");
    expect(field.checkValidity()).to.equal(false);
  });

  it("keeps its lines, ended one way", async () => {
    const field = await make();
    field.maxLength = 0;
    field.value = "một\nhai";
    await field.updateComplete;
    control(field).focus();
    control(field).setSelectionRange(0, 0);
    type(control(field), "x");
    leave(control(field));
    expect(field.value).to.equal("xmột\nhai");
  });
});
