import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { order } from "../testing/order.ts";
import { guardInput, validateData } from "./schema.ts";

const good = { number: "N-1", way: "cash", lines: [{ code: "a", price: 1 }] };
const found = (data: unknown): readonly string[] => validateData(order.schema, data).map((one) => `${one.rule} ${one.at}`);

describe("the shape of a dossier's data", () => {
  it("lets good data pass", () => assert.deepEqual(found(good), []));
  it("names the missing field, not its object", () =>
    assert.deepEqual(found({ way: "cash" }), ["schema.required number", "schema.required lines"]));
  it("refuses what the form does not have, at any depth", () => {
    assert.deepEqual(found({ ...good, extra: 1 }), ["schema.additionalProperties extra"]);
    assert.deepEqual(found({ ...good, lines: [{}, { "odd/name~": 1 }] }), ["schema.additionalProperties lines[1].odd/name~"]);
  });
  it("binds faults to cells and gives limits for the message", () => {
    assert.deepEqual(found({ ...good, lines: [{}, { price: 1.5 }] }), ["schema.type lines[1].price"]);
    assert.deepEqual(validateData(order.schema, { ...good, number: "N".repeat(21) }), [
      { rule: "schema.maxLength", severity: "error", at: "number", message: "schema.maxLength", params: { limit: 20 } },
    ]);
    assert.deepEqual(found({ ...good, way: "swim" }), ["schema.enum way"]);
  });
  it("says so once where data is no object at all", () => assert.deepEqual(found([]), ["schema.type "]));
});

describe("text that people are to sign", () => {
  it("given marks that nobody sees or that turn the direction, then the field is named, whatever the schema allows", () => {
    const open = { type: "object", properties: { a: { type: "string" }, rows: { type: "array", items: { type: "object" } } } };
    const rows = [{ b: "good" }, { b: "10\u202E01" }, { b: "a\u200Bb" }];
    const found = validateData(open, { a: "line\none\ttab\u00A0₫", rows }).map(({ rule, at, params }) => [rule, at, params]);
    assert.deepEqual(found, [
      ["schema.seen", "rows[1].b", { found: "U+202E", at: 2 }],
      ["schema.seen", "rows[2].b", { found: "U+200B", at: 1 }],
    ]);
  });
});

describe("guards against hostile input", () => {
  const code = (value: unknown): string => {
    try {
      guardInput(value);
    } catch (error) {
      return (error as { code: string }).code;
    }
    return "none";
  };
  it("end before the input does harm", () => {
    let deep: unknown = 1;
    for (let i = 0; i < 100_000; i += 1) deep = { deep };
    assert.equal(code(deep), "input.too-deep");
    assert.equal(code(JSON.parse(`${"[".repeat(5_000)}${"]".repeat(5_000)}`)), "input.too-deep");
    assert.equal(code(Array.from({ length: 200_001 }, () => 0)), "input.too-large");
    assert.equal(code(Array.from({ length: 500 }, () => Array.from({ length: 500 }, () => 0))), "input.too-large");
    assert.equal(code({ a: "x".repeat(20_001) }), "input.too-long");
    assert.equal(code({ ["x".repeat(101)]: 1 }), "input.too-long");
    assert.equal(code(JSON.parse('{"a":{"__proto__":{"admin":true}}}')), "input.forbidden-name");
    assert.equal(code({ constructor: 1 }), "input.forbidden-name");
    assert.equal(code({ a: "Hoà".normalize("NFD") }), "input.not-nfc");
    assert.equal(code({ a: "\ud800" }), "input.not-unicode");
    assert.equal(code({ a: 2 ** 53 }), "input.unsafe-number");
    assert.equal(code(JSON.parse('{"a":1e999}')), "input.unsafe-number");
    assert.equal(code({ a: new Date() }), "input.not-json");
    assert.equal(code(good), "none");
  });
});
