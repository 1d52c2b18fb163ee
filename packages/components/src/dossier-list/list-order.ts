import type { DossierSummary } from "@fisc/core";
import type { DueTone } from "./due-state.ts";

export const listOrders = ["updated", "due", "amount", "code"] as const;
export type ListOrder = (typeof listOrders)[number];

/** What the person asks to see. */
export interface ListFilter {
  readonly text: string;
  /** A state as `Reading.state` names it; empty for all. */
  readonly state: string;
  /** `soon` holds what is due on this working day or the next. */
  readonly due: "" | "late" | "soon";
  readonly awaitsMe: boolean;
}

export const everything: ListFilter = { text: "", state: "", due: "", awaitsMe: false };

/** How a summary is read: the filter works on what people see. */
export interface Reading {
  state(summary: DossierSummary): string;
  due(summary: DossierSummary): DueTone | undefined;
}

/** Summaries that match, in order. */
export function arrange(summaries: readonly DossierSummary[], filter: ListFilter, order: ListOrder, reading: Reading): DossierSummary[] {
  const wanted = plain(filter.text);
  return summaries
    .filter((one) => !filter.awaitsMe || one.awaitsMe)
    .filter((one) => filter.state === "" || reading.state(one) === filter.state)
    .filter((one) => filter.due === "" || reading.due(one) === filter.due)
    .filter((one) => wanted === "" || plain([one.code, one.number, one.title, one.unit.name, one.unit.code].join(" ")).includes(wanted))
    .sort(comparators[order]);
}

/** Rows of page `page` (1, 2, …), and how many pages there are; a page beyond the last is the last. */
export function pageOf<T>(
  rows: readonly T[],
  page: number,
  size: number,
): { readonly rows: readonly T[]; readonly page: number; readonly pages: number } {
  const pages = Math.max(1, Math.ceil(rows.length / size));
  const at = Math.min(Math.max(1, page), pages);
  return { rows: rows.slice((at - 1) * size, at * size), page: at, pages };
}

const comparators: Record<ListOrder, (a: DossierSummary, b: DossierSummary) => number> = {
  updated: (a, b) => compare(b.updatedAt, a.updatedAt),
  // Dossiers without a deadline come last.
  due: (a, b) => compare(a.dueOn ?? "9999", b.dueOn ?? "9999") || compare(b.updatedAt, a.updatedAt),
  amount: (a, b) => b.amount - a.amount,
  code: (a, b) => compare(a.code, b.code),
};

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Letters without case and marks, so that `van phong` finds `Văn phòng`. */
function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase().trim();
}
