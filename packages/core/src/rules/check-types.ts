import type { ExpressionNode } from "../model/expression.ts";
import type { Json, JsonObject } from "../model/json.ts";
import { childrenOf, isMacro, partsOf } from "./comprehensions.ts";
import { isList, isObject } from "./paths.ts";
import { child, dereferenced } from "./schema-paths.ts";

/** What an expression may give. `kinds` is null where that is not known; null values are left out: any field may be empty. */
interface Shape {
  readonly kinds: ReadonlySet<string> | null;
  readonly schema?: Json | undefined;
  /** All values it can have. */
  readonly values?: readonly Json[];
}

const unknown: Shape = { kinds: null };
const only = (kind: string): Shape => ({ kinds: new Set([kind]) });
const textMethods = new Set(["startsWith", "endsWith", "contains", "matches", "lowerAscii", "upperAscii", "trim", "substring", "split"]);
const results: Readonly<Record<string, string>> = {
  size: "number",
  int: "number",
  double: "number",
  sum: "number",
  count: "number",
  min: "number",
  max: "number",
  readWords: "number",
  daysBetween: "number",
  string: "string",
  words: "string",
  join: "string",
  substring: "string",
  trim: "string",
  lowerAscii: "string",
  upperAscii: "string",
  split: "list",
  map: "list",
  has: "bool",
  knownCode: "bool",
  identifier: "bool",
  plainText: "bool",
  sameWords: "bool",
  startsWith: "bool",
  endsWith: "bool",
  contains: "bool",
  matches: "bool",
  all: "bool",
  exists: "bool",
  exists_one: "bool",
};

/** Gets `wrong-type` or `never-equal`, and the operation in question with what it is given. */
export type TypeReport = (problem: "wrong-type" | "never-equal", detail: string) => void;

/** Operations that no data of the schema can satisfy: arithmetic on text, a choice compared with what it never is. */
export function checkTypes(node: ExpressionNode, schema: JsonObject, table: string | undefined, report: TypeReport): void {
  const data: Shape = { kinds: new Set(["map"]), schema };
  const rows = table?.split(".").reduce((on, name) => field(schema, on, name), data);
  infer(
    node,
    new Map([["data", data], ["index", only("number")], ...(rows ? [["row", item(schema, rows)] as const] : [])]),
    schema,
    report,
  );
}

type Names = ReadonlyMap<string, Shape>;

function infer(node: ExpressionNode, names: Names, root: JsonObject, report: TypeReport): Shape {
  const of = (operand: unknown): Shape => infer(operand as ExpressionNode, names, root, report);
  const want = (shape: Shape, kind: string): void => {
    if (shape.kinds && !shape.kinds.has(kind))
      report("wrong-type", `${named(node)}: ${kind} expected, not ${[...shape.kinds].join(" or ")}`);
  };
  const [operator, a, b, c] = node;
  switch (operator) {
    case "value":
      return a === null ? unknown : { kinds: new Set([kindOf(a as Json)]), values: [a as Json] };
    case "id":
      return names.get(String(a)) ?? unknown;
    case ".":
      return field(root, of(a), String(b));
    case "[]": {
      const on = of(a);
      of(b);
      return item(root, on);
    }
    case "?:": {
      want(of(a), "bool");
      const [yes, no] = [of(b), of(c)];
      return yes.kinds && no.kinds ? { kinds: new Set([...yes.kinds, ...no.kinds]) } : unknown;
    }
    case "&&":
    case "||":
      [a, b].forEach((side) => want(of(side), "bool"));
      return only("bool");
    case "!_":
      want(of(a), "bool");
      return only("bool");
    case "-_":
      want(of(a), "number");
      return only("number");
    case "==":
    case "!=":
      equality(of(a), of(b), named(node), report);
      return only("bool");
    case "call":
      if (a !== "has") for (const argument of b as readonly Json[]) of(argument);
      return typeof a === "string" && results[a] ? only(results[a]) : unknown;
    case "rcall":
      return isMacro(node) ? macro(node, names, root, report, want) : method(String(a), of(b), c as readonly Json[], of, want);
    case "list":
    case "map":
      for (const inner of childrenOf(node)) of(inner);
      return only(operator);
    case "in":
      [a, b].forEach(of);
      return only("bool");
    default:
      return arithmetic(String(operator), of(a), of(b), want, (detail) => report("wrong-type", `${named(node)}: ${detail}`));
  }
}

