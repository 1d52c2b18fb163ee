// Resolved by `imports` of package.json: all functions in a server, none in a page.
import { atHand } from "#rule-functions-at-hand";
import type { Json } from "../../model/json.ts";
import { loadWords, wordLanguages } from "../../words/languages.ts";

/** Functions by the name that expressions call them by. Each gets what stands between its brackets. */
export type CalledFunctions = Readonly<Record<string, (args: readonly Json[]) => Json>>;

type Source = () => Promise<{ readonly functions: CalledFunctions }>;

const words: Source = () => import("./words.ts");
const sources: Readonly<Record<string, Source>> = {
  words,
  readWords: () => import("./read-words.ts"),
  sameWords: words,
  identifier: () => import("./identifier.ts"),
  plainText: () => import("./text.ts"),
  daysBetween: () => import("./dates.ts"),
};
/** Functions that write or read in a language → which argument names it. */
const localeArgument: Readonly<Record<string, number>> = { words: 2, readWords: 2, sameWords: 3 };

let loaded: CalledFunctions = atHand;

export const onDemandNames: readonly string[] = Object.keys(sources);

/** Undefined where no expression may call that name, or where it was not loaded. */
export function onDemand(name: string): CalledFunctions[string] | undefined {
  return Object.hasOwn(loaded, name) ? loaded[name] : undefined;
}

/**
 * Brings what a published procedure's expressions call beside CEL's own functions: before a page evaluates them. A server has all.
 * Where it was not done, an expression that calls one of them fails (`rule.evaluation`), as it does by every other fault.
 */
export async function loadRuleFunctions(procedure: object): Promise<void> {
  const called = new Set<Source>();
  const locales = new Set<string>();
  visit(procedure as Json, (name, args) => {
    if (!onDemand(name)) called.add(sources[name] as Source);
    if (!Object.hasOwn(localeArgument, name)) return;
    const locale = args[localeArgument[name] as number] as readonly Json[] | undefined;
    // A language that is worked out may be any.
    for (const one of locale?.[0] === "value" ? [String(locale[1])] : wordLanguages) locales.add(one);
  });
  const [modules] = await Promise.all([Promise.all([...called].map((source) => source())), locales.size > 0 && loadWords([...locales])]);
  for (const { functions } of modules) loaded = { ...loaded, ...functions };
}

function visit(node: Json, found: (name: string, args: readonly Json[]) => void): void {
  if (typeof node !== "object" || node === null) return;
  if (Array.isArray(node) && node[0] === "call" && typeof node[1] === "string" && Object.hasOwn(sources, node[1]))
    found(node[1], node[2] as readonly Json[]);
  for (const child of Array.isArray(node) ? node : Object.values(node)) visit(child as Json, found);
}
