import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import type { IdentifierScheme } from "../model/identifier.ts";
import { iban } from "./iban.ts";
import { groupedIdentifier, identifierFault, isIdentifier, plainIdentifier } from "./index.ts";

/** Two rounds, and no number where both give 10. */
const strict: IdentifierScheme = {
  shapes: ["[0-9]{4}"],
  checks: [
    {
      type: "weighted",
      modulus: 11,
      rounds: [
        [1, 2, 3],
        [3, 4, 5],
      ],
    },
  ],
  source: "Invented.",
};

test("given the registry's published examples, when they are checked, then they are accounts, also with spaces, in small letters and with hyphens", () => {
  for (const text of [
    "GB82 WEST 1234 5698 7654 32",
    "DE89370400440532013000",
    "fr14 2004 1010 0505 0001 3m02 606",
    "NO93 8601 1117 947",
    "MT84MALT011000012345MTLCAST001S",
    "SA03-8000-0000-6080-1016-7519",
    "LC55HEMM000100010012001200023015",
  ])
    assert.equal(identifierFault(text, iban), null, text);
  assert.equal(plainIdentifier(" gb82\u00A0west-1234\u200B5698765432", iban), "GB82WEST12345698765432");
  assert.equal(groupedIdentifier("GB82WEST12345698765432"), "GB82 WEST 1234 5698 7654 32");
});

test("given accounts with something wrong, when they are checked, then the fault is named", () => {
  const faults: readonly (readonly [string, string])[] = [
    ["GB82 WEST 1234 5698 7654 33", "check"],
    ["GB82 WEST 1234 5698 7645 32", "check"],
    ["GB82 WEST 1234 5698 7654 3", "shape"],
    ["ZZ82 WEST 1234 5698 7654 32", "shape"],
    ["", "shape"],
    ["GB", "shape"],
    ["9".repeat(1000), "shape"],
    // The third letter is a Cyrillic Е.
    ["GB82 W\u0415ST 1234 5698 7654 32", "letters"],
  ];
  for (const [text, fault] of faults) assert.equal(identifierFault(text, iban), fault, text);
});

test("given any account, when one character is changed or two neighbours are swapped, then it is refused", () => {
  const account = "DE89370400440532013000";
  fc.assert(
    fc.property(fc.integer({ min: 4, max: account.length - 1 }), fc.nat({ max: 9 }), (at, digit) => {
      const changed = account.slice(0, at) + String(digit) + account.slice(at + 1);
      assert.equal(isIdentifier(changed, iban), changed === account);
      const swapped = account.slice(0, at - 1) + account.charAt(at) + account.charAt(at - 1) + account.slice(at + 1);
      assert.equal(isIdentifier(swapped, iban), swapped === account);
    }),
  );
});

test("given weights in rounds, when the first gives no digit, then the next one does, and without one there is no such number", () => {
  let [second, none] = [0, 0];
  for (let body = 0; body < 1000; body += 1) {
    const [a = 0, b = 0, c = 0] = String(body).padStart(3, "0").split("").map(Number);
    const [one, two] = [(a + 2 * b + 3 * c) % 11, (3 * a + 4 * b + 5 * c) % 11];
    const fitting = Array.from({ length: 10 }, (_, digit) => digit).filter((digit) => isIdentifier(`${a}${b}${c}${digit}`, strict));
    assert.deepEqual(fitting, one < 10 ? [one] : two < 10 ? [two] : []);
    if (one === 10) second += 1;
    if (one === 10 && two === 10) none += 1;
  }
  assert.ok(second > 50 && none > 3);
});

test("given complements, other lengths and ranges, then a check concerns only what it is meant for", () => {
  const scheme: IdentifierScheme = {
    shapes: ["[0-9]{3}", "[0-9]{4}"],
    separators: "/",
    checks: [
      {
        type: "weighted",
        modulus: 11,
        complement: 10,
        rounds: [[-1, 2]],
        lengths: [3],
        ranges: [
          ["100", "499"],
          ["600", "999"],
        ],
      },
      { type: "weighted", modulus: 11, rounds: [[1, 2]], otherwise: 0, ranges: [["500", "599"]] },
    ],
    source: "Invented.",
  };
  // −1·1 + 2·2 = 3, 10 − 3 = 7; −1·9 + 0 = −9, which is 2 modulo 11, 10 − 2 = 8.
  for (const text of ["127", "12/7", "908", "1234", "000", "599"]) assert.equal(isIdentifier(text, scheme), text !== "599", text);
  // 5 + 2·8 = 21, 10 modulo 11, which is no digit: 0 stands for it.
  assert.deepEqual([isIdentifier("580", scheme), isIdentifier("581", scheme)], [true, false]);
});
