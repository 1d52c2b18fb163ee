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
    expect(searchCodes(codes, "65").map(({ code }) => code)).to.deep.equal(["6501", "6502", "6551"]);
    expect(searchCodes(codes, "tien dien").map(({ code }) => code)).to.deep.equal(["6501"]);
    expect(searchCodes(codes, "PHẨM").map(({ code }) => code)).to.deep.equal(["6551"]);
    expect(searchCodes(codes, "")).to.deep.equal(codes);
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

  describe("with 50,000 codes", () => {
    const many = Array.from({ length: 50_000 }, (_, i) => ({
      code: String(i).padStart(5, "0"),
      name: `Mục ${i % 7 === 0 ? "chi tiền điện, tiền nước, điện thoại và mạng của đơn vị sự nghiệp công lập tự bảo đảm một phần chi" : "lương"} số ${i}`,
    }));
    const open = async (): Promise<{ readonly field: CodeField; readonly input: HTMLInputElement; readonly list: HTMLElement }> => {
      const field = await make();
      field.codes = many;
      const input = control(field);
      input.focus();
      press(input, "ArrowDown");
      await field.updateComplete;
      return { field, input, list: field.shadowRoot?.querySelector("#listbox") as HTMLElement };
    };
    const active = (field: CodeField): HTMLElement =>
      field.shadowRoot?.getElementById(control(field).getAttribute("aria-activedescendant") ?? "") as HTMLElement;
    const isInSight = (list: HTMLElement, option: HTMLElement): boolean => {
      const [outer, inner] = [list.getBoundingClientRect(), option.getBoundingClientRect()];
      return inner.height > 0 && inner.top >= outer.top - 1 && inner.bottom <= outer.bottom + 1;
    };

    it("draws few of them, and says of each where it stands among all", async () => {
      const { field } = await open();
      expect(options(field).length).to.be.within(20, 100);
      const first = field.shadowRoot?.querySelector('[role="option"]');
      expect([first?.getAttribute("aria-posinset"), first?.getAttribute("aria-setsize")]).to.deep.equal(["1", "50000"]);
      expect(field.shadowRoot?.querySelector(".note")?.textContent).to.contain("50.000");
      await expectAccessible(field);
    });

    it("goes from the first to the last by one key, through all by arrows, and takes the one that is active", async () => {
      const { field, input, list } = await open();
      press(input, "ArrowUp");
      await field.updateComplete;
      expect(active(field).textContent).to.contain("49999");
      expect(isInSight(list, active(field))).to.equal(true);
      press(input, "ArrowDown");
      await field.updateComplete;
      for (let i = 0; i < 130; i++) {
        press(input, "ArrowDown");
        await field.updateComplete;
        expect(isInSight(list, active(field)), `option ${i + 1}`).to.equal(true);
      }
      expect(active(field).textContent).to.contain("00130");
      press(input, "Enter");
      expect(field.value).to.equal("00130");
    });

    it("shows codes wherever it is scrolled to, with room for all of them", async () => {
      const { field, list } = await open();
      expect(list.scrollHeight).to.be.greaterThan(50_000 * 40);
      for (const part of [0.3, 0.999, 0.5, 0.001]) {
        list.scrollTop = list.scrollHeight * part;
        list.dispatchEvent(new Event("scroll"));
        await field.updateComplete;
        const shown = [...list.querySelectorAll<HTMLElement>('[role="option"]')];
        const { top, bottom } = list.getBoundingClientRect();
        const covered = shown.filter(
          (option) => option.getBoundingClientRect().bottom > top && option.getBoundingClientRect().top < bottom,
        );
        expect(covered.length, `at ${part}`).to.be.greaterThan(2);
        expect(shown.length).to.be.at.most(100);
      }
    });

    it("finds by code and by words of the name, without marks", async () => {
      const { field, input } = await open();
      type(input, "dien thoai 49994");
      await field.updateComplete;
      expect(options(field).length).to.equal(1);
      expect(options(field)[0]).to.contain("49994").and.to.contain("điện thoại");
    });
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
