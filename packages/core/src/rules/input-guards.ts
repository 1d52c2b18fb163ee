import { FiscError } from "../model/errors.ts";

export interface InputLimits {
  readonly depth: number;
  /** Objects, lists and values together. */
  readonly nodes: number;
  /** UTF-16 units of one text. */
  readonly text: number;
  /** UTF-16 units of one name. */
  readonly name: number;
}

export const inputLimits: InputLimits = { depth: 32, nodes: 200_000, text: 20_000, name: 100 };

const forbidden = new Set(["__proto__", "constructor", "prototype"]);

/**
 * Refuses JSON that no form makes, before anything looks into it: cheap, without recursion, at the first fault.
 * @throws FiscError (params `at`) `input.too-deep`, `input.too-large`, `input.too-long`, `input.forbidden-name`, `input.not-nfc`,
 *   `input.not-unicode`, `input.unsafe-number`, `input.not-json`
 */
export function guardInput(value: unknown, limits: InputLimits = inputLimits): void {
  const open: { readonly value: unknown; readonly at: string; readonly depth: number }[] = [{ value, at: "", depth: 0 }];
  let nodes = 0;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value: item, at, depth } = next;
    nodes += 1;
    if (depth > limits.depth) throw refusal("input.too-deep", at);
    if (nodes + open.length > limits.nodes) throw refusal("input.too-large", at);
    if (item === null || typeof item === "boolean") continue;
    if (typeof item === "string") guardText(item, at, limits.text);
    else if (typeof item === "number") guardNumber(item, at);
    else if (Array.isArray(item)) {
      if (item.length > limits.nodes) throw refusal("input.too-large", at);
      for (let i = item.length - 1; i >= 0; i -= 1) open.push({ value: item[i], at: `${at}[${i}]`, depth: depth + 1 });
    } else if (typeof item === "object" && (Object.getPrototypeOf(item) === Object.prototype || Object.getPrototypeOf(item) === null)) {
      for (const [name, child] of Object.entries(item)) {
        if (forbidden.has(name)) throw refusal("input.forbidden-name", at);
        guardText(name, at, limits.name);
        open.push({ value: child, at: at === "" ? name : `${at}.${name}`, depth: depth + 1 });
      }
    } else throw refusal("input.not-json", at);
  }
}

function guardText(text: string, at: string, longest: number): void {
  if (text.length > longest) throw refusal("input.too-long", at);
  if (!text.isWellFormed()) throw refusal("input.not-unicode", at);
  if (text.normalize("NFC") !== text) throw refusal("input.not-nfc", at);
}

/** Whole numbers must be exact; −0 has no form of its own in RFC 8785. */
function guardNumber(value: number, at: string): void {
  if (!Number.isFinite(value) || (Number.isInteger(value) && !Number.isSafeInteger(value)) || Object.is(value, -0))
    throw refusal("input.unsafe-number", at);
}

function refusal(code: string, at: string): FiscError {
  return new FiscError(code, { at: at.slice(0, 200) });
}
