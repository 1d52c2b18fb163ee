import type { Json } from "./json.ts";

/** How data of version `from` becomes data of version `from + 1`: its steps in their order. */
export interface Migration<E> {
  readonly from: number;
  readonly steps: readonly MigrationStep<E>[];
}

/**
 * One step. Paths are patterns of the data (`payer.name`); `lines[].code` means the column of every row, and then all paths of the
 * step are columns of that table.
 */
export type MigrationStep<E> =
  /** The value goes to another place; what stood there is dropped into the report. */
  | { readonly do: "move"; readonly from: string; readonly to: string }
  /** Where nothing was entered. */
  | { readonly do: "default"; readonly to: string; readonly value: Json }
  /** The new form has no place for it: the value goes into the report. */
  | { readonly do: "drop"; readonly from: string }
  /** Splits or merges: `value` reads `data` (and `row`, `index`) as they are at this step; the sources are then taken away. */
  | { readonly do: "derive"; readonly from: readonly string[]; readonly to: string; readonly value: E }
  /** Old code → new code. A code that is not named stays and is reported. */
  | { readonly do: "codes"; readonly from: string; readonly codes: Readonly<Record<string, string>> };

/** What became of one value. Paths are concrete: `lines[2].code`. Nothing that was entered is in neither the data nor a `value` here. */
export interface MigrationEntry {
  /**
   * `moved`: from → to. `filled`: a default was put in. `derived`: `value` went into `to`. `mapped`: a code was replaced, `value` is the old
   * one. `unmapped`: the code is none of those named; it stays. `dropped`: `value` has no place any more. `failed`: the value could not be
   * derived; what it came from is dropped with it.
   */
  readonly what: "moved" | "filled" | "derived" | "mapped" | "unmapped" | "dropped" | "failed";
  /** Version that the step leads to. */
  readonly version: number;
  readonly from?: string;
  readonly to?: string;
  readonly value?: Json;
}
