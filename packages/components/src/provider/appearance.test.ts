import { expect } from "@open-wc/testing";
import { html, render, type TemplateResult } from "lit";
import "./define.ts";
import "../line-table/define.ts";
import "../notice/define.ts";
import "../text-field/define.ts";
import { loadLocale } from "../foundation/localize.ts";
import type { LineColumn } from "../line-table/columns.ts";
import type { LineTable } from "../line-table/line-table.ts";
import { expectAccessible } from "../testing/accessibility.ts";
import { loadTableCommands } from "../line-table/commands-on-demand.ts";
import { press } from "../testing/typing.ts";
import { until } from "../testing/stage.ts";

const columns: readonly LineColumn[] = ["a", "b"].map((path) => ({ path, label: path, type: "text", required: false, readOnly: false }));

describe("how a provider makes what stands below it look", () => {
  let host: HTMLElement;
  beforeEach(async () => {
    await Promise.all([loadLocale("en"), loadTableCommands()]);
    host = document.createElement("div");
    document.body.append(host);
  });
  afterEach(() => host.remove());

  const show = async (content: TemplateResult): Promise<HTMLElement> => {
    render(content, host);
    return until(() => host.querySelector<HTMLElement>("fisc-text-field")?.shadowRoot?.querySelector<HTMLElement>("#control"), "the field");
  };
  const height = (control: HTMLElement): number => control.getBoundingClientRect().height;

  it("given a density, then controls are lower or higher, their text is the same, and none becomes too low to hit", async () => {
    const field = html`<fisc-text-field label="Name" locale="en"></fisc-text-field>`;
    const normal = await show(html`<fisc-provider>${field}</fisc-provider>`);
    const [usual, size] = [height(normal), getComputedStyle(normal).fontSize];
    const provider = host.querySelector("fisc-provider") as HTMLElement;
    provider.setAttribute("density", "compact");
    const compact = height(normal);
    provider.setAttribute("density", "comfortable");
    const comfortable = height(normal);
    expect(compact).to.be.lessThan(usual);
    expect(comfortable).to.be.greaterThan(usual);
    expect(getComputedStyle(normal).fontSize).to.equal(size);
    provider.removeAttribute("density");
    provider.style.setProperty("--fisc-density", "0.1");
    expect(height(normal)).to.be.at.least(24);
  });

  it("given a colour scheme on the provider, then it decides for what stands below, whatever the page has", async () => {
    const control = await show(
      html`<fisc-provider color-scheme="dark"><fisc-text-field label="Name" locale="en"></fisc-text-field></fisc-provider>`,
    );
    const dark = getComputedStyle(control).color;
    host.querySelector("fisc-provider")?.setAttribute("color-scheme", "light");
    expect(getComputedStyle(control).color).to.not.equal(dark);
    expect(getComputedStyle(host.querySelector("fisc-provider") as HTMLElement).colorScheme).to.equal("light");
  });

  it("given a page from right to left, then arrows in a table go where they point, and everything can still be read", async () => {
    await show(
      html`<fisc-provider dir="rtl"
        ><fisc-notice kind="warning" heading="Heading">Words</fisc-notice
        ><fisc-text-field label="Name" locale="en" hint="A hint" warning="A doubt"></fisc-text-field
        ><fisc-line-table label="Lines" locale="en" .columns=${columns} .rows=${[{ a: "1", b: "2" }]}></fisc-line-table
      ></fisc-provider>`,
    );
    const table = host.querySelector<LineTable>("fisc-line-table") as LineTable;
    const cell = (column: number) => table.shadowRoot?.querySelector<HTMLInputElement>(`[data-row="0"][data-column="${column}"]`);
    const first = await until(() => cell(0), "the first cell");
    expect(first.getBoundingClientRect().left).to.be.greaterThan(cell(1)?.getBoundingClientRect().left ?? Infinity);
    first.focus();
    press(first, "ArrowLeft");
    expect(table.shadowRoot?.activeElement).to.equal(cell(1));
    press(cell(1) as HTMLInputElement, "ArrowRight");
    expect(table.shadowRoot?.activeElement).to.equal(first);
    await expectAccessible(host);
  });
});
