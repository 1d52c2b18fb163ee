import { expect, fixture, html } from "@open-wc/testing";
import type { JsonObject } from "@fisc/core";
import { loadLocale } from "../foundation/localize.ts";
import { press, type } from "../testing/typing.ts";
import { loadTableCommands } from "./commands-on-demand.ts";
import { keyboardMap } from "./table-keyboard.ts";
import type { LineColumn } from "./columns.ts";
import "./define.ts";
import type { LineTable } from "./line-table.ts";

const columns: readonly LineColumn[] = ["a", "b", "c"].map((path) => ({
  path,
  label: path,
  type: "text",
  required: false,
  readOnly: path === "c",
}));
const letters = (count: number): readonly JsonObject[] => Array.from({ length: count }, (_, n) => ({ a: `a${n}`, b: `b${n}`, c: `c${n}` }));
const make = (rows = letters(4)): Promise<LineTable> =>
  fixture<LineTable>(html`<fisc-line-table label="Lines" locale="en" .columns=${columns} .rows=${rows}></fisc-line-table>`);
const focused = (table: LineTable): HTMLInputElement => table.shadowRoot?.activeElement as HTMLInputElement;
const place = (table: LineTable): string => `${focused(table).dataset["row"]}/${focused(table).dataset["column"]}`;
const chosen = (table: LineTable): number => table.shadowRoot?.querySelectorAll('[aria-selected="true"]').length ?? 0;
const column = (table: LineTable, path: string): unknown[] => table.rows.map((row) => row[path]);
const said = (table: LineTable): string => table.shadowRoot?.querySelector('[role="status"]')?.textContent ?? "";

/** Presses a key as the map writes it: `Ctrl+Shift+End`. Gives whether the browser was left to it. */
function strike(table: LineTable, key: string): boolean {
  const parts = key.split("+");
  return press(focused(table), parts.at(-1) ?? "", {
    ctrlKey: parts.includes("Ctrl"),
    shiftKey: parts.includes("Shift"),
    altKey: parts.includes("Alt"),
  });
}

/** The map as stories: from a cell, these keys, to that cell, with so many cells chosen. */
const moves: readonly (readonly [from: string, keys: string, to: string, chosen?: number])[] = [
  ["1/1", "ArrowDown", "2/1"],
  ["1/1", "ArrowUp", "0/1"],
  ["1/1", "ArrowRight", "1/2"],
  ["1/1", "ArrowLeft", "1/0"],
  ["0/0", "ArrowUp", "0/0"],
  ["3/2", "ArrowRight", "3/2"],
  ["1/1", "Ctrl+ArrowDown", "2/1"],
  ["1/1", "Ctrl+ArrowUp", "0/1"],
  ["1/1", "Ctrl+ArrowRight", "1/2"],
  ["1/1", "Ctrl+ArrowLeft", "1/0"],
  ["1/1", "Home", "1/0"],
  ["1/1", "End", "1/2"],
  ["1/1", "Ctrl+Home", "0/0"],
  ["1/1", "Ctrl+End", "3/2"],
  ["0/1", "PageDown", "3/1"],
  ["3/1", "PageUp", "0/1"],
  ["1/2", "Tab", "2/0"],
  ["1/0", "Shift+Tab", "0/2"],
  ["1/1", "Enter", "2/1"],
  ["1/1", "Shift+Enter", "0/1"],
  ["1/1", "Shift+ArrowDown", "2/1", 2],
  ["1/1", "Shift+ArrowUp", "0/1", 2],
  ["1/1", "Shift+ArrowRight Shift+ArrowDown", "2/2", 4],
  ["1/1", "Shift+ArrowLeft", "1/0", 2],
  ["1/1", "Shift+Home", "1/0", 2],
  ["1/1", "Shift+End", "1/2", 2],
  ["1/1", "Ctrl+Shift+Home", "0/0", 4],
  ["1/1", "Ctrl+Shift+End", "3/2", 6],
  ["0/0", "Shift+PageDown", "3/0", 4],
  ["3/0", "Shift+PageUp", "0/0", 4],
  ["1/1", "Ctrl+A", "1/1", 12],
  ["1/1", "Shift+ArrowDown Escape", "2/1", 0],
  ["1/1", "Shift+ArrowDown ArrowDown", "3/1", 0],
];

