import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { formatMoney, parseMoney } from "./index.ts";

const dong = { locale: "vi", decimals: 0 };
const cents = { locale: "en", decimals: 2 };

test("given amounts as people type and paste them, when read, then they are whole minor units", () => {
  for (const text of [
    "18540000",
    "18.540.000",
    "18,540,000",
    "18 540 000",
    "18\u00A0540\u00A0000",
    "18\u202F540\u202F000",
    "18'540'000",
    "18.540.000 ₫",
    "18.540.000,00",
    "１８５４００００",
    " 18.540.000 ",
  ])
    assert.equal(parseMoney(text, dong), 18_540_000, text);
  assert.equal(parseMoney("0", dong), 0);
  assert.equal(parseMoney("-1.000", dong), -1000);
  assert.equal(parseMoney("1,234.5", cents), 123_450);
  assert.equal(parseMoney("$0.07", cents), 7);
  assert.equal(parseMoney("1.234,56", { locale: "vi", decimals: 2 }), 123_456);
});

test("given text that is no amount, when read, then it is refused and never guessed", () => {
  for (const text of ["", " ", "abc", "1.2.3", "1.23", "12.3456", "1..000", "1.000 000", "--1", "1e5", "0x10", "1,", "Infinity"])
    assert.throws(() => parseMoney(text, dong), { code: "money.not-a-number" }, text);
});

test("given a sign that may be decimal or grouping, when the currency has no decimals, then the amount is refused", () => {
  assert.throws(() => parseMoney("1,500", dong), { code: "money.too-many-decimals" });
  assert.throws(() => parseMoney("1.500", { locale: "en", decimals: 0 }), { code: "money.too-many-decimals" });
  assert.throws(() => parseMoney("1,5", dong), { code: "money.too-many-decimals" });
  assert.throws(() => parseMoney("0.005", cents), { code: "money.too-many-decimals" });
});

test("given a locale that groups by space, when a dot comes, then it is decimal where it can be nothing else, and refused where it can", () => {
  for (const locale of ["uk", "ru", "kk"]) {
    for (const text of ["1 234 567,89", "1234567.89", "1 234 567.89", "1.234.567,89", "1\u00A0234\u00A0567,89\u00A0\u20B4"])
      assert.equal(parseMoney(text, { locale, decimals: 2 }), 123_456_789, text);
    assert.throws(() => parseMoney("1.234", { locale, decimals: 2 }), { code: "money.ambiguous" });
    assert.throws(() => parseMoney("1.2345", { locale, decimals: 2 }), { code: "money.too-many-decimals" });
  }
  assert.throws(() => parseMoney("1.5", { locale: "vi", decimals: 2 }), { code: "money.not-a-number" });
});

test("given an amount that a number cannot hold exactly, when read, then it is refused", () => {
  assert.equal(parseMoney("9.007.199.254.740.991", dong), Number.MAX_SAFE_INTEGER);
  assert.throws(() => parseMoney("9.007.199.254.740.992", dong), { code: "money.too-large" });
  assert.throws(() => parseMoney("9".repeat(400), dong), { code: "money.too-large" });
});

test("when minor units are written, then groups and symbol follow the locale and no digit is lost", () => {
  assert.equal(formatMoney(18_540_000, { ...dong, currency: "VND" }), "18.540.000\u00A0₫");
  assert.equal(formatMoney(18_540_000, dong), "18.540.000");
  assert.equal(formatMoney(-7, cents), "-0.07");
  assert.equal(formatMoney(Number.MAX_SAFE_INTEGER, cents), "90,071,992,547,409.91");
  assert.throws(() => formatMoney(1.5, dong), { code: "money.not-an-integer" });
});

test("given any amount, when it is written and read back, then it is the same amount", () => {
  const settings = fc.constantFrom(
    { locale: "vi", decimals: 0 },
    { locale: "vi", decimals: 2 },
    { locale: "en", decimals: 0 },
    { locale: "en", decimals: 3 },
    { locale: "uk", decimals: 2 },
  );
  fc.assert(
    fc.property(fc.maxSafeInteger(), settings, (minor, options) => {
      assert.equal(parseMoney(formatMoney(minor, options), options), minor);
    }),
  );
});

test("given any text at all, when read, then it ends in an amount or a typed error", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(..."0123456789.,' -₫\u00A0e") }), (text) => {
      try {
        assert.ok(Number.isSafeInteger(parseMoney(text, dong)));
      } catch (error) {
        assert.match((error as { code: string }).code, /^money\./u);
      }
    }),
  );
});
