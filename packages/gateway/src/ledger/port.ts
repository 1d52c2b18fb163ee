import type { JsonObject } from "@fisc/core";

/** What the treasury's accounting system said. `outcome` becomes the workflow's action `ledger.<outcome>`. */
export interface LedgerAnswer {
  readonly outcome: string;
  readonly reference?: string;
  readonly text?: string;
}

/** The accounting system behind the gateway. Operations are idempotent by `id`: asking twice books once. */
export interface Ledger {
  /** Null: taken in, not decided yet. Rejects where the ledger cannot be reached or answers nonsense: the job asks again later. */
  ask(operation: JsonObject & { readonly id: string }): Promise<LedgerAnswer | null>;
  /** The answer to an operation that was taken in. */
  poll(id: string): Promise<LedgerAnswer | null>;
}
