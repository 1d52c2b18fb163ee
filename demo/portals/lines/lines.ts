import type { JsonObject, PublishedProcedure, RuleContext } from "@fisc/core";
import { formatMoney } from "@fisc/core/money";
import { createFormEngine, rowsAt, type FormEngine } from "@fisc/core/rules";
import { keepLargeTables } from "@fisc/core/rules/large-tables";
import "@fisc/components/line-table/define";
import "@fisc/components/line-table/line-table-events";
import type { LineColumn } from "@fisc/components/line-table/columns";
import type { LineTable } from "@fisc/components/line-table/line-table";
import { loadLocale } from "@fisc/components/foundation/localize";
import { showPlainTable } from "./plain-table.ts";

const columns: readonly LineColumn[] = [
  { path: "number", label: "Number", type: "text", required: true, readOnly: false },
  { path: "code", label: "Kind", type: "text", required: true, readOnly: false },
  { path: "account", label: "Account", type: "text", required: false, readOnly: false },
  { path: "price", label: "Price", type: "money", required: true, readOnly: false },
  { path: "count", label: "Count", type: "number", required: false, readOnly: false },
];

let table: LineTable;
let engine: FormEngine;

/** Until what was asked for is on the screen. */
const painted = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

/** What a form does after each change: rows, faults and totals go to the table. */
function follow(): void {
  const errors = new Map<string, string>();
  for (const { at, message } of engine.violations())
    if (at.startsWith("lines[")) errors.set(at.slice("lines[".length).replace("].", "."), message);
  const total = engine.get("total");
  Object.assign(table, {
    rows: rowsAt(engine.data, "lines"),
    errors,
    totals: { price: typeof total === "number" ? formatMoney(total, { locale: "en", decimals: 0 }) : "" },
  });
}

/** What the measuring script asks of the page. Durations in milliseconds, from the first cause to the picture. */
const lines = {
  async show(procedure: PublishedProcedure, context: RuleContext, rows: readonly JsonObject[]): Promise<number> {
    await loadLocale("en");
    const started = performance.now();
    engine = createFormEngine({
      procedure,
      context,
      keepTables: keepLargeTables,
      data: { ...procedure.initial, number: "R-1", lines: rows },
    });
    table = document.createElement("fisc-line-table");
    Object.assign(table, { label: "Lines", locale: "en", columns, maxRows: 10_000, minRows: 0 });
    table.addEventListener("fisc-cell-change", ({ row, column, value }) => {
      engine.set(`lines[${row}].${column}`, value);
      follow();
    });
    table.addEventListener("fisc-rows-change", ({ rows: all }) => {
      engine.replaceRows("lines", all);
      follow();
    });
    follow();
    document.body.replaceChildren(table);
    await table.updateComplete;
    await painted();
    return performance.now() - started;
  },

  /** Goes to the price of a row, and is there once it is drawn. */
  async go(row: number): Promise<number> {
    const started = performance.now();
    table.focusCell(row, "price");
    await painted();
    return performance.now() - started;
  },

  /** Types into the cell with the focus, with all rules and totals. */
  async key(text: string): Promise<number> {
    const input = table.shadowRoot?.activeElement as HTMLInputElement;
    const before = lines.total();
    const started = performance.now();
    input.value = text;
    input.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
    await painted();
    const took = performance.now() - started;
    if (lines.total() === before) throw new Error("the total did not follow");
    return took;
  },

  async paste(text: string): Promise<{ readonly preview: number; readonly accept: number; readonly longest: number }> {
    table.focusCell(0, "number");
    await painted();
    const input = table.shadowRoot?.activeElement as HTMLInputElement;
    let longest = 0;
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
    });
    observer.observe({ entryTypes: ["longtask"] });
    const data = new DataTransfer();
    data.setData("text/plain", text);
    const before = lines.total();
    const started = performance.now();
    input.dispatchEvent(new ClipboardEvent("paste", { bubbles: true, cancelable: true, composed: true, clipboardData: data }));
    const ready = (): HTMLButtonElement | null | undefined =>
      table.shadowRoot?.querySelector<HTMLButtonElement>('dialog.paste button.primary[aria-disabled="false"]');
    while (!ready()) await painted();
    const preview = performance.now() - started;
    const again = performance.now();
    ready()?.click();
    const busy = (): boolean => table.shadowRoot?.querySelector("table")?.getAttribute("aria-busy") === "true";
    do await painted();
    while (busy());
    const accept = performance.now() - again;
    if (lines.total() === before) throw new Error("the paste did not arrive");
    // Long tasks are told a little later.
    await new Promise((resolve) => setTimeout(resolve, 500));
    observer.disconnect();
    return { preview, accept, longest };
  },

  nodes: (): number => table.shadowRoot?.querySelectorAll("*").length ?? 0,
  total: (): string => table.totals["price"] ?? "",

  async plain(rows: readonly JsonObject[]): Promise<number> {
    const started = performance.now();
    await showPlainTable(columns, rows);
    await painted();
    return performance.now() - started;
  },

  async plainEdit(row: number, text: string): Promise<number> {
    const input = document.querySelectorAll<HTMLInputElement>('plain-table input[name="price"]')[row];
    if (!input) throw new Error("no such row");
    const started = performance.now();
    input.value = text;
    input.dispatchEvent(new InputEvent("input", { bubbles: true }));
    await painted();
    return performance.now() - started;
  },
};

Object.assign(globalThis, { lines });
