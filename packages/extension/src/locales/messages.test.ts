import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { SIGNING_ERROR_CODES } from "@fisc/core/signing";
import { en } from "./en.ts";
import { kkLatn } from "./kk-Latn.ts";
import { kk } from "./kk.ts";
import { textsOf } from "./messages.ts";
import { ru } from "./ru.ts";
import { uk } from "./uk.ts";
import { vi } from "./vi.ts";

describe("texts", () => {
  it("are there in every language, with the same places to fill", () => {
    const places = (text: string): string[] => [...text.matchAll(/\{(\w+)/g)].map((match) => match[1] ?? "").sort();
    for (const table of [vi, uk, kk, kkLatn, ru]) {
      assert.deepEqual(Object.keys(table).sort(), Object.keys(en).sort());
      for (const [key, text] of Object.entries(en)) assert.deepEqual(places(table[key] ?? ""), places(text), key);
    }
  });

  it("say something for every way a signing can end", () => {
    for (const code of SIGNING_ERROR_CODES) assert.ok(en[`error.${code}`], code);
  });

  it("count as the language counts, and fall back to English", () => {
    assert.equal(textsOf("en-GB")("pin.left", { count: 1 }), "1 try left before the key carrier locks.");
    assert.match(textsOf("vi")("pin.left", { count: 2 }), /^Còn 2 lần thử/);
    assert.match(textsOf("uk-UA")("pin.left", { count: 3 }), /залишилося 3 спроби/);
    assert.match(textsOf("ru")("pin.left", { count: 5 }), /осталось 5 попыток/);
    assert.equal(textsOf("fr").locale, "en");
  });

  it("given Kazakh, then the letters are those of the tag, with or without a country", () => {
    assert.match(textsOf("kk-KZ")("action.sign"), /^\p{Script=Cyrillic}/u);
    assert.deepEqual([textsOf("kk-Latn-KZ").locale, textsOf("kk-Latn")("action.sign")], ["kk-Latn", "Qol qoiu"]);
  });
});
