import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { JsonObject } from "@fisc/core";
import { publishProcedure } from "@fisc/core/publish";
import { createFormEngine, type FormEngine } from "@fisc/core/rules";
import { keepLargeTables } from "@fisc/core/rules/large-tables";
import { neutralContext, neutralProfile, register, registerLines } from "@fisc/core/testing/outcomes";

const figures = fileURLToPath(new URL("../../../docs/figures/form-engine.json", import.meta.url));
const lines = 10_000;
/** Milliseconds in which a page draws its next picture. */
const frame = 16;

/** What one change of 10,000 lines with rules in and across them costs the engine, beside working all of it out. Prints it, keeps it with date and command. */
export async function benchFormEngine(): Promise<void> {
  const procedure = publishProcedure(register, neutralProfile, { locale: "en", regime: "test-1" });
  const open = (rows: readonly JsonObject[]): FormEngine => {
    const data = { ...procedure.initial, number: "R-1", lines: rows };
    const engine = createFormEngine({ procedure, context: neutralContext, data, keepTables: keepLargeTables });
    engine.violations();
    return engine;
  };
  const rows = registerLines(lines);
  const whole = times(7, () => void open(rows));
  const engine = open(rows.slice(1));
  const keyed = (change: (i: number) => void): readonly number[] =>
    times(60, (i) => {
      change(i);
      engine.violations();
    });
  const measured = {
    "a price typed": keyed((i) => engine.set(`lines[${(i * 131) % 9_999}].price`, 1_000 + i)),
    "a number typed that must be unique": keyed((i) => engine.set(`lines[${(i * 131) % 9_999}].number`, `M-${i % 5}`)),
    "a line put in, or taken away": keyed((i) =>
      i % 2 ? engine.removeRow("lines", 5_000) : engine.insertRow("lines", 4_000, { number: `Q-${i}` }),
    ),
    "10,000 lines pasted": times(7, (i) => {
      engine.replaceRows(
        "lines",
        registerLines(lines).map((line) => ({ ...line, number: `${String(line["number"])}/${i}` })),
      );
      engine.violations();
    }),
  };
  const full = middle(whole);
  const result = Object.entries(measured).map(([change, all]) => ({
    change,
    p50: round(middle(all)),
    p95: round(all.toSorted((a, b) => a - b)[Math.floor(all.length * 0.95)] ?? 0),
    ofWhole: round(middle(all) / full),
  }));
  console.log(`\nForm engine, ${lines} lines × 5 with rules in and across lines (ms); all of it worked out: ${round(full)}\n`);
  for (const { change, p50, p95, ofWhole } of result)
    console.log(`${change.padEnd(40)} p50 ${String(p50).padStart(8)}  p95 ${String(p95).padStart(8)}  of the whole ${ofWhole}`);
  await mkdir(join(figures, ".."), { recursive: true });
  const record = {
    command: "npm run bench",
    date: new Date().toISOString().slice(0, 10),
    unit: "milliseconds",
    lines,
    limit: frame,
    whole: round(full),
    result,
  };
  await writeFile(figures, `${JSON.stringify(record, null, 2)}\n`);
}

function times(count: number, run: (i: number) => void): readonly number[] {
  return Array.from({ length: count }, (_, i) => {
    const started = performance.now();
    run(i);
    return performance.now() - started;
  });
}

function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function round(value: number): number {
  return Number(value.toFixed(value < 1 ? 3 : 1));
}
