import type { IdentifierScheme } from "@fisc/core";
import { expect, fixture, html } from "@open-wc/testing";
import { formControlSuite } from "../testing/form-control-suite.ts";
import { leave, type } from "../testing/typing.ts";
import "./define.ts";
import type { IdentifierField } from "./identifier-field.ts";

const control = (field: HTMLElement): HTMLInputElement => field.shadowRoot?.querySelector("#control") as HTMLInputElement;

/** Eight digits and a check digit: weights 2 to 9, modulo 11. */
const scheme: IdentifierScheme = {
  shapes: ["[0-9]{9}"],
  separators: "-.",
  checks: [{ type: "weighted", rounds: [[2, 3, 4, 5, 6, 7, 8, 9]], modulus: 11, otherwise: 0 }],
  source: "test",
};
// 2·1+3·2+4·3+5·4+6·5+7·6+8·7+9·8 = 240; 240 mod 11 = 9.
const right = "123456789";

formControlSuite({
  tag: "fisc-identifier-field",
  prepare: (field) => Object.assign(field, { scheme, group: 3 }),
  fillIn: (field) => type(control(field), "123-456.789"),
  value: right,
  formValue: right,
  faulty: { fillIn: (field) => type(control(field), "123456798"), message: "two are swapped" },
});

describe("identifier field", () => {
  const make = (): Promise<IdentifierField> =>
    fixture<IdentifierField>(html`<fisc-identifier-field label="MST" locale="vi" group="3" .scheme=${scheme}></fisc-identifier-field>`);
  const groups = (field: HTMLElement): string => field.shadowRoot?.querySelector(".groups")?.textContent ?? "";

  it("shows groups beside the control while it is typed in, and in the control once it is left", async () => {
    const field = await make();
    type(control(field), "1234567");
    await field.updateComplete;
    expect([control(field).value, groups(field)]).to.deep.equal(["1234567", "123 456 7"]);
    type(control(field), "89");
    leave(control(field));
    await field.updateComplete;
    expect(control(field).value).to.equal("123 456 789");
    expect(field.value).to.equal(right);
  });

  it("keeps a faulty one for the draft, and says what is the matter: a letter, the length, a digit", async () => {
    const field = await make();
    for (const [typed, problem] of [
      ["12345678О", "identifier.letters"],
      ["12345", "identifier.shape"],
      ["123456788", "identifier.check"],
    ] as const) {
      control(field).focus();
      control(field).select();
      type(control(field), typed);
      expect(field.problem).to.equal(problem);
      expect(field.value).to.equal(typed);
    }
  });
});
