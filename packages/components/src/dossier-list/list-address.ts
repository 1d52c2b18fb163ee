import { everything, type ListFilter, type ListOrder, listOrders } from "./list-order.ts";

/** What of a list a page's address can hold, so that it can be bookmarked, sent on and gone back to. */
export interface ListView {
  readonly filter: ListFilter;
  readonly order: ListOrder;
  /** From 1. */
  readonly page: number;
}

/** Longest text to search for that an address is asked to hold. */
const longestText = 200;

/** Reads a view out of an address; what it does not say, or says wrongly, is as in `usual`. */
export function readView(query: URLSearchParams, prefix: string, usual: ListView): ListView {
  const read = (name: string): string | null => query.get(prefix + name);
  const order = read("sort");
  const due = read("due");
  const page = Number(read("page"));
  const mine = read("mine");
  return {
    filter: {
      text: (read("q") ?? usual.filter.text).slice(0, longestText),
      state: read("state") ?? usual.filter.state,
      due: due === "late" || due === "soon" ? due : usual.filter.due,
      awaitsMe: mine === null ? usual.filter.awaitsMe : mine === "1",
    },
    order: listOrders.find((one) => one === order) ?? usual.order,
    page: Number.isSafeInteger(page) && page >= 1 ? page : usual.page,
  };
}

/** Writes a view into an address; what is as in `usual` is left out, and what the address says beside it stays. */
export function writeView(query: URLSearchParams, prefix: string, view: ListView, usual: ListView): URLSearchParams {
  const result = new URLSearchParams(query);
  const write = (name: string, value: string, same: boolean): void =>
    same ? result.delete(prefix + name) : result.set(prefix + name, value);
  const { filter, order, page } = view;
  write("q", filter.text.slice(0, longestText), filter.text === usual.filter.text);
  write("state", filter.state, filter.state === usual.filter.state);
  write("due", filter.due, filter.due === usual.filter.due);
  write("mine", filter.awaitsMe ? "1" : "0", filter.awaitsMe === usual.filter.awaitsMe);
  write("sort", order, order === usual.order);
  write("page", String(page), page === 1);
  return result;
}

export const usualView: ListView = { filter: everything, order: "updated", page: 1 };
