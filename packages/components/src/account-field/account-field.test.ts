import type { IdentifierScheme } from "@fisc/core";
import { expect, fixture, html } from "@open-wc/testing";
import { formControlSuite } from "../testing/form-control-suite.ts";
import { leave, type } from "../testing/typing.ts";
import { loadCombobox } from "../foundation/combobox.ts";
import { loadLocale } from "../foundation/localize.ts";
import { press } from "../testing/typing.ts";
import type { AccountField } from "./account-field.ts";
import "./define.ts";

const control = (field: HTMLElement): HTMLInputElement => field.shadowRoot?.querySelector("#control") as HTMLInputElement;

const codes = [
  { code: "9523.4.1999901", name: "Trường THCS Sông Xanh" },
  { code: "8113.1.1999901", name: "Trường THCS Sông Xanh" },
];
const scheme: IdentifierScheme = { shapes: ["[0-9]{10,14}"], separators: ".-", checks: [], source: "test" };

formControlSuite({
  tag: "fisc-account-field",
  prepare: (field) => Object.assign(field, { codes, scheme }),
  fillIn: (field) => type(control(field), "0123-456.7890"),
  value: "01234567890",
  formValue: "01234567890",
  faulty: { fillIn: (field) => type(control(field), "12"), message: "too few or too many digits" },
});

describe("account field", () => {
  before(() => Promise.all([loadLocale("vi"), loadCombobox()]));
  const make = (): Promise<AccountField> =>
    fixture<AccountField>(
      html`<fisc-account-field label="Tài khoản" locale="vi" .codes=${codes} .scheme=${scheme} group="4"></fisc-account-field>`,
    );

  it("offers the accounts at hand, and takes one as it is written there", async () => {
    const field = await make();
    type(control(field), "81");
    await field.updateComplete;
    press(control(field), "ArrowDown");
    press(control(field), "Enter");
    await field.updateComplete;
    expect(field.value).to.equal("8113.1.1999901");
    expect(field.problem).to.equal("");
    expect(field.shadowRoot?.querySelector("#name")?.textContent).to.equal("Trường THCS Sông Xanh");
  });

  it("takes another account too, if it is put together as one, and shows it in groups once it is left", async () => {
    const field = await make();
    type(control(field), "0711000123456");
    leave(control(field));
    await field.updateComplete;
    expect(field.value).to.equal("0711000123456");
    expect(control(field).value).to.equal("0711 0001 2345 6");
    expect(field.checkValidity()).to.equal(true);
  });
});
