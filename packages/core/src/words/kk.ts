import type { CurrencyNames, LanguageWords } from "./language.ts";

const ones = ["", "бір", "екі", "үш", "төрт", "бес", "алты", "жеті", "сегіз", "тоғыз"] as const;
const tens = ["", "он", "жиырма", "отыз", "қырық", "елу", "алпыс", "жетпіс", "сексен", "тоқсан"] as const;
const scales = ["", "мың", "миллион", "миллиард", "триллион", "квадриллион"] as const;
const hundred = "жүз";
const zero = "нөл";

/** After a number nouns stand in the singular. */
const currencies: Readonly<Record<string, CurrencyNames>> = {
  KZT: { major: "теңге", minor: "тиын" },
  UAH: { major: "гривна", minor: "копейка" },
  VND: { major: "донг", minor: "су" },
  USD: { major: "АҚШ доллары", minor: "цент" },
  EUR: { major: "еуро", minor: "цент" },
};

/** `chosen` names the words that stand bare where the count is one: "жүз" beside "бір жүз". */
function cardinal(value: number, chosen: ReadonlySet<string>): string[] {
  if (value === 0) return [zero];
  const words: string[] = [];
  for (let power = scales.length - 1; power >= 0; power -= 1) {
    const part = Math.floor(value / 1000 ** power) % 1000;
    const scale = scales[power] ?? "";
    const hundreds = Math.floor(part / 100);
    if (hundreds > 1 || (hundreds === 1 && !chosen.has(hundred))) words.push(ones[hundreds] ?? "");
    if (hundreds > 0) words.push(hundred);
    if (part % 100 >= 10) words.push(tens[Math.floor(part / 10) % 10] ?? "");
    if (part % 10 > 0 && !(part === 1 && scale === "мың" && chosen.has(scale))) words.push(ones[part % 10] ?? "");
    if (part > 0 && scale) words.push(scale);
  }
  return words;
}

export const kk: LanguageWords = {
  language: "kk",
  currencies,
  cardinal: (value, _gender, chosen) => cardinal(value, chosen),
  form: (_value, name) => name.one,
  variants: [hundred, "мың"],
  readings: [[], [hundred], ["мың"], [hundred, "мың"]],
  sameWord: {},
  unsaid: [],
  values: {
    [zero]: 0,
    ...Object.fromEntries(ones.slice(1).map((word, i) => [word, i + 1])),
    ...Object.fromEntries(tens.slice(1).map((word, i) => [word, i * 10 + 10])),
  },
  multipliers: { [hundred]: 100, ...Object.fromEntries(scales.slice(1).map((word, i) => [word, 1000 ** (i + 1)])) },
};
