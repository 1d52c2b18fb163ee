import type { CurrencyNames, LanguageWords } from "./language.ts";

/** What stands before the name of each unit, in the usual spelling. Figures may stand for the minor units. */
export interface AmountParts {
  readonly major: readonly string[];
  /** Empty where none are named. */
  readonly minor: readonly string[];
}

/** Capitals: no token of a text can be one. */
const [majorMark, minorMark] = ["MAJOR", "MINOR"];

/** Null where the text is not "number, unit, and perhaps number, unit". */
export function partsOf(text: string, words: LanguageWords, names: CurrencyNames): AmountParts | null {
  const tokens = withUnits(tokensOf(text, words.language), words, names);
  const at = tokens.indexOf(majorMark);
  if (at <= 0) return null;
  const rest = tokens.slice(at + 1);
  if (words.closing !== undefined && rest.at(-1) === words.closing) rest.pop();
  if (rest[0] === words.joiner) rest.shift();
  if (rest.length > 0 && (rest.pop() !== minorMark || rest.length === 0)) return null;
  const usual = (part: readonly string[]): readonly string[] =>
    part.map((word) => (Object.hasOwn(words.sameWord, word) ? (words.sameWord[word] as string) : word));
  return { major: usual(tokens.slice(0, at)), minor: usual(rest) };
}

/** The number that the words add up to, whatever their order; null where one is no number. Whoever asks writes it out again to compare. */
export function numberIn(tokens: readonly string[], words: LanguageWords): number | null {
  const terms: number[] = [];
  for (const token of tokens) {
    if (Object.hasOwn(words.values, token)) terms.push(words.values[token] as number);
    else if (Object.hasOwn(words.multipliers, token)) {
      const factor = words.multipliers[token] as number;
      let count: number | undefined;
      for (let last = terms.at(-1); last !== undefined && last < factor; last = terms.at(-1)) count = (count ?? 0) + (terms.pop() ?? 0);
      terms.push((count ?? 1) * factor);
    } else if (!words.unsaid.includes(token)) return null;
  }
  const sum = terms.reduce((total, term) => total + term, 0);
  return terms.length > 0 && Number.isSafeInteger(sum) ? sum : null;
}

/** Words without what carries no value: to compare two ways of writing. */
export function spoken(tokens: readonly string[], words: LanguageWords): string {
  return tokens
    .flatMap((token) => token.split("-"))
    .filter((token) => !words.unsaid.includes(token))
    .join(" ");
}

function tokensOf(text: string, language: string): string[] {
  return text
    .normalize("NFC")
    .toLocaleLowerCase(language)
    .replace(/[\u2019\u02BC\u2018`\u00B4]/gu, "'")
    .split(/[\s.,;:/()\-\u2010\u2011]+/u)
    .filter((token) => token !== "");
}

/** Names of units, in whichever form, become one mark each. */
function withUnits(tokens: readonly string[], words: LanguageWords, { major, minor }: CurrencyNames): string[] {
  let line = ` ${tokens.join(" ")} `;
  for (const [mark, { one, few, many }] of [[majorMark, major] as const, [minorMark, minor] as const])
    for (const form of new Set([one, few ?? many, many]))
      line = line.replaceAll(` ${tokensOf(form, words.language).join(" ")} `, ` ${mark} `);
  return line.trim().split(" ");
}
