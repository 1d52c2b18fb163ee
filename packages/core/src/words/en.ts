import type { CurrencyNames, LanguageWords, UnitName } from "./language.ts";

const small = [
  "zero",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
  "thirteen",
  "fourteen",
  "fifteen",
  "sixteen",
  "seventeen",
  "eighteen",
  "nineteen",
] as const;
const tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"] as const;
const scales = [
  [1e15, "quadrillion"],
  [1e12, "trillion"],
  [1e9, "billion"],
  [1e6, "million"],
  [1e3, "thousand"],
  [1, ""],
] as const;

const cent: UnitName = { one: "cent", many: "cents" };
const currencies: Readonly<Record<string, CurrencyNames>> = {
  VND: { major: { one: "dong", many: "dong" }, minor: { one: "xu", many: "xu" } },
  USD: { major: { one: "dollar", many: "dollars" }, minor: cent },
  EUR: { major: { one: "euro", many: "euros" }, minor: cent },
};

function below1000(value: number): string[] {
  const words: string[] = [];
  const hundreds = Math.floor(value / 100);
  const rest = value % 100;
  if (hundreds > 0) words.push(small[hundreds] ?? "", "hundred");
  if (rest >= 20) words.push((tens[Math.floor(rest / 10)] ?? "") + (rest % 10 > 0 ? `-${small[rest % 10] ?? ""}` : ""));
  else if (rest > 0) words.push(small[rest] ?? "");
  return words;
}

function cardinal(value: number): string[] {
  if (value === 0) return [small[0]];
  const words: string[] = [];
  for (const [unit, name] of scales) {
    const part = Math.floor(value / unit) % 1000;
    if (part === 0) continue;
    words.push(...below1000(part));
    if (name) words.push(name);
  }
  return words;
}

export const en: LanguageWords = {
  currencies,
  spell(major, minor, names) {
    const words = [...cardinal(major), major === 1 ? names.major.one : names.major.many];
    if (minor > 0) words.push("and", ...cardinal(minor), minor === 1 ? names.minor.one : names.minor.many);
    const text = words.join(" ");
    return text.charAt(0).toUpperCase() + text.slice(1);
  },
  /** "and", hyphens and a closing "only" carry no value; singular and plural are one. */
  normalise(tokens) {
    const words = tokens.flatMap((token) => token.split("-")).filter((token) => token !== "and" && token !== "");
    if (words.at(-1) === "only") words.pop();
    return words.map((word) => plurals.get(word) ?? word);
  },
};

const plurals = new Map(
  Object.values(currencies).flatMap(({ major, minor }) => [major, minor].map(({ one, many }): [string, string] => [many, one])),
);
