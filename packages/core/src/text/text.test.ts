import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { edgeAmounts } from "../testing/reviewed-amounts.ts";
import { amountInWords, wordLanguages } from "../words/index.ts";
import { lookalikes } from "./lookalikes.ts";
import { inspectText, isPlainText, mendedText, typedText } from "./index.ts";

const codes = (text: string, scripts?: readonly string[]): readonly string[] =>
  inspectText(text, scripts ? { scripts } : {}).map(({ code }) => code);

test("given honest texts of our languages, when they are looked at, then nothing is found", () => {
  for (const text of [
    "",
    "Thanh toán tiền điện tháng 11/2026 theo hóa đơn số 0012345",
    "Оплата за електроенергію згідно з договором № 12/2026-К від 21.11.2026, у т.ч. ПДВ 20 %",
    "Об'єкт «Школа I–III ступенів», п’ятий поверх, обʼєм 5 м3",
    "Қызмет көрсету шарты бойынша төлем, ЖСН 490101500011",
    "Оплата за ноутбук Lenovo ThinkPad X1, COVID-захист, SMS-повідомлення, XXI століття",
    "UA608201720344399990000099001",
    "Line one\nline two\twith a tab, 20\u00A0000\u202F₫",
    "東京タワー 서울 ไทย",
  ])
    assert.deepEqual(inspectText(text), [], text);
});

test("given a word in two alphabets, when it is looked at, then its place and the word as it should be are said", () => {
  // A Latin i in a Cyrillic word, as a library of words wrote it.
  assert.deepEqual(inspectText("сума дв\u0069 гривні"), [
    { code: "mixed-script", severity: "error", at: 5, length: 3, found: "дв\u0069", instead: "дві" },
  ]);
  // A Cyrillic а in a Latin name.
  assert.deepEqual(inspectText("Nguyễn V\u0430n Hoàng")[0], {
    code: "mixed-script",
    severity: "error",
    at: 7,
    length: 3,
    found: "V\u0430n",
    instead: "Van",
  });
  // ә from the Latin block, and Greek Ο.
  assert.equal(inspectText("с\u0259уір айы")[0]?.instead, "сәуір");
  assert.equal(inspectText("ГР\u039FМАДА")[0]?.instead, "ГРОМАДА");
  // No Cyrillic letter looks like z.
  assert.deepEqual(inspectText("привzт")[0]?.instead, undefined);
  assert.equal(mendedText("дв\u0069 грuвн\u0069"), "дві грuвн\u0069");
});

test("given a whole word of the other alphabet that nobody could tell apart, then it is a doubt, and mending leaves it", () => {
  const text = "Оплата послуг \u0041\u004F «Енерго» за договором";
  assert.deepEqual(inspectText(text), [{ code: "lookalike", severity: "warning", at: 14, length: 2, found: "AO", instead: "АО" }]);
  assert.ok(isPlainText(text));
  assert.equal(mendedText(text), text);
  assert.deepEqual(codes("Розділ IV, частина X"), []);
});

test("given letters that may only come from one alphabet, when others stand there, then they are refused", () => {
  assert.deepEqual(codes("Дві гривні two", ["Cyrillic"]), ["other-script"]);
  assert.deepEqual(inspectText("\u0430", { scripts: ["Latin"] })[0]?.instead, "a");
  for (const language of ["uk", "ru", "kk"])
    for (const amount of edgeAmounts)
      assert.deepEqual(inspectText(amountInWords(amount, { locale: language, currency: "USD" }), { scripts: ["Cyrillic"] }), []);
  for (const locale of wordLanguages) assert.ok(isPlainText(amountInWords(123_456_789, { locale, currency: "UAH" })));
});

