import assert from "node:assert/strict";
import { describe, it } from "node:test";
import * as fc from "fast-check";
import type { Violation } from "../model/errors.ts";
import type { Json, JsonObject } from "../model/json.ts";
import type { ProcedureDefinition, Rule } from "../model/procedure.ts";
import { register, registerLines } from "../testing/register.ts";
import { context, profile } from "../testing/profile.ts";
import { createFormEngine, type FormEngine } from "./engine.ts";
import { codeFunctions, ruleViolation } from "./form-rules.ts";
import { keepLargeTables } from "./large-tables.ts";
import { columnOf, rowsAt } from "./paths.ts";
import { publishProcedure } from "./publish.ts";

const published = (definition: ProcedureDefinition) => publishProcedure(definition, profile, { locale: "en", regime: "test-1" });
const procedure = published(register);
const work = { steps: Number.MAX_SAFE_INTEGER };
const open = (lines: readonly JsonObject[], definition = procedure, keeps = true): FormEngine =>
  createFormEngine({
    procedure: definition,
    context,
    data: { ...register.initial, number: "R", lines },
    work,
    ...(keeps ? { keepTables: keepLargeTables } : {}),
  });
/** Nodes evaluated until the form's violations are known again. */
const cost = (engine: FormEngine, change: () => void): number => {
  const before = work.steps;
  change();
  engine.violations();
  return before - work.steps;
};
const told = (engine: FormEngine): readonly string[] => engine.violations().map((one) => `${one.rule} ${one.at}`);

describe("a register of 10,000 lines", () => {
  const engine = open(registerLines(10_000));
  const opening = cost(engine, () => undefined) + Number.MAX_SAFE_INTEGER - work.steps;

  it("given a keystroke in one cell, then only what reads that cell is evaluated", () => {
    assert.ok(opening > 400_000, `${opening} to open it`);
    const price = cost(engine, () => engine.set("lines[5000].price", 7));
    assert.ok(price < 120, `${price} nodes for a price with its amount and four totals`);
    assert.equal(engine.get("lines[5000].amount"), 7);
    assert.ok(cost(engine, () => engine.set("lines[5000].price", -7)) < 150);
    assert.deepEqual(told(engine), ["positive lines[5000].price"]);
    assert.ok(cost(engine, () => engine.undo()) < 120);
    assert.deepEqual(told(engine), []);
  });

  it("given a field outside the table, then no row is evaluated", () => {
    assert.equal(
      cost(engine, () => engine.set("number", "R-2")),
      0,
    );
  });

  it("given a number that another line has, then both lines are told, and only lines with that number are asked again", () => {
    const typed = cost(engine, () => engine.set("lines[9].number", "N-8000"));
    assert.ok(typed < 150, `${typed} nodes`);
    assert.deepEqual(told(engine), ["twice lines[9].number", "twice lines[7999].number"]);
    assert.ok(cost(engine, () => engine.set("lines[7999].number", "M")) < 150);
    assert.deepEqual(told(engine), []);
  });

  it("given a line that comes, goes or moves, then the others keep what they had and their faults move along", () => {
    engine.set("lines[8000].price", 0);
    assert.ok(cost(engine, () => engine.removeRow("lines", 10)) < 400);
    assert.deepEqual(told(engine), ["positive lines[7999].price"]);
    assert.equal(engine.violationsAt("lines[7999].price")[0]?.params["line"], 8_000);
    assert.ok(cost(engine, () => engine.insertRow("lines", 0, { number: "new", code: "b", price: 1 })) < 400);
    assert.deepEqual(told(engine), ["positive lines[8000].price"]);
    assert.ok(cost(engine, () => engine.moveRow("lines", 8_000, 2)) < 400);
    assert.deepEqual(told(engine), ["positive lines[2].price"]);
    for (let i = 0; i < 4; i += 1) engine.undo();
    assert.deepEqual(told(engine), []);
  });

  it("given 10,000 lines pasted, then it is one step, told once, and taken back for nothing but the lines themselves", () => {
    const before = engine.data;
    const heard: string[][] = [];
    const end = engine.subscribe((changed) => heard.push([...changed].sort()));
    const rows = registerLines(10_000).map((line, i) => ({ ...line, number: `P-${i}`, price: 1 }));
    const back = engine.apply([
      { path: "number", value: "pasted" },
      { table: "lines", index: 0, remove: 10_000, rows },
    ]);
    assert.equal(engine.get("total"), sum(rows));
    assert.equal(heard.length, 1);
    engine.apply(back);
    assert.deepEqual(engine.data, before);
    assert.equal(rowsAt(engine.data, "lines")[77], rowsAt(before, "lines")[77], "the very same rows are back");
    engine.undo();
    assert.equal(engine.get("number"), "pasted");
    engine.undo();
    assert.deepEqual(engine.data, before);
    end();
    assert.equal(heard.length, 4);
  });

  it("given a change that cannot be made as a whole, then nothing of it is made", () => {
    const before = engine.data;
    const rows = [{ number: "one too many" }];
    const first = { path: "number", value: "x" };
    assert.throws(() => engine.apply([first, { table: "lines", index: 0, remove: 0, rows }]), { code: "rows.max" });
    assert.throws(() => engine.apply([first, { path: "lines[99999].price", value: 1 }]), { code: "path.no-row" });
    assert.throws(() => engine.apply([first, { table: "number", index: 0, remove: 0, rows }]), { code: "path.no-table" });
    assert.equal(engine.data, before);
  });
});

