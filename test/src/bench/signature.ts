import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { Worker } from "node:worker_threads";
import { createCades, signerFromCryptoKey, validateSignature } from "@fisc/signature";
import { createTestPki } from "@fisc/signature/testing";
import * as esbuild from "esbuild";
import { runPkits } from "../conformance/pkits.ts";
import { createWithPkijs, verifyWithPkijs } from "./pkijs-side.ts";
import { weighStores } from "./store-weight.ts";

const root = resolve(import.meta.dirname, "../../..");
const figures = join(root, "docs/figures/signature.json");
const MIB = 1024 * 1024;
/** Calls that are measured, after some that are not. */
const OURS = 400;
const THEIRS = 80;
const WARM = 50;

interface Figure {
  readonly what: string;
  readonly value: number;
  readonly unit: "times" | "ms" | "bytes" | "MiB";
  /** `value` has to be at least, or at most, this. */
  readonly atLeast?: number;
  readonly atMost?: number;
}

const holds = ({ value, atLeast = -Infinity, atMost = Infinity }: Figure): boolean => value >= atLeast && value <= atMost;

/** Speed and weight of the signature package against pkijs and hash-wasm, in one run; prints, keeps the figures, and says where a budget is not kept. */
export async function benchSignature(): Promise<void> {
  const all: Figure[] = [
    ...(await speed("RSA-2048")),
    ...(await speed("P-256")),
    ...(await pkits()),
    ...(await hashing()),
    ...(await weight()),
  ];
  for (const figure of all) {
    const budget = figure.atLeast === undefined ? `at most ${figure.atMost}` : `at least ${figure.atLeast}`;
    console.log(`${holds(figure) ? "ok  " : "OVER"}  ${figure.what}: ${figure.value} ${figure.unit} (${budget})`);
  }
  await mkdir(join(figures, ".."), { recursive: true });
  const record = { command: "npm run bench", date: new Date().toISOString().slice(0, 10), node: process.versions.node, figures: all };
  await writeFile(figures, `${JSON.stringify(record, null, 2)}\n`);
  if (!all.every(holds)) process.exitCode = 1;
}

/** Milliseconds of processor time for one call, all threads together: other processes on the machine do not count. */
async function costOf(count: number, work: () => Promise<unknown>): Promise<number> {
  for (let warm = 0; warm < WARM; warm++) await work();
  const before = process.cpuUsage();
  for (let done = 0; done < count; done++) await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / count;
}

interface Question {
  readonly signature: Uint8Array;
  readonly content: Uint8Array;
  readonly trustAnchors: readonly Uint8Array[];
  readonly crls: readonly Uint8Array[];
  readonly at: Date;
}

async function speed(algorithm: "RSA-2048" | "P-256"): Promise<Figure[]> {
  const now = new Date();
  const content = new TextEncoder().encode("the manifest");
  const pki = await createTestPki({ name: "Treasury", algorithm, now });
  const { certificate, chain, privateKey } = await pki.issue({ subject: { commonName: "signer" } });
  const real = signerFromCryptoKey(privateKey.key, certificate);
  const publicKey = await publicKeyOf(privateKey.key);
  const questions: Question[] = [];
  const crls = await pki.crls();
  // every signature by a person never seen before, under the authorities of all: nothing of the signer can be remembered
  for (let person = 0; person < OURS + WARM; person++) {
    const issued = await pki.issue({ subject: { commonName: `signer ${person}` }, publicKey });
    const signature = await createCades({
      content,
      signer: signerFromCryptoKey(privateKey.key, issued.certificate),
      chain,
      signingTime: now,
    });
    questions.push({ signature, content, trustAnchors: [pki.root.certificate], crls, at: now });
  }
  const [first] = questions;
  if (!first) throw new Error("there is nothing to measure");
  const report = await validateSignature(first);
  if (report.indication !== "TOTAL-PASSED" || !(await verifyWithPkijs(first)))
    throw new Error("what is measured has to pass on both sides");
  let next = 0;
  const one = (): Question => questions[next++ % questions.length] ?? first;
  const ourVerifying = await costOf(OURS, () => validateSignature(one()));
  const theirVerifying = await costOf(THEIRS, () => verifyWithPkijs(one()));

  // the outside signer's own time is nobody's here: it knows the answer already
  const known = new Map<string, Uint8Array>();
  const sign = async (bytes: Uint8Array): Promise<Uint8Array> => {
    const key = Buffer.from(bytes).toString("hex");
    const value = known.get(key) ?? (await real.sign(bytes));
    known.set(key, value);
    return value;
  };
  const creating = { content, signer: { ...real, sign }, chain, signingTime: now };
  const ourCreating = await costOf(OURS, () => createCades(creating));
  const theirCreating = await costOf(THEIRS, () => createWithPkijs(creating));
  const ratio = (theirs: number, ours: number): number => Number((theirs / ours).toFixed(1));
  return [
    {
      what: `verifying CAdES-B-B ${algorithm} with path and lists, against pkijs with path`,
      value: ratio(theirVerifying, ourVerifying),
      unit: "times",
      atLeast: 8,
    },
    {
      what: `creating CAdES-B-B ${algorithm} with an outside signer, against pkijs`,
      value: ratio(theirCreating, ourCreating),
      unit: "times",
      atLeast: 10,
    },
  ];
}

