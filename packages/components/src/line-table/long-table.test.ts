import { expect, fixture, html } from "@open-wc/testing";
import type { JsonObject } from "@fisc/core";
import { loadLocale } from "../foundation/localize.ts";
import { expectAccessible } from "../testing/accessibility.ts";
import { until } from "../testing/stage.ts";
import { press, type } from "../testing/typing.ts";
import type { LineColumn } from "./columns.ts";
import { loadTableCommands } from "./commands-on-demand.ts";
import "./define.ts";
import type { LineTable } from "./line-table.ts";
import { loadRowWindow } from "./rows-in-sight.ts";

const columns: readonly LineColumn[] = [
  { path: "text", label: "Text", type: "text", required: true, readOnly: false },
  { path: "amount", label: "Amount", type: "money", required: true, readOnly: false },
];
const many = (count: number): readonly JsonObject[] => Array.from({ length: count }, (_, n) => ({ text: `line ${n}`, amount: n }));
const make = (count = 10_000): Promise<LineTable> =>
  fixture<LineTable>(
    html`<fisc-line-table
      label="Register"
      locale="en"
      max-rows="20000"
      .columns=${columns}
      .rows=${many(count)}
      .totals=${{ amount: "49,995,000" }}
    ></fisc-line-table>`,
  );
const root = (table: LineTable): ShadowRoot => table.shadowRoot as ShadowRoot;
const region = (table: LineTable): HTMLElement => root(table).querySelector(".scroll") as HTMLElement;
const focused = (table: LineTable): HTMLInputElement => root(table).activeElement as HTMLInputElement;
const drawn = (table: LineTable): number[] =>
  [...root(table).querySelectorAll("tr[data-index]")].map((row) => Number((row as HTMLElement).dataset["index"]));
const busy = (table: LineTable): boolean => root(table).querySelector("table")?.getAttribute("aria-busy") === "true";
const inSight = (table: LineTable, element: Element): boolean => {
  const box = element.getBoundingClientRect();
  const head = root(table).querySelector("thead")?.getBoundingClientRect();
  const foot = root(table).querySelector("tfoot")?.getBoundingClientRect();
  return box.top >= (head?.bottom ?? 0) - 1 && box.bottom <= (foot?.top ?? innerHeight) + 1;
};

