// The words that docs/glossary.md rules out.

/**
 * Rows of the tables whose head names columns «not in <locale>».
 * @returns {readonly { locale: string, term: string, pattern: RegExp }[]}
 */
export function forbiddenTerms(markdown) {
  const terms = [];
  let heads = [];
  for (const line of markdown.split("\n")) {
    if (!line.startsWith("|")) {
      heads = [];
      continue;
    }
    const cells = line
      .slice(1, line.lastIndexOf("|"))
      .split(/(?<!\\)\|/)
      .map((cell) => cell.trim().replaceAll("\\|", "|"));
    if (heads.length === 0) {
      heads = cells;
      continue;
    }
    cells.forEach((cell, index) => {
      const locale = /^not in ([a-z]{2}(?:-[A-Z][a-z]{3})?)$/.exec(heads[index] ?? "")?.[1];
      if (!locale) return;
      for (const [, term] of cell.matchAll(/`([^`]+)`/g)) terms.push({ locale, term, pattern: patternOf(term) });
    });
  }
  return terms;
}

function patternOf(term) {
  if (term.startsWith("/") && term.endsWith("/")) return new RegExp(term.slice(1, -1), "iu");
  return new RegExp(`(?<!\\p{L})${term.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?!\\p{L})`, "iu");
}

/** @param texts what people read: `where` it stands, its `locale`, the `text` */
export function findForbidden(terms, texts) {
  return texts.flatMap(({ where, locale, text }) =>
    terms
      .filter((each) => each.locale === locale && each.pattern.test(text.replaceAll(/\{\w+\}/g, "{}")))
      .map(({ term }) => `${where}: says «${term}», which the glossary rules out: ${text}`),
  );
}
