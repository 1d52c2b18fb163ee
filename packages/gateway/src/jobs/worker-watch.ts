import { randomInt } from "node:crypto";
import pg from "pg";
import type { JobLog } from "./worker-logger.ts";

export interface WorkerWatch {
  /** A worker of this process: it may lock jobs from now on. */
  mine(worker: string): void;
  stop(): Promise<void>;
}

/** Class of the advisory locks: one a living process. */
const lockClass = 7_301;
/** Milliseconds. */
const lookEvery = 5_000;

/**
 * Lets go of jobs whose process died. The queue itself would wait four hours; here each process holds an advisory lock on its own
 * connection, which PostgreSQL drops with it, and whoever can take that lock frees the jobs.
 */
export async function watchWorkers(url: string, log: JobLog): Promise<WorkerWatch> {
  const id = randomInt(1, 2_000_000_000);
  const workers = new Set<string>();
  let client: pg.Client | null = null;
  let stopped = false;
  let looking = Promise.resolve();

  const connected = async (): Promise<pg.Client> => {
    if (client !== null) return client;
    const next = new pg.Client({ connectionString: url, application_name: "fisc-gateway-workers", keepAlive: true });
    const lost = (): void => {
      if (client === next) client = null;
    };
    next.on("error", lost);
    next.on("end", lost);
    await next.connect();
    await next.query("select pg_advisory_lock($1, $2)", [lockClass, id]);
    client = next;
    return next;
  };
  const look = async (): Promise<void> => {
    const database = await connected();
    await database.query(
      "insert into worker_process (id, workers) values ($1, $2) on conflict (id) do update set workers = excluded.workers",
      [id, JSON.stringify([...workers])],
    );
    const { rows } = await database.query<{ id: number; workers: readonly string[] }>(
      "select id, workers from worker_process where id <> $1",
      [id],
    );
    for (const other of rows) {
      const { rows: locks } = await database.query<{ free: boolean }>("select pg_try_advisory_lock($1, $2) as free", [lockClass, other.id]);
      if (locks[0]?.free !== true) continue;
      await database.query("select graphile_worker.force_unlock_workers($1::text[])", [other.workers]);
      await database.query("delete from worker_process where id = $1", [other.id]);
      await database.query("select pg_advisory_unlock($1, $2)", [lockClass, other.id]);
      log("info", `freed the jobs of process ${other.id}`);
    }
  };
  const again = (): void => {
    looking = looking.then(() =>
      stopped ? undefined : look().catch((error: unknown) => log("warning", `worker watch: ${String(error)}`)),
    );
  };
  await look();
  const timer = setInterval(again, lookEvery);
  timer.unref();
  return {
    mine: (worker) => {
      workers.add(worker);
      again();
    },
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      await looking;
      await client?.query("delete from worker_process where id = $1", [id]).catch(() => undefined);
      await client?.end().catch(() => undefined);
    },
  };
}
