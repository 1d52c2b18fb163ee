import assert from "node:assert/strict";
import { describe, it } from "node:test";
import * as fc from "fast-check";
import { Environment } from "@marcbachmann/cel-js";
import { evaluate } from "./evaluate.ts";
import { publishExpression } from "./expression-source.ts";
import type { Json } from "../model/json.ts";

const data = {
  a: 7,
  b: 2,
  text: "Hoa Sen",
  empty: "",
  list: [1, 2, 3],
  nothing: null,
  yes: true,
  rows: [
    { code: "a", amount: 10 },
    { code: "b", amount: 32 },
  ],
  party: { name: "Ann" },
};
const value = (source: string, names: object = { data, context: {} }): Json => evaluate(publishExpression(source), names);
const fails = (source: string): void => assert.throws(() => value(source), { code: "rule.evaluation" }, source);

describe("expressions", () => {
  const cases: readonly (readonly [string, Json])[] = [
    ["data.a + data.b * 2", 11],
    ["data.a / data.b", 3],
    ["-data.a / data.b", -3],
    ["data.a % data.b", 1],
    ["-data.a", -7],
    ["1.5 * 2.0", 3],
    ['data.text + "!"', "Hoa Sen!"],
    ["data.list + [4]", [1, 2, 3, 4]],
    ['{"k": data.a}', { k: 7 }],
    ["data.a > 6 && data.b < 3", true],
    ["!(data.a == 7)", false],
    ['data.a == "7"', false],
    ["data.a == 7.0", true],
    ['"a" < "b"', true],
    ["2 in data.list", true],
    ['"name" in data.party', true],
    ["data.list[1]", 2],
    ['data.party["name"]', "Ann"],
    ["data.yes ? 1 : 2", 1],
    ["size(data.list)", 3],
    ['"mười".size()', 4],
    ["data.rows.size()", 2],
    ["data.rows.all(r, r.amount > 5)", true],
    ["data.rows.exists(r, r.amount > 30)", true],
    ['data.rows.exists_one(r, r.code == "a")', true],
    ["data.rows.map(r, r.amount)", [10, 32]],
    ["data.rows.map(r, r.amount > 20, r.code)", ["b"]],
    ['data.rows.filter(r, r.code != "a").size()', 1],
    ["data.rows.all(r, data.rows.exists_one(o, o.code == r.code))", true],
    ['data.party.all(key, key == "name")', true],
    ["sum(data.rows.map(r, r.amount))", 42],
    ["sum(data.nothing)", 0],
    ["count(data.rows.map(r, r.amount > 20))", 1],
    ['int("42") + int(2.9)', 44],
    ["string(5)", "5"],
    ['double("2.5")', 2.5],
    ['data.text.startsWith("Hoa")', true],
    ['data.text.endsWith("Sen")', true],
    ['data.text.contains("a S")', true],
    ['data.text.matches("^H.+n$")', true],
    ["data.text.substring(0, 3)", "Hoa"],
    ['" x ".trim()', "x"],
    ['"a,b".split(",").join("-")', "a-b"],
    ['"Ab".lowerAscii()', "ab"],
    ["data.missing == null", true],
    ["data.missing.deeper == null", true],
    ["has(data.missing)", false],
    ["has(data.nothing)", false],
    ["has(data.party.name)", true],
    ['words(1005, "VND", "vi")', "Một nghìn không trăm linh năm đồng"],
    ['sameWords("một nghìn lẻ năm đồng chẵn", 1005, "VND", "vi")', false],
  ];
  for (const [source, expected] of cases) it(`${source} is ${JSON.stringify(expected)}`, () => assert.deepEqual(value(source), expected));

  it("fail where a value has the wrong type, and never coerce", () => {
    for (const source of ["data.missing + 1", "data.nothing < 1", "data.list[3]", "data.a / 0"]) fails(source);
    fails("data.a ? 1 : 2");
    fails("data.text && data.yes");
    fails('int("4x")');
  });

  it("absorb an error on one side of && and || where the other side decides", () => {
    assert.equal(value("data.missing > 1 && false"), false);
    assert.equal(value("data.missing > 1 || true"), true);
    assert.equal(value("[1, 2].exists(x, x == 2 || data.missing > x)"), true);
    assert.equal(value('["", 1].all(x, x > 5)'), false);
    fails("data.missing > 1 && true");
  });

  it("refuse amounts that no longer fit exactly", () => {
    fails("9007199254740991 + 1");
    fails("9007199254740991 * data.b");
  });

  it("read own fields only", () => {
    for (const name of ["constructor", "__proto__", "toString"]) assert.equal(evaluate([".", ["id", "data"], name], { data }), null);
    assert.throws(() => evaluate(["id", "constructor"], { data }), { code: "rule.evaluation" });
    assert.throws(() => evaluate(["call", "constructor", []], { data }), { code: "rule.evaluation" });
  });

  it("end a hostile tree by its work limit, which nothing absorbs", () => {
    const list = { data: { list: Array.from({ length: 2_000 }, (_, i) => i) } };
    assert.throws(() => value("data.list.all(a, data.list.all(b, data.list.all(c, c >= 0))) || true", list), { code: "rule.work-limit" });
    let deep: unknown = ["value", 1];
    for (let i = 0; i < 5_000; i += 1) deep = ["-_", deep];
    assert.throws(() => evaluate(deep as never, {}), { code: "rule.work-limit" });
    assert.throws(() => value('data.list.map(a, data.list.map(b, "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"))', list), {
      code: "rule.work-limit",
    });
  });

  it("agree with the reference CEL implementation on random arithmetic and logic", () => {
    const number = fc.integer({ min: -50, max: 50 });
    const sums: fc.Arbitrary<string> = fc.letrec<{ n: string }>((tie) => ({
      n: fc.oneof(
        { maxDepth: 4 },
        number.map((n) => (n < 0 ? `(${n})` : String(n))),
        fc.constantFrom("data.a", "data.b"),
        fc.tuple(tie("n"), fc.constantFrom("+", "-", "*", "/", "%"), tie("n")).map(([a, o, b]) => `(${a} ${o} ${b})`),
      ),
    })).n;
    const tests = fc.letrec<{ t: string }>((tie) => ({
      t: fc.oneof(
        { maxDepth: 3 },
        fc.tuple(sums, fc.constantFrom("<", "<=", "==", "!=", ">", ">="), sums).map((parts) => `(${parts.join(" ")})`),
        fc.tuple(tie("t"), fc.constantFrom("&&", "||"), tie("t")).map((parts) => `(${parts.join(" ")})`),
        tie("t").map((t) => `!${t}`),
      ),
    })).t;
    const reference = new Environment().registerVariable("data", "dyn");
    fc.assert(
      fc.property(tests, (source) => {
        const outcome = (run: () => unknown): unknown => {
          try {
            return run();
          } catch {
            return "error";
          }
        };
        assert.equal(
          outcome(() => value(source, { data: { a: 7, b: 2 } })),
          outcome(() => reference.evaluate(source, { data: { a: 7n, b: 2n } })),
          source,
        );
      }),
      { numRuns: 500 },
    );
  });
});