/** What keys do to the rows: from a cell, these keys, then what stands in column a, or what is said. */
const deeds: readonly (readonly [from: string, keys: string, column: readonly unknown[]])[] = [
  ["1/0", "Ctrl+D", ["a0", "a0", "a2", "a3"]],
  ["1/0", "Shift+ArrowDown Shift+ArrowDown Ctrl+D", ["a0", "a1", "a1", "a1"]],
  ["1/0", "Delete", ["a0", undefined, "a2", "a3"]],
  ["1/0", "Shift+ArrowDown Delete", ["a0", undefined, undefined, "a3"]],
  ["1/0", "Shift+ArrowDown Delete Ctrl+Z", ["a0", "a1", "a2", "a3"]],
  ["1/0", "Delete Ctrl+Z Ctrl+Y", ["a0", undefined, "a2", "a3"]],
  ["1/0", "Delete Ctrl+Z Ctrl+Shift+Z", ["a0", undefined, "a2", "a3"]],
  ["1/0", "Alt+Insert", ["a0", "a1", undefined, "a2", "a3"]],
  ["1/0", "Alt+Shift+Insert", ["a0", "a1", "a1", "a2", "a3"]],
  ["1/0", "Alt+Delete", ["a0", "a2", "a3"]],
  ["1/0", "Shift+ArrowDown Alt+Delete", ["a0", "a3"]],
  ["1/0", "Shift+ArrowDown Alt+Delete Ctrl+Z", ["a0", "a1", "a2", "a3"]],
];

const other = ["F2", "Escape", "Ctrl+/"];

