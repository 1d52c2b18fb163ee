import { formatMoney } from "@fisc/core/money";
import { createFormEngine, rowsAt } from "@fisc/core/rules";
import { keepLargeTables } from "@fisc/core/rules/large-tables";
import "@fisc/components/line-table/define";
import { loadLocale } from "@fisc/components/foundation/localize";
import { showPlainTable } from "./plain-table.js";
const columns = [
  { path: "number", label: "Number", type: "text", required: true, readOnly: false },
  { path: "code", label: "Kind", type: "text", required: true, readOnly: false },
  { path: "account", label: "Account", type: "text", required: false, readOnly: false },
  { path: "price", label: "Price", type: "money", required: true, readOnly: false },
  { path: "count", label: "Count", type: "number", required: false, readOnly: false },
];
let table;
let engine;
/** Until what was asked for is on the screen. */
const painted = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
/** What a form does after each change: rows, faults and totals go to the table. */
function follow() {
  const errors = new Map();
  for (const { at, message } of engine.violations())
    if (at.startsWith("lines[")) errors.set(at.slice("lines[".length).replace("].", "."), message);
  const total = engine.get("total");
  Object.assign(table, {
    rows: rowsAt(engine.data, "lines"),
    errors,
    totals: { price: typeof total === "number" ? formatMoney(total, { locale: "en", decimals: 0 }) : "" },
  });
}
const lines = {
  async show(procedure, context, rows) {
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
  async edit(row, text) {
    table.focusCell(row, "price");
    await painted();
    const input = table.shadowRoot?.activeElement;
    const before = lines.total();
    const started = performance.now();
    input.value = text;
    input.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
    await painted();
    const took = performance.now() - started;
    if (lines.total() === before) throw new Error("the total did not follow");
    return took;
  },
  async paste(text) {
    table.focusCell(0, "number");
    await painted();
    const input = table.shadowRoot?.activeElement;
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
    const ready = () => table.shadowRoot?.querySelector('dialog.paste button.primary[aria-disabled="false"]');
    while (!ready()) await painted();
    const preview = performance.now() - started;
    const again = performance.now();
    ready()?.click();
    await table.updateComplete;
    await painted();
    const accept = performance.now() - again;
    if (lines.total() === before) throw new Error("the paste did not arrive");
    // Long tasks are told a little later.
    await new Promise((resolve) => setTimeout(resolve, 500));
    observer.disconnect();
    return { preview, accept, longest };
  },
  nodes: () => table.shadowRoot?.querySelectorAll("*").length ?? 0,
  total: () => table.totals["price"] ?? "",
  async plain(rows) {
    const started = performance.now();
    await showPlainTable(columns, rows);
    await painted();
    return performance.now() - started;
  },
  async plainEdit(row, text) {
    const input = document.querySelectorAll('plain-table input[name="price"]')[row];
    if (!input) throw new Error("no such row");
    const started = performance.now();
    input.value = text;
    input.dispatchEvent(new InputEvent("input", { bubbles: true }));
    await painted();
    return performance.now() - started;
  },
};
Object.assign(globalThis, { lines });
//# sourceMappingURL=lines.js.map
