import { expect, fixture, html } from "@open-wc/testing";
import { formControlSuite } from "../testing/form-control-suite.ts";
import { leave, type } from "../testing/typing.ts";
import "./define.ts";
import type { PeriodField } from "./period-field.ts";

const control = (field: HTMLElement): HTMLInputElement => field.shadowRoot?.querySelector("#control") as HTMLInputElement;

formControlSuite({
  tag: "fisc-period-field",
  fillIn: (field) => type(control(field), "11/2026"),
  value: "2026-11",
  formValue: "2026-11",
  faulty: { fillIn: (field) => type(control(field), "13/2026"), message: "There is no such period" },
});

describe("period field", () => {
  const make = (locale: string, kinds: string): Promise<PeriodField> =>
    fixture<PeriodField>(html`<fisc-period-field label="Kỳ" locale=${locale} kinds=${kinds}></fisc-period-field>`);

  for (const [locale, typed, value, shown, name] of [
    ["vi", "11.2026", "2026-11", "11/2026", "Tháng 11 năm 2026"],
    ["vi", "q3 2026", "2026-Q3", "III/2026", "Quý III năm 2026"],
    ["en", "2026-11", "2026-11", "11/2026", "November 2026"],
    ["en", "2026", "2026", "2026", ""],
  ] as const)
    it(`reads ${typed}, shows it so that it can be typed again, and says it in words (${locale})`, async () => {
      const field = await make(locale, "month quarter year");
      type(control(field), typed);
      expect(field.value).to.equal(value);
      leave(control(field));
      await field.updateComplete;
      expect(control(field).value).to.equal(shown);
      expect(field.shadowRoot?.querySelector("#name")?.textContent).to.equal(name);
      control(field).select();
      type(control(field), shown);
      expect(field.value).to.equal(value);
    });

  it("takes only the kinds that are meant, and its hint names them", async () => {
    const field = await make("en", "quarter");
    expect(field.shadowRoot?.querySelector("#hint")?.textContent).to.contain("Q3 2026").and.not.contain("11/2026");
    type(control(field), "11/2026");
    expect([field.value, field.problem]).to.deep.equal(["", "period.not-quarter"]);
  });
});
