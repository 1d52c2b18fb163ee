import { html, nothing, type TemplateResult } from "lit";
import type { Localize } from "../foundation/localize.ts";
import type { ReviewLines } from "./review-part.ts";

/** The lines as a table, in a place of its own that scrolls sideways and that the keyboard reaches (WCAG 1.4.10, 2.1.1). */
export function linesView(item: ReviewLines, localize: Localize): TemplateResult {
  const name = localize.text("pages.lines-name", { label: item.label });
  return html`<div class="scroll" tabindex="0" role="group" aria-label=${name}>
      <table>
        <caption>
          ${item.label}
        </caption>
        <thead>
          <tr>
            <th scope="col">${localize.text("table.number")}</th>
            ${item.columns.map((column) => html`<th scope="col" class=${column.isNumeric ? "number" : ""}>${column.label}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${item.lines.map(
            (line) =>
              html`<tr>
                <th scope="row">${line.number}</th>
                ${line.cells.map((cell, index) => html`<td class=${item.columns[index]?.isNumeric ? "number" : ""}>${cell}</td>`)}
              </tr>`,
          )}
        </tbody>
        ${
          item.totals.length > 0
            ? html`<tfoot>
                <tr>
                  <th scope="row">${localize.text("table.total")}</th>
                  ${item.totals.map((total) => html`<td class="number">${total}</td>`)}
                </tr>
              </tfoot>`
            : nothing
        }
      </table>
    </div>
    ${item.more > 0 ? html`<p class="muted">${localize.text("pages.more-lines", { n: item.more })}</p>` : nothing}`;
}
