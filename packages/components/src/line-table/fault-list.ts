import { html, nothing, type TemplateResult } from "lit";
import { errorIcon } from "../foundation/icons.ts";
import type { Localize } from "../foundation/localize.ts";
import type { LineColumn } from "./columns.ts";
import type { HalfTyped } from "./half-typed.ts";

const shown = 50;

export interface ListedTable {
  readonly columns: readonly LineColumn[];
  focusCell(row: number, path: string): boolean;
}

/** Cells that could not be read, each with the way to it. */
export function faultList(faults: readonly HalfTyped[], table: ListedTable, localize: Localize, close: () => void): TemplateResult {
  return html`<section class="unreadable" aria-labelledby="unreadable">
    <h3 id="unreadable" tabindex="-1">${errorIcon} ${localize.text("paste.put-right", { n: faults.length })}</h3>
    <ul>
      ${faults.slice(0, shown).map(
        ({ row, path, text, problem }) =>
          html`<li>
            <button type="button" class="plain" @click=${() => table.focusCell(row, path)}>
              ${faultText(row, path, text, problem, table, localize)}
            </button>
          </li>`,
      )}
    </ul>
    ${faults.length > shown ? html`<p>${localize.text("paste.faults-shown", { n: shown, of: faults.length })}</p>` : nothing}
    <button type="button" @click=${close}>${localize.text("paste.close")}</button>
  </section>`;
}

/** Where the cell is, what stands in it, and what is wrong with that. */
export function faultText(
  row: number,
  path: string,
  text: string,
  problem: string,
  { columns }: Pick<ListedTable, "columns">,
  localize: Localize,
): string {
  const label = columns.find((column) => column.path === path)?.label ?? path;
  return `${localize.text("paste.fault", { n: row + 1, label, text })} ${localize.text(`problem.${problem}`, { label })}`;
}
