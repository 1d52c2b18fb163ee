import { html, nothing, type TemplateResult } from "lit";
import { guard } from "lit/directives/guard.js";
import { repeat } from "lit/directives/repeat.js";
import type { CodeListEntry, JsonObject } from "@fisc/core";
import type { Localize } from "../foundation/localize.ts";
import { renderCell, type CellHandlers } from "./cell-control.ts";
import { holdsCell } from "./cell-range.ts";
import { cellValue, formatCell, type LineColumn, type Writing } from "./columns.ts";
import { drawRowActions } from "./draw-table.ts";
import type { Shown } from "./row-window.ts";
import type { TableCursor } from "./table-cursor.ts";
import type { TableEditing } from "./table-editing.ts";

export interface DrawnTable {
  readonly columns: readonly LineColumn[];
  readonly rows: readonly JsonObject[];
  readonly minRows: number;
  readonly locked: boolean;
  readonly writing: Writing;
  readonly errors: { get(at: string): string | undefined };
  readonly warnings: { get(at: string): string | undefined };
}

/** The rows of a table as they are seen. */
export class TableCells {
  readonly #table: DrawnTable;
  readonly #cursor: TableCursor;
  readonly #editing: TableEditing;
  readonly #localize: Localize;
  readonly #handlers: CellHandlers;

  constructor(table: DrawnTable, cursor: TableCursor, editing: TableEditing, localize: Localize, handlers: CellHandlers) {
    this.#table = table;
    this.#cursor = cursor;
    this.#editing = editing;
    this.#localize = localize;
    this.#handlers = handlers;
  }

  /** Rows keep their nodes while they are drawn, and are drawn anew only where one of their facts has changed. */
  drawn(shown: readonly Shown[]): unknown {
    return repeat(
      shown,
      (one) => ("gap" in one ? `gap ${this.#editing.key(one.before) ?? "end"}` : this.#editing.key(one.row)),
      (one) => {
        if ("gap" in one) return this.#gap(one.gap);
        const row = this.#table.rows[one.row] ?? {};
        return guard(this.#facts(row, one.row), () => this.#row(row, one.row));
      },
    );
  }

  /** Everything that the look of a row hangs on. */
  #facts(row: JsonObject, index: number): unknown[] {
    const { columns, errors, warnings, locked, rows, minRows } = this.#table;
    const { place, range, hasRange } = this.#cursor;
    const facts: unknown[] = [
      row,
      index,
      columns,
      locked,
      this.#localize.text("table.number"),
      this.#localize.locale,
      rows.length > minRows,
      place.row === index ? place.at : -1,
      hasRange && index >= range.top && index <= range.bottom ? `${range.left}-${range.right}` : "",
    ];
    for (const { path } of columns) {
      const at = `${index}.${path}`;
      facts.push(errors.get(at), warnings.get(at), this.#editing.typed(index, path));
    }
    return facts;
  }

  #row(row: JsonObject, index: number): TemplateResult {
    const { columns, locked, rows, minRows } = this.#table;
    return html`<tr role="row" part="row" aria-rowindex=${index + 2} data-index=${index}>
      <th role="rowheader" aria-colindex="1" scope="row" class="row-number" id="row-${index}">
        <span class="card-title">${this.#localize.text("table.row", { n: index + 1 })}</span
        ><span class="digits" aria-hidden="true">${index + 1}</span>
      </th>
      ${columns.map((column, at) => this.#cell(row, index, column, at))}
      ${locked ? nothing : drawRowActions(index, columns.length, rows.length > minRows, this.#editing, this.#localize)}
    </tr>`;
  }

  /** The room of rows that are not drawn. */
  #gap(height: number): TemplateResult {
    return html`<tr class="gap" role="presentation" aria-hidden="true" data-height=${height}>
      <td role="presentation" colspan=${this.#table.columns.length + 2}></td>
    </tr>`;
  }

  #cell(row: JsonObject, index: number, column: LineColumn, at: number): TemplateResult {
    const { errors, warnings, locked, writing } = this.#table;
    const { place, range, hasRange } = this.#cursor;
    const typed = this.#editing.typed(index, column.path);
    const value = cellValue(row, column.path);
    const problem = typed?.problem ? this.#localize.text(`problem.${typed.problem}`, { label: column.label }) : "";
    return renderCell(
      {
        column,
        at,
        row: index,
        text: typed?.text ?? formatCell(column, value, writing),
        error: problem || (errors.get(`${index}.${column.path}`) ?? ""),
        warning: warnings.get(`${index}.${column.path}`) ?? "",
        readOnly: locked || column.readOnly,
        codeName: codeName(column, value),
        current: place.row === index && place.at === at,
        chosen: hasRange && holdsCell(range, index, at),
      },
      this.#handlers,
      this.#localize,
    );
  }
}

function codeName({ type, codes }: LineColumn, value: unknown): string {
  if (type !== "code" || !Array.isArray(codes)) return "";
  return (codes as readonly CodeListEntry[]).find((entry) => entry.code === value)?.name ?? "";
}