function sum(rows: readonly JsonObject[]): number {
  return rows.reduce((total, { count }) => total + Number(count), 0);
}

describe("what is kept, looked up and moved", () => {
  const rule = (id: string, at: string, assertion: string, params?: Record<string, string>): Rule<string> => ({
    ...(register.rules[0] as Rule<string>),
    id,
    at,
    assert: assertion,
    when: "true",
    params: params ?? {},
  });
  /** Every way in which a rule can lean on other lines. */
  const rules = [
    rule("one", "lines[].number", "data.lines.exists_one(o, o.number == row.number)"),
    rule("any", "lines[].code", "!data.lines.exists(o, row.code == o.code && o.price == 3 && o.count > 1)"),
    rule("group", "lines[].price", "sum(data.lines.filter(o, o.code == row.code).map(o, o.price)) < 9", { line: "index" }),
    rule("pair", "lines[].count", "size(data.lines.filter(o, o.code == row.code && o.price == row.price)) == 1"),
    rule("fault", "lines[].account", "data.lines.exists(o, int(o.account) == row.price)"),
    rule("later", "lines[].amount", "data.lines.exists(o, o.price > row.price)"),
    rule("share", "lines[]", "row.price * 2 <= sum(data.lines.map(l, l.price))"),
    rule("all", "lines", "data.lines.all(l, data.lines.exists_one(o, o.code == l.code && o.number != null))"),
    rule("ceiling", "total", "data.lines.filter(l, l.price > data.ceiling).size() == 0"),
    rule("place", "lines[].code", "index < 2 || row.count != 2"),
  ];
  const definition = published({ ...register, rules });

  /** The rules as CEL has them: each by itself over the whole, nothing kept. */
  const plainly = (engine: FormEngine): readonly Violation[] =>
    definition.rules.flatMap((one) => {
      const { data } = engine;
      const options = { functions: codeFunctions(definition, "browser") };
      const column = columnOf(one.at);
      if (!column) return ruleViolation(one, one.at, { data, context }, options) ?? [];
      return rowsAt(data, column.table).flatMap(
        (row, index) => ruleViolation(one, one.at.replace("[]", `[${index}]`), { data, context, row, index }, options) ?? [],
      );
    });
  const byPlace = (violations: readonly Violation[]): readonly string[] => violations.map((one) => JSON.stringify(one)).sort();

  it("cost, where all rows look up the same key, as much as there are rows, not their square", () => {
    const sameKey = published({
      ...register,
      rules: [
        rule("group", "lines[].price", "sum(data.lines.filter(o, o.code == row.code).map(o, o.price)) >= row.price"),
        rule("pair", "lines[].count", "size(data.lines.filter(o, o.code == row.code && o.count == row.count)) > 0"),
      ],
    });
    const spent = (count: number): number => {
      const engine = open(
        Array.from({ length: count }, (_, i) => ({ number: `N-${i}`, code: "b", price: i, count: 1 })),
        sameKey,
      );
      return cost(engine, () => {});
    };
    assert.ok(spent(2_000) < 2.5 * spent(1_000));
  });

  it("give, after any edits, what the rules give by themselves", () => {
    const value = fc.constantFrom<Json>("a", "b", "1", 1, 2, 3, null, true, [1], { a: 1 });
    const row = fc.record(
      { number: value, code: value, account: value, price: fc.constantFrom(1, 2, 3), count: value },
      { requiredKeys: [] },
    );
    const edit = fc.oneof(
      fc.record({ kind: fc.constant("set" as const), at: fc.nat(5), column: fc.constantFrom("number", "code", "account", "price"), value }),
      fc.record({ kind: fc.constant("splice" as const), at: fc.nat(5), remove: fc.nat(2), rows: fc.array(row, { maxLength: 2 }) }),
      fc.record({ kind: fc.constant("move" as const), at: fc.nat(5), to: fc.nat(5) }),
      fc.record({ kind: fc.constant("ceiling" as const), value: fc.constantFrom(1, 2, 5) }),
      fc.record({ kind: fc.constantFrom("undo" as const, "redo" as const, "fresh" as const) }),
    );
    fc.assert(
      fc.property(
        fc.array(row, { maxLength: 5 }),
        fc.array(edit, { maxLength: 15 }),
        fc.boolean(),
        fc.nat(15),
        (lines, edits, keeps, later) => {
          const engine = open(lines, definition, keeps);
          for (const [i, one] of edits.entries()) {
            if (i === later) engine.keepTables(keepLargeTables);
            try {
              if (one.kind === "set") engine.set(`lines[${one.at}].${one.column}`, one.value);
              else if (one.kind === "splice") engine.apply([{ table: "lines", index: one.at, remove: one.remove, rows: one.rows }]);
              else if (one.kind === "move") engine.moveRow("lines", one.at, one.to);
              else if (one.kind === "ceiling") engine.set("ceiling", one.value);
              else if (one.kind === "fresh") engine.replace(structuredClone(engine.data) as JsonObject);
              else engine[one.kind]();
            } catch (error) {
              assert.match((error as { code: string }).code, /^(path|rows)\./);
            }
            const own = engine.violations().filter(({ rule: id }) => rules.some((known) => known.id === id));
            const empty = new Set(
              engine
                .violations()
                .filter(({ rule: id }) => id === "required")
                .map(({ at }) => at),
            );
            assert.deepEqual(byPlace(own), byPlace(plainly(engine).filter(({ at }) => !empty.has(at))));
          }
        },
      ),
      { numRuns: 100 },
    );
  });
});
