import { expect, fixture, html } from "@open-wc/testing";
import { formControlSuite } from "../testing/form-control-suite.ts";
import { leave, type } from "../testing/typing.ts";
import { formatDate, parseDate } from "./civil-date.ts";
import "./define.ts";
import type { DateField } from "./date-field.ts";

const control = (field: HTMLElement): HTMLInputElement => field.shadowRoot?.querySelector("#control") as HTMLInputElement;

formControlSuite({
  tag: "fisc-date-field",
  fillIn: (field) => type(control(field), "3/4/2026"),
  value: "2026-04-03",
  formValue: "2026-04-03",
  faulty: { fillIn: (field) => type(control(field), "31/2/2026"), message: "There is no such day" },
});

describe("date field", () => {
  it("reads days as accountants write them, day first", () => {
    for (const text of ["21/11/2026", "21.11.2026", "21-11-2026", "21 11 2026", "21112026", "21/11/26", "2026-11-21"])
      expect(parseDate(text), text).to.equal("2026-11-21");
    for (const locale of ["vi", "en"]) expect(formatDate("2026-11-21", locale)).to.equal("21/11/2026");
    for (const locale of ["uk", "ru", "kk", "kk-Latn"]) expect(parseDate(formatDate("2026-11-21", locale))).to.equal("2026-11-21");
    expect(formatDate("2026-11-21", "uk-UA")).to.equal("21.11.2026");
  });

  it("tells a day that does not exist from what is no date", () => {
    const code = (text: string): string => {
      try {
        return parseDate(text);
      } catch (error) {
        return (error as { code: string }).code;
      }
    };
    expect(code("29/02/2026")).to.equal("date.no-such-day");
    expect(code("31/4/2026")).to.equal("date.no-such-day");
    expect(code("hôm nay")).to.equal("date.not-a-date");
  });

  it("writes the day in full once the person leaves it", async () => {
    const field = await fixture<DateField>(html`<fisc-date-field label="Ngày lập" locale="vi"></fisc-date-field>`);
    type(control(field), "3/4/26");
    leave(control(field));
    await field.updateComplete;
    expect(control(field).value).to.equal("03/04/2026");
  });

  it("takes a day picked in the browser's calendar", async () => {
    const field = await fixture<DateField>(html`<fisc-date-field label="Ngày lập" locale="vi"></fisc-date-field>`);
    const native = field.shadowRoot?.querySelector<HTMLInputElement>(".native") as HTMLInputElement;
    native.value = "2026-12-31";
    native.dispatchEvent(new Event("change", { bubbles: true }));
    await field.updateComplete;
    expect(field.value).to.equal("2026-12-31");
    expect(control(field).value).to.equal("31/12/2026");
  });
});
