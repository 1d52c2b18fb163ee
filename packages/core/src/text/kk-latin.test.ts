import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { FiscError } from "../model/errors.ts";
import { kkInLatin } from "./kk-latin.ts";

describe("kk in Latin letters", () => {
  it("given text as the alphabet of 2021 spells it, then each letter is its own", () => {
    assert.equal(
      kkInLatin("Бұрыңғы өткен заманда, бір данышпан кісі, Бағдат шаһарының бір үлкен қазысының үйіне келіп қоныпты."),
      "Būryñğy ötken zamanda, bır danyşpan kısı, Bağdat şaharynyñ bır ülken qazysynyñ üiıne kelıp qonypty.",
    );
    assert.equal(kkInLatin("Даңқымыз шықты ғой, әже Ильяс"), "Dañqymyz şyqty ğoi, äje İlias");
  });

  it("given capitals, then a word of capitals stays one, and dots are where they were", () => {
    assert.equal(kkInLatin("ЖСН, ӘАОЖ, ИІ, Юлия, ЮНЕСКО"), "JSN, ÄAOJ, İI, Iuliia, IUNESKO");
  });

  it("given places, figures and words in Latin letters, then they stay as they are", () => {
    const text = "{n|one:# PDF|other:# PIN} 1 234,5 №";
    assert.equal(kkInLatin(text), text);
  });

  it("given a letter of another language's Cyrillic, then it is refused instead of left standing", () => {
    assert.throws(
      () => kkInLatin("Україна"),
      (error) => error instanceof FiscError && error.code === "text.other-script",
    );
  });
});
