import type { IdentifierCheck, IdentifierScheme, WeightedCheck } from "../model/identifier.ts";

/**
 * `letters`: a character that no identifier has, perhaps from another alphabet (О for 0, К for K); `shape`: too long, too short or not
 * put together so; `check`: the check digits do not fit, so a digit is wrong or two are swapped.
 */
export type IdentifierFault = "letters" | "shape" | "check";

/** Longer texts are no identifiers; nobody's pattern is tried on them. */
const longest = 64;

const zeroWidthAndSpaces = /[\s\u200B-\u200D\u2060\uFEFF]/gu;

/** The identifier as it is kept: NFKC, capitals, without the signs that help to read it. */
export function plainIdentifier(text: string, scheme: IdentifierScheme): string {
  const plain = text.normalize("NFKC").replace(zeroWidthAndSpaces, "").toUpperCase();
  const separators = scheme.separators ?? "";
  return [...plain].filter((character) => !separators.includes(character)).join("");
}

/** What is wrong with the text as an identifier of that scheme; null where nothing is. Spaces never are. */
export function identifierFault(text: string, scheme: IdentifierScheme): IdentifierFault | null {
  const plain = plainIdentifier(text, scheme);
  if (plain.length > longest) return "shape";
  if (!/^[\x20-\x7E]*$/.test(plain)) return "letters";
  if (!scheme.shapes.some((shape) => patternOf(shape).test(plain))) return "shape";
  for (const check of scheme.checks) {
    const fault = faultOf(check, plain);
    if (fault) return fault;
  }
  return null;
}

export function isIdentifier(text: string, scheme: IdentifierScheme): boolean {
  return identifierFault(text, scheme) === null;
}

/** In groups of four, as accounts are printed; without the spaces it is the same identifier. */
export function groupedIdentifier(text: string, size = 4): string {
  return text.replace(/\s/gu, "").replace(new RegExp(`(.{${size}})(?=.)`, "gu"), "$1 ");
}

function faultOf(check: IdentifierCheck, plain: string): IdentifierFault | null {
  switch (check.type) {
    case "mod97":
      return remainder97(plain.slice(4) + plain.slice(0, 4)) === 1 ? null : "check";
    case "lengthByPrefix": {
      const prefix = Object.keys(check.lengths).find((one) => plain.startsWith(one));
      return prefix !== undefined && check.lengths[prefix] === plain.length ? null : "shape";
    }
    case "weighted":
      return !concerns(check, plain) || checkDigit(plain, check) === digitAt(plain, check.rounds[0]?.length ?? 0) ? null : "check";
  }
}

function concerns({ lengths, ranges }: WeightedCheck, plain: string): boolean {
  if (lengths && !lengths.includes(plain.length)) return false;
  return !ranges || ranges.some(([first, last]) => plain.length === first.length && plain >= first && plain <= last);
}

/** Null where no digit makes such a number whole. */
function checkDigit(plain: string, { rounds, modulus, complement, otherwise }: WeightedCheck): number | null {
  for (const weights of rounds) {
    const sum = weights.reduce((total, weight, i) => total + weight * (digitAt(plain, i) ?? Number.NaN), 0);
    // Weights may be negative: the remainder is not.
    const remainder = ((sum % modulus) + modulus) % modulus;
    const digit = complement === undefined ? remainder : complement - remainder;
    if (digit >= 0 && digit <= 9) return digit;
  }
  return otherwise ?? null;
}

function digitAt(plain: string, at: number): number | null {
  const digit = plain.charAt(at);
  return digit >= "0" && digit <= "9" ? Number(digit) : null;
}

function remainder97(text: string): number {
  let remainder = 0;
  for (const character of text)
    for (const digit of Number.parseInt(character, 36).toString()) remainder = (remainder * 10 + Number(digit)) % 97;
  return remainder;
}

const patterns = new Map<string, RegExp>();

function patternOf(shape: string): RegExp {
  let pattern = patterns.get(shape);
  if (!pattern) {
    pattern = new RegExp(`^(?:${shape})$`, "u");
    patterns.set(shape, pattern);
  }
  return pattern;
}