function arithmetic(
  operator: string,
  a: Shape,
  b: Shape,
  want: (shape: Shape, kind: string) => void,
  refuse: (detail: string) => void,
): Shape {
  const compares = /^[<>]=?$/.test(operator);
  if (compares || operator === "+") {
    if (a.kinds && b.kinds && apart(a.kinds, b.kinds)) refuse(`${[...a.kinds].join(" or ")} and ${[...b.kinds].join(" or ")}`);
    return compares ? only("bool") : (a.kinds ?? b.kinds) ? { kinds: a.kinds ?? b.kinds } : unknown;
  }
  want(a, "number");
  want(b, "number");
  return only("number");
}

function method(
  name: string,
  on: Shape,
  args: readonly Json[],
  of: (operand: Json) => Shape,
  want: (shape: Shape, kind: string) => void,
): Shape {
  args.forEach(of);
  if (textMethods.has(name)) want(on, "string");
  return results[name] ? only(results[name]) : unknown;
}

function macro(
  node: ExpressionNode,
  names: Names,
  root: JsonObject,
  report: TypeReport,
  want: (shape: Shape, kind: string) => void,
): Shape {
  const [receiver, variable, bodies] = partsOf(node);
  const list = infer(receiver, names, root, report);
  if (!list.kinds?.has("map")) want(list, "list");
  const inner = new Map(names).set(variable, list.kinds?.has("list") ? item(root, list) : unknown);
  const given = bodies.map((body) => infer(body, inner, root, report));
  const conditions = node[1] === "map" ? given.slice(0, -1) : given;
  for (const condition of conditions) want(condition, "bool");
  return node[1] === "filter" ? list : only(results[String(node[1])] ?? "list");
}

function equality(a: Shape, b: Shape, detail: string, report: TypeReport): void {
  if (!a.kinds || !b.kinds) return;
  const never = a.values && b.values && !a.values.some((one) => b.values?.includes(one));
  // Text that was never typed may be kept as empty text.
  const blank = [a, b].some(({ values }) => values?.length === 1 && values[0] === "");
  if (apart(a.kinds, b.kinds) || (never && !blank)) report("never-equal", detail);
}

function apart(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return ![...a].some((kind) => b.has(kind));
}

function field(root: JsonObject, { schema }: Shape, name: string): Shape {
  const known = dereferenced(root, schema);
  return isObject(known) ? shapeOf(root, child(known["properties"], name)) : unknown;
}

function item(root: JsonObject, { schema }: Shape): Shape {
  const known = dereferenced(root, schema);
  return isObject(known) ? shapeOf(root, known["items"]) : unknown;
}

const kindNames: Readonly<Record<string, string>> = { integer: "number", boolean: "bool", array: "list", object: "map" };

function shapeOf(root: JsonObject, schema: Json | undefined): Shape {
  const known = dereferenced(root, schema);
  if (!isObject(known)) return unknown;
  const values = isList(known["enum"]) ? known["enum"] : Object.hasOwn(known, "const") ? [known["const"] as Json] : undefined;
  if (values) return { kinds: new Set(values.filter((one) => one !== null).map(kindOf)), schema: known, values };
  const types = [known["type"] ?? []].flat().filter((type) => typeof type === "string" && type !== "null") as readonly string[];
  return { kinds: types.length > 0 ? new Set(types.map((type) => kindNames[type] ?? type)) : null, schema: known };
}

function kindOf(value: Json): string {
  return Array.isArray(value) ? "list" : typeof value === "object" ? "map" : typeof value === "boolean" ? "bool" : typeof value;
}

/** The operation as an author would look for it: `data.way == "swim"`. */
function named(node: ExpressionNode): string {
  const [operator, a, b, c] = node;
  const of = (inner: unknown): string => named(inner as ExpressionNode);
  if (operator === "value") return JSON.stringify(a);
  if (operator === "id") return String(a);
  if (operator === ".") return `${of(a)}.${String(b)}`;
  if (operator === "!_" || operator === "-_") return `${operator[0]}${of(a)}`;
  if (operator === "call") return `${String(a)}(…)`;
  if (operator === "rcall") return `${of(b)}.${String(a)}(…)`;
  if (operator === "[]") return `${of(a)}[${of(b)}]`;
  if (operator === "?:") return `${of(a)} ? ${of(b)} : ${of(c)}`;
  return operator === "list" || operator === "map" ? "…" : `${of(a)} ${operator} ${of(b)}`;
}
