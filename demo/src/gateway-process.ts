import { spawn, type ChildProcess } from "node:child_process";
import { createWriteStream } from "node:fs";
import { fileURLToPath } from "node:url";
import { forgetProcess, noteProcess, notedProcess } from "./running-process.ts";
import { DemoStop } from "./stop.ts";

const main = fileURLToPath(new URL("../../packages/gateway/src/main.ts", import.meta.url));

export interface GatewayProcess {
  readonly process: ChildProcess;
  /** Ends it as an operator would; resolves when it has ended. */
  stop(): Promise<void>;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
}

export interface GatewayOptions {
  readonly environment: Readonly<Record<string, string>>;
  readonly url: string;
  readonly logFile: string;
  /** Holds the number of the running process, so that a later start finds one that was left behind. */
  readonly pidFile: string;
}

/** Starts the gateway as a process of its own, and waits until it answers. */
export async function startGatewayProcess(options: GatewayOptions): Promise<GatewayProcess> {
  // In a group of its own: Ctrl-C reaches the demo only, which stops its parts in the right order.
  const child = spawn(process.execPath, ["--conditions=source", main], {
    env: { ...process.env, ...options.environment },
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const log = createWriteStream(options.logFile, { flags: "a" });
  let tail = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.pipe(log, { end: false });
    stream.on("data", (chunk: Buffer) => void (tail = (tail + chunk.toString("utf8")).slice(-4_000)));
  }
  const ended = new Promise<void>((resolve) =>
    child.once("close", () => {
      log.end();
      resolve();
    }),
  );
  if (child.pid !== undefined) await noteProcess(options.pidFile, child.pid);
  await healthy(options.url, child, () => tail, options.logFile);
  const end = (signal: NodeJS.Signals) => async (): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    await ended;
    await forgetProcess(options.pidFile);
  };
  return { process: child, stop: end("SIGTERM"), kill: end("SIGKILL") };
}

async function healthy(url: string, child: ChildProcess, tail: () => string, logFile: string): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (Date.now() < deadline && child.exitCode === null) {
    const answer = await fetch(`${url}/health`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  child.kill("SIGKILL");
  throw new DemoStop(
    `The gateway did not start: ${tail().trim().split("\n").at(-1) || "no answer within 30 s"} (whole output: ${logFile})`,
  );
}

/** Ends a gateway whose demo was killed. */
export async function endLeftGateway(pidFile: string): Promise<void> {
  const pid = await notedProcess(pidFile);
  if (pid !== undefined) process.kill(pid, "SIGTERM");
  for (let attempt = 0; attempt < 200 && (await notedProcess(pidFile)) !== undefined; attempt += 1) {
    if (attempt === 100 && pid !== undefined) process.kill(pid, "SIGKILL"); // five seconds were enough to end what it was at
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await forgetProcess(pidFile);
}
