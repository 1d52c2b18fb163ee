import { html, type TemplateResult } from "lit";
import { doneIcon } from "../foundation/icons.ts";
import type { Localize } from "../foundation/localize.ts";

/** How far a page is: `optional` has nothing in it and needs nothing; `cannot-start` waits for others. */
export type PageState = "not-started" | "in-progress" | "complete" | "optional" | "cannot-start";

/** One page as lists of pages name it. */
export interface FormPageEntry {
  readonly id: string;
  readonly label: string;
  /** What it belongs to; empty where it stands alone. */
  readonly group: string;
  readonly state: PageState;
  /** Address that opens the form on this page. */
  readonly href: string;
}

/** The state in words: never by colour alone. */
export function stateBadge(state: PageState, localize: Localize): TemplateResult {
  return html`<span class="state ${state}">${state === "complete" ? doneIcon : ""}${localize.text(`pages.state.${state}`)}</span>`;
}

/** Neighbours of one group together. */
export function groupsOf<T extends { readonly group: string }>(entries: readonly T[]): readonly (readonly T[])[] {
  const groups: T[][] = [];
  for (const entry of entries) {
    const last = groups.at(-1);
    if (last?.[0]?.group === entry.group) last.push(entry);
    else groups.push([entry]);
  }
  return groups;
}
