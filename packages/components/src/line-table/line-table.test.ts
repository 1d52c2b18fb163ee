import { expect, fixture, html } from "@open-wc/testing";
import type { JsonObject } from "@fisc/core";
import { loadCombobox } from "../foundation/combobox.ts";
import { loadLocale } from "../foundation/localize.ts";
import { expectAccessible } from "../testing/accessibility.ts";
import { textOf, until } from "../testing/stage.ts";
import { leave, press, type } from "../testing/typing.ts";
import type { LineColumn } from "./columns.ts";
import { loadTableCommands } from "./commands-on-demand.ts";
import "./define.ts";
import type { LineTable } from "./line-table.ts";
import { readCells } from "./spreadsheet-text.ts";

const codes = [
  { code: "6501", name: "Tiền điện" },
  { code: "6502", name: "Tiền nước" },
];
const columns: readonly LineColumn[] = [
  { path: "text", label: "Nội dung", type: "text", required: true, readOnly: false },
  { path: "code", label: "Mã NDKT", type: "code", required: true, readOnly: false, codes, length: 4 },
  { path: "amount", label: "Số tiền", type: "money", required: true, readOnly: false },
];
const rows: readonly JsonObject[] = [
  { text: "Điện", code: "6501", amount: 1_000_000 },
  { text: "Nước", code: "6502", amount: 200_000 },
];
const make = (some: readonly JsonObject[] = rows): Promise<LineTable> =>
  fixture<LineTable>(
    html`<fisc-line-table
      label="Các dòng"
      locale="vi"
      max-rows="5"
      .columns=${columns}
      .rows=${some}
      .totals=${{ amount: "1.200.000" }}
    ></fisc-line-table>`,
  );
const cell = (table: LineTable, row: number, column: number): HTMLInputElement =>
  table.shadowRoot?.querySelector(`[data-row="${row}"][data-column="${column}"]`) as HTMLInputElement;
const active = (table: LineTable): string => {
  const input = table.shadowRoot?.activeElement as HTMLElement | null;
  return `${input?.dataset["row"]}/${input?.dataset["column"]}`;
};
const button = (table: LineTable, name: string): HTMLButtonElement | undefined =>
  [...(table.shadowRoot?.querySelectorAll("button") ?? [])].find((one) =>
    (one.getAttribute("aria-label") ?? one.textContent ?? "").includes(name),
  );
const paste = (input: HTMLInputElement, text: string): boolean => {
  const event = new ClipboardEvent("paste", { bubbles: true, cancelable: true, composed: true });
  // Firefox gives a made-up event no data.
  Object.defineProperty(event, "clipboardData", { value: { getData: () => text } });
  return input.dispatchEvent(event);
};

describe("cells copied from a spreadsheet", () => {
  it("come as rows, with quoted cells in one piece", () => {
    expect(readCells("a\tb\r\nc\td\r\n")).to.deep.equal([
      ["a", "b"],
      ["c", "d"],
    ]);
    expect(readCells('"two\nlines"\t"say ""hi"""\nx\t')).to.deep.equal([
      ["two lines", 'say "hi"'],
      ["x", ""],
    ]);
    expect(readCells("\t\n\n")).to.deep.equal([]);
  });
});

