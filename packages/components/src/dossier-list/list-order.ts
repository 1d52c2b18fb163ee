import type { DossierSummary } from "@fisc/core";

export const listOrders = ["updated", "due", "amount", "code"] as const;
export type ListOrder = (typeof listOrders)[number];

/** What the person asks to see. */
export interface ListFilter {
  readonly text: string;
  readonly state: string;
  readonly awaitsMe: boolean;
}

export const everything: ListFilter = { text: "", state: "", awaitsMe: false };

/** Summaries that match, in order. `stateName` gives the label of a summary's state: the filter works on what people see. */
export function arrange(
  summaries: readonly DossierSummary[],
  filter: ListFilter,
  order: ListOrder,
  stateName: (summary: DossierSummary) => string,
): DossierSummary[] {
  const wanted = plain(filter.text);
  return summaries
    .filter((one) => !filter.awaitsMe || one.awaitsMe)
    .filter((one) => filter.state === "" || stateName(one) === filter.state)
    .filter((one) => wanted === "" || plain([one.code, one.number, one.title, one.unit.name, one.unit.code].join(" ")).includes(wanted))
    .sort(comparators[order]);
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
