import { ERRORS, MemoryLocker } from "@tus/server";
import type { Lock, Locker } from "@tus/server";
import pg from "pg";

/** Milliseconds. */
const longestWait = 30_000;
const tryEvery = 100;

/**
 * One request at a time on an upload, over all processes: a lock in memory within this one, and an advisory lock of PostgreSQL
 * between them, all on one connection (it dies with the process, and its locks with it).
 */
export function createUploadLocker(url: string): Locker & { close(): Promise<void> } {
  const within = new MemoryLocker({ acquireLockTimeout: longestWait });
  let connection: Promise<pg.Client> | null = null;
  let last: Promise<unknown> = Promise.resolve();
  /** One connection answers one question at a time. */
  const inTurn = <T>(ask: () => Promise<T>): Promise<T> => {
    const answer = last.then(ask);
    last = answer.catch(() => undefined);
    return answer;
  };
  const connected = (): Promise<pg.Client> => {
    connection ??= (async () => {
      const client = new pg.Client({ connectionString: url, application_name: "fisc-gateway-uploads" });
      client.on("error", () => (connection = null));
      client.on("end", () => (connection = null));
      await client.connect();
      return client;
    })().catch((error: unknown) => {
      connection = null;
      throw error;
    });
    return connection;
  };
  return {
    newLock: (id): Lock => {
      const inner = within.newLock(id);
      return {
        lock: async (signal, requestRelease) => {
          await inner.lock(signal, requestRelease);
          try {
            const deadline = Date.now() + longestWait;
            while (!(await inTurn(() => tryLock(connected(), id)))) {
              if (signal.aborted || Date.now() > deadline) throw ERRORS.ERR_LOCK_TIMEOUT;
              await new Promise((resolve) => setTimeout(resolve, tryEvery));
            }
          } catch (error) {
            await inner.unlock();
            throw error;
          }
        },
        unlock: async () => {
          try {
            await inTurn(async () => (await connected()).query("select pg_advisory_unlock(hashtextextended($1, 0))", [id]));
          } finally {
            await inner.unlock();
          }
        },
      };
    },
    close: async () => {
      await (await connection)?.end();
    },
  };
}

async function tryLock(client: Promise<pg.Client>, id: string): Promise<boolean> {
  const { rows } = await (await client).query<{ locked: boolean }>("select pg_try_advisory_lock(hashtextextended($1, 0)) as locked", [id]);
  return rows[0]?.locked === true;
}
