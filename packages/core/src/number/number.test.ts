import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { formatNumber, parseNumber } from "./index.ts";

test("given numbers as people type and paste them, when read, then the locale says what each sign is", () => {
  const read: readonly (readonly [string, string, number])[] = [
    ["vi", "1.234.567,5", 1_234_567.5],
    ["vi", "1.234", 1_234],
    ["vi", "0,25", 0.25],
    ["en", "1,234.5", 1_234.5],
    ["en", "0.125", 0.125],
    ["uk", "1 234 567,89", 1_234_567.89],
    ["uk", "1\u00A0234,5", 1_234.5],
    ["uk", "1\u202F234,5", 1_234.5],
    ["uk", "1'234,5", 1_234.5],
    ["uk", "1.234.567", 1_234_567],
    ["uk", "1.234,5", 1_234.5],
    ["uk", "1234.5", 1_234.5],
    ["uk", "1 234.567", 1_234.567],
    ["ru", "0.125", 0.125],
    ["kk", "\u22121,5", -1.5],
    ["kk-Latn", "1 234,5", 1_234.5],
    ["uk", "-0", 0],
  ];
  for (const [locale, text, value] of read) assert.equal(parseNumber(text, locale), value, `${locale} ${text}`);
  assert.ok(Object.is(parseNumber("-0", "uk"), 0));
});

test("given a sign with two readings, when read, then neither is chosen", () => {
  for (const [locale, text] of [
    ["uk", "1.234"],
    ["ru", "-12.500"],
    ["kk", "999.999"],
  ] as const)
    assert.throws(() => parseNumber(text, locale), { code: "number.ambiguous" }, text);
});

test("given text that is no number in its locale, when read, then it is refused", () => {
  for (const [locale, text] of [
    ["vi", "1.5"],
    ["vi", "12a"],
    ["vi", "1,2,3"],
    ["vi", "--1"],
    ["vi", "."],
    ["vi", "1,234.56"],
    ["en", "1,5"],
    ["uk", "1,234.56"],
    ["uk", "1 23"],
    ["uk", "1.2.3"],
    ["en", ""],
    ["en", "1e5"],
    ["en", "Infinity"],
    ["en", "9".repeat(400)],
  ] as const)
    assert.throws(() => parseNumber(text, locale), { code: "number.not-a-number" }, `${locale} ${text}`);
});

test("given any number, when it is written with grouping in a locale, then it is read back, or has two readings there", () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), fc.constantFrom("vi", "uk", "kk", "kk-Latn", "ru", "en"), fc.boolean(), (value, locale, plain) => {
      for (const number of [value, Math.trunc(value / 100_000) / 100])
        assert.equal(parseNumber(formatNumber(number, locale, plain), locale), number === 0 ? 0 : number);
    }),
  );
});
