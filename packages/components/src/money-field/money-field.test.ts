import { expect, fixture, html } from "@open-wc/testing";
import { loadLocale } from "../foundation/localize.ts";
import { formControlSuite } from "../testing/form-control-suite.ts";
import { leave, type } from "../testing/typing.ts";
import "./define.ts";
import type { MoneyField } from "./money-field.ts";

const control = (field: HTMLElement): HTMLInputElement => field.shadowRoot?.querySelector("#control") as HTMLInputElement;

formControlSuite({
  tag: "fisc-money-field",
  fillIn: (field) => type(control(field), "18540000"),
  value: 18_540_000,
  formValue: "18540000",
  faulty: { fillIn: (field) => type(control(field), "much"), message: "must be an amount in figures" },
});

describe("money field", () => {
  it("groups digits only when the person leaves it", async () => {
    const field = await fixture<MoneyField>(html`<fisc-money-field label="Số tiền" locale="vi" currency="VND"></fisc-money-field>`);
    type(control(field), "18540000");
    await field.updateComplete;
    expect(control(field).value).to.equal("18540000");
    leave(control(field));
    await field.updateComplete;
    expect(control(field).value).to.equal("18.540.000");
    expect(field.value).to.equal(18_540_000);
  });

  it("does not rewrite what is typed when the page gives the value back", async () => {
    const field = await fixture<MoneyField>(html`<fisc-money-field label="Số tiền" locale="vi"></fisc-money-field>`);
    field.addEventListener("input", () => (field.value = field.value));
    type(control(field), "1.0");
    type(control(field), "00.5");
    await field.updateComplete;
    expect(control(field).value).to.equal("1.000.5");
    type(control(field), "00");
    await field.updateComplete;
    expect(control(field).value).to.equal("1.000.500");
    expect(field.value).to.equal(1_000_500);
  });

  it("takes another value from the page even while it holds text that cannot be read", async () => {
    const field = await fixture<MoneyField>(html`<fisc-money-field label="Số tiền" locale="vi"></fisc-money-field>`);
    type(control(field), "nhiều");
    expect(field.problem).to.equal("money.not-a-number");
    field.value = 5000;
    await field.updateComplete;
    expect(field.problem).to.equal("");
    expect(control(field).value).to.equal("nhiều", "the control is the person's while they are in it");
    leave(control(field));
    await field.updateComplete;
    expect([control(field).value, field.value]).to.deep.equal(["5.000", 5000]);
  });

  it("counts minor units of a currency that has them, and says what is wrong with more decimal places", async () => {
    await loadLocale("en");
    const field = await fixture<MoneyField>(html`<fisc-money-field label="Amount" locale="en" decimals="2"></fisc-money-field>`);
    type(control(field), "1,234.50");
    expect(field.value).to.equal(123_450);
    type(control(field), "1");
    expect(field.problem).to.equal("money.too-many-decimals");
    leave(control(field));
    await field.updateComplete;
    expect(control(field).value).to.equal("1,234.501");
    expect(field.shadowRoot?.querySelector("#message")?.textContent).to.contain("more decimal places");
  });

  it("writes its amount in the new locale when the page changes language", async () => {
    const field = await fixture<MoneyField>(html`<fisc-money-field label="Số tiền" locale="vi" .value=${1_234_567}></fisc-money-field>`);
    field.locale = "en";
    await field.updateComplete;
    expect(control(field).value).to.equal("1,234,567");
  });
});
