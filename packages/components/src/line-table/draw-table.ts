import { html, nothing, type TemplateResult } from "lit";
import { copyIcon, plusIcon, removeIcon } from "../foundation/icons.ts";
import type { Localize } from "../foundation/localize.ts";
import type { LineColumn } from "./columns.ts";
import type { TableEditing } from "./table-editing.ts";

/** The ways from and to files. */
export interface TableFiles {
  chooseFile(): Promise<void>;
  saveFile(kind: "xlsx" | "csv"): Promise<void>;
}

export function drawHead(columns: readonly LineColumn[], readOnly: boolean, localize: Localize): TemplateResult {
  return html`<thead role="rowgroup">
    <tr role="row" aria-rowindex="1">
      <th role="columnheader" aria-colindex="1" scope="col" class="row-number">${localize.text("table.number")}</th>
      ${columns.map(
        (column, at) =>
          html`<th role="columnheader" aria-colindex=${at + 2} scope="col" class=${column.type} id="column-${at}">
            ${column.label}${column.required && !readOnly ? html`<span class="required" aria-hidden="true"> *</span>` : nothing}
            ${column.hint ? html`<div class="hint">${column.hint}</div>` : nothing}
          </th>`,
      )}
      ${readOnly ? nothing : html`<th role="columnheader" aria-colindex=${columns.length + 2} scope="col" class="row-actions"><span class="visually-hidden">${localize.text("table.actions")}</span></th>`}
    </tr>
  </thead>`;
}

/** For the pointer and for touch; the keys of the map do the same, so Tab does not stop here. */
export function drawRowActions(
  index: number,
  columns: number,
  removable: boolean,
  editing: TableEditing,
  localize: Localize,
): TemplateResult {
  const duplicate = localize.text("table.duplicate", { n: index + 1 });
  const remove = localize.text("table.remove", { n: index + 1 });
  return html`<td role="gridcell" aria-colindex=${columns + 2} class="row-actions">
    <button
      type="button"
      tabindex="-1"
      class="icon-only"
      aria-label=${duplicate}
      title=${duplicate}
      @click=${() => editing.duplicate(index)}
    >
      ${copyIcon}
    </button>
    <button
      type="button"
      tabindex="-1"
      class="icon-only"
      aria-label=${remove}
      title=${remove}
      aria-disabled=${!removable}
      @click=${() => editing.remove(index)}
    >
      ${removeIcon}
    </button>
  </td>`;
}

export function drawTotals(
  columns: readonly LineColumn[],
  totals: Readonly<Record<string, string>>,
  rows: number,
  readOnly: boolean,
  localize: Localize,
): TemplateResult | typeof nothing {
  if (Object.keys(totals).length === 0) return nothing;
  return html`<tfoot role="rowgroup">
    <tr role="row" aria-rowindex=${rows + 2}>
      <th role="rowheader" aria-colindex="1" scope="row" class="row-number">
        <span class="total-label">${localize.text("table.total")}</span>
      </th>
      ${columns.map(
        (column, at) =>
          html`<td role="gridcell" aria-colindex=${at + 2} class=${column.type} data-label=${column.label}>
            ${totals[column.path] ?? ""}
          </td>`,
      )}
      ${readOnly ? nothing : html`<td role="gridcell" aria-colindex=${columns.length + 2}></td>`}
    </tr>
  </tfoot>`;
}

export function drawFoot(
  rows: number,
  maxRows: number,
  editing: TableEditing,
  files: TableFiles | undefined,
  localize: Localize,
): TemplateResult {
  const undo = editing.undoText;
  return html`<div class="foot">
    <button type="button" class="add" part="add" aria-disabled=${rows >= maxRows} @click=${() => editing.insert(rows)}>
      ${plusIcon} ${localize.text("table.add")}
    </button>
    ${
      undo
        ? html`<span class="undo"
            >${undo} <button type="button" class="plain" @click=${() => editing.undo()}>${localize.text("rows.undo")}</button></span
          >`
        : nothing
    }
    ${
      files
        ? html`<button type="button" class="plain" @click=${() => files.chooseFile()}>${localize.text("table.import")}</button>
            <button type="button" class="plain" @click=${() => files.saveFile("xlsx")}>${localize.text("table.save-xlsx")}</button>
            <button type="button" class="plain" @click=${() => files.saveFile("csv")}>${localize.text("table.save-csv")}</button>`
        : nothing
    }
    <details class="keys">
      <summary>${localize.text("table.keys-title")}</summary>
      <p>${localize.text("table.keys")}</p>
    </details>
  </div>`;
}
