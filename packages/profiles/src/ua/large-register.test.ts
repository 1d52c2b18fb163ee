import assert from "node:assert/strict";
import { test } from "node:test";
import type { Json } from "@fisc/core";
import { publishProcedure } from "@fisc/core/publish";
import { createFormEngine, validateDossier, withValueAt } from "@fisc/core/rules";
import { keepLargeTables } from "@fisc/core/rules/large-tables";
import { validateData } from "@fisc/core/schema";
import { largeRegister } from "../testing/large-register.ts";
import { profile } from "./index.ts";
import { financialCommitments } from "./procedures/financial-commitments/index.ts";
import { regime2023 } from "./regimes.ts";

const procedure = publishProcedure(financialCommitments, profile, { locale: "uk", regime: regime2023 });
const full = largeRegister({ lines: 10_000, seed: 309 });
const { context } = full;

test("given a register of 10,000 lines, when the gateway checks it, then nothing is wrong; the same seed gives the same register", () => {
  assert.deepEqual(validateData(procedure.schema, full.data), []);
  assert.deepEqual(validateDossier({ procedure, data: full.data, context, where: "gateway" }).violations, []);
  assert.deepEqual(largeRegister({ lines: 50, seed: 7 }), largeRegister({ lines: 50, seed: 7 }));
  assert.notDeepEqual(largeRegister({ lines: 50, seed: 7 }).data, largeRegister({ lines: 50, seed: 8 }).data);
});

test("given 10,000 lines on one commitment, when the gateway checks it, then the work stays within its limit", () => {
  const one = largeRegister({ lines: 10_000, commitments: 1 });
  assert.deepEqual(validateDossier({ procedure, data: one.data, context: one.context, where: "gateway" }).violations, []);
});

test("given a form of 10,000 lines, when cells change one by one, then totals, duplicates and cross-line rules are what working all out gives", () => {
  const engine = createFormEngine({ procedure, context, data: full.data, keepTables: keepLargeTables });
  assert.deepEqual(engine.violations(), []);
  const lines = full.data["lines"] as readonly { readonly [name: string]: Json }[];
  const edits: readonly (readonly [string, Json])[] = [
    ["lines[9999].amount", Number(lines[9999]?.["amount"]) + 1],
    ["lines[4321].documentNumber", "1"],
    ["lines[4321].documentDate", lines[0]?.["documentDate"] ?? null],
    ["lines[4321].documentKind", lines[0]?.["documentKind"] ?? null],
    ["lines[4321].commitmentNumber", lines[0]?.["commitmentNumber"] ?? null],
    ["lines[4321].counterpartyCode", lines[0]?.["counterpartyCode"] ?? null],
    ["lines[17].prepayment", "yes"],
    ["lines[5000].counterpartyCode", "99900023"],
  ];
  let { data } = full;
  for (const [path, value] of edits) {
    engine.set(path, value);
    data = withValueAt(data, path, value);
  }
  const anew = createFormEngine({ procedure, context, data, keepTables: keepLargeTables });
  assert.deepEqual(engine.violations(), anew.violations());
  for (const path of ["total", "prepaid", "count"]) assert.equal(engine.get(path), anew.get(path), path);
  const rules = new Set(engine.violations().map(({ rule }) => rule));
  assert.deepEqual([...rules].sort(), ["R05.code", "R06.twice", "R07.counterparty", "R07.remainder"]);
});

test("given a long register, when a line is put in at the top, then the numbers of all lines follow", () => {
  const { data, context: known } = largeRegister({ lines: 2_000 });
  const engine = createFormEngine({ procedure, context: known, data, keepTables: keepLargeTables });
  engine.insertRow("lines", 0, {});
  assert.deepEqual([engine.get("lines[0].n"), engine.get("lines[2000].n"), engine.get("count")], [1, 2_001, 2_001]);
});
