import type { CurrencyNames, Gender, LanguageWords, DeclinedName } from "./language.ts";

/** What differs from one East Slavic language to the next. */
export interface SlavicNumerals {
  readonly language: string;
  readonly currencies: Readonly<Record<string, CurrencyNames>>;
  readonly zero: string;
  /** 1 and 2, which agree with the noun. */
  readonly agreeing: Readonly<Record<Gender, readonly [string, string]>>;
  /** 3 to 19. */
  readonly small: readonly string[];
  /** 20 to 90. */
  readonly tens: readonly string[];
  /** 100 to 900. */
  readonly hundreds: readonly string[];
  /** Nouns of 10^3, 10^6 and so on: they are counted as every noun is. */
  readonly scales: readonly DeclinedName[];
  readonly sameWord?: Readonly<Record<string, string>>;
}

/** One noun after 1, 21 (not 11); another form after 2–4, 22–24 (not 12–14); a third after all others. CLDR: one, few, many. */
function form(value: number, name: DeclinedName): string {
  const [ones, teens] = [value % 10, value % 100];
  if (ones === 1 && teens !== 11) return name.one;
  return ones >= 2 && ones <= 4 && (teens < 12 || teens > 14) ? (name.few ?? name.many) : name.many;
}

export function slavicWords(numerals: SlavicNumerals): LanguageWords {
  const { zero, agreeing, small, tens, hundreds, scales } = numerals;
  const [thousand] = scales;
  const bare = thousand?.one ?? "";

  function below1000(value: number, gender: Gender): string[] {
    const words: string[] = [];
    const rest = value % 100;
    const last = rest < 20 ? rest : rest % 10;
    if (value >= 100) words.push(hundreds[Math.floor(value / 100) - 1] ?? "");
    if (rest >= 20) words.push(tens[Math.floor(rest / 10) - 2] ?? "");
    if (last === 1 || last === 2) words.push(agreeing[gender][last - 1] ?? "");
    else if (last > 2) words.push(small[last - 3] ?? "");
    return words;
  }

  return {
    language: numerals.language,
    currencies: numerals.currencies,
    form,
    cardinal(value, gender, chosen) {
      if (value === 0) return [zero];
      const words: string[] = [];
      for (let power = scales.length; power > 0; power -= 1) {
        const part = Math.floor(value / 1000 ** power) % 1000;
        const scale = scales[power - 1];
        if (part === 0 || !scale) continue;
        if (part > 1 || !chosen.has(bare) || words.length > 0) words.push(...below1000(part, scale.gender ?? "masculine"));
        words.push(form(part, scale));
      }
      return [...words, ...below1000(value % 1000, gender)];
    },
    variants: [],
    // "Тысяча" at the start is as good as "одна тысяча".
    readings: [[], [bare]],
    sameWord: numerals.sameWord ?? {},
    unsaid: [],
    values: {
      [zero]: 0,
      ...Object.fromEntries(Object.values(agreeing).flatMap(([one, two]) => [[one, 1] as const, [two, 2] as const])),
      ...Object.fromEntries(small.map((word, i) => [word, i + 3])),
      ...Object.fromEntries(tens.map((word, i) => [word, i * 10 + 20])),
      ...Object.fromEntries(hundreds.map((word, i) => [word, i * 100 + 100])),
    },
    multipliers: Object.fromEntries(
      scales.flatMap(({ one, few, many }, i) => [one, few ?? many, many].map((word) => [word, 1000 ** (i + 1)] as const)),
    ),
  };
}
