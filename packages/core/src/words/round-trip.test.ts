import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { edgeAmounts, reviewedAmounts, wordCurrencies } from "../testing/reviewed-amounts.ts";
import { amountInWords, loadWords, readAmountWords, sameAmountWords, wordLanguages } from "./index.ts";

const scripts: Readonly<Record<string, RegExp>> = {
  vi: /^[\p{Script=Latin} ]+$/u,
  en: /^[\p{Script=Latin} -]+$/u,
  uk: /^[\p{Script=Cyrillic} ']+$/u,
  ru: /^[\p{Script=Cyrillic} ]+$/u,
  kk: /^[\p{Script=Cyrillic} ]+$/u,
};

for (const [locale, amounts] of Object.entries(reviewedAmounts))
  test(`given amounts that a person wrote out in ${locale}, when they are written, then every word is the same, and is read back`, () => {
    for (const [amount, currency, words] of amounts) {
      assert.equal(amountInWords(amount, { locale, currency }), words);
      assert.equal(readAmountWords(words, { locale, currency }), amount);
    }
  });

test("given every language and currency, when edges and drawn amounts are written, then one script is used and figures come back", () => {
  assert.deepEqual(Object.keys(reviewedAmounts).sort(), [...wordLanguages].sort());
  const check = (amount: number): void => {
    for (const locale of wordLanguages)
      for (const currency of wordCurrencies) {
        const words = amountInWords(amount, { locale, currency });
        assert.match(words, scripts[locale] as RegExp);
        assert.equal(words.normalize("NFC"), words);
        assert.equal(readAmountWords(words, { locale, currency }), amount);
        const figures = amountInWords(amount, { locale, currency, minorUnits: "figures" });
        assert.equal(readAmountWords(figures.toLocaleUpperCase(locale), { locale, currency }), amount, figures);
      }
  };
  edgeAmounts.forEach(check);
  fc.assert(fc.property(fc.oneof(fc.nat({ max: 99_999 }), fc.maxSafeNat()), check), { numRuns: 60, seed: 20_261 });
});

test("given minor units in figures, then all their digits stand there, also when there are none", () => {
  const uk = { locale: "uk", currency: "UAH", minorUnits: "figures" } as const;
  assert.equal(amountInWords(100, uk), "Одна гривня 00 копійок");
  assert.equal(amountInWords(2_105, uk), "Двадцять одна гривня 05 копійок");
  assert.equal(amountInWords(2_101, uk), "Двадцять одна гривня 01 копійка");
  assert.equal(amountInWords(100, { locale: "vi", currency: "VND", minorUnits: "figures" }), "Một trăm đồng");
  assert.throws(() => readAmountWords("Двадцять одна гривня 5 копійок", uk), { code: "words.not-an-amount" });
});

test("given the choice of words that a language leaves, then the writer's is written and the reader takes each", () => {
  const vi = { locale: "vi", currency: "VND" };
  assert.equal(
    amountInWords(1_004_024, { ...vi, variants: ["lẻ", "ngàn", "tư", "chẵn"] }),
    "Một triệu không trăm lẻ bốn ngàn không trăm hai mươi tư đồng chẵn",
  );
  assert.equal(readAmountWords("Một triệu không trăm lẻ tư ngàn không trăm hai mươi bốn đồng chẵn./.", vi), 1_004_024);
  assert.equal(amountInWords(500, { locale: "en", currency: "USD", variants: ["only"] }), "Five dollars only");
  assert.equal(amountInWords(505, { locale: "en", currency: "USD", variants: ["only"] }), "Five dollars and five cents");
  assert.equal(amountInWords(10_100_000, { locale: "kk", currency: "KZT", variants: ["жүз", "мың"] }), "Жүз бір мың теңге");
  assert.throws(() => amountInWords(1, { ...vi, variants: ["mốt"] }), { code: "words.unknown-variant" });
  for (const text of ["жүз теңге", "Бір жүз теңге", "жүз теңге нөл тиын"])
    assert.equal(readAmountWords(text, { locale: "kk", currency: "KZT" }), 10_000);
  for (const apostrophe of ["'", "’", "ʼ"])
    assert.equal(readAmountWords(`П${apostrophe}ять тисяч гривень`, { locale: "uk", currency: "UAH" }), 500_000);
  assert.equal(readAmountWords("тысяча один тенге 00 тиын".replace("тиын", "тиынов"), { locale: "ru", currency: "KZT" }), 100_100);
});

test("given words with a wrong ending, a word too few, or letters of another script, when read, then they are refused, with the right words where a figure can be made out", () => {
  const uk = { locale: "uk", currency: "UAH" };
  assert.throws(() => readAmountWords("два гривні", uk), { code: "words.misspelt", params: { locale: "uk", expected: "Дві гривні" } });
  assert.throws(() => readAmountWords("сто двадцять дванадцять гривень", uk), { code: "words.misspelt" });
  assert.throws(() => readAmountWords("одна тисяча гривень сто копійок", uk), { code: "words.not-an-amount" });
  // The third letter is a Latin i.
  assert.throws(() => readAmountWords("дв\u0069 гривні", uk), { code: "words.not-an-amount" });
  for (const text of [
    "",
    "гривня",
    "одна",
    "одна гривня копійка",
    "одна гривня гривня",
    "1 гривня",
    "constructor гривень",
    "одна гривня дві",
  ])
    assert.throws(() => readAmountWords(text, uk), { code: "words.not-an-amount" }, text);
  const vi = { locale: "vi", currency: "VND" };
  for (const text of ["một trăm năm đồng", "hai mươi một đồng", "mười năm đồng", "một nghìn linh năm đồng", "năm nghìn tỷ triệu đồng"])
    assert.throws(() => readAmountWords(text, vi), { code: "words.misspelt" }, text);
  assert.equal(sameAmountWords("một trăm năm đồng", 105, vi), false);
});

test("given any text at all, when read, then it ends in an amount or a typed error", () => {
  const bits = ["một", "không", "trăm", "linh", "mươi", "mười", "tỷ", "nghìn", "đồng", "xu", "và", "chẵn", "¤", "¢", "__proto__", "7"];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...bits), { maxLength: 9 }), (tokens) => {
      try {
        const amount = readAmountWords(tokens.join(" "), { locale: "vi", currency: "VND" });
        assert.ok(Number.isSafeInteger(amount) && amount >= 0);
      } catch (error) {
        assert.match((error as { code: string }).code, /^words\.(?:not-an-amount|misspelt)$/u);
      }
    }),
    { numRuns: 300 },
  );
});

test("given a server, then every language is at hand; given a script of a language, then its words are those of official documents", async () => {
  await loadWords(["uk-UA", "xx", "constructor"]);
  assert.equal(amountInWords(100, { locale: "kk-Latn-KZ", currency: "KZT" }), "Бір теңге");
});
