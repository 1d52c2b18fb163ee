// node --conditions=source packages/signature/scripts/fuzz.ts [--seed 1] [--runs 10000] [--target "CAdES-B-B"]
// Feeds mutations and made-up ASN.1 to everything that takes bytes of strangers. Ends with 1 where something crashed, let a forgery pass or took over a second.
import { parseArgs } from "node:util";
import { fuzz } from "../src/testing/fuzz/run.ts";
import { fuzzTargets } from "../src/testing/fuzz/targets.ts";

const { values } = parseArgs({ options: { seed: { type: "string" }, runs: { type: "string" }, target: { type: "string" } } });
const seed = Number(values.seed ?? Math.floor(Math.random() * 0x7fff_ffff));
const runs = Number(values.runs ?? 10_000);
if (!Number.isSafeInteger(seed) || !Number.isSafeInteger(runs) || runs < 1) throw new RangeError("--seed and --runs are whole numbers");
console.log(`seed ${seed}, ${runs} inputs for each`);
let failed = false;
for (const target of await fuzzTargets()) {
  if (values.target !== undefined && target.name !== values.target) continue;
  const { refused, finds, slowest } = await fuzz(target, runs, seed);
  const slow = slowest > 1_000;
  failed ||= finds.length > 0 || slow;
  console.log(
    `${target.name}: ${runs - refused} reports, ${refused} refused, ${finds.length} finds, slowest ${Math.round(slowest)} ms${slow ? " TOO SLOW" : ""}`,
  );
  for (const { what, bytes } of finds.slice(0, 5)) console.log(`  ${what}\n  ${bytes}`);
}
process.exitCode = failed ? 1 : 0;
