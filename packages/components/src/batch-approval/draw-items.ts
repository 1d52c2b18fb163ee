import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { dossierGist } from "../approval-panel/dossier-gist.ts";
import { failureNotes } from "../approval-panel/failure-notes.ts";
import { shownState } from "../approval-panel/shown-state.ts";
import { label } from "../foundation/format.ts";
import type { Localize } from "../foundation/localize.ts";
import type { BatchItem } from "./batch-offers.ts";

export interface ItemsView {
  readonly items: readonly BatchItem[];
  /** What they come to, before anything is done; undefined once results are shown. */
  readonly total: string | undefined;
  readonly localize: Localize;
  readonly side: "unit" | "treasury" | undefined;
  href(id: string): string;
}

/** The dossiers of a batch. Explicit roles keep the table a table where it is laid out as cards. */
export function itemsView({ items, total, localize, side, href }: ItemsView): TemplateResult {
  const text = (key: string): string => localize.text(key);
  const columns = ["code", "unit", "title", "amount", total === undefined ? "result" : "state"];
  const name = (column: string): string => text(column === "result" ? "batch.result" : `list.column.${column}`);
  return html`<div class="lines">
    <table role="table" aria-labelledby="heading" part="items">
      <thead role="rowgroup">
        <tr role="row">
          ${columns.map((column) => html`<th role="columnheader" scope="col" class=${column === "amount" ? "number" : ""}>${name(column)}</th>`)}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${repeat(
          items,
          ({ dossier }) => dossier.id,
          (item) => {
            const { dossier, procedure } = item;
            const { amount, title, number } = dossierGist(item);
            const state = label(procedure.labels, `state.${shownState(procedure, dossier.state, side)}`, procedure.locale);
            return html`<tr role="row" data-dossier=${dossier.id}>
              <th role="rowheader" scope="row">
                <a href=${href(dossier.id)} target="_blank" rel="noopener"
                  >${dossier.code}<span class="visually-hidden"> (${text("view.newTab")})</span></a
                >
              </th>
              <td role="cell" data-label=${name("unit")}>${dossier.unit.name} <span class="muted">${dossier.unit.code}</span></td>
              <td role="cell" data-label=${name("title")}>${[title, number].filter((part) => part !== "").join(" · ")}</td>
              <td role="cell" class="number" data-label=${name("amount")}>${amount}</td>
              <td role="cell" data-label=${name(columns[4] ?? "")}>${total === undefined ? outcomeView(item, localize) : state}</td>
            </tr>`;
          },
        )}
      </tbody>
      ${
        total === undefined || total === ""
          ? nothing
          : html`<tfoot role="rowgroup">
              <tr role="row">
                <th role="rowheader" scope="row" colspan="3" aria-colspan="3">${text("view.total")}</th>
                <td role="cell" class="number">${total}</td>
                <td role="cell" class="blank"></td>
              </tr>
            </tfoot>`
      }
    </table>
  </div>`;
}

function outcomeView({ outcome, procedure }: BatchItem, localize: Localize): TemplateResult {
  return html`<span class=${outcome.status} data-outcome=${outcome.status}>${localize.text(`batch.result.${outcome.status}`)}</span>
    ${outcome.status === "failed" ? html`<div>${failureNotes(outcome.error, procedure, localize)}</div>` : nothing}`;
}
