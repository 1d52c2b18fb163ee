import { Logger } from "graphile-worker";

export type JobLog = (level: "error" | "warning" | "info" | "debug", message: string) => void;

/** The job queue's own messages, without payloads. */
export function workerLogger(log: JobLog): Logger {
  return new Logger(() => (level, message) => log(level as Parameters<JobLog>[0], message));
}
