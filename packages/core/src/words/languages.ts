// Resolved by `imports` of package.json: every language in a server, none in a page.
import { atHand } from "#words-at-hand";
import { FiscError } from "../model/errors.ts";
import type { LanguageWords } from "./language.ts";

const sources: Readonly<Record<string, () => Promise<LanguageWords>>> = {
  en: async () => (await import("./en.ts")).en,
  kk: async () => (await import("./kk.ts")).kk,
  ru: async () => (await import("./ru.ts")).ru,
  uk: async () => (await import("./uk.ts")).uk,
  vi: async () => (await import("./vi.ts")).vi,
};

const loaded = new Map(atHand.map((words) => [words.language, words]));

/** Languages that amounts can be written in. */
export const wordLanguages: readonly string[] = Object.keys(sources);

/**
 * Brings the words of these languages; the others are passed over (what is written in them fails by itself).
 * Needed in a page before amounts are written or read there; a server has all of them.
 * @param locales BCP 47 tags. A script makes no difference: words of `kk-Latn` are in Cyrillic, the script of official documents,
 *   because no Latin spelling of Kazakh is settled.
 */
export async function loadWords(locales: readonly string[]): Promise<void> {
  const missing = new Set(locales.map(languageIn).filter((language) => Object.hasOwn(sources, language) && !loaded.has(language)));
  const came = await Promise.all([...missing].map((language) => (sources[language] as () => Promise<LanguageWords>)()));
  for (const words of came) loaded.set(words.language, words);
}

/** @throws FiscError `words.unknown-locale`, `words.not-loaded` */
export function wordsOf(locale: string): LanguageWords {
  const language = languageIn(locale);
  const words = loaded.get(language);
  if (!words) throw new FiscError(Object.hasOwn(sources, language) ? "words.not-loaded" : "words.unknown-locale", { locale });
  return words;
}

function languageIn(locale: string): string {
  return locale.split("-")[0]?.toLowerCase() ?? "";
}
