import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { runAuthorities } from "./authorities.ts";
import { runElements } from "../elements/conformance-record.ts";
import { runLanguages } from "../elements/languages.ts";
import { runPictures } from "../elements/pictures.ts";
import { runFaults } from "./faults.ts";
import { runKeyStores } from "./key-stores.ts";
import { runLargeFile } from "./large-file.ts";
import { runOutsidePrograms } from "./outside-programs.ts";
import { runPkits } from "./pkits.ts";
import { agreed, type SuiteResult } from "./suite.ts";
import { runTampering } from "./tampering.ts";
import { writeTable } from "./table.ts";
import { runWycheproof } from "./wycheproof.ts";

const help = `Usage: npm run conformance [-- --all] [--only SUITE]

Holds the packages against suites that others published, outside programs and faults made on purpose. Published material is not
part of this repository: FISC_CONFORMANCE_DIR names its folder (default ../shared/conformance from the project's root).
A whole run writes its table to docs/signature-conformance.md; elements write theirs to docs/accessibility-conformance.md.

  --all    list every case, not only those that differ
  --only   run one suite: pkits, wycheproof, faults, outside, stores, authorities, tampering, large, elements, pictures, languages`;

const { values } = parseArgs({
  options: { all: { type: "boolean" }, only: { type: "string" }, help: { type: "boolean", short: "h" } },
});
if (values.help) {
  console.log(help);
  process.exit(0);
}
const folder = process.env["FISC_CONFORMANCE_DIR"] ?? resolve(import.meta.dirname, "../../../../shared/conformance");

const suites: Readonly<Record<string, () => Promise<SuiteResult>>> = {
  pkits: () => pkits(resolve(folder, "pkits")),
  wycheproof: () => runWycheproof(resolve(folder, "wycheproof")),
  faults: runFaults,
  elements: runElements,
  pictures: () => runPictures(),
  languages: runLanguages,
  outside: runOutsidePrograms,
  stores: () => runKeyStores(folder),
  authorities: () => runAuthorities(folder),
  tampering: runTampering,
  large: runLargeFile,
};
const { only } = values;
if (only !== undefined && !suites[only]) {
  console.error(`No suite called ${only}. There are: ${Object.keys(suites).join(", ")}`);
  process.exit(2);
}

const results: SuiteResult[] = [];
for (const [name, run] of Object.entries(suites)) {
  if (only !== undefined && only !== name) continue;
  const result = await run();
  results.push(result);
  tell(result);
}
if (only === undefined) await writeTable(results.filter(({ name }) => !["Elements", "Pictures", "Languages"].includes(name)));
const passed = results.reduce((sum, result) => sum + agreed(result), 0);
const total = results.reduce((sum, { cases }) => sum + cases.length, 0);
console.log(`\n${passed} passed, ${total - passed} failed`);
process.exitCode = passed === total ? 0 : 1;

function tell(result: SuiteResult): void {
  const { name, cases, skipped, note } = result;
  if (skipped !== undefined) return console.log(`${name}: skipped, ${skipped}. Set FISC_CONFORMANCE_DIR.`);
  for (const one of cases) {
    if (!one.agrees) console.log(`DIFFERS  ${one.name}: ${one.found} instead of ${one.expected}`);
    else if (values.all) console.log(`agrees  ${one.name}: ${one.found}`);
  }
  console.log(`${name}: ${agreed(result)} of ${cases.length} agree${note === undefined ? "" : `; ${note}`}`);
}

async function pkits(material: string): Promise<SuiteResult> {
  const about = "NIST PKITS 1.0.1 against validatePath, resulting policy sets included";
  if (!existsSync(resolve(material, "pkits.json"))) return { name: "PKITS", about, cases: [], skipped: `there is no ${material}` };
  return { name: "PKITS", about, ...(await runPkits(material)) };
}
