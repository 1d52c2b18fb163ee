import { spawn, type ChildProcess } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { stripVTControlCharacters } from "node:util";

const root = resolve(import.meta.dirname, "../..");

/** The demo as its command starts it: a process of its own, of which only output, signals and exit code are known. */
export interface DemoProcess {
  readonly child: ChildProcess;
  /** All it printed so far. */
  output(): string;
  /** What it printed on the error stream. */
  errors(): string;
  /** Resolves once it has printed its addresses; rejects where it ends before. */
  readonly up: Promise<void>;
  /** Resolves to its exit code, or the signal that ended it. */
  readonly end: Promise<number | NodeJS.Signals | null>;
}

export function startDemoProcess(words: readonly string[], environment: Readonly<Record<string, string>> = {}): DemoProcess {
  const child = spawn(process.execPath, ["--conditions=source", "demo/src/main.ts", ...words], {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let [output, errors] = ["", ""];
  const end = new Promise<number | NodeJS.Signals | null>((done) => child.on("close", (code, signal) => done(code ?? signal)));
  const up = new Promise<void>((done, fail) => {
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      output += text;
      if (output.includes("Ctrl-C stops everything")) done();
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => void (errors += text));
    void end.then((code) => fail(new Error(`the demo ended (${code}): ${errors || output}`)));
  });
  up.catch(() => {}); // told to those who wait for it
  return { child, output: () => stripVTControlCharacters(output), errors: () => errors, up, end };
}

/** A process: its number, and when it started, for numbers come again. */
export type ProcessMark = `${number} ${number}`;

/** The processes below one, of any depth: database and gateway too, which are in groups of their own. Linux's /proc. */
export function processesBelow(pid: number): readonly ProcessMark[] {
  const all = readdirSync("/proc").flatMap((name) => {
    const fields = /^\d+$/.test(name) ? statOf(Number(name)) : undefined;
    return fields ? [{ pid: Number(name), ...fields }] : [];
  });
  const found: ProcessMark[] = [];
  for (let above = [pid]; above.length > 0;) {
    const below = all.filter(({ parent }) => above.includes(parent));
    found.push(...below.map((each): ProcessMark => `${each.pid} ${each.started}`));
    above = below.map((each) => each.pid);
  }
  return found;
}

/** Those of them that still run. One that has ended and waits to be read by its parent does not run. */
export function stillRunning(marks: readonly ProcessMark[]): readonly ProcessMark[] {
  return marks.filter((mark) => {
    const [pid = 0, started] = mark.split(" ").map(Number);
    const now = existsSync(`/proc/${pid}`) ? statOf(pid) : undefined;
    return now !== undefined && now.started === started && now.state !== "Z" && now.state !== "X";
  });
}

/** Of proc(5): state, parent, and clock ticks since boot at which it started; undefined where it is gone meanwhile. */
function statOf(pid: number): { readonly state: string; readonly parent: number; readonly started: number } | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return { state: fields[0] ?? "", parent: Number(fields[1]), started: Number(fields[19]) };
  } catch {
    return undefined;
  }
}
