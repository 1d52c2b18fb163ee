import { html, nothing, type TemplateResult } from "lit";
import type { ListReading } from "./list-reading.ts";
import { type ListFilter, type ListOrder, listOrders } from "./list-order.ts";

export interface ToolsView {
  readonly filter: ListFilter;
  readonly order: ListOrder;
  readonly reading: ListReading;
  readonly locale: string;
  text(key: string): string;
  narrow(part: Partial<ListFilter>): void;
  sort(order: ListOrder): void;
}

/** Search, filters and order. */
export function toolsView({ filter, order, reading, locale, text, narrow, sort }: ToolsView): TemplateResult {
  const valueOf = (event: Event): string => (event.target as HTMLInputElement | HTMLSelectElement).value;
  return html`<div class="tools" role="search" part="tools">
    <label>
      <span>${text("list.search")}</span>
      <input
        type="search"
        .value=${filter.text}
        placeholder=${text("list.search.hint")}
        @input=${(event: InputEvent) => narrow({ text: valueOf(event) })}
      />
    </label>
    <label>
      <span>${text("list.state")}</span>
      <select data-filter="state" @change=${(event: Event) => narrow({ state: valueOf(event) })}>
        <option value="" ?selected=${filter.state === ""}>${text("list.state.all")}</option>
        ${reading.states(filter.state, locale).map(({ id, name }) => html`<option value=${id} ?selected=${filter.state === id}>${name}</option>`)}
      </select>
    </label>
    <label>
      <span>${text("list.column.due")}</span>
      <select data-filter="due" @change=${(event: Event) => narrow({ due: valueOf(event) as ListFilter["due"] })}>
        ${(["", "soon", "late"] as const).map(
          (due) =>
            html`<option value=${due} ?selected=${filter.due === due}>${text(`list.due.${due === "" ? "all" : `filter.${due}`}`)}</option>`,
        )}
      </select>
    </label>
    <label>
      <span>${text("list.sort")}</span>
      <select data-sort @change=${(event: Event) => sort(valueOf(event) as ListOrder)}>
        ${listOrders.map((one) => html`<option value=${one} ?selected=${order === one}>${text(`list.sort.${one}`)}</option>`)}
      </select>
    </label>
  </div>`;
}

export interface UnderView {
  /** Only what awaits the person is shown. */
  readonly mine: boolean;
  readonly count: number;
  /** No older dossiers may still come. */
  readonly complete: boolean;
  text(key: string, params?: Readonly<Record<string, string | number>>): string;
  narrow(part: Partial<ListFilter>): void;
  save(): void;
}

/** How many there are, and what can be done with them all. A file that lacks some would be taken for the whole: it waits for the last. */
export function underView({ mine, count, complete, text, narrow, save }: UnderView): TemplateResult {
  return html`<div class="under">
    <label class="awaits">
      <input
        type="checkbox"
        data-filter="mine"
        .checked=${mine}
        @change=${(event: Event) => narrow({ awaitsMe: (event.target as HTMLInputElement).checked })}
      />
      ${text("list.awaits")}
    </label>
    <span class="counted">
      <span role="status">${text(complete ? "list.count" : "list.count.more", { count })}</span>
      ${
        count === 0
          ? nothing
          : html`<button type="button" data-export aria-disabled=${!complete} @click=${() => complete && save()}>
              ${text("list.export")}
            </button>`
      }
    </span>
  </div>`;
}

export interface PagerView {
  readonly page: number;
  readonly pages: number;
  readonly from: number;
  readonly to: number;
  readonly count: number;
  text(key: string, params?: Readonly<Record<string, string | number>>): string;
  turn(page: number): void;
}

/** One page back or on. A button that leads nowhere stays in its place, so that the focus does too. */
export function pagerView({ page, pages, from, to, count, text, turn }: PagerView): TemplateResult {
  const button = (key: string, next: number) => {
    const isEnd = next < 1 || next > pages;
    return html`<button type="button" data-page=${key} aria-disabled=${isEnd} @click=${() => !isEnd && turn(next)}>
      ${text(`list.page.${key}`)}
    </button>`;
  };
  return html`<nav class="pager" aria-label=${text("list.pages")} part="pager">
    ${button("before", page - 1)}
    <span>${text("list.page.of", { from, to, count })}</span>
    ${button("next", page + 1)}
  </nav>`;
}
