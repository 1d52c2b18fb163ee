import { runMigrations } from "graphile-worker";
import { Migrator } from "kysely/migration";
import type { Migration } from "kysely/migration";
import type { Connection } from "./connection.ts";
import { workerLogger } from "../jobs/worker-logger.ts";
import * as first from "./migrations/0001-first.ts";
import * as chain from "./migrations/0002-chain.ts";
import * as uploadQuota from "./migrations/0003-upload-quota.ts";

/** In order; a released migration is never edited, the next one changes what it made. */
const migrations: Record<string, Migration> = { "0001-first": first, "0002-chain": chain, "0003-upload-quota": uploadQuota };

/** Brings the database to this release's tables. Any number of processes may call it at once. */
export async function migrate(connection: Connection): Promise<void> {
  const migrator = new Migrator({ db: connection.database, provider: { getMigrations: () => Promise.resolve(migrations) } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
  await runMigrations({ pgPool: connection.pool, logger: workerLogger(() => undefined) });
}
