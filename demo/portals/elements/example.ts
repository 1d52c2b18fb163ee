import type { MemoryTreasury } from "@fisc/components/testing/memory-treasury";
import type { TemplateResult } from "lit";

/** One element in one state, as a page would hold it. */
export interface Example {
  /** `empty`, `invalid`, `read only`, …: unique for the element. */
  readonly state: string;
  readonly content: () => TemplateResult;
  /** Selector, inside the element's shadow root, of what is there once it is drawn. */
  readonly drawn: string;
  /** What a person does then, before it is looked at. */
  readonly act?: (element: Element) => void;
  /** Who is signed in where, for elements that show what a gateway says. */
  readonly desk?: () => { readonly treasury: MemoryTreasury; readonly subject: string };
}

/** Tag → its examples. */
export type Examples = Readonly<Record<string, readonly Example[]>>;
