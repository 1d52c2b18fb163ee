import { tests } from "@bufbuild/cel-spec/testdata/conformance.js";
import { FiscError } from "../model/errors.ts";
import type { Json } from "../model/json.ts";
import { evaluate } from "../rules/evaluate.ts";
import { publishExpression } from "../rules/expression-source.ts";
import { sameJson } from "../rules/paths.ts";

/** CEL's own conformance suite against what pages and servers evaluate. */
export interface CelOutcome {
  /** File of the suite. */
  readonly file: string;
  readonly test: string;
  readonly expression: string;
  readonly outcome: "agrees" | "differs" | "wrong" | "refused" | "not asked";
  /** `differs`: on purpose, why. `wrong`: what came instead. Otherwise what is not there. */
  readonly reason: string;
}

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
  not_eq_int_double_nan: "no NaN in JSON: division by zero is an error",
  not_ne_double_nan: "no NaN in JSON: division by zero is an error",
  not_ne_int_double_nan: "no NaN in JSON: division by zero is an error",
  ne_double_nan: "no NaN in JSON: division by zero is an error",
  string_exp_pos_pos: "whole numbers end at 2^53 - 1",
  no_string_normalization: "text is kept in NFC",
};
/** What a test asks for that no form has. */
const absent: readonly (readonly [feature: string, name: string])[] = [
  ["container", "protocol buffers"],
  ["disableCheck", "expressions that are not type-checked"],
  ["bindings", "variables of the test's own"],
  ["typeEnv", "variables of the test's own"],
  ["checkOnly", "results of the checker alone"],
  ["typedResult", "results of the checker alone"],
  ["unknown", "unknown values"],
  ["anyUnknowns", "unknown values"],
];
/** What publication refuses, by what the author is told. */
const refusals: readonly (readonly [reason: RegExp, name: string])[] = [
  [/bytes|uint/i, "bytes and unsigned numbers"],
  [/beyond 2\^53/, "whole numbers beyond 2^53 - 1"],
  [/names in \{\} must be text/, "maps whose keys are no text"],
  [/timestamp|duration|method get[A-Z]/i, "timestamps and durations"],
  [/QUESTION|optional|orValue|\.\?|\[\?\]|has\(\) invalid/i, "optional values (an absent field reads as null)"],
  [/Unexpected character: '\{'/, "messages (`Type{field: value}`)"],
  [
    /Unknown variable: (math|strings|proto|base64)\b|CelNamespace|bind\(\)/,
    "extension libraries `math`, `strings.quote`, `cel.bind`, `cel.block`, `base64`",
  ],
  [/format\(/, "`format()`"],
  [/Unknown variable: \w+$|in this shape|iteration variable|transform(List|Map)|existsOne/, "macros of two variables"],
  [/Unexpected character|Unexpected token|Expected/, "quoted names and names with a leading dot"],
];
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

function outcome(file: string, test: Test): CelOutcome {
  const as = (kind: CelOutcome["outcome"], reason = ""): CelOutcome => ({
    file,
    test: test.name,
    expression: test.expr,
    outcome: kind,
    reason,
  });
  const expected = test.evalError ? "error" : jsonOf(test.value);
  const missing = absent.find(([feature]) => test[feature]);
  if (missing) return as("not asked", missing[1]);
  if (expected === none) return as("not asked", "results that JSON does not have (64-bit and unsigned numbers, bytes, types, other keys)");
  const disagrees = (what: string): CelOutcome => {
    const known = Object.hasOwn(differences, test.name) ? differences[test.name] : undefined;
    return known ? as("differs", known) : as("wrong", what);
  };
  try {
    const value = evaluate(publishExpression(test.expr), { data: {}, context: {} });
    if (!test.evalError && sameJson(value, expected)) return as("agrees");
    return disagrees(`${JSON.stringify(value)}, not ${JSON.stringify(expected)}`);
  } catch (error) {
    if (!(error instanceof FiscError)) throw error;
    if (error.code === "procedure.expression") {
      const reason = String(error.params["reason"]);
      return as("refused", refusals.find(([told]) => told.test(reason))?.[1] ?? "other functions and overloads");
    }
    return test.evalError ? as("agrees") : disagrees(`${error.code}, not ${JSON.stringify(expected)}`);
  }
}

export function runCelConformance(): readonly CelOutcome[] {
  const within = (file: string, suite: Suite): readonly CelOutcome[] => [
    ...(suite.suites ?? []).flatMap((inner) => within(file, inner)),
    ...(suite.tests ?? []).map(({ original }) => outcome(file, original)),
  ];
  return ((tests as unknown as Suite).suites ?? []).flatMap((suite) => within(suite.name, suite));
}

/** The outcomes as a page of the documentation. */
export function celConformancePage(outcomes: readonly CelOutcome[]): string {
  const kinds = ["agrees", "differs", "refused", "not asked"] as const;
  const count = (some: readonly CelOutcome[], kind: CelOutcome["outcome"]): number => some.filter((one) => one.outcome === kind).length;
  const files = Map.groupBy(outcomes, (one) => one.file);
  const row = (name: string, some: readonly CelOutcome[]): string => `| ${name} | ${kinds.map((kind) => count(some, kind)).join(" | ")} |`;
  const reasons = (kind: CelOutcome["outcome"]): readonly string[] =>
    [
      ...Map.groupBy(
        outcomes.filter((one) => one.outcome === kind),
        (one) => one.reason,
      ),
    ]
      .sort(([, a], [, b]) => b.length - a.length)
      .map(
        ([reason, some]) =>
          `- ${some.length} · ${reason}${kind === "differs" ? ` (\`${some.map(({ test }) => test).join("`, `")}\`)` : ""}`,
      );
  return `# CEL in forms, by CEL's own conformance suite

Written by \`npm run conformance\`. «agrees»: same result, or an error where CEL has one. «differs»: on purpose, listed below. «refused»: publication does not
let the expression through, so no page ever meets it. «not asked»: the test needs what forms do not have.

| file | ${kinds.join(" | ")} |
| --- | --- | --- | --- | --- |
${[...files].map(([file, some]) => row(file, some)).join("\n")}
${row("**together**", outcomes)}

## Differs, on purpose

${reasons("differs").join("\n")}

## Refused at publication

${reasons("refused").join("\n")}

## Not asked

${reasons("not asked").join("\n")}
`;
}
