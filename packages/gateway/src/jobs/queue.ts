import { sql } from "kysely";
import type { DatabaseTransaction } from "../database/connection.ts";

/** Names of the jobs and what each is given. */
export interface JobPayloads {
  readonly "send-mail": { readonly mail: string };
  readonly "ask-ledger": { readonly operation: string };
}

/** Puts a job into the queue within the transaction: it exists exactly when the transaction is committed. */
export async function addJob<Name extends keyof JobPayloads>(
  transaction: DatabaseTransaction,
  name: Name,
  payload: JobPayloads[Name],
): Promise<void> {
  await sql`select graphile_worker.add_job(${name}::text, payload => ${JSON.stringify(payload)}::json, max_attempts => 40)`.execute(
    transaction,
  );
}
