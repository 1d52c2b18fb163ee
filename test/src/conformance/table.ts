import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { agreed, type ConformanceCase, type SuiteResult } from "./suite.ts";

const file = resolve(import.meta.dirname, "../../../docs/signature-conformance.md");

/** Writes what the run has shown, so that nobody has to believe it: the command is beside it. */
export async function writeTable(results: readonly SuiteResult[]): Promise<void> {
  const lines = [
    "# What the signature package was held against",
    "",
    `Written by \`npm run conformance\` on ${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}.`,
    "",
    "| suite | what | cases | agree |",
    "|---|---|---|---|",
    ...results.map((result) => {
      const cells = result.skipped === undefined ? [result.cases.length, agreed(result)] : ["skipped", "–"];
      return row([result.name, result.note === undefined ? result.about : `${result.about} (${result.note})`, ...cells]);
    }),
    "",
    ...results.flatMap(section),
  ];
  await writeFile(file, `${lines.join("\n").trimEnd()}\n`);
}

function section(result: SuiteResult): string[] {
  const shown = result.listed ? result.cases : result.cases.filter(({ agrees }) => !agrees);
  if (shown.length === 0) return [];
  const plain = shown.every(({ expected, agrees }) => agrees && expected === "holds");
  const title = result.listed ? result.name : `${result.name}: what differs`;
  const head = plain ? ["| case |", "|---|"] : ["| case | expected | found |", "|---|---|---|"];
  return [`## ${title}`, "", ...head, ...shown.map((one) => row(plain ? [one.name] : cellsOf(one))), ""];
}

function cellsOf({ name, expected, found, agrees }: ConformanceCase): string[] {
  return [name, expected, agrees ? "the same" : `**${found}**`];
}

function row(cells: readonly (string | number)[]): string {
  return `| ${cells.map((cell) => String(cell).replaceAll("|", "\\|")).join(" | ")} |`;
}
