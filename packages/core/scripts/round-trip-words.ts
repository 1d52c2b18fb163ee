// Writes amounts out in words in every language and reads them back to figures: each must come back, in one alphabet and in NFC.
// The same amounts in every run. Ends with 1 where one did not come back.
import { edgeAmounts, reviewedAmounts, wordCurrencies } from "../src/testing/reviewed-amounts.ts";
import { amountInWords, readAmountWords, wordLanguages } from "../src/words/index.ts";

/** Drawn amounts for each language, beside the edges. */
const drawn = 10_000;
const seed = 20_261_121;
const cyrillic = new Set(["kk", "ru", "uk"]);

function faultOf(amount: number, locale: string, currency: string): string | null {
  try {
    for (const minorUnits of ["words", "figures"] as const) {
      const words = amountInWords(amount, { locale, currency, minorUnits });
      if (words !== words.normalize("NFC")) return `not NFC: ${words}`;
      if ((cyrillic.has(locale) ? /\p{Script=Latin}/u : /\p{Script=Cyrillic}/u).test(words)) return `another alphabet: ${words}`;
      const back = readAmountWords(words, { locale, currency });
      if (back !== amount) return `${words} → ${back}`;
    }
    return null;
  } catch (error) {
    return String(error);
  }
}

/** As many short ones as long ones: a plain draw is nearly always long. */
function drawAmounts(count: number): readonly number[] {
  let state = seed;
  const next = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  return Array.from({ length: count }, () => Math.floor(next() * 10 ** (next() * 15.9)) % Number.MAX_SAFE_INTEGER);
}

const amounts = [...edgeAmounts, ...drawAmounts(drawn)];
let failed = 0;
for (const locale of [...wordLanguages].sort()) {
  const faults: string[] = [];
  amounts.forEach((amount, i) => {
    const currency = wordCurrencies[i % wordCurrencies.length] as string;
    const fault = faultOf(amount, locale, currency);
    if (fault !== null) faults.push(`${currency} ${amount}: ${fault}`);
  });
  for (const [amount, currency, words] of reviewedAmounts[locale] ?? []) {
    const written = amountInWords(amount, { locale, currency });
    if (written !== words) faults.push(`${currency} ${amount}: ${written}, by hand ${words}`);
  }
  const total = amounts.length + (reviewedAmounts[locale]?.length ?? 0);
  failed += faults.length;
  for (const fault of faults.slice(0, 5)) console.log(`  ${fault}`);
  console.log(`amounts in words, ${locale}: ${total - faults.length} of ${total} come back as the same figure`);
}
process.exitCode = failed === 0 ? 0 : 1;
