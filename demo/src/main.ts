import { Command, CommanderError, InvalidArgumentError } from "commander";
import { announce } from "./announce.ts";
import { needDisplay, openBrowser } from "./browser/index.ts";
import { startDemo, type Demo } from "./start.ts";
import { EmbeddedServerError } from "@fisc/gateway/embedded";
import { DemoStop } from "./stop.ts";
import { runWalkthrough } from "./walkthrough/index.ts";

interface Options {
  readonly browser?: boolean;
  readonly walkthrough?: boolean;
  readonly out: string;
  readonly portBase: number;
  readonly data: string;
  readonly reset?: boolean;
}

const program = new Command("npm run demo --")
  .description("Fisc's demo: a treasury gateway, a Vietnamese portal, and the parts around them, on this machine.")
  .option("--browser", "open Chromium with the extension, its native host and the demo's tokens")
  .option("--walkthrough", "do the whole job in headless Chromium, then stop")
  .option("--out <dir>", "where the walkthrough leaves screenshots, container and event log", ".fisc/walkthrough")
  .option("--port-base <number>", "first of the seven ports to use", wholeNumber, 8400)
  .option("--data <dir>", "where data is kept", ".fisc")
  .option("--reset", "begin with empty data")
  .exitOverride();

function wholeNumber(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number)) throw new InvalidArgumentError("It must be a whole number.");
  return number;
}

async function main(options: Options): Promise<number> {
  const stopping = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => stopping.abort());
  process.stdout.on("error", () => stopping.abort()); // whoever read along has gone
  if (options.browser) needDisplay();
  const started = Date.now();
  const demo = await startDemo({
    ...options,
    reset: options.reset ?? false,
    onStep: (text) => console.log(`  ${seconds(started)}  ${text}`),
  });
  try {
    if (stopping.signal.aborted) return 130;
    if (options.walkthrough) return await walkThrough(demo, options.out, stopping.signal);
    announce(demo);
    if (options.browser) await openBrowser(demo, stopping);
    console.log("Ctrl-C stops everything; the next start keeps the data.");
    await new Promise<void>((resolve) =>
      stopping.signal.aborted ? resolve() : stopping.signal.addEventListener("abort", () => resolve()),
    );
    console.log("\nStopping …");
    return 0;
  } finally {
    await demo.stop();
  }
}

async function walkThrough(demo: Demo, out: string, signal: AbortSignal): Promise<number> {
  await runWalkthrough(demo, {
    out,
    signal,
    onStep: (text, milliseconds) => console.log(`  ${(milliseconds / 1000).toFixed(1).padStart(5)} s  ${text}`),
  });
  return 0;
}

/** What the machine refuses while files are written, in a line; undefined for a fault of ours, which keeps its stack. */
function fileFault(error: unknown): string | undefined {
  const { code, path } = (error ?? {}) as { readonly code?: unknown; readonly path?: unknown };
  const where = typeof path === "string" ? `: ${path}` : "";
  if (code === "ENOSPC" || code === "EDQUOT")
    return `\nThe disk is full${where}. Free some room, or choose another folder: npm run demo -- --data <dir>`;
  if (code === "EACCES" || code === "EPERM" || code === "EROFS")
    return `\nThis account may not write here${where}. Choose another folder: npm run demo -- --data <dir>`;
  return undefined;
}

function seconds(since: number): string {
  return `${((Date.now() - since) / 1000).toFixed(1).padStart(5)} s`;
}

try {
  program.parse();
  process.exitCode = await main(program.opts<Options>());
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2; // what was typed is at fault
  else {
    console.error(error instanceof DemoStop || error instanceof EmbeddedServerError ? `\n${error.message}` : (fileFault(error) ?? error));
    process.exitCode = 1;
  }
}
// Nothing is left to wait for; a socket that lingers must not keep the terminal.
process.exit();
