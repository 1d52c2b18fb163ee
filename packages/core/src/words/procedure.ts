import type { Json } from "../model/json.ts";
import { loadWords, wordLanguages } from "./languages.ts";

/** Functions of expressions that need a language's words → which argument names the language. */
const localeArgument: Readonly<Record<string, number>> = { words: 2, readWords: 2, sameWords: 3 };

/** Brings every language that a published procedure's expressions write or read amounts in; nothing where they do not. */
export async function loadWordsFor(procedure: object): Promise<void> {
  const locales = new Set<string>();
  visit(procedure as Json, locales);
  if (locales.size > 0) await loadWords([...locales]);
}

function visit(node: Json, locales: Set<string>): void {
  if (typeof node !== "object" || node === null) return;
  if (Array.isArray(node) && node[0] === "call" && typeof node[1] === "string" && Object.hasOwn(localeArgument, node[1])) {
    const locale = (node[2] as Json[] | undefined)?.[localeArgument[node[1]] as number] as Json[] | undefined;
    // A language that is worked out may be any.
    for (const one of locale?.[0] === "value" ? [String(locale[1])] : wordLanguages) locales.add(one);
  }
  for (const child of Array.isArray(node) ? node : Object.values(node)) visit(child as Json, locales);
}
