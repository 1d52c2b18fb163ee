import { lookalikes, type Alphabet } from "./lookalikes.ts";
import { bidiControls, controls, invisible } from "./typed.ts";
import { codePoint } from "./unseen.ts";

export { typedText } from "./typed.ts";

/**
 * `not-unicode`: half of a surrogate pair. `not-composed`: letters and their marks apart (not NFC). `bidi`: marks that turn the direction.
 * `invisible`: characters without a shape. `control`: characters that are none of a text. `mixed-script`: one word in two alphabets.
 * `other-script`: a letter of none of the alphabets that may be used. `lookalike`: a word in another alphabet than the text around it,
 * of letters that look the same in both; it may be meant so, hence a doubt.
 */
export type TextFaultCode =
  | "not-unicode"
  | "not-composed"
  | "bidi"
  | "invisible"
  | "control"
  | "mixed-script"
  | "other-script"
  | "lookalike";

export interface TextFault {
  readonly code: TextFaultCode;
  readonly severity: "error" | "warning";
  /** Where it stands: UTF-16 units of the text. */
  readonly at: number;
  readonly length: number;
  /** What stands there; of a character that cannot be seen, its code point `U+202E`. */
  readonly found: string;
  /** What to put there instead; absent where only the writer knows. */
  readonly instead?: string;
}

export interface InspectOptions {
  /** Unicode script names that letters may come from (`Latin`, `Cyrillic`); any where absent. */
  readonly scripts?: readonly string[];
}

/** Alphabets that have words of one script only. Others, as those of Japanese, mix by nature and are left alone. */
const scripts = ["Latin", "Cyrillic", "Greek", "Armenian", "Georgian", "Hebrew", "Arabic"] as const;
const patterns = scripts.map((script) => [script, new RegExp(`\\p{Script_Extensions=${script}}`, "u")] as const);
const word = /[\p{L}\p{M}\p{N}]+(?:['’ʼ][\p{L}\p{M}]+)*/gu;
const letter = /\p{L}/u;
const romanNumber = /^[IVXLCDM]+$/;

/**
 * What may be wrong with a text that people are to read and sign, in order of place. After UTS #39 ("mixed-script", "whole-script
 * confusables"), word by word: an English word within other text is no fault.
 */
export function inspectText(text: string, { scripts: allowed }: InspectOptions = {}): readonly TextFault[] {
  const faults: TextFault[] = [];
  const add = (code: TextFaultCode, at: number, found: string, instead?: string): void => {
    const severity = code === "lookalike" ? "warning" : "error";
    faults.push({ code, severity, at, length: found.length, found: seen(found, code), ...(instead === undefined ? {} : { instead }) });
  };
  for (const [code, pattern] of [
    ["not-unicode", /\p{Cs}/u],
    ["bidi", bidiControls],
    ["control", controls],
  ] as const)
    for (const { 0: found, index } of text.matchAll(new RegExp(pattern, "gu")))
      add(code, index, found, code === "control" ? "" : undefined);
  for (const { 0: found, index } of text.matchAll(new RegExp(invisible, "gu")))
    if (!bidiControls.test(found)) add("invisible", index, found, "");
  if (text.isWellFormed() && text.normalize("NFC") !== text)
    for (const { 0: found, index } of text.matchAll(/\P{M}\p{M}+/gu))
      if (found.normalize("NFC") !== found) add("not-composed", index, found, found.normalize("NFC"));
  const main = mainAlphabet(text);
  for (const { 0: found, index } of text.matchAll(word))
    inspectWord(found, main, allowed, (code, instead) => add(code, index, found, instead));
  return faults.sort((a, b) => a.at - b.at);
}

/** True where nothing but doubts was found: for rules and for what refuses. */
export function isPlainText(text: string, options: InspectOptions = {}): boolean {
  return inspectText(text, options).every(({ severity }) => severity === "warning");
}

/**
 * The text with every fault mended that has one way to mend it. Doubts are left to the writer. A word whose letters tie goes by the text
 * around it, which a mended word may settle: hence pass after pass, each with fewer faults than the one before.
 */
export function mendedText(text: string, options: InspectOptions = {}): string {
  let mended = text;
  for (;;) {
    const faults = inspectText(mended, options).filter(({ severity, instead }) => severity === "error" && instead !== undefined);
    if (faults.length === 0) return mended;
    let untouched = mended.length;
    for (const { at, length, instead = "" } of faults.reverse()) {
      // A hidden mark inside a word of two alphabets: one of them now, the other in the next pass.
      if (at + length > untouched) continue;
      mended = mended.slice(0, at) + instead + mended.slice(at + length);
      untouched = at;
    }
    mended = mended.normalize("NFC");
  }
}

type Report = (code: TextFaultCode, instead?: string) => void;

function inspectWord(found: string, main: Alphabet | null, allowed: readonly string[] | undefined, report: Report): void {
  const letters = [...found].filter((character) => letter.test(character));
  const used = letters.map(scriptsOf).filter((of) => of.length > 0);
  const common = scripts.filter((script) => used.every((of) => of.includes(script)));
  if (used.length > 0 && common.length === 0) return report("mixed-script", inAlphabet(found, majority(letters) ?? main));
  if (allowed && used.some((of) => !of.some((script) => allowed.includes(script))))
    return report("other-script", inAlphabet(found, allowed.length === 1 ? asAlphabet(allowed[0]) : null));
  if (!main || used.length === 0 || common.some((script) => script === main) || romanNumber.test(found)) return undefined;
  const instead = inAlphabet(found, main);
  return instead === undefined ? undefined : report("lookalike", instead);
}

/** The word with the letters of another alphabet put right; undefined where one has no likeness. */
function inAlphabet(found: string, alphabet: Alphabet | null): string | undefined {
  if (!alphabet) return undefined;
  let whole = "";
  for (const character of found.normalize("NFC")) {
    const own = !letter.test(character) || scriptsOf(character).some((script) => script === alphabet);
    const like = own ? character : lookalikes[alphabet].get(character);
    if (like === undefined) return undefined;
    whole += like;
  }
  return whole;
}

function scriptsOf(character: string): readonly string[] {
  return patterns.filter(([, pattern]) => pattern.test(character)).map(([script]) => script);
}

/** The alphabet that most letters are of: of two that tie, none. */
function majority(letters: readonly string[]): Alphabet | null {
  const count = (alphabet: Alphabet): number => letters.filter((one) => scriptsOf(one).some((script) => script === alphabet)).length;
  const [latin, cyrillic] = [count("Latin"), count("Cyrillic")];
  return latin === cyrillic ? null : latin > cyrillic ? "Latin" : "Cyrillic";
}

/** The alphabet of the text: that of at least two thirds of its letters. */
function mainAlphabet(text: string): Alphabet | null {
  const letters = [...text].filter((character) => letter.test(character));
  for (const alphabet of ["Cyrillic", "Latin"] as const) {
    const own = letters.filter((one) => scriptsOf(one).some((script) => script === alphabet)).length;
    if (own > 0 && own * 3 >= letters.length * 2) return alphabet;
  }
  return null;
}

function asAlphabet(script: string | undefined): Alphabet | null {
  return script === "Latin" || script === "Cyrillic" ? script : null;
}

function seen(found: string, code: TextFaultCode): string {
  if (code !== "bidi" && code !== "invisible" && code !== "control" && code !== "not-unicode") return found;
  return [...found].map((character) => codePoint(character.codePointAt(0))).join(" ");
}
