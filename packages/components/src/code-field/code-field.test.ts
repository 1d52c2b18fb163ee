import { aTimeout, expect, fixture, html } from "@open-wc/testing";
import { searchCodes } from "../foundation/code-search.ts";
import { loadCombobox } from "../foundation/combobox.ts";
import { loadLocale } from "../foundation/localize.ts";
import { expectAccessible } from "../testing/accessibility.ts";
import { formControlSuite } from "../testing/form-control-suite.ts";
import { leave, press, type } from "../testing/typing.ts";
import type { CodeField } from "./code-field.ts";
import "./define.ts";

const codes = [
  { code: "6001", name: "Lương theo ngạch, bậc" },
  { code: "6501", name: "Tiền điện" },
  { code: "6502", name: "Tiền nước" },
  { code: "6551", name: "Văn phòng phẩm" },
];
const control = (field: HTMLElement): HTMLInputElement => field.shadowRoot?.querySelector("#control") as HTMLInputElement;
const options = (field: HTMLElement): string[] =>
  [...(field.shadowRoot?.querySelectorAll('[role="option"]') ?? [])].map((option) => option.textContent?.replace(/\s+/g, " ").trim() ?? "");
const make = (): Promise<CodeField> =>
  fixture<CodeField>(html`<fisc-code-field label="Mã NDKT" locale="vi" .codes=${codes}></fisc-code-field>`);

formControlSuite({
  tag: "fisc-code-field",
  prepare: (field) => ((field as CodeField).codes = codes),
  fillIn: (field) => type(control(field), "6501"),
  value: "6501",
  formValue: "6501",
});

describe("search in codes", () => {
  it("finds by the beginning of the code and by words of the name, without marks or case", () => {
    expect(searchCodes(codes, "65", 10).map(({ code }) => code)).to.deep.equal(["6501", "6502", "6551"]);
    expect(searchCodes(codes, "tien dien", 10).map(({ code }) => code)).to.deep.equal(["6501"]);
    expect(searchCodes(codes, "PHẨM", 10).map(({ code }) => code)).to.deep.equal(["6551"]);
    expect(searchCodes(codes, "", 2)).to.have.length(2);
  });
});

describe("code field", () => {
  before(() => Promise.all([loadLocale("vi"), loadCombobox()]));

  it("opens its list as one types, and takes the code that arrows and Enter pick", async () => {
    const field = await make();
    const input = control(field);
    type(input, "tien");
    await field.updateComplete;
    expect(input.getAttribute("aria-expanded")).to.equal("true");
    expect(options(field)).to.deep.equal(["6501 Tiền điện", "6502 Tiền nước"]);
    press(input, "ArrowDown");
    press(input, "ArrowDown");
    await field.updateComplete;
    const active = input.getAttribute("aria-activedescendant") ?? "";
    expect(field.shadowRoot?.getElementById(active)?.getAttribute("aria-selected")).to.equal("true");
    press(input, "Enter");
    await field.updateComplete;
    expect(field.value).to.equal("6502");
    expect(input.value).to.equal("6502");
    expect(input.getAttribute("aria-expanded")).to.equal("false");
    expect(field.shadowRoot?.querySelector("#name")?.textContent).to.equal("Tiền nước");
  });

  it("closes on Escape and keeps what was typed", async () => {
    const field = await make();
    type(control(field), "65");
    await field.updateComplete;
    press(control(field), "Escape");
    await field.updateComplete;
    expect(options(field)).to.deep.equal([]);
    expect(field.value).to.equal("65");
  });

  it("leaves a code that no list knows to the rules of the form", async () => {
    const field = await make();
    type(control(field), "9999");
    leave(control(field));
    await field.updateComplete;
    expect(field.value).to.equal("9999");
    expect(field.validity.valid).to.equal(true);
  });

  it("understands the whole name, typed out", async () => {
    const field = await make();
    type(control(field), "văn phòng phẩm");
    leave(control(field));
    await field.updateComplete;
    expect(field.value).to.equal("6551");
  });

  it("searches at the gateway, shows only the last answer, and says when it cannot be reached", async () => {
    const field = await make();
    const asked: string[] = [];
    field.codes = (text) => {
      asked.push(text);
      if (text === "bad") return Promise.reject(new Error("offline"));
      return Promise.resolve([{ code: text, name: "Tìm thấy" }]);
    };
    const input = control(field);
    type(input, "65");
    await aTimeout(250);
    expect(asked).to.deep.equal(["65"]);
    expect(options(field)).to.deep.equal(["65 Tìm thấy"]);
    input.select();
    type(input, "bad");
    await aTimeout(250);
    expect(field.shadowRoot?.querySelector(".note")?.textContent).to.contain("không mở được danh mục");
    expect(field.value).to.equal("bad");
  });

  it("has no finding of axe while its list is open", async () => {
    const field = await make();
    type(control(field), "65");
    await field.updateComplete;
    press(control(field), "ArrowDown");
    await field.updateComplete;
    await expectAccessible(field);
  });
});
