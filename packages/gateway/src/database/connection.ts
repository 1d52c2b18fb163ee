import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import type { Transaction } from "kysely";
import { FiscError } from "@fisc/core";
import type { Tables } from "./tables.ts";

export type Database = Kysely<Tables>;
export type DatabaseTransaction = Transaction<Tables>;

export interface Connection {
  readonly database: Database;
  readonly pool: pg.Pool;
  close(): Promise<void>;
}

const bigint = pg.types.builtins.INT8;

/** Cursors and amounts are safe integers here; a larger one is an error, never a rounded number. */
function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`not a safe integer: ${text}`);
  return value;
}

export const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format: "text" | "binary") =>
    oid === bigint ? safeInteger : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
};

/**
 * Whoever gets no connection in time gets `server.overloaded`, with the reason as its cause: nothing was done, and another try may succeed.
 * @param size most connections this process opens; LISTEN and the job runner take theirs from it too.
 * @param patience milliseconds that somebody waits for one
 */
export function connect(url: string, size = 16, patience = 10_000): Connection {
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    types,
    connectionTimeoutMillis: patience,
    application_name: "fisc-gateway",
  });
  // An idle connection that breaks is replaced by the next query; without a listener it would end the process.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  const lending = {
    connect: () =>
      pool.connect().catch((cause: unknown) => {
        throw new FiscError("server.overloaded", {}, { cause });
      }),
    end: () => pool.end(),
    options: pool.options,
  };
  const database = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: lending }) });
  return { database, pool, close: () => database.destroy() };
}
