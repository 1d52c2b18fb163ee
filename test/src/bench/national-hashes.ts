import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { promisify } from "node:util";
import { dstu7564_256, dstu7564_512 } from "@fisc/signature/dstu7564";
import { gost34112012_512 } from "@fisc/signature/gost3411-2012";
import { DKE_1, gost34311 } from "@fisc/signature/gost34311";
import { entryWeight, keepFigures, rounded, type Figure } from "./figures.ts";

const run = promisify(execFile);
const load = createRequire(import.meta.url);

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
  const weights = await Promise.all(ENTRIES.map((entry) => entryWeight(entry, 6000)));
  await keepFigures("national-hashes", [...speed(), ...(await firstUse()), ...weights]);
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
    { what: "Kupyna-256", value: rounded(1 / cost(dstu7564_256)), unit: "MB/s" },
    { what: "Kupyna-512", value: rounded(1 / cost(dstu7564_512)), unit: "MB/s" },
  ];
}

function against(what: string, ours: Digest, theirs: Digest, atLeast: number): Figure[] {
  const message = Uint8Array.from({ length: 1000 }, (_, i) => i);
  assert.deepEqual(Buffer.from(ours(message)), Buffer.from(theirs(message)));
  // in turns, as the machine is not equally busy all the time
  const costs = Array.from({ length: 3 }, () => [cost(ours), cost(theirs)] as const);
  const ratios = costs.map(([our, their]) => their / our).toSorted((a, b) => a - b);
  return [{ what, value: rounded(ratios[1] ?? 0), unit: "times", atLeast }];
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
    measured.push({ what: `${entry}, first use`, value: rounded(Number(stdout)), unit: "ms", atMost: 60 });
  }
  return measured;
}
