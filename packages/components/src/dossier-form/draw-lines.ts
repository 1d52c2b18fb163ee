import { html, type TemplateResult } from "lit";
import type { ExpressionNode, JsonObject, LineTableField, ValueField } from "@fisc/core";
import { formatMoney } from "@fisc/core/money";
import { rowsAt, valueAt, type FormEngine } from "@fisc/core/rules";
import type { LineColumn } from "../line-table/columns.ts";

import { violationText } from "./form-faults.ts";
import { CellNotes } from "./cell-notes.ts";
import { manyRows } from "./long-tables.ts";
import { choicesOf, notesAt, type FieldView } from "./field-view.ts";

const noRow: JsonObject = {};

export function drawLines(field: LineTableField<ExpressionNode>, view: FieldView): TemplateResult {
  const { session, localize } = view;
  const { engine, procedure } = session;
  const table = field.path;
  const rows = rowsAt(engine.data, table) as readonly JsonObject[];
  const errors = new CellNotes((violation) => violationText(violation, procedure, localize));
  const warnings = new CellNotes((violation) => violationText(violation, procedure, localize));
  const cellAt = (at: string): string => at.slice(table.length + 1).replace("].", ".");
  for (const violation of view.shown) {
    if (violation.at.startsWith(`${table}[`)) (violation.severity === "error" ? errors : warnings).add(cellAt(violation.at), violation);
  }
  for (const fix of session.fixes) {
    if (fix.at?.startsWith(`${table}[`)) warnings.add(cellAt(fix.at), `${localize.text("form.fix")} ${fix.text}`);
  }
  const totals = Object.fromEntries(
    Object.entries(field.totals ?? {}).map(([column, path]) => {
      const total = engine.get(path);
      return [
        column,
        typeof total === "number" ? formatMoney(total, { locale: localize.locale, decimals: procedure.currency.decimals }) : "",
      ];
    }),
  );
  const sample = valueAt(procedure.initial, `${table}[0]`);
  const notes = notesAt(view, table);
  return html`<fisc-line-table
    class="field whole"
    data-path=${table}
    .label=${procedure.labels[`field.${table}`] ?? table}
    .locale=${localize.locale}
    .columns=${columnsOf(field, rows.length, view)}
    .rows=${rows}
    .blankRow=${(sample ?? noRow) as JsonObject}
    .minRows=${field.minRows}
    .maxRows=${field.maxRows}
    ?files=${field.maxRows > manyRows}
    .decimals=${procedure.currency.decimals}
    .totals=${totals}
    .errors=${errors}
    .warnings=${warnings}
    .error=${[notes.error, notes.fix].filter(Boolean).join(" ")}
    ?readonly=${view.locked}
    @fisc-cell-change=${(event: HTMLElementEventMap["fisc-cell-change"]) => session.set(`${table}[${event.row}].${event.column}`, event.value)}
    @fisc-rows-change=${(event: HTMLElementEventMap["fisc-rows-change"]) => session.setRows(table, event.rows)}
    @fisc-cell-left=${(event: HTMLElementEventMap["fisc-cell-left"]) => session.faults.touch(`${table}[${event.row}].${event.column}`)}
  ></fisc-line-table>`;
}

/** How a cell is typed in; every other kind is text. */
const cellTypes: Readonly<Partial<Record<ValueField<ExpressionNode>["type"], LineColumn["type"]>>> = {
  number: "number",
  money: "money",
  date: "date",
  code: "code",
  account: "code",
  choice: "choice",
  words: "output",
};

const columnMemory = new WeakMap<FormEngine, Map<string, { readonly key: string; readonly columns: readonly LineColumn[] }>>();

/** The same array while nothing in it changes: rows are then not drawn anew. A column that no row shows is left out. */
function columnsOf(field: LineTableField<ExpressionNode>, rows: number, view: FieldView): readonly LineColumn[] {
  const { engine, procedure } = view.session;
  const shown = field.columns.filter((column) => !column.visible || engine.visibleInAnyRow(`${field.path}[].${column.path}`));
  const facts = shown.map((column) => ({ column, required: rows > 0 && engine.required(`${field.path}[0].${column.path}`) }));
  const key = JSON.stringify([view.localize.locale, facts.map(({ column, required }) => [column.path, required])]);
  const memory = columnMemory.get(engine) ?? new Map<string, { readonly key: string; readonly columns: readonly LineColumn[] }>();
  columnMemory.set(engine, memory);
  const known = memory.get(field.path);
  if (known?.key === key) return known.columns;
  const columns = facts.map(({ column, required }): LineColumn => {
    const pattern = `${field.path}[].${column.path}`;
    const codes = view.lists.of(column);
    const hint = procedure.labels[`field.${pattern}.hint`];
    return {
      path: column.path,
      label: procedure.labels[`field.${pattern}`] ?? column.path,
      type: cellTypes[column.type] ?? "text",
      required,
      readOnly: Boolean(column.readOnly) || procedure.computed.some(({ path }) => path === pattern),
      ...(hint ? { hint } : {}),
      ...(column.options ? { choices: choicesOf(column, pattern, view) } : {}),
      ...(codes ? { codes } : {}),
      ...(column.length ? { length: column.length } : {}),
    };
  });
  memory.set(field.path, { key, columns });
  return columns;
}
