import type { CurrencyNames, LanguageWords, UnitName } from "./language.ts";

const digits = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"] as const;
const billion = 1_000_000_000;

/** Nouns have no plural form. */
const name = (text: string): UnitName => ({ one: text, many: text });

const currencies: Readonly<Record<string, CurrencyNames>> = {
  VND: { major: name("đồng"), minor: name("xu") },
  USD: { major: name("đô la Mỹ"), minor: name("xu") },
  EUR: { major: name("euro"), minor: name("xu") },
};

/** Spellings that mean the same word. */
const sameWord: Readonly<Record<string, string>> = { ngàn: "nghìn", lẻ: "linh", tư: "bốn", tỉ: "tỷ", bẩy: "bảy" };

/** Words of the language a reader may add at the end: "chẵn" (even, nothing after). */
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

export const vi: LanguageWords = {
  currencies,
  spell(major, minor, names) {
    const words = [...cardinal(major), names.major.one];
    if (minor > 0) words.push("và", ...cardinal(minor), names.minor.one);
    const text = words.join(" ");
    return text.charAt(0).toLocaleUpperCase("vi") + text.slice(1);
  },
  normalise(tokens) {
    const words = tokens.map((token) => sameWord[token] ?? token);
    return words.at(-1) === closing ? words.slice(0, -1) : words;
  },
};
