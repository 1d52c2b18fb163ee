import type { CurrencyNames, DeclinedName, LanguageWords } from "./language.ts";

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

const counted = (one: string, many: string): DeclinedName => ({ one, many });
const cent = counted("cent", "cents");
const currencies: Readonly<Record<string, CurrencyNames>> = {
  VND: { major: "dong", minor: "xu" },
  UAH: { major: counted("hryvnia", "hryvnias"), minor: counted("kopiyka", "kopiykas") },
  KZT: { major: "tenge", minor: "tiyn" },
  USD: { major: counted("dollar", "dollars"), minor: cent },
  EUR: { major: counted("euro", "euros"), minor: cent },
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
  language: "en",
  currencies,
  cardinal,
  form: (value, name) => (value === 1 ? name.one : name.many),
  joiner: "and",
  closing: "only",
  variants: ["only"],
  readings: [[]],
  sameWord: {},
  unsaid: ["and"],
  values: Object.fromEntries([
    ...small.map((word, i): [string, number] => [word, i]),
    ...tens.slice(2).map((word, i): [string, number] => [word, i * 10 + 20]),
  ]),
  multipliers: { hundred: 100, ...Object.fromEntries(scales.slice(0, -1).map(([unit, name]): [string, number] => [name, unit])) },
};
