import { html, nothing, type TemplateResult } from "lit";
import { ref } from "lit/directives/ref.js";
import { errorIcon } from "../foundation/icons.ts";
import type { Localize } from "../foundation/localize.ts";
import { widthOf, type Cells, type Mapping, type Reading } from "./cell-block.ts";
import type { LineColumn } from "./columns.ts";
import { encodings } from "./file-encoding.ts";
import { faultText } from "./fault-list.ts";

const shownRows = 50;
const shownFaults = 20;

export interface Previewed {
  readonly cells: Cells;
  readonly at: number;
  readonly mapping: Mapping;
  readonly reading: Reading | undefined;
  readonly part: number;
  readonly encoding: { readonly now: string; choose(encoding: string): void } | undefined;
}

export interface PreviewAnswers {
  map(mapping: Mapping): void;
  answer(accepted: boolean): void;
}

/** What is about to come into the table, cell by cell, before anything changes: which column goes where, and what cannot be read. */
export function pastePreview(
  open: Previewed,
  table: { readonly columns: readonly LineColumn[]; readonly rows: readonly unknown[] },
  localize: Localize,
  { map, answer }: PreviewAnswers,
): TemplateResult {
  const { cells, mapping, reading } = open;
  const lines = reading?.rows.length ?? 0;
  return html`<dialog
    class="paste"
    aria-labelledby="paste-title"
    ${ref(show)}
    @cancel=${(event: Event) => {
      event.preventDefault();
      answer(false);
    }}
  >
    <h3 id="paste-title">${localize.text("paste.title")}</h3>
    <label class="headings">
      <input
        type="checkbox"
        .checked=${mapping.headings}
        @change=${(event: Event) => map({ ...mapping, headings: (event.target as HTMLInputElement).checked })}
      />
      ${localize.text("paste.headings")}
    </label>
    ${open.encoding ? encodingChoice(open.encoding, localize) : nothing}
    <div role="status">
      ${reading ? notes(open, reading, table, localize) : html`<p>${localize.text("paste.reading", { n: Math.round(open.part * 100) })}</p>`}
    </div>
    <div class="scroll" tabindex="0" role="region" aria-label=${localize.text("paste.title")}>
      <table>
        <thead>
          <tr>
            <th scope="col">${localize.text("table.number")}</th>
            ${Array.from({ length: widthOf(cells) }, (_, source) => html`<th scope="col">${target(source, mapping, table.columns, localize, map)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${cells.slice(mapping.headings ? 1 : 0, shownRows + 1).map((texts, row) => line(texts, row, open, table.columns, localize))}
        </tbody>
      </table>
    </div>
    ${cells.length > shownRows ? html`<p class="muted">${localize.text("paste.shown", { n: shownRows, of: cells.length })}</p>` : nothing}
    <div class="actions">
      <button type="button" class="primary" autofocus aria-disabled=${lines === 0} @click=${() => lines > 0 && answer(true)}>
        ${localize.text("paste.accept", { n: lines })}
      </button>
      <button type="button" @click=${() => answer(false)}>${localize.text("again.no")}</button>
    </div>
  </dialog>`;
}

function encodingChoice({ now, choose }: NonNullable<Previewed["encoding"]>, localize: Localize): TemplateResult {
  return html`<label class="headings"
    >${localize.text("paste.encoding")}
    <select @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}>
      ${[...new Set([now, ...encodings])].map((one) => html`<option ?selected=${one === now}>${one}</option>`)}
    </select></label
  >`;
}

function notes(
  { at, mapping }: Previewed,
  { rows, faults, tooMany }: Reading,
  table: { readonly columns: readonly LineColumn[]; readonly rows: readonly unknown[] },
  localize: Localize,
): TemplateResult {
  const replaced = Math.min(rows.length, Math.max(0, table.rows.length - at));
  const leftOut = mapping.targets.filter((column) => column < 0).length;
  const told = [
    replaced > 0 && localize.text("paste.replaces", { n: replaced, from: at + 1, to: at + replaced }),
    rows.length > replaced && localize.text("paste.adds", { n: rows.length - replaced }),
    tooMany > 0 && localize.text("paste.too-many", { n: tooMany }),
    leftOut > 0 && localize.text("paste.too-wide", { n: leftOut }),
  ].filter((note) => note !== false);
  return html`<ul>
      ${told.map((note) => html`<li>${note}</li>`)}
    </ul>
    ${
      faults.length > 0
        ? html`<details class="faults">
            <summary class="fault">${errorIcon}<span>${localize.text("paste.unreadable", { n: faults.length })}</span></summary>
            <ul>
              ${faults.slice(0, shownFaults).map(({ row, path, text, problem }) => html`<li>${faultText(at + row, path, text, problem, table, localize)}</li>`)}
            </ul>
          </details>`
        : nothing
    }`;
}

function target(
  source: number,
  mapping: Mapping,
  columns: readonly LineColumn[],
  localize: Localize,
  map: PreviewAnswers["map"],
): TemplateResult {
  const now = mapping.targets[source] ?? -1;
  const choose = (event: Event): void => {
    const to = Number((event.target as HTMLSelectElement).value);
    // A column of the table takes one from outside: the other is left out.
    map({ ...mapping, targets: mapping.targets.map((one, at) => (at === source ? to : one === to ? -1 : one)) });
  };
  return html`<select aria-label=${localize.text("paste.column", { n: source + 1 })} @change=${choose}>
    <option value="-1" ?selected=${now < 0}>${localize.text("paste.leave-out")}</option>
    ${columns.map((column, at) =>
      column.readOnly || column.type === "output" ? nothing : html`<option value=${at} ?selected=${now === at}>${column.label}</option>`,
    )}
  </select>`;
}

function line(
  texts: readonly string[],
  row: number,
  { at, mapping, reading }: Previewed,
  columns: readonly LineColumn[],
  localize: Localize,
): TemplateResult {
  const faults = new Map(reading?.faults.filter((fault) => fault.row === row).map(({ path, problem }) => [path, problem]));
  return html`<tr>
    <th scope="row">${at + row + 1}</th>
    ${mapping.targets.map((to, source) => {
      const column = columns[to];
      const problem = column && faults.get(column.path);
      return html`<td class=${problem ? "fault" : column ? "" : "muted"}>
        ${texts[source] ?? ""}${problem ? html`<br /><small>${localize.text(`problem.${problem}`, { label: column.label })}</small>` : nothing}
      </td>`;
    })}
  </tr>`;
}

function show(element: Element | undefined): void {
  if (element instanceof HTMLDialogElement && !element.open)
    queueMicrotask(() => element.isConnected && !element.open && element.showModal());
}
