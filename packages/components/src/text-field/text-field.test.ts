import { expect, fixture, html } from "@open-wc/testing";
import { formControlSuite } from "../testing/form-control-suite.ts";
import { erase, leave, type } from "../testing/typing.ts";
import "./define.ts";
import type { TextField } from "./text-field.ts";

const control = (field: HTMLElement): HTMLInputElement => field.shadowRoot?.querySelector("#control") as HTMLInputElement;

formControlSuite({
  tag: "fisc-text-field",
  fillIn: (field) => type(control(field), "Trường Mẫu"),
  value: "Trường Mẫu",
  formValue: "Trường Mẫu",
  faulty: { fillIn: (field) => type(control(field), "abc\u202Edef"), message: "turns the direction of writing" },
});

describe("text field and Vietnamese input methods", () => {
  it("keeps what Unikey writes by backspaces and replacement, letter by letter, while the page sets the value back each time", async () => {
    const field = await fixture<TextField>(html`<fisc-text-field label="Nội dung"></fisc-text-field>`);
    field.addEventListener("input", () => (field.value = `${field.value}`));
    const input = control(field);
    // Telex "tieenf ddieenj": Unikey erases and writes the composed letter anew.
    type(input, "tie");
    erase(input, 1);
    type(input, "ê");
    type(input, "n");
    erase(input, 2);
    type(input, "ền");
    type(input, " d");
    erase(input, 1);
    type(input, "đ");
    type(input, "iê");
    erase(input, 1);
    type(input, "ện");
    await field.updateComplete;
    expect(input.value).to.equal("tiền điện");
    expect(field.value).to.equal("tiền điện");
  });

  it("does not touch the control while an input method composes", async () => {
    const field = await fixture<TextField>(html`<fisc-text-field label="Nội dung"></fisc-text-field>`);
    const input = control(field);
    input.focus();
    let writes = 0;
    const native = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value");
    Object.defineProperty(input, "value", {
      get: () => native?.get?.call(input) as string,
      set: (value: string) => {
        writes++;
        native?.set?.call(input, value);
      },
      configurable: true,
    });
    input.dispatchEvent(new CompositionEvent("compositionstart"));
    native?.set?.call(input, "tiê");
    input.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true, isComposing: true }));
    await field.updateComplete;
    native?.set?.call(input, "tiền");
    input.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true, isComposing: true }));
    await field.updateComplete;
    input.dispatchEvent(new CompositionEvent("compositionend"));
    expect(writes).to.equal(0);
    expect(field.value).to.equal("tiền");
  });

  it("gives NFC whatever form the letters came in", async () => {
    const field = await fixture<TextField>(html`<fisc-text-field label="Tên"></fisc-text-field>`);
    type(control(field), "Hue\u0302\u0301 ");
    expect(field.value).to.equal("Huế");
    leave(control(field));
    await field.updateComplete;
    expect(control(field).value).to.equal("Huế");
  });
});
