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

/** Words without what carries no value: to compare two ways of writing. */
export function spoken(tokens: readonly string[], words: LanguageWords): string {
  return tokens
    .flatMap((token) => token.split("-"))
    .filter((token) => !words.unsaid.includes(token))
    .join(" ");
}

/** Figures of minor units count only with all their digits. */
export function figuresIn(part: readonly string[], decimals: number): number | undefined {
  const [only = "", ...rest] = part;
  return rest.length === 0 && only.length === decimals && /^\d+$/.test(only) ? Number(only) : undefined;
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
  for (const [mark, name] of [[majorMark, major] as const, [minorMark, minor] as const])
    for (const form of typeof name === "string" ? [name] : [name.one, name.few ?? name.many, name.many])
      line = line.replaceAll(` ${tokensOf(form, words.language).join(" ")} `, ` ${mark} `);
  return line.trim().split(" ");
}
