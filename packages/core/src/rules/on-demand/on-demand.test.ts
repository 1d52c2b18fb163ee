import assert from "node:assert/strict";
import { test } from "node:test";
import type { IdentifierScheme } from "../../model/identifier.ts";
import type { Json } from "../../model/json.ts";
import type { ProcedureDefinition } from "../../model/procedure.ts";
import type { Profile } from "../../model/profile.ts";
import { order } from "../../testing/order.ts";
import { context, profile } from "../../testing/profile.ts";
import { evaluate } from "../evaluate.ts";
import { checkProcedure, publishExpression, publishProcedure } from "../publish.ts";
import { validateDossier } from "../validate.ts";

const value = (source: string, data: Json = {}): Json => evaluate(publishExpression(source), { data });

test("given expressions that write and read amounts, then the author's choices of words count", () => {
  assert.equal(value('words(2105, "UAH", "uk", "figures")'), "Двадцять одна гривня 05 копійок");
  assert.equal(value('words(1004, "VND", "vi", "lẻ chẵn")'), "Một nghìn không trăm lẻ bốn đồng chẵn");
  assert.equal(value('readWords("Двадцять одна гривня 05 копійок", "UAH", "uk")'), 2_105);
  assert.equal(value('sameWords(data.words, 2105, "UAH", "uk")', { words: "двадцять одна гривня п'ять копійок" }), true);
  assert.throws(() => value('words(1, "VND", "vi", "mốt")'), { code: "words.unknown-variant" });
  assert.throws(() => value('readWords("двадцять", "UAH", "uk")'), { code: "words.not-an-amount" });
});

test("given text that people are to sign, then a rule can refuse mixed alphabets and hidden marks, and letters of another alphabet", () => {
  assert.equal(value('plainText("сума дві гривні, Lenovo")'), true);
  assert.equal(value('plainText("сума дві гривні, Lenovo", "Cyrillic")'), false);
  for (const text of ["сума дв\u0069 гривні", "1\u202E23", "a\u200Bb"]) assert.equal(value("plainText(data.text)", { text }), false, text);
});

test("given two civil dates, when an expression counts the days between them, then months and leap years count, and what is no date is an error", () => {
  assert.deepEqual(
    ["2026-02-27", "2026-03-01", "2026-03-11", "2028-03-01"].map((to) => value('daysBetween("2026-03-01", data.to)', { to })),
    [-2, 0, 10, 731],
  );
  for (const to of [null, "", "2026-02-30", "1.3.2026", 7])
    assert.throws(() => value('daysBetween("2026-03-01", data.to)', { to }), { code: "rule.evaluation" }, String(to));
});

const accountRule = (assert: string): ProcedureDefinition => ({
  ...order,
  rules: [{ id: "I1", at: "number", severity: "error", assert, message: "account", source: "Invented." }],
});
const scheme: IdentifierScheme = {
  shapes: ["[0-9]{4}"],
  checks: [{ type: "weighted", modulus: 11, rounds: [[1, 2, 3]], otherwise: 0 }],
  source: "Invented.",
};
const withScheme: Profile = { ...profile, identifiers: { order: scheme } };

test("given a rule that names a scheme of the profile, when it is published, then the scheme travels with it and decides in browser and gateway", () => {
  const procedure = publishProcedure(accountRule('identifier(data.number, "order")'), withScheme, { locale: "en", regime: "test-1" });
  assert.deepEqual(procedure.identifiers, { order: scheme });
  const faults = (number: Json, where: "browser" | "gateway"): readonly string[] =>
    validateDossier({ procedure, data: { ...order.initial, number }, context, where })
      .violations.filter(({ rule }) => rule === "I1")
      .map(({ at }) => at);
  for (const where of ["browser", "gateway"] as const)
    assert.deepEqual([faults("1113", where), faults("1236", where), faults("1233", where)], [["number"], ["number"], []]);
});

test("given the accounts that every profile knows, then they need no scheme; procedures that name none carry none", () => {
  const procedure = publishProcedure(accountRule('identifier(data.number, "iban")'), profile, { locale: "en", regime: "test-1" });
  assert.deepEqual(Object.keys(procedure.identifiers ?? {}), ["iban"]);
  assert.equal("identifiers" in publishProcedure(order, profile, { locale: "en", regime: "test-1" }), false);
});

test("given a scheme that nobody has, or one that is worked out, when it is checked, then the author hears of it, and it is not published", () => {
  for (const [source, name] of [
    ['identifier(data.number, "nobody")', "nobody"],
    ['identifier(data.number, "constructor")', "constructor"],
    ["identifier(data.number, data.way)", ""],
  ] as const) {
    const found = checkProcedure(accountRule(source), withScheme).filter(({ problem }) => problem === "unknown-identifier");
    assert.deepEqual(
      found.map(({ at, detail }) => [at, detail]),
      [["rules[0].assert", name]],
    );
    assert.throws(() => publishProcedure(accountRule(source), withScheme, { locale: "en", regime: "test-1" }), {
      code: "procedure.unknown-identifier",
    });
  }
  assert.throws(() => value('identifier("1", "iban")'), { code: "rule.evaluation" });
});
