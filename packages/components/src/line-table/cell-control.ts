import { html, nothing, type TemplateResult } from "lit";
import { ifDefined } from "lit/directives/if-defined.js";
import { live } from "lit/directives/live.js";
import { errorIcon, warningIcon } from "../foundation/icons.ts";
import type { Localize } from "../foundation/localize.ts";
import type { LineColumn } from "./columns.ts";

/** All that the drawing of one cell needs. */
export interface CellView {
  readonly column: LineColumn;
  /** Number of the column among the shown ones. */
  readonly at: number;
  readonly row: number;
  readonly text: string;
  readonly error: string;
  readonly warning: string;
  readonly readOnly: boolean;
  /** Name of the code in the cell, where it is known. */
  readonly codeName: string;
  /** The one cell that Tab comes to. */
  readonly current: boolean;
  readonly chosen: boolean;
}

export interface CellHandlers {
  readonly input: (event: Event) => void;
  readonly change: (event: Event) => void;
  readonly blur: (event: Event) => void;
}

/** One cell: the native control, the name of its code, its fault. Named by its column and its row. */
export function renderCell(cell: CellView, handlers: CellHandlers, localize: Localize): TemplateResult {
  const id = `${cell.at}-${cell.row}`;
  const notes = [cell.codeName && `name-${id}`, (cell.error || cell.warning) && `message-${id}`].filter(Boolean).join(" ") || nothing;
  return html`<td
    role="gridcell"
    aria-colindex=${cell.at + 2}
    aria-selected=${ifDefined(cell.chosen ? "true" : undefined)}
    data-label=${cell.column.label + (cell.column.required ? " *" : "")}
    class="${cell.column.type}${cell.chosen ? " chosen" : ""}"
    part="cell"
  >
    ${cell.column.type === "choice" ? renderSelect(cell, handlers, notes, id) : renderInput(cell, handlers, notes, id)}
    ${cell.codeName ? html`<div class="code-name" id="name-${id}">${cell.codeName}</div>` : nothing}
    ${
      cell.error || cell.warning
        ? html`<div class="message ${cell.error ? "error" : "warning"}" id="message-${id}">
            ${cell.error ? errorIcon : warningIcon}<span
              ><span class="visually-hidden">${localize.text(cell.error ? "form.error-prefix" : "form.warning-prefix")} </span
              >${cell.error || cell.warning}</span
            >
          </div>`
        : nothing
    }
  </td>`;
}

function renderInput(cell: CellView, handlers: CellHandlers, notes: string | typeof nothing, id: string): TemplateResult {
  const { column } = cell;
  const tabindex = cell.current ? 0 : -1;
  if (column.type === "output")
    return html`<output data-row=${cell.row} data-column=${cell.at} tabindex=${tabindex} aria-labelledby="column-${cell.at} row-${cell.row}"
      >${cell.text}</output
    >`;
  const coded = column.type === "code" && !cell.readOnly;
  const figure = column.type === "money" || column.type === "number";
  return html`<input
    id="cell-${id}"
    type="text"
    tabindex=${tabindex}
    data-row=${cell.row}
    data-column=${cell.at}
    class=${figure ? "number" : ""}
    size=${ifDefined(column.length ? Math.max(3, column.length) : undefined)}
    inputmode=${figure ? (column.type === "money" ? "numeric" : "decimal") : nothing}
    autocomplete="off"
    spellcheck="false"
    role=${ifDefined(coded ? "combobox" : undefined)}
    aria-autocomplete=${ifDefined(coded ? "list" : undefined)}
    aria-expanded=${ifDefined(coded ? "false" : undefined)}
    aria-controls=${coded ? "listbox" : nothing}
    aria-labelledby="column-${cell.at} row-${cell.row}"
    aria-describedby=${notes}
    aria-required=${column.required}
    aria-invalid=${cell.error !== ""}
    ?readonly=${cell.readOnly}
    .value=${live(cell.text)}
    @input=${handlers.input}
    @change=${handlers.change}
    @blur=${handlers.blur}
  />`;
}

function renderSelect(cell: CellView, handlers: CellHandlers, notes: string | typeof nothing, id: string): TemplateResult {
  return html`<select
    id="cell-${id}"
    tabindex=${cell.current ? 0 : -1}
    data-row=${cell.row}
    data-column=${cell.at}
    aria-labelledby="column-${cell.at} row-${cell.row}"
    aria-describedby=${notes}
    aria-required=${cell.column.required}
    aria-invalid=${cell.error !== ""}
    ?disabled=${cell.readOnly}
    @change=${handlers.input}
  >
    <option value="" ?selected=${cell.text === ""}></option>
    ${cell.column.choices?.map((choice) => html`<option value=${choice.value} ?selected=${choice.value === cell.text}>${choice.label}</option>`)}
  </select>`;
}