/** The public half of an extractable key. */
async function publicKeyOf(key: CryptoKey): Promise<CryptoKey> {
  const { kty, n, e, crv, x, y } = await crypto.subtle.exportKey("jwk", key);
  const jwk =
    kty === "RSA" ? { kty, ...(n && { n }), ...(e && { e }) } : { kty: "EC", ...(crv && { crv }), ...(x && { x }), ...(y && { y }) };
  return crypto.subtle.importKey("jwk", jwk, key.algorithm as RsaHashedImportParams | EcKeyImportParams, true, ["verify"]);
}

async function pkits(): Promise<Figure[]> {
  const folder = resolve(process.env["FISC_CONFORMANCE_DIR"] ?? resolve(root, "../shared/conformance"), "pkits");
  let spent = 0;
  try {
    const before = process.cpuUsage();
    await runPkits(folder);
    const { user, system } = process.cpuUsage(before);
    spent = (user + system) / 1000;
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
    console.log("PKITS is not measured: there is no conformance material. Set FISC_CONFORMANCE_DIR.");
    return [];
  }
  return [{ what: "PKITS, all 249 cases, reading of files included, processor time", value: Math.round(spent), unit: "ms", atMost: 3000 }];
}

/** What the worker gives back: milliseconds of wall time each, taken in turns in the same thread, and its largest growth in memory. */
interface Hashing {
  readonly ours: number;
  readonly bare: number;
  readonly steps: number;
  readonly grown: number;
}

async function hashing(): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), "fisc-hash-"));
  try {
    const path = join(folder, "scan.pdf");
    await writeFile(path, new Uint8Array(100_000_000).fill(0x5a));
    const worker = new Worker(new URL("./hash-worker.ts", import.meta.url), { workerData: path });
    const { ours, bare, steps, grown } = await new Promise<Hashing>((done, failed) => worker.once("message", done).once("error", failed));
    await worker.terminate();
    if (steps < 20) throw new Error("the worker did not tell its progress");
    return [
      {
        what: "SHA-256 of 100 MB in a worker with progress, against the bare hash-wasm loop",
        value: Number((bare / ours).toFixed(2)),
        unit: "times",
        atLeast: 0.8,
      },
      { what: "memory that it takes", value: Math.round(grown / MIB), unit: "MiB", atMost: 64 },
    ];
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function weight(): Promise<Figure[]> {
  return [
    { what: "createCades, min+gzip", value: await weigh("createCades"), unit: "bytes", atMost: 15_000 },
    {
      what: "validateSignature with RSA, ECDSA and paths, min+gzip",
      value: await weigh("validateSignature"),
      unit: "bytes",
      atMost: 30_000,
    },
    ...Object.entries(await weighStores()).map(([what, value]): Figure => {
      const entry = what === "entry";
      return { what: `key stores: ${entry ? what : `${what} on top`}, min+gzip`, value, unit: "bytes", atMost: entry ? 13_000 : 9_000 };
    }),
  ];
}

async function weigh(name: string): Promise<number> {
  const { outputFiles } = await esbuild.build({
    stdin: { contents: `export { ${name} } from "@fisc/signature";`, resolveDir: resolve(import.meta.dirname, "..") },
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    target: "es2024",
    conditions: ["source"],
    write: false,
  });
  return outputFiles.reduce((sum, { contents }) => sum + gzipSync(contents, { level: 9 }).length, 0);
}
