import type { Json } from "../model/json.ts";
import { onDemand, onDemandNames } from "./on-demand/registry.ts";
import { exact, fail, isList, isObject, numberOf, textOf } from "./values.ts";

/** CEL's own functions, as far as forms need them, and Fisc's few. `has` and the macros live in the evaluator, others come on demand. */
const functions: Readonly<Record<string, (args: readonly Json[]) => Json>> = {
  size: ([value]) => sizeOf(value ?? null),
  string: ([value]) =>
    typeof value === "string" ? value : typeof value === "number" || typeof value === "boolean" ? String(value) : fail("type", "string()"),
  int: ([value]) => wholeNumber(value ?? null),
  double: ([value]) => (typeof value === "number" ? value : decimal(textOf(value))),
  dyn: ([value]) => value ?? null,
  sum: ([list]) => entries(list).reduce<number>((total, item) => (item === null ? total : exact(total + numberOf(item))), 0),
  count: ([list]) => entries(list).filter((item) => item !== null && item !== "" && item !== false).length,
  min: ([list]) => extreme(list, (a, b) => a < b),
  max: ([list]) => extreme(list, (a, b) => a > b),
};

const methods: Readonly<Record<string, (on: Json, args: readonly Json[]) => Json>> = {
  size: (on) => sizeOf(on),
  startsWith: (on, [part]) => textOf(on).startsWith(textOf(part)),
  endsWith: (on, [part]) => textOf(on).endsWith(textOf(part)),
  contains: (on, [part]) => textOf(on).includes(textOf(part)),
  matches: (on, [pattern]) => matches(textOf(on), textOf(pattern)),
  lowerAscii: (on) => textOf(on).replace(/[A-Z]/g, (letter) => letter.toLowerCase()),
  upperAscii: (on) => textOf(on).replace(/[a-z]/g, (letter) => letter.toUpperCase()),
  trim: (on) => textOf(on).replace(/^\p{White_Space}+|\p{White_Space}+$/gu, ""),
  substring: (on, [start, end]) => substring(textOf(on), numberOf(start ?? null), end === undefined ? undefined : numberOf(end)),
  split: (on, [separator]) => (separator === "" ? [...textOf(on)] : textOf(on).split(textOf(separator))),
  join: (on, [separator]) =>
    entries(on)
      .map(textOf)
      .join(separator === undefined ? "" : textOf(separator)),
};

/** Names that a definition may call without bringing its own function. */
export const functionNames: ReadonlySet<string> = new Set([...Object.keys(functions), ...onDemandNames, "has", "knownCode"]);
export const methodNames: ReadonlySet<string> = new Set([...Object.keys(methods), "all", "exists", "exists_one", "map", "filter"]);

export function callFunction(name: string, args: readonly Json[]): Json {
  const body = Object.hasOwn(functions, name) ? functions[name] : onDemand(name);
  return body ? body(args) : fail("unknown-function", name);
}

export function callMethod(name: string, on: Json, args: readonly Json[]): Json {
  const body = Object.hasOwn(methods, name) ? methods[name] : undefined;
  return body ? body(on, args) : fail("unknown-function", name);
}

function entries(list: Json | undefined): readonly Json[] {
  return list === null || list === undefined ? [] : isList(list) ? list : fail("type", "list expected");
}

/** Null where the list has no number. */
function extreme(list: Json | undefined, beats: (a: number, b: number) => boolean): Json {
  return entries(list).reduce((best, item) => {
    if (item === null) return best;
    const number = numberOf(item);
    return best === null || beats(number, numberOf(best)) ? number : best;
  }, null);
}

function sizeOf(value: Json): number {
  if (typeof value === "string") return [...value].length;
  if (isList(value)) return value.length;
  if (isObject(value)) return Object.keys(value).length;
  return fail("type", "size()");
}

function wholeNumber(value: Json): number {
  if (typeof value === "number") return exact(Math.trunc(value));
  return /^[+-]?\d{1,16}$/.test(textOf(value)) ? exact(Number(value)) : fail("conversion", "int()");
}

function decimal(text: string): number {
  return /^[+-]?\d{1,16}(\.\d{1,16})?(e[+-]?\d{1,3})?$/i.test(text) ? exact(Number(text)) : fail("conversion", "double()");
}

function substring(text: string, start: number, end?: number): string {
  const letters = [...text];
  const to = end ?? letters.length;
  return start >= 0 && start <= to && to <= letters.length ? letters.slice(start, to).join("") : fail("index", "substring()");
}

const patterns = new Map<string, RegExp>();

/** Texts are bounded here, nested repetition is refused at publication: together they keep a match from running away. */
function matches(text: string, pattern: string): boolean {
  if (text.length > 5_000 || pattern.length > 500) return fail("too-long", "matches()");
  let compiled = patterns.get(pattern);
  if (!compiled) {
    if (patterns.size > 200) patterns.clear();
    try {
      compiled = new RegExp(pattern, "u");
    } catch {
      return fail("pattern", pattern);
    }
    patterns.set(pattern, compiled);
  }
  return compiled.test(text);
}
