import { setTimeout as pause } from "node:timers/promises";
import type { Database, DatabaseTransaction } from "./connection.ts";

/** SQLSTATE of a transaction that PostgreSQL gave up for another's sake: serialization_failure, deadlock_detected. Nothing of it remains. */
const givenUp = new Set(["40001", "40P01"]);
const tries = 4;

/** Does `work` in one transaction, again from its beginning where it was given up for another's sake. So `work` does nothing outside that may not be done twice. */
export async function transact<T>(database: Database, work: (transaction: DatabaseTransaction) => Promise<T>): Promise<T> {
  for (let turn = 1; ; turn += 1) {
    try {
      return await database.transaction().execute(work);
    } catch (error) {
      const code = (error as { readonly code?: unknown } | null)?.code;
      if (turn === tries || typeof code !== "string" || !givenUp.has(code)) throw error;
      // Not at once and not together: the other one is still at work.
      await pause(turn * 20 * (1 + Math.random()));
    }
  }
}
