import type { Json } from "../model/json.ts";
import { exact, fail, isList, isObject, numberOf, sameJson } from "./values.ts";

const maxText = 100_000;

export function member(value: Json, name: string): Json {
  if (value === null) return null;
  if (!isObject(value)) return fail("type", `.${name}`);
  return Object.hasOwn(value, name) ? (value[name] ?? null) : null;
}

export function element(value: Json, key: Json): Json {
  if (isList(value)) {
    if (typeof key !== "number" || !Number.isInteger(key)) return fail("type", "index");
    return value[key] ?? (key < 0 || key >= value.length ? fail("index", String(key)) : null);
  }
  return typeof key === "string" ? member(value, key) : fail("type", "key");
}

export function isMember(value: Json, of: Json): boolean {
  if (isList(of)) return of.some((item) => sameJson(item, value));
  if (isObject(of)) return typeof value === "string" && Object.hasOwn(of, value);
  return fail("type", "in");
}

export function add(a: Json, b: Json): Json {
  if (typeof a === "string" && typeof b === "string") return a.length + b.length > maxText ? fail("too-long") : a + b;
  if (isList(a) && isList(b)) return [...a, ...b];
  return exact(numberOf(a) + numberOf(b));
}

export function calculate(operator: "-" | "*" | "/" | "%", left: Json, right: Json): number {
  const a = numberOf(left);
  const b = numberOf(right);
  if (operator === "-") return exact(a - b);
  if (operator === "*") return exact(a * b);
  const whole = Number.isInteger(a) && Number.isInteger(b);
  if (b === 0) return fail("division-by-zero");
  if (operator === "/") return exact(whole ? Math.trunc(a / b) + 0 : a / b);
  return whole ? (a % b) + 0 : fail("type", "%");
}

export function negate(value: Json): number {
  return 0 - numberOf(value);
}

export function compare(operator: "<" | "<=" | ">" | ">=", a: Json, b: Json): boolean {
  const order = orderOf(a, b);
  if (operator === "<") return order < 0;
  if (operator === "<=") return order <= 0;
  return operator === ">" ? order > 0 : order >= 0;
}

function orderOf(a: Json, b: Json): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  if (typeof a === "boolean" && typeof b === "boolean") return Number(a) - Number(b);
  if (typeof a === "string" && typeof b === "string") return codePointOrder(a, b);
  return fail("type", "comparison");
}

/** CEL orders text by code point; JavaScript's `<` goes by UTF-16 unit, which differs above U+FFFF. */
function codePointOrder(a: string, b: string): number {
  let i = 0;
  while (i < a.length && i < b.length && a[i] === b[i]) i += 1;
  if (i === a.length || i === b.length) return a.length - b.length;
  return rank(a.charCodeAt(i)) - rank(b.charCodeAt(i));
}

/** Surrogates stand for code points above all others. */
function rank(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}
