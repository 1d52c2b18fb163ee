import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { SIGNING_ERROR_CODES } from "@fisc/core/signing";
import { en } from "./en.ts";
import { textsOf } from "./messages.ts";
import { vi } from "./vi.ts";

describe("texts", () => {
  it("are there in every language, with the same places to fill", () => {
    assert.deepEqual(Object.keys(vi).sort(), Object.keys(en).sort());
    const places = (text: string): string[] => [...text.matchAll(/\{(\w+)/g)].map((match) => match[1] ?? "").sort();
    for (const [key, text] of Object.entries(en)) assert.deepEqual(places(vi[key] ?? ""), places(text), key);
  });

  it("say something for every way a signing can end", () => {
    for (const code of SIGNING_ERROR_CODES) assert.ok(en[`error.${code}`], code);
  });

  it("count as the language counts, and fall back to English", () => {
    assert.equal(textsOf("en-GB")("pin.left", { count: 1 }), "1 try left before the key carrier locks.");
    assert.match(textsOf("vi")("pin.left", { count: 2 }), /^Còn 2 lần thử/);
    assert.equal(textsOf("fr").locale, "en");
  });
});