describe("publication of an expression", () => {
  const refused = (source: string, scope?: "form" | "row" | "guard", type?: string): void =>
    assert.throws(() => publishExpression(source, scope, type), { code: "procedure.expression" }, source);

  it("refuses names that the place does not know", () => {
    for (const source of ["dta.a", "row.a", "input.x", "index == 1", "data.list.all(x, y)", "shout(data.a)", "data.a.shout()"])
      refused(source);
    publishExpression("row.a > index", "row");
    publishExpression("input.x == 1", "guard");
  });

  it("refuses what the evaluator has no counterpart for", () => {
    for (const source of [
      'timestamp("2026-01-01T00:00:00Z") > timestamp(data.a)',
      'b"x" == data.a',
      "3u == data.a",
      "9007199254740993 > data.a",
      "data.?a == 1",
    ])
      refused(source);
  });

  it("refuses a macro that hides what the form is called", () => {
    refused("data.list.all(data, data > 0)");
    refused("data.list.map(row, row + 1)", "row");
  });

  it("refuses a result of the wrong type", () => {
    refused("1 + 1", "form", "bool");
    refused("data.a +", "form", "bool");
  });

  it("refuses patterns that could run away", () => {
    for (const pattern of ["(a+)+$", "(a|b*)*c", "((ab)+c?)*", "(?=a)b", "[", "(x{1,9}y?)+"]) refused(`data.text.matches('${pattern}')`);
    refused("data.text.matches(data.pattern)");
    publishExpression('data.text.matches("^[0-9]{4}\\\\.[0-9](\\\\.[0-9]{7})?$")');
  });
});
