import { mkdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import * as esbuild from "esbuild";

const folder = resolve(import.meta.dirname, "../../../docs/figures");

/** One measured number and what it has to be. */
export interface Figure {
  readonly what: string;
  readonly value: number;
  readonly unit: "times" | "MB/s" | "ms" | "bytes" | "a second";
  /** `value` has to be at least, or at most, this. */
  readonly atLeast?: number;
  readonly atMost?: number;
}

/** Prints figures and keeps them in docs/figures. A budget that is not kept ends the run with an error. */
export async function keepFigures(name: string, figures: readonly Figure[]): Promise<void> {
  for (const figure of figures)
    console.log(`${holds(figure) ? "ok  " : "OVER"}  ${figure.what}: ${figure.value} ${figure.unit} (${budget(figure)})`);
  await mkdir(folder, { recursive: true });
  const record = { command: "npm run bench", date: new Date().toISOString().slice(0, 10), node: process.versions.node, figures };
  await writeFile(join(folder, `${name}.json`), `${JSON.stringify(record, null, 2)}\n`);
  if (!figures.every(holds)) process.exitCode = 1;
}

const holds = ({ value, atLeast = -Infinity, atMost = Infinity }: Figure): boolean => value >= atLeast && value <= atMost;

function budget({ atLeast, atMost }: Figure): string {
  if (atLeast !== undefined) return `at least ${atLeast}`;
  return atMost === undefined ? "no budget" : `at most ${atMost}`;
}

/** What an entry of the signature package weighs alone, min+gzip. */
export async function entryWeight(entry: string, atMost: number): Promise<Figure> {
  const { outputFiles } = await esbuild.build({
    stdin: { contents: `export * from "@fisc/signature/${entry}"`, resolveDir: import.meta.dirname },
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    conditions: ["source"],
    write: false,
  });
  const value = outputFiles.reduce((sum, { contents }) => sum + gzipSync(contents, { level: 9 }).length, 0);
  return { what: `${entry}, min+gzip`, value, unit: "bytes", atMost };
}

export function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