test("given characters that turn, hide or steer, when they are looked at, then each is named by its code point", () => {
  assert.deepEqual(inspectText("a\u202Eb\u200Bc\u00ADd\u0000e\u{E0041}\uFEFF"), [
    { code: "bidi", severity: "error", at: 1, length: 1, found: "U+202E" },
    { code: "invisible", severity: "error", at: 3, length: 1, found: "U+200B", instead: "" },
    { code: "invisible", severity: "error", at: 5, length: 1, found: "U+00AD", instead: "" },
    { code: "control", severity: "error", at: 7, length: 1, found: "U+0000", instead: "" },
    { code: "invisible", severity: "error", at: 9, length: 2, found: "U+E0041", instead: "" },
    { code: "invisible", severity: "error", at: 11, length: 1, found: "U+FEFF", instead: "" },
  ]);
  assert.deepEqual(codes("\uD800"), ["not-unicode"]);
  assert.deepEqual(codes("\u3164"), ["invisible"]);
  assert.deepEqual(inspectText("hóa đo\u031Bn".normalize("NFC").replace("ơ", "o\u031B")), [
    { code: "not-composed", severity: "error", at: 5, length: 2, found: "o\u031B", instead: "ơ" },
  ]);
});

test("given text as it was typed or pasted, when a field takes it, then it is composed and free of what has no shape; what would turn is refused", () => {
  assert.equal(typedText(" H\u200Bo\u0301a\u00AD đơn \r\nsố 1\uFEFF "), "Hóa đơn \nsố 1");
  assert.throws(() => typedText("1\u202E23"), { code: "text.bidi", params: { at: 1 } });
  assert.throws(() => typedText("1\u200F"), { code: "text.bidi" });
  assert.throws(() => typedText("a\u0007"), { code: "text.control", params: { at: 1 } });
  assert.throws(() => typedText("a\u2028b"), { code: "text.control" });
  assert.throws(() => typedText("\uDC00"), { code: "text.not-unicode" });
});

test("given the pairs of letters that look alike, then each leads from another alphabet into its own, one to one", () => {
  for (const [alphabet, pairs] of Object.entries(lookalikes)) {
    const own = new RegExp(`^\\p{Script=${alphabet}}$`, "u");
    assert.ok(pairs.size > 40);
    for (const [from, to] of pairs) {
      assert.doesNotMatch(from, own);
      assert.match(to, own);
    }
  }
  for (const [cyrillic, latin] of lookalikes.Latin)
    if (/\p{Script=Cyrillic}/u.test(cyrillic)) assert.equal(lookalikes.Cyrillic.get(latin), cyrillic);
});

/** Marks and what has no shape left out; of the rest each sign counts once. */
function bare(text: string): readonly string[] {
  return [...text.normalize("NFD").replace(/[\p{M}\p{Default_Ignorable_Code_Point}\p{Cc}]/gu, "")];
}

test("given a hidden mark inside a word of two alphabets, when it is mended, then both go and nothing else", () => {
  assert.equal(mendedText("дв\u0069\uFE0F гривні"), "дві гривні");
  assert.equal(mendedText("до\u200Bг\u006Fвір №1"), "договір №1");
});

test("given any text at all, when it is looked at, then every place is in it, and mending leaves nothing that could be mended", () => {
  const unit = fc.constantFrom(..."aоiі ї'\u0301\u202E\u200B\u0000\n2Ω中zЖAО-\uFE0F\u3164");
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 20 }), (text) => {
      for (const { at, length } of inspectText(text)) assert.ok(at >= 0 && length > 0 && at + length <= text.length);
      const mended = mendedText(text);
      // Nothing is lost but what has no shape, and nothing comes that was not there, except letters of the same look.
      assert.equal(bare(mended).length, bare(text).length, JSON.stringify(text));
      assert.equal(mendedText(mended), mended);
      try {
        const kept = typedText(text);
        assert.ok(
          codes(kept).every((code) => code === "mixed-script" || code === "lookalike"),
          JSON.stringify(kept),
        );
      } catch (error) {
        assert.match((error as { code: string }).code, /^text\./u);
      }
    }),
    { numRuns: 300 },
  );
});
