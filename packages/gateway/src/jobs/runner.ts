import { EventEmitter } from "node:events";
import { run } from "graphile-worker";
import type { Runner, TaskList, WorkerEvents } from "graphile-worker";
import { askLedger } from "../ledger/ask.ts";
import type { Ledger } from "../ledger/port.ts";
import { sendMail } from "../mail/send.ts";
import type { Mailer } from "../mail/send.ts";
import type { Treasury } from "../treasury.ts";
import type { JobPayloads } from "./queue.ts";
import { watchWorkers } from "./worker-watch.ts";
import { workerLogger } from "./worker-logger.ts";
import type { JobLog } from "./worker-logger.ts";

export interface JobRunner {
  stop(): Promise<void>;
}

/** Takes jobs of all processes from the queue, a few at a time. Each job may run again after a crash: all of them bear that. */
export async function startJobs(
  treasury: Treasury,
  databaseUrl: string,
  doers: { readonly mailer: Mailer | null; readonly ledger: Ledger | null },
  log: JobLog,
): Promise<JobRunner> {
  const tasks: { [Name in keyof JobPayloads]: (payload: JobPayloads[Name]) => Promise<void> } = {
    "send-mail": async ({ mail }) => {
      if (doers.mailer !== null) await sendMail(treasury, doers.mailer, mail);
    },
    "ask-ledger": async ({ operation }) => {
      if (doers.ledger === null) throw new Error("no ledger is configured (FISC_LEDGER_URL)");
      await askLedger(treasury, doers.ledger, operation);
    },
  };
  const taskList: TaskList = {
    "send-mail": (payload) => tasks["send-mail"](payload as JobPayloads["send-mail"]),
    "ask-ledger": (payload) => tasks["ask-ledger"](payload as JobPayloads["ask-ledger"]),
    sweep: () => sweep(treasury),
  };
  const workers = await watchWorkers(databaseUrl, log);
  const events: WorkerEvents = new EventEmitter();
  events.on("pool:create", ({ workerPool }) => workers.mine(workerPool.id));
  events.on("worker:create", ({ worker }) => workers.mine(worker.workerId));
  const runner: Runner = await run({
    pgPool: treasury.connection.pool,
    concurrency: 4,
    pollInterval: 1_000,
    noHandleSignals: true,
    taskList,
    crontab: "17 * * * * sweep ?max=3",
    events,
    logger: workerLogger(log),
  });
  return {
    stop: async () => {
      await runner.stop().catch(() => undefined);
      await workers.stop();
    },
  };
}

const day = 24 * 60 * 60 * 1_000;
/** A key may come back for this long: an outbox that was offline over a holiday. */
const keysLive = 30 * day;

/** Clears away what has served: old keys, sessions, signing requests, uploads that nobody finished. */
async function sweep(treasury: Treasury): Promise<void> {
  const { database } = treasury.connection;
  const now = treasury.clock.now().getTime();
  await database
    .deleteFrom("idempotency")
    .where("created_at", "<", new Date(now - keysLive))
    .execute();
  await database
    .deleteFrom("session")
    .where("created_at", "<", new Date(now - treasury.limits.sessionAbsolute))
    .execute();
  await database
    .deleteFrom("signing_request")
    .where("expires_at", "<", new Date(now - day))
    .where("used_at", "is", null)
    .execute();
  await treasury.uploads.sweep();
}
