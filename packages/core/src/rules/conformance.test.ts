import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { tests } from "@bufbuild/cel-spec/testdata/conformance.js";
import { FiscError } from "../model/errors.ts";
import type { Json } from "../model/json.ts";
import { evaluate } from "./evaluate.ts";
import { publishExpression } from "./expression-source.ts";
import { sameJson } from "./paths.ts";

/** CEL's own conformance suite, as far as its tests need neither bindings nor protocol buffers. */
interface Suite {
  readonly name: string;
  readonly suites?: readonly Suite[];
  readonly tests?: readonly { readonly original: Test }[];
}
interface Test {
  readonly name: string;
  readonly expr: string;
  readonly value?: Value;
  readonly evalError?: object;
  readonly [feature: string]: unknown;
}
interface Value {
  readonly int64Value?: string;
  readonly listValue?: { readonly values?: readonly Value[] };
  readonly mapValue?: { readonly entries?: readonly { readonly key: Value; readonly value: Value }[] };
  readonly [kind: string]: unknown;
}

/** Where forms mean it otherwise, by test name, and why. */
const differences: Readonly<Record<string, string>> = {
  not_eq_double_nan: "no NaN in JSON: division by zero is an error",
  not_eq_int_double_nan: "no NaN",
  not_ne_double_nan: "no NaN",
  not_ne_int_double_nan: "no NaN",
  ne_double_nan: "no NaN",
  string_exp_pos_pos: "whole numbers end at 2^53 - 1",
  no_string_normalization: "text is kept in NFC",
  unicode_space_chars_1: "trim() is ECMAScript's",
  unicode_no_trim: "trim() is ECMAScript's",
};
const unsupported = ["bindings", "container", "typeEnv", "checkOnly", "unknown", "anyUnknowns", "typedResult", "disableCheck"];
const none = Symbol("no counterpart in JSON");

function jsonOf(value: Value | undefined): Json | typeof none {
  if (value === undefined) return true;
  const [kind, content] = Object.entries(value)[0] ?? ["", undefined];
  if (kind === "nullValue") return null;
  if (kind === "boolValue" || kind === "stringValue" || (kind === "doubleValue" && typeof content === "number")) return content as Json;
  if (kind === "int64Value") return Number.isSafeInteger(Number(content)) ? Number(content) : none;
  if (value.listValue) {
    const items = (value.listValue.values ?? []).map(jsonOf);
    return items.includes(none) ? none : (items as Json[]);
  }
  if (!value.mapValue) return none;
  const entries = (value.mapValue.entries ?? []).map((entry) => [jsonOf(entry.key), jsonOf(entry.value)] as const);
  return entries.some(([key, item]) => typeof key !== "string" || item === none) ? none : (Object.fromEntries(entries) as Json);
}

/** Every test's outcome: `agrees`, `refused` at publication, `out` of scope, or what came instead. */
function outcome(test: Test): string {
  const expected = test.evalError ? "error" : jsonOf(test.value);
  if (expected === none || unsupported.some((feature) => test[feature])) return "out";
  try {
    const tree = publishExpression(test.expr);
    const value = evaluate(tree, { data: {}, context: {} });
    return !test.evalError && sameJson(value, expected) ? "agrees" : `${JSON.stringify(value)}, not ${JSON.stringify(expected)}`;
  } catch (error) {
    if (!(error instanceof FiscError)) throw error;
    if (error.code === "procedure.expression") return "refused";
    return test.evalError ? "agrees" : `${error.code}, not ${JSON.stringify(expected)}`;
  }
}

function all(suite: Suite): readonly Test[] {
  return [...(suite.suites ?? []).flatMap(all), ...(suite.tests ?? []).map((test) => test.original)];
}

describe("the evaluator, by CEL's conformance suite", () => {
  const outcomes = all(tests as unknown as Suite).map((test) => ({ test, outcome: outcome(test) }));

  it("agrees with CEL on all that publication lets through, but for the differences named", () => {
    const wrong = outcomes
      .filter((one) => !["agrees", "refused", "out"].includes(one.outcome))
      .filter(({ test }) => !Object.hasOwn(differences, test.name));
    assert.deepEqual(
      wrong.map((one) => `${one.test.name}: ${one.test.expr} gives ${one.outcome}`),
      [],
    );
  });

  it("lets through what forms need", () => {
    const agreeing = outcomes.filter((one) => one.outcome === "agrees").length;
    assert.ok(agreeing > 530, `${agreeing} agree`);
  });
});
