import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { dstu7564_256, dstu7564_512 } from "@fisc/signature/dstu7564";
import { gost34112012_512 } from "@fisc/signature/gost3411-2012";
import { DKE_1, gost34311 } from "@fisc/signature/gost34311";
import * as esbuild from "esbuild";

const root = resolve(import.meta.dirname, "../../..");
const figures = join(root, "docs/figures/national-hashes.json");
const run = promisify(execFile);
const load = createRequire(import.meta.url);

interface Figure {
  readonly what: string;
  readonly value: number;
  readonly unit: "times" | "MB/s" | "ms" | "bytes";
  /** `value` has to be at least, or at most, this. */
  readonly atLeast?: number;
  readonly atMost?: number;
}

type Digest = (data: Uint8Array) => Uint8Array;

/** Each entry of the package that has a national hash or a cipher. */
const ENTRIES = ["gost34311", "gost3411-2012", "dstu7564", "dstu7624", "gost28147", "des", "rc2", "key-derivation"];

/** What the first call costs in a fresh process, tables and all. */
const FIRST_USE: Readonly<Record<string, string>> = {
  gost34311: "x.gost34311(x.DKE_1)(new Uint8Array(100))",
  "gost3411-2012": "x.gost34112012_512(new Uint8Array(100))",
  dstu7564: "x.dstu7564_512(new Uint8Array(100))",
  dstu7624: "x.dstu7624(new Uint8Array(32)).encrypt(new Uint8Array(32))",
};

/** National hashes against what npm has, in one run; prints and keeps the figures. A budget that is not kept ends the run with an error. */
export async function benchNationalHashes(): Promise<void> {
  const all = [...speed(), ...(await firstUse()), ...(await weight())];
  for (const figure of all)
    console.log(`${holds(figure) ? "ok  " : "OVER"}  ${figure.what}: ${figure.value} ${figure.unit} (${budget(figure)})`);
  await mkdir(join(figures, ".."), { recursive: true });
  const record = { command: "npm run bench", date: new Date().toISOString().slice(0, 10), node: process.versions.node, figures: all };
  await writeFile(figures, `${JSON.stringify(record, null, 2)}\n`);
  if (!all.every(holds)) process.exitCode = 1;
}

const holds = ({ value, atLeast = -Infinity, atMost = Infinity }: Figure): boolean => value >= atLeast && value <= atMost;

function budget({ atLeast, atMost }: Figure): string {
  if (atLeast !== undefined) return `at least ${atLeast}`;
  return atMost === undefined ? "no budget" : `at most ${atMost}`;
}

function speed(): Figure[] {
  const { gosthash } = load("gost89") as { gosthash: Digest };
  const { gostEngine } = load("node-gost-crypto") as {
    gostEngine: { getGostDigest(algorithm: object): { digest(data: Uint8Array): ArrayBuffer } };
  };
  const theirs = gostEngine.getGostDigest({ name: "GOST R 34.11", version: 2012, length: 512, mode: "HASH" });
  const streebog: Digest = (data) => new Uint8Array(theirs.digest(data));
  return [
    ...against("GOST 34.311, times gost89 0.1.11", gost34311(DKE_1), gosthash, 4),
    ...against("Streebog-512, times node-gost-crypto 1.0.2", gost34112012_512, streebog, 2),
    { what: "Kupyna-256", value: round(1 / cost(dstu7564_256)), unit: "MB/s" },
    { what: "Kupyna-512", value: round(1 / cost(dstu7564_512)), unit: "MB/s" },
  ];
}

function against(what: string, ours: Digest, theirs: Digest, atLeast: number): Figure[] {
  const message = Uint8Array.from({ length: 1000 }, (_, i) => i);
  assert.deepEqual(Buffer.from(ours(message)), Buffer.from(theirs(message)));
  // in turns, as the machine is not equally busy all the time
  const costs = Array.from({ length: 3 }, () => [cost(ours), cost(theirs)] as const);
  const ratios = costs.map(([our, their]) => their / our).toSorted((a, b) => a - b);
  return [{ what, value: round(ratios[1] ?? 0), unit: "times", atLeast }];
}

/** Microseconds of processor time for an octet: the best of three, after one that warms up. */
function cost(digest: Digest): number {
  const data = new Uint8Array(2_000_000);
  const times = Array.from({ length: 4 }, () => {
    const before = process.cpuUsage();
    digest(data);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / data.length;
  });
  return Math.min(...times.slice(1));
}

async function firstUse(): Promise<Figure[]> {
  const measured: Figure[] = [];
  for (const [entry, use] of Object.entries(FIRST_USE)) {
    const code = `const x = await import("@fisc/signature/${entry}"); const before = process.cpuUsage(); ${use}; const { user, system } = process.cpuUsage(before); console.log((user + system) / 1000)`;
    const { stdout } = await run(process.execPath, ["--conditions=source", "--input-type=module", "-e", code], {
      cwd: import.meta.dirname,
    });
    measured.push({ what: `${entry}, first use`, value: round(Number(stdout)), unit: "ms", atMost: 60 });
  }
  return measured;
}

async function weight(): Promise<Figure[]> {
  const weighed: Figure[] = [];
  for (const entry of ENTRIES) {
    const { outputFiles } = await esbuild.build({
      stdin: { contents: `export * from "@fisc/signature/${entry}"`, resolveDir: import.meta.dirname },
      bundle: true,
      minify: true,
      format: "esm",
      target: "es2022",
      conditions: ["source"],
      write: false,
    });
    const octets = outputFiles.reduce((sum, { contents }) => sum + gzipSync(contents, { level: 9 }).length, 0);
    weighed.push({ what: `${entry}, min+gzip`, value: octets, unit: "bytes", atMost: 6000 });
  }
  return weighed;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
