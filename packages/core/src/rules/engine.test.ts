import assert from "node:assert/strict";
import { describe, it } from "node:test";
import * as fc from "fast-check";
import { createFormEngine, type FormEngine } from "./engine.ts";
import { keepLargeTables } from "./large-tables.ts";
import { order } from "../testing/order.ts";
import { context, profile } from "../testing/profile.ts";
import { publishProcedure } from "./publish.ts";
import { validateDossier } from "./validate.ts";

const procedure = publishProcedure(order, profile, { locale: "en", regime: "test-1" });
const form = (): FormEngine => createFormEngine({ procedure, context });
const rules = (engine: FormEngine): readonly string[] => engine.violations().map((one) => `${one.rule} ${one.at}`);
const filled = (): FormEngine => {
  const engine = form();
  engine.set("number", "N-1");
  engine.set("account", "1234");
  engine.replaceRows("lines", [
    { code: "a", price: 100, count: 2 },
    { code: "b", price: 50 },
  ]);
  return engine;
};

describe("a form engine", () => {
  it("keeps computed values up to date, whatever order the definition lists them in", () => {
    const engine = filled();
    assert.equal(engine.get("lines[0].amount"), 200);
    assert.equal(engine.get("total"), 250);
    assert.equal(engine.get("words"), "Two hundred fifty dong");
    engine.set("lines[1].price", 60);
    assert.equal(engine.get("total"), 260);
    assert.equal(engine.computed("lines[0].amount"), true);
    assert.equal(engine.computed("number"), false);
  });

  it("takes a computed value away when its sources no longer give one", () => {
    const engine = filled();
    engine.set("lines[0].price", 9_000_000_000_000_000);
    assert.equal(engine.get("lines[0].amount"), undefined);
    engine.set("lines[0].price", 1);
    assert.equal(engine.get("total"), 52);
  });

  it("names what is required once, in the order of the layout", () => {
    const engine = form();
    assert.deepEqual(rules(engine), ["required number", "required account", "required lines[0].code", "required lines[0].price"]);
    engine.set("account", "12");
    assert.deepEqual(rules(engine), ["required number", "R4 account", "required lines[0].code", "required lines[0].price"]);
    assert.deepEqual(rules(filled()), []);
  });

  it("binds rules of a table to their row, with params", () => {
    const engine = filled();
    engine.set("lines[1].code", "z");
    assert.deepEqual(engine.violationsAt("lines[1].code"), [
      { rule: "R1", severity: "error", at: "lines[1].code", message: "rule.kind", params: { code: "z", line: 2 } },
    ]);
    engine.insertRow("lines", 0, { code: "a", price: 1 });
    assert.deepEqual(engine.violationsAt("lines[2].code")[0]?.params, { code: "z", line: 3 }, "index moves with the row");
    assert.deepEqual(
      engine.violationsAt("lines").map((one) => [one.rule, one.severity]),
      [["R3", "warning"]],
    );
  });

  it("never requires what is hidden, and does not send what was typed there", () => {
    const engine = filled();
    engine.set("way", "cash");
    assert.equal(engine.visible("account"), false);
    assert.equal(engine.visible("payee-transfer"), false);
    assert.equal(engine.visible("main"), true);
    assert.equal(engine.required("account"), false);
    assert.equal(engine.required("person"), true);
    assert.equal(engine.required("attachments.receipt"), true);
    assert.deepEqual(rules(engine), ["required person", "attachment.required attachments.receipt"]);
    assert.equal(engine.get("account"), "1234", "typed text comes back with its field");
    assert.equal(engine.submission()["account"], "", "but is not signed unseen");
  });

  it("asks again when the context changes", () => {
    const engine = filled();
    engine.set("lines[0].price", 1_000);
    assert.deepEqual(rules(engine), ["attachment.required attachments.contract"]);
    engine.setContext({ ...context, attachments: { contract: 1 } });
    assert.deepEqual(rules(engine), []);
    engine.setContext({ ...context, attachments: { contract: 2 }, unit: { ...context.unit, code: "2000002" } });
    assert.deepEqual(rules(engine), ["attachment.too-many attachments.contract"]);
    assert.equal(engine.get("unit"), "2000002");
  });

  it("tells subscribers what changed, computed values included", () => {
    const engine = filled();
    const seen: string[][] = [];
    const end = engine.subscribe((changed) => seen.push([...changed].sort()));
    engine.set("lines[1].price", 70);
    engine.removeRow("lines", 0);
    end();
    engine.set("number", "N-2");
    assert.deepEqual(seen, [
      ["lines[].amount", "lines[].price", "total", "words"],
      ["lines", "total", "words"],
    ]);
  });

  it("keeps the rows between their limits and inside the table", () => {
    const engine = form();
    assert.throws(() => engine.removeRow("lines", 0), { code: "rows.min" });
    assert.throws(() => engine.set("lines[5].code", "a"), { code: "path.no-row" });
    assert.throws(() => engine.insertRow("number"), { code: "path.no-table" });
    assert.throws(
      () =>
        engine.replaceRows(
          "lines",
          Array.from({ length: 2_001 }, () => ({})),
        ),
      { code: "rows.max" },
    );
    assert.throws(() => engine.set("__proto__.polluted", true), { code: "path.invalid" });
  });

  it("undoes and redoes; typing in one field is one step", () => {
    const engine = form();
    for (const text of ["N", "N-", "N-1"]) engine.set("number", text);
    engine.set("way", "cash");
    engine.undo();
    assert.deepEqual([engine.get("way"), engine.get("number")], ["transfer", "N-1"]);
    engine.undo();
    assert.equal(engine.get("number"), "");
    assert.equal(engine.canUndo, false);
    engine.redo();
    engine.redo();
    assert.deepEqual([engine.get("way"), engine.get("number"), engine.canRedo], ["cash", "N-1", false]);
  });

  it("keeps text in one Unicode form", () => {
    const engine = form();
    engine.set("person", "Hoà".normalize("NFD"));
    assert.equal(engine.get("person"), "Hoà".normalize("NFC"));
  });

  it("gives, after any edits, what a fresh pass over the same data gives", () => {
    const edit = fc.oneof(
      fc.record({
        kind: fc.constant("set" as const),
        row: fc.nat(3),
        column: fc.constantFrom("code", "price", "count"),
        value: fc.oneof(fc.constantFrom("a", "b", "z"), fc.integer({ min: -3, max: 2_000 }), fc.constant(null)),
      }),
      fc.record({
        kind: fc.constantFrom("insert" as const, "remove" as const, "move" as const, "undo" as const, "redo" as const),
        row: fc.nat(3),
        to: fc.nat(3),
      }),
      fc.record({
        kind: fc.constant("field" as const),
        path: fc.constantFrom("way", "account", "number"),
        value: fc.constantFrom("cash", "transfer", "1234", "x", ""),
      }),
    );
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 25 }), (edits) => {
        const engine = filled();
        for (const one of edits) {
          try {
            if (one.kind === "set") engine.set(`lines[${one.row}].${one.column}`, one.value);
            else if (one.kind === "field") engine.set(one.path, one.value);
            else if (one.kind === "insert") engine.insertRow("lines", one.row, { code: "b", price: one.to });
            else if (one.kind === "remove") engine.removeRow("lines", one.row);
            else if (one.kind === "move") engine.moveRow("lines", one.row, one.to);
            else engine[one.kind]();
          } catch (error) {
            assert.match((error as { code: string }).code, /^(path|rows)\./);
          }
          engine.violations();
          const fresh = createFormEngine({ procedure, context, data: engine.data });
          assert.deepEqual(engine.data, fresh.data);
          assert.deepEqual(engine.violations(), fresh.violations());
          assert.deepEqual(engine.submission(), fresh.submission());
          const { violations } = validateDossier({ procedure, data: engine.submission(), context, where: "browser" });
          assert.deepEqual(
            violations.filter((one) => one.rule === "hidden" || one.rule === "computed"),
            [],
          );
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe("the complete pass over a dossier", () => {
  const good = filled().submission();
  const check = (data: object, where: "browser" | "gateway" = "gateway", attachments: Record<string, number> = {}): readonly string[] =>
    validateDossier({ procedure, data: data as typeof good, context: { ...context, attachments }, where }).violations.map(
      (one) => `${one.rule} ${one.at}`,
    );

  it("lets a good one pass", () => assert.deepEqual(check(good), []));
  it("finds a computed value that does not agree with its sources", () => {
    assert.deepEqual(check({ ...good, total: 251 }), ["computed total"]);
    assert.deepEqual(check({ ...good, words: "Two hundred" }), ["computed words"]);
    assert.deepEqual(check({ ...good, unit: "2000002" }), ["computed unit"]);
  });
  it("finds values in fields that nobody sees", () => assert.deepEqual(check({ ...good, person: "Eve" }), ["hidden person"]));
  it("runs the treasury's rules in the gateway only", () => {
    const big = createFormEngine({ procedure, context, data: good });
    big.set("lines[0].price", 900_000);
    assert.deepEqual(check(big.submission(), "browser", { contract: 1 }), []);
    assert.deepEqual(check(big.submission(), "gateway", { contract: 1 }), ["R2 total"]);
  });
  it("counts attachments by slot", () => {
    assert.deepEqual(check(good, "gateway", { contract: 2 }), ["attachment.too-many attachments.contract"]);
    assert.deepEqual(check({ ...good, way: "cash", person: "Ann", account: "" }), ["attachment.required attachments.receipt"]);
  });
  it("treats a rule that cannot be evaluated as broken", () => {
    assert.deepEqual(check({ ...good, account: 1234 }), ["R4 account"]);
  });
});

describe("conditions in a line table", () => {
  const perRow = publishProcedure(
    {
      ...order,
      layout: order.layout.map((page) => ({
        ...page,
        sections: page.sections.map((section) => ({
          ...section,
          fields: section.fields.map((field) =>
            field.type === "lines"
              ? {
                  ...field,
                  columns: field.columns.map((column) =>
                    column.path === "count" ? { ...column, visible: 'row.code == "a"', required: true } : column,
                  ),
                }
              : field,
          ),
        })),
      })),
    },
    profile,
    { locale: "en", regime: "test-1" },
  );

  it("are answered row by row; the column as a whole stays", () => {
    const engine = createFormEngine({
      procedure: perRow,
      context,
      data: {
        ...order.initial,
        number: "N",
        account: "1234",
        lines: [
          { code: "a", price: 1 },
          { code: "b", price: 1, count: 3 },
        ],
      },
    });
    assert.deepEqual(
      [engine.visible("lines[0].count"), engine.visible("lines[1].count"), engine.visible("lines[].count")],
      [true, false, true],
    );
    assert.deepEqual(rules(engine), ["required lines[0].count"]);
    assert.deepEqual((engine.submission()["lines"] as readonly object[])[1], { code: "b", price: 1, amount: 1 });
    const { violations } = validateDossier({ procedure: perRow, data: engine.submission(), context, where: "gateway" });
    assert.deepEqual(
      violations.map((one) => one.at),
      ["lines[0].count"],
      "what is sent agrees with itself",
    );
    engine.set("lines[1].code", "a");
    assert.equal(engine.visible("lines[1].count"), true);
  });

  it("given rows that come, change and go, when asked whether any of them shows a column, then it is what they answer one by one", () => {
    for (const keepTables of [undefined, keepLargeTables]) {
      const engine = createFormEngine({ procedure: perRow, context, ...(keepTables ? { keepTables } : {}) });
      const agrees = (shown: boolean): void => {
        const rows = engine.data["lines"] as readonly object[];
        assert.equal(engine.visibleInAnyRow("lines[].count"), shown);
        assert.equal(
          rows.some((_, row) => engine.visible(`lines[${row}].count`)),
          shown,
        );
      };
      engine.replaceRows("lines", [{ code: "b" }, { code: "b" }]);
      agrees(false);
      engine.set("lines[1].code", "a");
      agrees(true);
      engine.removeRow("lines", 1);
      agrees(false);
      engine.replaceRows("lines", []);
      assert.equal(engine.visibleInAnyRow("lines[].code"), false, "no row, no column");
      engine.insertRow("lines");
      assert.equal(engine.visibleInAnyRow("lines[].code"), true, "a column without a condition");
    }
  });
});
