import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { runPkits } from "./pkits.ts";

const help = `Usage: npm run conformance [-- --all]

Runs test suites that others published, against the packages. The material is not part of this repository:
FISC_CONFORMANCE_DIR names its folder (default ../shared/conformance from the project's root).

  --all   list every case, not only those that differ`;

const { values } = parseArgs({ options: { all: { type: "boolean" }, help: { type: "boolean", short: "h" } } });
if (values.help) {
  console.log(help);
  process.exit(0);
}
const folder = process.env["FISC_CONFORMANCE_DIR"] ?? resolve(import.meta.dirname, "../../../../shared/conformance");
const pkits = resolve(folder, "pkits");
if (!existsSync(resolve(pkits, "pkits.json"))) {
  console.log(`Skipped: there is no conformance material in ${folder}. Set FISC_CONFORMANCE_DIR.`);
  process.exit(0);
}

const result = await runPkits(pkits);
if (values.all) for (const line of result.cases) console.log(line);
for (const line of result.refusedThoughValid) console.log(`refused though valid  ${line}`);
for (const line of result.acceptedThoughInvalid) console.log(`ACCEPTED THOUGH INVALID  ${line}`);
for (const line of result.otherPolicies) console.log(`other policies  ${line}`);
console.log(
  `\nPKITS 1.0.1: ${result.agreed} of ${result.total} cases as NIST says, policy sets included; ${result.refusedThoughValid.length} valid paths refused, ${result.acceptedThoughInvalid.length} invalid ones accepted; ${Math.round(result.milliseconds)} ms for all.`,
);
console.log(`${result.agreed} passed, ${result.total - result.agreed} failed`);
process.exitCode = result.agreed === result.total ? 0 : 1;
