import type { FormPageEntry } from "../form-page/page-state.ts";

/** One page as it is read before sending. */
export interface ReviewPart extends FormPageEntry {
  readonly items: readonly (ReviewValue | ReviewLines)[];
}

/** A field, or a place for files, and what it holds. */
export interface ReviewValue {
  readonly at: string;
  readonly label: string;
  /** Lines of text; empty where nothing was filled in. */
  readonly texts: readonly string[];
  /** BCP 47 tag of the text, where it is not the page's. */
  readonly language?: string | undefined;
  /** People cannot change it: it is worked out, or comes from the register. */
  readonly isFixed: boolean;
  /** What is wrong with it, and what may be. */
  readonly faults: readonly string[];
  readonly doubts: readonly string[];
}

/** A table of lines. */
export interface ReviewLines {
  readonly at: string;
  readonly label: string;
  readonly columns: readonly { readonly label: string; readonly isNumeric: boolean }[];
  /** Cells of the lines that are shown, each with its number in the table. */
  readonly lines: readonly { readonly number: number; readonly cells: readonly string[] }[];
  /** How many lines there are beside those. */
  readonly more: number;
  /** Below the columns; empty where a column has none. No list where the table has no totals. */
  readonly totals: readonly string[];
  readonly faults: readonly string[];
  readonly doubts: readonly string[];
}
