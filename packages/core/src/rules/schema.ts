import { Validator, type OutputUnit } from "@cfworker/json-schema";
import type { Violation } from "../model/errors.ts";
import type { Json, JsonObject } from "../model/json.ts";
import { guardInput } from "./input-guards.ts";
import { unseenIn } from "../text/unseen.ts";
import { formatPath, isList, isObject, type PathSegments } from "./paths.ts";
import { child, dereferenced } from "./schema-paths.ts";

export { guardInput, inputLimits, type InputLimits } from "./input-guards.ts";

const validators = new WeakMap<JsonObject, Validator>();

/** Keywords that only say that something below them failed. */
const containers = new Set([
  "properties",
  "items",
  "prefixItems",
  "additionalProperties",
  "patternProperties",
  "$ref",
  "allOf",
  "if",
  "then",
  "else",
]);
/** Values of these keywords go into the message as `{limit}`. */
const limits = new Set([
  "minLength",
  "maxLength",
  "minimum",
  "maximum",
  "exclusiveMinimum",
  "exclusiveMaximum",
  "minItems",
  "maxItems",
  "multipleOf",
]);

/**
 * The shape of a dossier's data by JSON Schema 2020-12, after guards against hostile input. Rules are named by keyword:
 * `schema.required` stands at the missing field, `schema.additionalProperties` at the one that is too much. No schema has to ask for
 * `schema.seen`: no text holds what people would not see while they sign it (params `found`: code point, `at`: UTF-16 unit).
 * @throws FiscError `input.…` (see `guardInput`)
 */
export function validateData(schema: JsonObject, data: unknown): readonly Violation[] {
  guardInput(data);
  let validator = validators.get(schema);
  if (!validator) validators.set(schema, (validator = new Validator(schema, "2020-12", false)));
  const { errors } = validator.validate(data);
  const found = new Map<string, Violation>();
  for (const violation of errors.flatMap((error) => violationsOf(schema, data as Json, error)))
    found.set(`${violation.rule} ${violation.at}`, violation);
  return [...found.values(), ...unseen(data as Json, [])];
}

function unseen(value: Json, at: PathSegments): readonly Violation[] {
  if (typeof value === "string") {
    const mark = unseenIn(value);
    return mark ? [violation("seen", formatPath(at), mark)] : [];
  }
  if (isList(value)) return value.flatMap((item, i) => unseen(item, [...at, i]));
  return isObject(value) ? Object.entries(value).flatMap(([name, item]) => unseen(item, [...at, name])) : [];
}

function violationsOf(schema: JsonObject, data: Json, error: OutputUnit): readonly Violation[] {
  const { keyword } = error;
  if (containers.has(keyword)) return [];
  const at = pathOf(data, error.instanceLocation);
  // A closed object shows up as the schema `false` at what is too much.
  if (keyword === "false") return [violation("additionalProperties", at)];
  const value = keywordValue(schema, error.keywordLocation);
  if (keyword === "required" && isList(value)) {
    const object = valueAtPointer(data, error.instanceLocation);
    return value
      .filter((name): name is string => typeof name === "string" && isObject(object) && !Object.hasOwn(object, name))
      .map((name) => violation("required", at === "" ? name : `${at}.${name}`));
  }
  return [violation(keyword, at, limits.has(keyword) && typeof value === "number" ? { limit: value } : {})];
}

function violation(keyword: string, at: string, params: Violation["params"] = {}): Violation {
  return { rule: `schema.${keyword}`, severity: "error", at, message: `schema.${keyword}`, params };
}

function tokens(pointer: string): readonly string[] {
  return pointer
    .replace(/^#\/?/, "")
    .split("/")
    .filter((token) => token !== "")
    .map((token) => decodeURIComponent(token).replaceAll("~1", "/").replaceAll("~0", "~"));
}

function pathOf(data: Json, pointer: string): string {
  let value: Json | undefined = data;
  return formatPath(
    tokens(pointer).map((token) => {
      const segment = isList(value) ? Number(token) : token;
      value = child(value, token);
      return segment;
    }),
  );
}

function valueAtPointer(data: Json, pointer: string): Json | undefined {
  return tokens(pointer).reduce<Json | undefined>(child, data);
}

/** What the schema says under the keyword that failed; its location runs through `$ref`s. */
function keywordValue(schema: JsonObject, location: string): Json | undefined {
  return tokens(location).reduce<Json | undefined>(
    (value, token) => (token === "$ref" ? dereferenced(schema, value) : child(value, token)),
    schema,
  );
}
