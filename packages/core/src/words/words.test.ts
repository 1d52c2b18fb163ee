import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { amountInWords, sameAmountWords } from "./index.ts";

const dong = { locale: "vi", currency: "VND" };
const english = { locale: "en", currency: "VND" };

const vietnamese: readonly (readonly [number, string])[] = [
  [0, "Không đồng"],
  [1_005, "Một nghìn không trăm linh năm đồng"],
  [1_015_000, "Một triệu không trăm mười lăm nghìn đồng"],
  [18_540_000, "Mười tám triệu năm trăm bốn mươi nghìn đồng"],
  [1_000_000_001, "Một tỷ không trăm linh một đồng"],
  [1_481_818_182, "Một tỷ bốn trăm tám mươi mốt triệu tám trăm mười tám nghìn một trăm tám mươi hai đồng"],
  [12_000_005_000, "Mười hai tỷ không trăm linh năm nghìn đồng"],
  [3_250_000_000_000, "Ba nghìn hai trăm năm mươi tỷ đồng"],
  [10, "Mười đồng"],
  [11, "Mười một đồng"],
  [15, "Mười lăm đồng"],
  [21, "Hai mươi mốt đồng"],
  [324_000_000, "Ba trăm hai mươi bốn triệu đồng"],
  [105, "Một trăm linh năm đồng"],
  [
    9_007_199_254_740_991,
    "Chín triệu không trăm linh bảy nghìn một trăm chín mươi chín tỷ hai trăm năm mươi bốn triệu bảy trăm bốn mươi nghìn chín trăm chín mươi mốt đồng",
  ],
];

for (const [amount, words] of vietnamese) {
  test(`when ${amount} đồng is written in Vietnamese, then it reads "${words}"`, () => {
    assert.equal(amountInWords(amount, dong), words);
    assert.equal(words.normalize("NFC"), amountInWords(amount, dong));
  });
}

test("given other currencies, when they have cents, then minor units follow the major ones", () => {
  assert.equal(amountInWords(100_050, { locale: "vi", currency: "USD" }), "Một nghìn đô la Mỹ và năm mươi xu");
  assert.equal(amountInWords(101, { locale: "en", currency: "EUR" }), "One euro and one cent");
  assert.equal(amountInWords(18_540_000, english), "Eighteen million five hundred forty thousand dong");
  assert.equal(amountInWords(1_000_021, { locale: "en-GB", currency: "USD" }), "Ten thousand dollars and twenty-one cents");
});

test("given accepted spellings, when a person typed them, then they are the same amount", () => {
  for (const typed of [
    "mười tám triệu năm trăm bốn mươi ngàn đồng",
    "Mười tám triệu, năm trăm bốn mươi nghìn đồng chẵn./.",
    "  MƯỜI TÁM\u00A0triệu năm trăm bốn mươi nghìn đồng chẵn. ",
    "Mười tám triệu năm trăm bốn mươi nghìn đồng".normalize("NFD"),
  ])
    assert.equal(sameAmountWords(typed, 18_540_000, dong), true, typed);
  assert.equal(sameAmountWords("Một tỉ không trăm lẻ bốn đồng", 1_000_000_004, dong), true);
  assert.equal(sameAmountWords("Hai mươi tư đồng", 24, dong), true);
  assert.equal(sameAmountWords("Eighteen million, five hundred and forty thousand dong only", 18_540_000, english), true);
});

test("given words of another amount or none, when compared, then they differ", () => {
  assert.equal(sameAmountWords("Mười tám triệu năm trăm năm mươi nghìn đồng", 18_540_000, dong), false);
  assert.equal(sameAmountWords("Mười tám triệu năm trăm bốn mươi nghìn", 18_540_000, dong), false);
  assert.equal(sameAmountWords("chẵn Mười đồng", 10, dong), false);
  assert.equal(sameAmountWords("", 0, dong), false);
});

test("when locale, currency or amount cannot be written, then a typed error says which", () => {
  assert.throws(() => amountInWords(1, { locale: "xx", currency: "VND" }), { code: "words.unknown-locale" });
  assert.throws(() => amountInWords(1, { locale: "constructor", currency: "VND" }), { code: "words.unknown-locale" });
  assert.throws(() => amountInWords(1, { locale: "vi", currency: "XYZ" }), { code: "words.unknown-currency" });
  for (const amount of [-1, 1.5, Number.NaN, 2 ** 53]) assert.throws(() => amountInWords(amount, dong), { code: "words.out-of-range" });
});

test("given any amount, when it is written and read back by an independent reader, then it is the same amount", () => {
  fc.assert(
    fc.property(anyAmount, (amount) => {
      assert.equal(readVietnamese(amountInWords(amount, dong)), amount);
    }),
    { numRuns: 500 },
  );
});

test("given two different amounts, when they are written, then neither passes for the other", () => {
  fc.assert(
    fc.property(anyAmount, anyAmount, (one, other) => {
      for (const options of [dong, english]) assert.equal(sameAmountWords(amountInWords(one, options), other, options), one === other);
    }),
    { numRuns: 500 },
  );
});

/** Plain random numbers are nearly all long: mix in short ones and ones with holes. */
const anyAmount = fc.oneof(
  fc.nat({ max: 9_999 }),
  fc.maxSafeNat(),
  fc
    .array(fc.constantFrom(0, 1, 4, 5, 10, 11, 15, 20, 21, 24, 25, 100, 101, 105, 110, 115, 999), { minLength: 1, maxLength: 5 })
    .map((groups) => groups.reduce<number>((sum, part) => sum * 1000 + part, 0)),
);

function readVietnamese(text: string): number {
  const values: Readonly<Record<string, number>> = {
    không: 0,
    một: 1,
    mốt: 1,
    hai: 2,
    ba: 3,
    bốn: 4,
    năm: 5,
    lăm: 5,
    sáu: 6,
    bảy: 7,
    tám: 8,
    chín: 9,
  };
  let total = 0;
  let thousands = 0;
  let group = 0;
  let pending = 0;
  for (const word of text.toLowerCase().split(" ")) {
    const value = values[word];
    if (value !== undefined) pending = value;
    else if (word === "mười" || word === "mươi" || word === "trăm") {
      group += word === "mười" ? 10 : pending * (word === "trăm" ? 100 : 10);
      pending = 0;
    } else if (word === "linh") pending = 0;
    else if (word === "nghìn" || word === "triệu") {
      thousands += (group + pending) * (word === "nghìn" ? 1000 : 1_000_000);
      group = pending = 0;
    } else if (word === "tỷ") {
      total = (thousands + group + pending) * 1_000_000_000;
      thousands = group = pending = 0;
    } else assert.equal(word, "đồng");
  }
  return total + thousands + group + pending;
}
