import { html, nothing, type TemplateResult } from "lit";
import { ifDefined } from "lit/directives/if-defined.js";
import { repeat } from "lit/directives/repeat.js";
import type { DossierSummary } from "@fisc/core";
import { formatCivilDate, formatInstant } from "../foundation/format.ts";
import type { ListOrder } from "./list-order.ts";
import type { ListReading } from "./list-reading.ts";

export interface TableView {
  readonly rows: readonly DossierSummary[];
  readonly order: ListOrder;
  readonly reading: ListReading;
  readonly locale: string;
  readonly withUnit: boolean;
  /** Ids chosen for a decision together; absent where the list offers none. */
  readonly chosen?: ReadonlySet<string>;
  /** Everything of the list, on all pages, that may be chosen. */
  readonly choosable: readonly DossierSummary[];
  text(key: string, params?: Readonly<Record<string, string | number>>): string;
  href(summary: DossierSummary): string;
  open(event: MouseEvent, summary: DossierSummary): void;
  choose(ids: readonly string[], chosen: boolean): void;
}

const sorted: Readonly<Record<ListOrder, readonly [column: string, direction: "ascending" | "descending"]>> = {
  updated: ["updated", "descending"],
  due: ["due", "ascending"],
  amount: ["amount", "descending"],
  code: ["code", "ascending"],
};

// Explicit roles keep the table a table where it is laid out as cards.
export function tableView(view: TableView): TemplateResult {
  const { rows, order, withUnit, text } = view;
  const columns = ["code", "title", ...(withUnit ? ["unit"] : []), "state", "amount", "due", "updated"];
  const [sortedBy, direction] = sorted[order];
  return html`<table role="table" aria-label=${text("list.heading")} part="table">
    <thead role="rowgroup">
      <tr role="row">
        ${view.chosen ? html`<th role="columnheader" scope="col" class="choose">${chooseAll(view, view.chosen)}</th>` : nothing}
        ${columns.map(
          (column) =>
            html`<th
              role="columnheader"
              scope="col"
              class=${column === "amount" ? "number" : ""}
              aria-sort=${ifDefined(column === sortedBy ? direction : undefined)}
            >
              ${text(`list.column.${column}`)}
            </th>`,
        )}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${repeat(
        rows,
        ({ id }) => id,
        (one) => rowView(view, one),
      )}
    </tbody>
  </table>`;
}

/** Chooses what awaits the person on every page of what is shown; the count beside the button says how many that are. */
function chooseAll({ choosable, choose, text }: TableView, chosen: ReadonlySet<string>): TemplateResult {
  const count = choosable.filter(({ id }) => chosen.has(id)).length;
  return html`<input
    type="checkbox"
    data-choose="all"
    aria-label=${text("list.choose.all", { count: choosable.length })}
    .checked=${choosable.length > 0 && count === choosable.length}
    .indeterminate=${count > 0 && count < choosable.length}
    ?disabled=${choosable.length === 0}
    @change=${(event: Event) =>
      choose(
        choosable.map(({ id }) => id),
        (event.target as HTMLInputElement).checked,
      )}
  />`;
}

function rowView(view: TableView, one: DossierSummary): TemplateResult {
  const { reading, locale, withUnit, chosen, text } = view;
  const procedure = reading.procedure(one);
  const cell = (column: string, content: unknown, kind = "") =>
    html`<td role="cell" class=${kind} data-label=${text(`list.column.${column}`)}>${content}</td>`;
  return html`<tr role="row" class=${one.awaitsMe ? "awaits-me" : ""} data-dossier=${one.id}>
    ${
      chosen
        ? html`<td role="cell" class="choose">
            ${
              one.awaitsMe
                ? html`<input
                    type="checkbox"
                    data-choose=${one.id}
                    aria-label=${text("list.choose", { code: one.code })}
                    .checked=${chosen.has(one.id)}
                    @change=${(event: Event) => view.choose([one.id], (event.target as HTMLInputElement).checked)}
                  />`
                : nothing
            }
          </td>`
        : nothing
    }
    <th role="rowheader" scope="row">
      <a class="open" href=${view.href(one)} @click=${(event: MouseEvent) => view.open(event, one)}>${one.code}</a>
      ${one.awaitsMe ? html`<br /><span class="badge mine">${text("list.awaits.badge")}</span>` : nothing}
    </th>
    <td role="cell">${one.title}${one.number ? html`<br /><span class="muted">${one.number}</span>` : nothing}</td>
    ${withUnit ? cell("unit", html`${one.unit.name} <span class="muted">${one.unit.code}</span>`) : nothing}
    ${cell("state", reading.stateName(one))} ${cell("amount", reading.amount(one), "number")} ${cell("due", dueView(view, one))}
    ${cell("updated", procedure ? formatInstant(one.updatedAt, locale, procedure.timeZone) : one.updatedAt)}
  </tr>`;
}

/** The day, and how many working days are left or over while the dossier is open. */
function dueView({ reading, locale, text }: TableView, one: DossierSummary): TemplateResult | string {
  if (one.dueOn === undefined) return "–";
  const date = formatCivilDate(one.dueOn, locale);
  const due = reading.dueState(one);
  return due?.text
    ? html`${date}<br /><span class="badge ${due.tone}" part="due">${text(due.text.key, { days: due.text.days })}</span>`
    : date;
}
