import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { figuresOf, formatDate, hasWordsOf } from "./script.ts";

describe("what is written in the locale's script", () => {
  it("given Kazakh in Latin letters, then there are no words of it; of Kazakh and the other languages there are", () => {
    assert.equal(hasWordsOf("kk-Latn"), false);
    assert.equal(hasWordsOf("kk-Latn-KZ"), false);
    for (const locale of ["kk", "kk-KZ", "uk", "ru", "en-GB", "vi"]) assert.equal(hasWordsOf(locale), true, locale);
  });

  it("given Kazakh, whose figures a browser may not have, then they are those of the language that CLDR writes alike", () => {
    assert.deepEqual(["kk", "kk-Latn", "kk-KZ", "uk", "ru", "en-GB"].map(figuresOf), ["ru", "ru", "ru", "uk", "ru", "en-GB"]);
    const written = (locale: string): readonly string[] => [
      new Intl.NumberFormat(locale).format(-1_234_567.5),
      new Intl.NumberFormat(locale, { style: "currency", currency: "KZT", currencyDisplay: "narrowSymbol" }).format(1234.5),
      new Intl.DateTimeFormat(locale, { day: "2-digit", month: "2-digit", year: "numeric", timeZone: "UTC" }).format(0),
    ];
    assert.deepEqual(written(figuresOf("kk")), written("kk"));
  });

  it("given a browser that has no months of a language, then it has no words of it", () => {
    const { format } = Object.getOwnPropertyDescriptors(Intl.DateTimeFormat.prototype);
    Object.defineProperty(Intl.DateTimeFormat.prototype, "format", { ...format, get: () => () => "M01" });
    try {
      assert.equal(hasWordsOf("kk"), false);
    } finally {
      Object.defineProperty(Intl.DateTimeFormat.prototype, "format", format);
    }
    assert.equal(hasWordsOf("kk"), true);
  });

  it("given a day, then its month is a word where there are words, and figures where they would be of another script", () => {
    const date = new Date("2026-11-21T21:30:00Z");
    assert.match(formatDate(date, "kk", { dateStyle: "long", timeZone: "UTC" }), /қараша/);
    assert.equal(formatDate(date, "kk-Latn", { dateStyle: "long", timeZone: "UTC" }), "21.11.2026");
    assert.equal(formatDate(date, "kk-Latn", { dateStyle: "medium", timeStyle: "short", timeZone: "Asia/Almaty" }), "22.11.2026, 02:30");
    assert.doesNotMatch(formatDate(date, "kk-Latn", { dateStyle: "full", timeStyle: "medium" }), /\p{Script=Cyrillic}/u);
  });
});
