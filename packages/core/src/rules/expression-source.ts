import { Environment, type ASTNode } from "@marcbachmann/cel-js";
import { FiscError } from "../model/errors.ts";
import type { ExpressionNode, ExpressionSource } from "../model/expression.ts";
import type { Json } from "../model/json.ts";
import { macros, reservedNames } from "./comprehensions.ts";
import { functionNames, methodNames } from "./functions.ts";

/**
 * Where an expression stands decides the names it may read: `form` data and context; `row` also row and index;
 * `guard` (workflow, official documents) also input.
 */
export type ExpressionScope = "form" | "row" | "guard";

const scopes: Readonly<Record<ExpressionScope, Environment>> = {
  form: environment(),
  row: environment("row", "index"),
  guard: environment("input"),
};

function environment(...more: readonly string[]): Environment {
  const made = new Environment({
    unlistedVariablesAreDyn: false,
    homogeneousAggregateLiterals: false,
    limits: { maxAstNodes: 2_000, maxDepth: 60 },
  });
  for (const name of ["data", "context", ...more]) made.registerVariable(name, name === "index" ? "int" : "dyn");
  const unused = (): never => {
    throw new FiscError("rule.evaluation", { reason: "checker" });
  };
  for (const signature of [
    "sum(list): int",
    "count(list): int",
    "min(list): dyn",
    "max(list): dyn",
    "knownCode(string, dyn): bool",
    "words(dyn, string, string): string",
    "words(dyn, string, string, string): string",
    "readWords(dyn, string, string): int",
    "identifier(dyn, string): bool",
    "plainText(dyn): bool",
    "plainText(dyn, string): bool",
    "daysBetween(dyn, dyn): int",
    "sameWords(dyn, dyn, string, string): bool",
  ])
    made.registerFunction(signature, unused);
  return made;
}

/**
 * Parses and checks CEL text and gives the tree that is shipped. Names, functions and types are checked as far as CEL's
 * gradual typing can; `resultType` (`bool`, `int`, `string`, …) is what the place needs.
 * @throws FiscError `procedure.expression` (params `source`, `reason`, `offset` in the text)
 */
export function publishExpression(source: ExpressionSource, scope: ExpressionScope = "form", resultType?: string): ExpressionNode {
  const refuse = (reason: string, cause?: unknown, offset = 0): never => {
    throw new FiscError("procedure.expression", { source, reason, offset }, { cause });
  };
  const checked = scopes[scope].check(source);
  if (!checked.valid) return refuse(checked.error?.message.split("\n")[0] ?? "invalid", checked.error, checked.error?.range?.start);
  if (resultType && checked.type !== resultType && checked.type !== "dyn") refuse(`${resultType} expected, not ${String(checked.type)}`);
  return treeOf(scopes[scope].parse(source).ast, (reason, node) => refuse(reason, undefined, node.start));
}

function treeOf(node: ASTNode, refuseAt: (reason: string, node: ASTNode) => never): ExpressionNode {
  const of = (child: ASTNode): ExpressionNode => treeOf(child, refuseAt);
  const refuse = (reason: string): never => refuseAt(reason, node);
  const { op } = node;
  switch (op) {
    case "value":
      return ["value", literal(node.args, refuse)];
    case "id":
      return ["id", node.args];
    case ".":
      return [".", of(node.args[0]), node.args[1]];
    case "list":
      return ["list", node.args.map(of)];
    case "map":
      return [
        "map",
        node.args.map(([key, value]) => [
          key.op === "value" && typeof key.args !== "string" ? refuse("names in {} must be text") : of(key),
          of(value),
        ]),
      ];
    case "call": {
      const [name, args] = node.args;
      return functionNames.has(name) ? ["call", name, args.map(of)] : refuse(`function ${name}() is not to be had in forms`);
    }
    case "rcall": {
      const [name, on, args] = node.args;
      if (!methodNames.has(name)) return refuse(`method ${name}() is not to be had in forms`);
      if (macros.has(name) && (args[0]?.op !== "id" || args.length > (name === "map" ? 3 : 2)))
        return refuse(`${name}() in this shape is not to be had in forms`);
      if (macros.has(name) && reservedNames.has(String(args[0]?.args))) return refuse(`${name}() must not hide ${String(args[0]?.args)}`);
      if (name === "split" && args.length > 1) return refuse("split() with a limit is not to be had in forms");
      if (name === "matches") checkPattern(args[0], refuse);
      return ["rcall", name, of(on), args.map(of)];
    }
    case "!_":
    case "-_":
      return [op, of(node.args)];
    case "?:":
      return [op, of(node.args[0]), of(node.args[1]), of(node.args[2])];
    case ".?":
    case "[?]":
      return refuse(`${op} is not to be had in forms`);
    default:
      return [op, of(node.args[0]), of(node.args[1])];
  }
}

function literal(value: unknown, refuse: (reason: string) => never): Json {
  if (typeof value === "bigint") {
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : refuse(`${value} is beyond 2^53 - 1`);
  }
  if (typeof value === "string") return value.normalize("NFC");
  return value === null || typeof value === "number" || typeof value === "boolean"
    ? value
    : refuse("bytes and uint are not to be had in forms");
}

/** Patterns run on what people type: constant, valid in Unicode mode, without look-around, back-references or nested repetition. */
function checkPattern(node: ASTNode | undefined, refuse: (reason: string) => never): void {
  if (node?.op !== "value" || typeof node.args !== "string") return refuse("the pattern of matches() must be a constant");
  const pattern = node.args;
  try {
    RegExp(pattern, "u");
  } catch {
    return refuse(`pattern ${pattern} is not valid`);
  }
  if (/\(\?[=!<]|\\[1-9k]/.test(pattern)) refuse(`pattern ${pattern}: look-around and back-references are not to be had`);
  if (hasNestedRepetition(pattern)) refuse(`pattern ${pattern}: a repeated group must not repeat inside`);
}

function hasNestedRepetition(pattern: string): boolean {
  const repeats: boolean[] = [false];
  const plain = pattern.replace(/\\./gu, "x").replace(/\[[^\]]*\]/gu, "x");
  for (let i = 0; i < plain.length; i += 1) {
    const letter = plain[i] as string;
    const repeated = /^(?:[*+]|\{\d+,\d*\})/.test(plain.slice(i + 1));
    if (letter === "(") repeats.push(false);
    else if (letter === ")") {
      const inside = repeats.pop() ?? false;
      if (inside && repeated) return true;
      if (inside || repeated) repeats[repeats.length - 1] = true;
    } else if (repeated) repeats[repeats.length - 1] = true;
  }
  return false;
}