describe("line table", () => {
  before(() => Promise.all([loadLocale("vi"), loadCombobox(), loadTableCommands()]));

  it("names each cell by its column and its row", async () => {
    const table = await make();
    const names = cell(table, 1, 2)
      .getAttribute("aria-labelledby")
      ?.split(" ")
      .map((id) => table.shadowRoot?.getElementById(id)?.textContent?.replace(/\s+/g, " ").trim());
    expect(names?.[0]).to.contain("Số tiền");
    expect(names?.[1]).to.contain("Dòng 2");
    expect(textOf(table)).to.contain("Tiền điện").and.to.contain("1.200.000");
  });

  it("tells each change with its value, and formats on leaving", async () => {
    const table = await make();
    const heard: unknown[] = [];
    table.addEventListener("fisc-cell-change", ({ row, column, value }) => heard.push([row, column, value]));
    cell(table, 0, 2).focus();
    cell(table, 0, 2).select();
    type(cell(table, 0, 2), "25");
    expect(heard).to.deep.equal([
      [0, "amount", 2],
      [0, "amount", 25],
    ]);
    type(cell(table, 0, 2), "000");
    await table.updateComplete;
    expect(cell(table, 0, 2).value).to.equal("25000");
    leave(cell(table, 0, 2));
    await table.updateComplete;
    expect(cell(table, 0, 2).value).to.equal("25.000");
    expect(table.rows[0]?.["amount"]).to.equal(25_000);
  });

  it("keeps text that it cannot read in its row while other rows come and go", async () => {
    const table = await make();
    cell(table, 1, 2).select();
    type(cell(table, 1, 2), "abc");
    leave(cell(table, 1, 2));
    button(table, "Chép dòng 1")?.click();
    await table.updateComplete;
    expect(cell(table, 2, 2).value).to.equal("abc");
    expect(table.problems.map(({ row, column }) => [row, column])).to.deep.equal([[2, "amount"]]);
    expect(table.validity.badInput).to.equal(true);
    expect(textOf(table)).to.contain("phải là số tiền");
  });

  it("adds a row by Enter at the end of a filled one, and none after a blank one", async () => {
    const table = await make();
    cell(table, 1, 2).focus();
    press(cell(table, 1, 2), "Enter");
    await until(() => table.rows.length === 3 && active(table) === "2/2", "the new row");
    press(cell(table, 2, 2), "Enter");
    await table.updateComplete;
    expect(table.rows).to.have.length(3);
  });

  it("adds, copies and removes rows by keys, and takes a removal back", async () => {
    const table = await make();
    press(cell(table, 0, 0), "Insert", { altKey: true, shiftKey: true });
    await table.updateComplete;
    expect(table.rows.map((row) => row["text"])).to.deep.equal(["Điện", "Điện", "Nước"]);
    press(cell(table, 1, 0), "Delete", { altKey: true });
    await table.updateComplete;
    press(cell(table, 0, 0), "Delete", { altKey: true });
    await table.updateComplete;
    expect(table.rows.map((row) => row["text"])).to.deep.equal(["Nước"]);
    expect(textOf(table)).to.contain("Đã xóa dòng 1.");
    button(table, "Hoàn tác")?.click();
    await table.updateComplete;
    expect(table.rows.map((row) => row["text"])).to.deep.equal(["Điện", "Nước"]);
  });

  it("keeps the last row that must stay, and stops at the most that fit, saying so", async () => {
    const table = await make([{}]);
    button(table, "Xóa dòng 1")?.click();
    await table.updateComplete;
    expect(table.rows).to.have.length(1);
    expect(table.shadowRoot?.querySelector('[role="status"]')?.textContent).to.contain("Cần ít nhất 1 dòng");
    for (let n = 0; n < 6; n++) {
      button(table, "Thêm dòng")?.click();
      await table.updateComplete;
    }
    expect(table.rows).to.have.length(5);
    expect(table.shadowRoot?.querySelector('[role="status"]')?.textContent).to.contain("Không thể có quá 5 dòng");
  });

  it("given a cell whose list of codes was open, when the table is locked, then nothing of the list is left on it", async () => {
    const table = await make();
    cell(table, 1, 1).focus();
    press(cell(table, 1, 1), "ArrowDown", { altKey: true });
    await until(() => cell(table, 1, 1).getAttribute("aria-expanded") === "true", "the list");
    table.readOnly = true;
    await table.updateComplete;
    expect(cell(table, 1, 1).hasAttribute("aria-expanded")).to.equal(false);
    await expectAccessible(table);
  });

  it("finds codes by name in a cell", async () => {
    const table = await make([{}]);
    type(cell(table, 0, 1), "nuoc");
    await table.updateComplete;
    press(cell(table, 0, 1), "ArrowDown");
    await table.updateComplete;
    press(cell(table, 0, 1), "Enter");
    await table.updateComplete;
    expect(table.rows[0]?.["code"]).to.equal("6502");
    expect(cell(table, 0, 1).value).to.equal("6502");
    expect(textOf(table)).to.contain("Tiền nước");
  });

  it("shows a paste before it happens: what is replaced, added, unreadable and too much; Undo brings all back", async () => {
    const table = await make();
    const lines = ["Giấy\t6501\t50.000", "Mực\t6502\tkhông rõ", "Bút\t6501\t7.000\tthừa", "A\t6501\t1", "B\t6501\t2"].join("\n");
    expect(paste(cell(table, 1, 0), lines)).to.equal(false);
    const dialog = await until(() => table.shadowRoot?.querySelector("dialog"), "the preview");
    await until(() => button(table, "Dán 4 dòng"), "the lines read");
    expect(textOf(dialog))
      .to.contain("1 dòng sẽ bị ghi đè")
      .and.to.contain("3 dòng sẽ được thêm")
      .and.to.contain("1 ô không đọc được")
      .and.to.contain("1 dòng không đủ chỗ")
      .and.to.contain("1 cột không có trong bảng");
    expect(table.rows).to.deep.equal(rows);
    await until(() => dialog.open, "the dialog open");
    await expectAccessible(table);
    button(table, "Dán 4 dòng")?.click();
    await table.updateComplete;
    expect(table.rows.map((row) => row["amount"])).to.deep.equal([1_000_000, 50_000, undefined, 7_000, 1]);
    expect(cell(table, 2, 2).value).to.equal("không rõ");
    const list = await until(() => table.shadowRoot?.querySelector(".unreadable"), "the list of cells that cannot be read");
    expect(textOf(list)).to.contain("Dòng 3, Số tiền: “không rõ”");
    await until(() => table.shadowRoot?.activeElement?.id === "unreadable", "the focus at the list");
    await expectAccessible(table);
    list.querySelector("button")?.click();
    expect(active(table)).to.equal("2/2");
    button(table, "Hoàn tác")?.click();
    await table.updateComplete;
    expect(table.rows).to.deep.equal(rows);
  });

  it("leaves a word pasted into a cell to the browser", async () => {
    const table = await make();
    expect(paste(cell(table, 0, 0), "một dòng chữ")).to.equal(true);
  });

  it("writes nothing into a cell that a person or an input method is in, while the page gives rows back", async () => {
    const table = await make();
    table.addEventListener("fisc-cell-change", () => (table.rows = [...table.rows]));
    const input = cell(table, 0, 2);
    input.focus();
    input.select();
    type(input, "1.0");
    await table.updateComplete;
    expect(input.value).to.equal("1.0");
    type(input, "00");
    await table.updateComplete;
    expect(input.value).to.equal("1.000");
  });

  it("becomes cards on a narrow screen, without a scroll bar, and stays a table to assistive technology", async () => {
    const table = await make();
    table.style.width = "288px";
    const scroll = table.shadowRoot?.querySelector(".scroll") as HTMLElement;
    expect(scroll.scrollWidth).to.be.at.most(scroll.clientWidth);
    const box = cell(table, 0, 0).closest("td") as HTMLElement;
    expect(box.dataset["label"]).to.contain("Nội dung");
    expect(getComputedStyle(box, "::before").display).to.equal("block");
    await expectAccessible(table);
  });

  it("has no finding of axe, with faults and warnings", async () => {
    const table = await make();
    table.errors = new Map([["0.code", "Mã này không có trong danh mục."]]);
    table.warnings = new Map([["1.amount", "Số tiền này đã có ở hồ sơ khác."]]);
    await table.updateComplete;
    await expectAccessible(table);
  });
});