describe("line table of ten thousand lines", () => {
  before(() => Promise.all([loadLocale("en"), loadRowWindow(), loadTableCommands()]));

  it("draws the rows in sight and tells how many there are", async () => {
    const table = await make();
    expect(root(table).querySelectorAll("*").length).to.be.lessThan(1_500);
    expect(root(table).querySelector("table")?.getAttribute("aria-rowcount")).to.equal("10002");
    expect(drawn(table)[0]).to.equal(0);
    expect(region(table).scrollHeight).to.be.greaterThan(10_000 * 20);
  });

  it("given a fault in row 8,412, when its link is followed, then the focus is in the cell, in sight between headings and totals", async () => {
    const table = await make();
    expect(table.focusCell(8_411, "amount")).to.equal(true);
    expect([focused(table).dataset["row"], focused(table).value]).to.deep.equal(["8411", "8,411"]);
    await until(() => inSight(table, focused(table)), "the cell in sight");
    const names = focused(table)
      .getAttribute("aria-labelledby")
      ?.split(" ")
      .map((id) => root(table).getElementById(id)?.textContent?.trim() ?? "");
    expect(names?.join(" ")).to.contain("Amount").and.to.contain("Line 8,412");
    expect(root(table).querySelectorAll("*").length).to.be.lessThan(1_500);
  });

  it("given a cell with the focus, when the table is scrolled far away, then it keeps the focus and what was typed", async () => {
    const table = await make();
    table.focusCell(3, "text");
    type(focused(table), "half a wo");
    // A browser brings the caret into sight a moment after it was typed at; a person scrolls later than that.
    await new Promise((resolve) => setTimeout(resolve, 200));
    region(table).scrollTop = 200_000;
    await until(() => (drawn(table).at(-1) ?? 0) > 1_000, "the rows below");
    expect([focused(table).dataset["row"], focused(table).value]).to.deep.equal(["3", "half a wo"]);
    type(focused(table), "rd");
    expect(table.rows[3]?.["text"]).to.equal("half a word");
    region(table).scrollTop = 0;
    await until(() => drawn(table).includes(5), "the rows above");
    expect(focused(table).value).to.equal("half a word");
  });

  it("goes from end to end and by pages, and every row on the way is drawn", async () => {
    const table = await make();
    table.focusCell(0, "text");
    press(focused(table), "End", { ctrlKey: true });
    expect(focused(table).dataset["row"]).to.equal("9999");
    await until(() => inSight(table, focused(table)), "the last row in sight");
    press(focused(table), "PageUp");
    const before = Number(focused(table).dataset["row"]);
    expect(before).to.be.within(9_950, 9_998);
    press(focused(table), "Home", { ctrlKey: true });
    expect(focused(table).dataset["row"]).to.equal("0");
    for (let n = 1; n < 60; n += 1) {
      press(focused(table), "ArrowDown");
      expect(focused(table).dataset["row"]).to.equal(String(n));
    }
  });

  it("fills a column down through all rows in one step, and takes it back", async () => {
    const table = await make();
    table.focusCell(0, "text");
    press(focused(table), "End", { ctrlKey: true, shiftKey: true });
    press(focused(table), "d", { ctrlKey: true });
    await until(() => table.rows[9_999]?.["text"] === "line 0" && !busy(table), "the last row filled", 15_000);
    expect(new Set(table.rows.map((row) => row["text"]))).to.deep.equal(new Set(["line 0"]));
    press(focused(table), "z", { ctrlKey: true });
    await until(() => table.rows[9_999]?.["text"] === "line 9999" && !busy(table), "the last row as it was", 15_000);
    expect(table.rows).to.deep.equal(many(10_000));
    expect(region(table).querySelector("table")?.getAttribute("aria-rowcount")).to.equal("10002");
  });

  it("given rows of unlike heights, when row after row comes into sight, then none is left out and none jumps", async () => {
    const table = await make(300);
    table.errors = new Map(
      many(300).map((_row, n) => [
        `${n}.text`,
        n % 3 === 0 ? "A fault that takes a line of its own, or two where the column is narrow." : "",
      ]),
    );
    await table.updateComplete;
    for (let top = 0; top < 3_000; top += 300) {
      region(table).scrollTop = top;
      await until(() => {
        const rows = [...root(table).querySelectorAll("tr[data-index]")].map((row) => row.getBoundingClientRect());
        const view = region(table).getBoundingClientRect();
        return rows.some(({ top: from }) => from <= view.top + 60) && rows.some(({ bottom }) => bottom >= view.bottom - 60);
      }, `rows around ${top}`);
      const rows = drawn(table);
      expect(rows.filter((row, index) => index > 1 && row !== (rows[index - 1] ?? 0) + 1)).to.deep.equal([]);
    }
  });

  it("gives its rows to the form's data, and says what makes it invalid", async () => {
    const form = await fixture<HTMLFormElement>(
      html`<form>
        <fieldset>
          <fisc-line-table name="lines" label="Lines" locale="en" .columns=${columns} .rows=${many(100)}></fisc-line-table>
        </fieldset>
      </form>`,
    );
    const table = form.querySelector("fisc-line-table") as LineTable;
    expect(JSON.parse(String(new FormData(form).get("lines")))).to.deep.equal(many(100));
    expect(form.checkValidity()).to.equal(true);
    table.focusCell(80, "amount");
    type(focused(table), "abc");
    await table.updateComplete;
    expect(form.checkValidity()).to.equal(false);
    expect(table.matches(":state(invalid)")).to.equal(true);
    form.reset();
    await table.updateComplete;
    expect(table.rows).to.deep.equal(many(100));
    expect(form.checkValidity()).to.equal(true);
    form.querySelector("fieldset")?.setAttribute("disabled", "");
    await table.updateComplete;
    expect(new FormData(form).has("lines")).to.equal(false);
    expect(root(table).querySelector("button.add")).to.equal(null);
  });

  for (const [shape, width] of [
    ["wide", "auto"],
    ["as cards", "300px"],
  ] as const) {
    it(`has no finding of axe, ${shape}`, async () => {
      const table = await make(100);
      table.style.inlineSize = width;
      await expectAccessible(table);
    });
  }
});