describe("keyboard of the line table", () => {
  before(() => Promise.all([loadLocale("en"), loadTableCommands()]));

  it("has a story for every key of the map", () => {
    const told = new Set([...moves, ...deeds].flatMap(([, keys]) => keys.split(" ")));
    expect(keyboardMap.map(([key]) => key).filter((key) => !told.has(key) && !other.includes(key))).to.deep.equal([]);
  });

  for (const [from, keys, to, count = 0] of moves) {
    it(`given the cell ${from}, when ${keys} is pressed, then the focus is in ${to}${count ? ` and ${count} cells are chosen` : ""}`, async () => {
      const table = await make();
      const [row, at] = from.split("/").map(Number);
      table.go(row ?? 0, at ?? 0);
      for (const key of keys.split(" ")) expect(strike(table, key)).to.equal(false);
      await table.updateComplete;
      expect(place(table)).to.equal(to);
      expect(chosen(table)).to.equal(count);
    });
  }

  for (const [from, keys, left] of deeds) {
    it(`given the cell ${from}, when ${keys} is pressed, then column a holds ${left.map((text) => text ?? "–").join(" ")}`, async () => {
      const table = await make();
      const [row, at] = from.split("/").map(Number);
      table.go(row ?? 0, at ?? 0);
      for (const key of keys.split(" ")) {
        strike(table, key);
        await table.updateComplete;
        await table.updateComplete;
      }
      expect(column(table, "a")).to.deep.equal(left);
    });
  }

  it("given cells that nobody may fill in, when they are emptied or filled down, then they stay", async () => {
    const table = await make();
    table.go(0, 0);
    strike(table, "Ctrl+A");
    strike(table, "Ctrl+D");
    expect(column(table, "a")).to.deep.equal(["a0", "a0", "a0", "a0"]);
    expect(column(table, "c")).to.deep.equal(["c0", "c1", "c2", "c3"]);
  });

  it("given a cell, when it is typed in, then the arrows go on to the next one; after F2 they stay in the text", async () => {
    const table = await make();
    table.go(1, 0);
    type(focused(table), "x");
    expect(table.rows[1]?.["a"]).to.equal("x");
    strike(table, "ArrowRight");
    expect(place(table)).to.equal("1/1");
    strike(table, "F2");
    expect(strike(table, "ArrowLeft")).to.equal(true);
    expect(strike(table, "Home")).to.equal(true);
    expect(strike(table, "Ctrl+Z")).to.equal(true);
    expect(place(table)).to.equal("1/1");
  });

  it("given text typed over a cell, when Escape is pressed, then the cell is as it was, and Ctrl+Y brings the text again", async () => {
    const table = await make();
    table.go(1, 0);
    type(focused(table), "xyz");
    await table.updateComplete;
    strike(table, "Escape");
    await table.updateComplete;
    expect(table.rows[1]?.["a"]).to.equal("a1");
    expect(focused(table).value).to.equal("a1");
    strike(table, "Ctrl+Y");
    expect(table.rows[1]?.["a"]).to.equal("xyz");
  });

  it("given a word typed in two cells, when Ctrl+Z is pressed twice, then each cell is taken back as a whole", async () => {
    const table = await make();
    table.go(0, 0);
    type(focused(table), "one");
    strike(table, "Tab");
    type(focused(table), "two");
    strike(table, "Enter");
    strike(table, "Ctrl+Z");
    expect([table.rows[0]?.["a"], table.rows[0]?.["b"]]).to.deep.equal(["one", "b0"]);
    strike(table, "Ctrl+Z");
    expect([table.rows[0]?.["a"], table.rows[0]?.["b"]]).to.deep.equal(["a0", "b0"]);
  });

  it("given rows that somebody else changed since, when Ctrl+Z is pressed, then their change stays, and it is said", async () => {
    const table = await make();
    table.go(1, 0);
    strike(table, "Delete");
    table.rows = table.rows.with(1, { a: "theirs", b: "theirs" });
    await table.updateComplete;
    strike(table, "Ctrl+Z");
    await table.updateComplete;
    expect(table.rows[1]?.["a"]).to.equal("theirs");
    expect(said(table)).to.contain("Nothing was undone");
  });

  it("given the last cell, or Escape before, when Tab is pressed, then it is left to the browser: the table is no trap", async () => {
    const table = await make();
    table.go(3, 2);
    expect(strike(table, "Tab")).to.equal(true);
    table.go(0, 0);
    expect(strike(table, "Shift+Tab")).to.equal(true);
    table.go(1, 1);
    expect(strike(table, "Escape")).to.equal(false);
    await table.updateComplete;
    expect(said(table)).to.contain("Tab now leaves");
    expect(strike(table, "Tab")).to.equal(true);
    strike(table, "ArrowDown");
    expect(strike(table, "Tab")).to.equal(false);
  });

  it("given a cell, when Ctrl+/ is pressed, then the map is open and has the focus", async () => {
    const table = await make();
    table.go(1, 1);
    strike(table, "Ctrl+/");
    expect(focused(table).localName).to.equal("summary");
    expect(table.shadowRoot?.querySelector("details")?.open).to.equal(true);
  });

  it("given an input method at work, or a key that writes, then the table takes no key", async () => {
    const table = await make();
    table.go(1, 1);
    expect(press(focused(table), "Enter", { isComposing: true })).to.equal(true);
    for (const key of ["a", "đ", "?", "Backspace", " ", "Process", "Unidentified"]) expect(press(focused(table), key)).to.equal(true);
    expect(place(table)).to.equal("1/1");
  });

  it("given a locked table, then its cells can be gone over and copied, and nothing else", async () => {
    const table = await make();
    table.readOnly = true;
    await table.updateComplete;
    table.go(1, 0);
    for (const key of ["Delete", "Ctrl+D", "Alt+Delete", "Alt+Insert", "Ctrl+Z"]) strike(table, key);
    expect(column(table, "a")).to.deep.equal(["a0", "a1", "a2", "a3"]);
    strike(table, "ArrowDown");
    expect(place(table)).to.equal("2/0");
  });

  it("tells where the person is: one stop for Tab, numbers of rows and columns, chosen cells said", async () => {
    const table = await make();
    table.go(2, 1);
    await table.updateComplete;
    const grid = table.shadowRoot?.querySelector('[role="grid"]');
    expect([grid?.getAttribute("aria-rowcount"), grid?.getAttribute("aria-colcount")]).to.deep.equal(["5", "5"]);
    expect(table.shadowRoot?.querySelectorAll('table [tabindex="0"]')).to.have.length(1);
    expect(focused(table).tabIndex).to.equal(0);
    expect(focused(table).closest("tr")?.getAttribute("aria-rowindex")).to.equal("4");
    expect(focused(table).closest("td")?.getAttribute("aria-colindex")).to.equal("3");
    strike(table, "Shift+ArrowDown");
    await table.updateComplete;
    expect(said(table)).to.contain("2 lines (3 to 4) and 1 column chosen");
  });
});
