// Runs CEL's conformance suite against the form engine and writes docs/cel-conformance.md. Ends with the counts.
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { celConformancePage, runCelConformance } from "../src/testing/cel-conformance.ts";

const outcomes = runCelConformance();
writeFileSync(fileURLToPath(new URL("../../../docs/cel-conformance.md", import.meta.url)), celConformancePage(outcomes));
const wrong = outcomes.filter(({ outcome }) => outcome === "wrong");
for (const { file, test, expression, reason } of wrong) console.log(`DIFFERS  ${file} ${test}: ${expression} gives ${reason}`);
const agrees = outcomes.filter(({ outcome }) => outcome === "agrees").length;
console.log(
  `CEL: ${agrees} of ${outcomes.length} tests agree, ${wrong.length} differ without being named, the others are listed in docs/cel-conformance.md.`,
);
process.exitCode = wrong.length === 0 ? 0 : 1;
