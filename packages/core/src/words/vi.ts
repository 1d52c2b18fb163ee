import type { CurrencyNames, LanguageWords } from "./language.ts";

const digits = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"] as const;
const billion = 1_000_000_000;

/** Nouns have no plural form. */
const currencies: Readonly<Record<string, CurrencyNames>> = {
  VND: { major: "đồng", minor: "xu" },
  UAH: { major: "hryvnia", minor: "kopiyka" },
  KZT: { major: "tenge", minor: "tiyn" },
  USD: { major: "đô la Mỹ", minor: "xu" },
  EUR: { major: "euro", minor: "xu" },
};

/** Spellings that mean the same word. */
const sameWord: Readonly<Record<string, string>> = { ngàn: "nghìn", lẻ: "linh", tư: "bốn", tỉ: "tỷ", bẩy: "bảy" };

/** "Even": nothing follows. */
const closing = "chẵn";

function digit(value: number): string {
  return digits[value] ?? "";
}

/** Three digits. `full` reads zero hundreds as well: a group inside a number. */
function group(value: number, full: boolean): string[] {
  const hundreds = Math.floor(value / 100);
  const tens = Math.floor(value / 10) % 10;
  const ones = value % 10;
  const words: string[] = [];
  if (full || hundreds > 0) words.push(digit(hundreds), "trăm");
  if (tens > 1) words.push(digit(tens), "mươi");
  else if (tens === 1) words.push("mười");
  else if (ones > 0 && words.length > 0) words.push("linh");
  if (ones === 1 && tens > 1) words.push("mốt");
  else if (ones === 5 && tens > 0) words.push("lăm");
  else if (ones > 0) words.push(digit(ones));
  return words;
}

/** Below 10^9, or the count of billions. `full`: something stands before it. */
function below(value: number, full: boolean): string[] {
  const words: string[] = [];
  let before = full;
  for (const [unit, name] of [
    [1_000_000, "triệu"],
    [1000, "nghìn"],
    [1, ""],
  ] as const) {
    const part = Math.floor(value / unit) % 1000;
    if (part === 0) continue;
    words.push(...group(part, before));
    if (name) words.push(name);
    before = true;
  }
  return words;
}

function cardinal(value: number): string[] {
  if (value === 0) return ["không"];
  const billions = Math.floor(value / billion);
  if (billions === 0) return below(value, false);
  return [...below(billions, false), "tỷ", ...below(value % billion, true)];
}

/** "tư" for 4 only after "mươi"; the other choices are another word for the same. */
function chosenWord(word: string, before: string | undefined, chosen: ReadonlySet<string>): string {
  if (word === "bốn") return chosen.has("tư") && before === "mươi" ? "tư" : word;
  return choices.find((other) => sameWord[other] === word && chosen.has(other)) ?? word;
}

const choices = ["lẻ", "ngàn", "tỉ"];

export const vi: LanguageWords = {
  language: "vi",
  currencies,
  cardinal: (value, _gender, chosen) => cardinal(value).map((word, i, all) => chosenWord(word, all[i - 1], chosen)),
  form: (_value, name) => name.one,
  joiner: "và",
  closing,
  variants: [...choices, "tư", closing],
  readings: [[]],
  sameWord,
  unsaid: [],
  values: { ...Object.fromEntries(digits.map((word, i) => [word, i])), linh: 0, mốt: 1, lăm: 5, mười: 10 },
  multipliers: { mươi: 10, trăm: 100, nghìn: 1000, triệu: 1_000_000, tỷ: billion },
};
