// A portal's pages: the Vietnamese words stand in the markup, marked by `data-text`; `english.ts` beside them has the English ones.
import { dirname, join } from "node:path";
import { wordsInMarkup } from "./template-texts.mjs";

/**
 * @param read gives the content of a file
 * @param {readonly string[]} files pages
 * @returns {{ texts: readonly { where: string, locale: string, text: string }[], problems: readonly string[] }}
 */
export function pageTexts(read, files) {
  const texts = [];
  const problems = [];
  for (const [folder, pages] of Map.groupBy(
    files.filter((file) => read(file).includes("data-text")),
    dirname,
  )) {
    const source = join(folder, "english.ts");
    const english = new Map([...read(source).matchAll(/^ {2}"?([\w.]+)"?:\s*"((?:[^"\\]|\\.)*)",$/gm)].map(([, key, text]) => [key, text]));
    const vietnamese = new Map();
    for (const page of pages) {
      const markup = read(page);
      for (const [, key, content] of markup.matchAll(/data-text="([\w.]+)"[^>]*>([^<]*)</g)) {
        const text = content.replaceAll(/\s+/g, " ").trim();
        const before = vietnamese.get(key);
        if (before !== undefined && before !== text) problems.push(`${page}: "${key}" is «${text}», on another page «${before}»`);
        vietnamese.set(key, text);
        texts.push({ where: `${page}: "${key}"`, locale: "vi", text });
      }
      // who has no script, or looks for their language, is spoken to in both
      const unmarked = markup
        .replaceAll(/<noscript\b[\s\S]*?<\/noscript\s*>/g, "")
        .replaceAll(/<button\b[^>]*\blang="[^"]*"[^>]*>[^<]*/g, "")
        .replaceAll(/<\w+\b[^>]*\bdata-(?:text|label)="[^"]*"[^>]*>[^<]*/g, "");
      for (const words of wordsInMarkup(unmarked)) problems.push(`${page}: words without data-text: ${words}`);
    }
    for (const [key, text] of english) texts.push({ where: `${source}: "${key}"`, locale: "en", text });
    for (const key of vietnamese.keys()) if (!english.has(key)) problems.push(`${source}: "${key}" is missing`);
    for (const key of english.keys()) if (!vietnamese.has(key)) problems.push(`${source}: "${key}" stands on no page`);
  }
  return { texts, problems };
}
