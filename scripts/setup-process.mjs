// Running other programs: quietly with a log and one line on failure, or as the command itself with signals passed on.
import { spawn } from "node:child_process";
import { appendFileSync, mkdirSync } from "node:fs";
import { constants } from "node:os";
import { fileURLToPath } from "node:url";

export const root = new URL("..", import.meta.url);
export const rootPath = fileURLToPath(root);
const cache = new URL(".cache/", root);
const log = new URL("start.log", cache);
const parent = process.ppid;

/** Ends the start with this one line. Exit code 2 is for what was typed, 1 for everything else. */
export class Stop extends Error {
  constructor(message, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

export function cachePath(name) {
  mkdirSync(cache, { recursive: true });
  return fileURLToPath(new URL(name, cache));
}

const reasons = [
  [/ENOSPC|No space left on device/i, "the disk is full: free some space and run the command again"],
  [
    /EAI_AGAIN|ENOTFOUND|ECONNREFUSED|ETIMEDOUT|ENETUNREACH|META_FETCH_FAIL|ERR_SOCKET_TIMEOUT|Could not resolve|Temporary failure resolving|Failed to fetch/i,
    "the network did not answer: check the connection (or proxy), then run the command again",
  ],
  [
    /EACCES|EPERM|EROFS|Permission denied/i,
    (output) =>
      `${/(?:path:? |(?:open|mkdir|rename|unlink|symlink|link|copyfile|scandir) ')(\/[^'\n]+)/.exec(output)?.[1] ?? "a file or folder"} may not be written: check who owns it`,
  ],
  [/Could not get lock|is another process using it/i, "another package manager is at work: wait for it to end, then run the command again"],
  [/ERR_PNPM_OUTDATED_LOCKFILE/i, "pnpm-lock.yaml does not fit the package.json files: run `pnpm install` and commit the lock file"],
  [
    /gyp ERR|not found: make|g\+\+: not found|gcc: not found/i,
    "a library asks for a compiler: install it with `sudo apt-get install -y build-essential python3`",
  ],
];

/** Runs a program without showing its output. Resolves to the output; rejects with one line that says why and where the log is. */
export function quietly(what, command, args, environment, { allowFailure = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: rootPath, env: environment, stdio: ["ignore", "pipe", "pipe"] });
    const forward = (signal) => child.kill(signal);
    process.once("SIGINT", forward).once("SIGTERM", forward);
    let output = "";
    const keep = (chunk) => void (output += chunk);
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    child.on("error", (error) => {
      if (allowFailure) resolve(undefined);
      else reject(new Stop(`${what} failed: ${error.code === "ENOENT" ? `\`${command}\` is not installed` : error.message}.`));
    });
    child.on("close", (code, signal) => {
      process.off("SIGINT", forward).off("SIGTERM", forward);
      if (code === 0) return resolve(output);
      if (allowFailure) return resolve(undefined);
      if (signal === "SIGINT" || signal === "SIGTERM") return reject(new Stop("Stopped."));
      reject(new Stop(`${what} failed: ${reasonOf(output, code, signal)}${keepLog(what, output)}`));
    });
  });
}

function reasonOf(output, code, signal) {
  const [, known] = reasons.find(([pattern]) => pattern.test(output)) ?? [];
  if (known) return `${typeof known === "function" ? known(output) : known}.`;
  if (signal === "SIGKILL") return "the system ended it, most often for want of memory.";
  const lines = output
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
  const telling = lines.findLast((line) => /error|ERR_|cannot|failed/i.test(line)) ?? lines.at(-1);
  return telling ? telling.slice(0, 300) : `it ended with code ${code}.`;
}

function keepLog(what, output) {
  try {
    cachePath("");
    appendFileSync(log, `\n== ${new Date().toISOString()} ${what}\n${output}`);
    return ` (whole output: ${fileURLToPath(log)})`;
  } catch {
    return "";
  }
}

/** Runs the command itself: its output is ours, signals go on to it, its end is ours. Resolves to the exit code, by a shell's count. */
export function ownProcess(command, args, environment) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: rootPath, env: environment, stdio: "inherit" });
    // A terminal sends Ctrl-C to the whole group, so the child has it already; a supervisor sends only to us.
    process.on("SIGINT", () => {
      if (!process.stdin.isTTY) child.kill("SIGINT");
    });
    process.on("SIGTERM", () => child.kill("SIGTERM"));
    process.on("SIGHUP", () => child.kill("SIGTERM"));
    // npm hands a signal to the shell between us, which ends without a word to us: whoever started us has gone, so we end too.
    if (process.env.npm_lifecycle_event) setInterval(() => process.ppid !== parent && child.kill("SIGTERM"), 1_000).unref();
    child.on("error", (error) => reject(new Stop(error.message)));
    child.on("close", (code, signal) => resolve(code ?? 128 + (constants.signals[signal] ?? 0)));
  });
}

/** Says what goes on, and how long it took. */
export async function step(text, work) {
  const started = Date.now();
  process.stdout.write(`${text} … `);
  try {
    const result = await work();
    console.log(`${((Date.now() - started) / 1000).toFixed(1)} s`);
    return result;
  } catch (error) {
    console.log("failed");
    throw error;
  }
}
