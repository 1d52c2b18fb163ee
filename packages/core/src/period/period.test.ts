import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { daysOf, formatPeriod, parsePeriod, periodKind, periodOf } from "./index.ts";

const locales = ["vi", "uk", "ru", "kk", "kk-Latn", "en"];

test("given periods as people write them, when read, then they are years, quarters and months", () => {
  const read: readonly (readonly [string, string])[] = [
    ["2026", "2026"],
    ["11/2026", "2026-11"],
    ["1.2026", "2026-01"],
    ["2026-11", "2026-11"],
    ["２０２６-11", "2026-11"],
    ["2026-Q3", "2026-Q3"],
    ["q3 2026", "2026-Q3"],
    ["III/2026", "2026-Q3"],
    ["quý III/2026", "2026-Q3"],
    ["Quý 3 năm 2026", "2026-Q3"],
    ["3 кв. 2026", "2026-Q3"],
    ["IV квартал 2026 р.", "2026-Q4"],
    ["2026 ж. I тоқсан", "2026-Q1"],
  ];
  for (const [text, period] of read) assert.equal(parsePeriod(text), period, text);
});

test("given what is no period, when read, then a typed error says whether it is none or does not exist", () => {
  for (const text of ["", "26", "26-11", "11/26", "3/4", "2026-11-21", "Q3", "III", "3 2026 1", "0000", "Q3 Q2026 x"])
    assert.throws(() => parsePeriod(text), { code: "period.not-a-period" }, text);
  for (const text of ["13/2026", "0.2026", "2026-00", "Q5 2026", "0 кв. 2026"])
    assert.throws(() => parsePeriod(text), { code: "period.no-such-period" }, text);
});

test("when a period is asked for its days, then leap years count", () => {
  assert.deepEqual(daysOf("2028-02"), { first: "2028-02-01", last: "2028-02-29" });
  assert.deepEqual(daysOf("2026-Q1"), { first: "2026-01-01", last: "2026-03-31" });
  assert.deepEqual(daysOf("2026"), { first: "2026-01-01", last: "2026-12-31" });
  assert.deepEqual(
    [periodOf("2026-11-21", "month"), periodOf("2026-11-21", "quarter"), periodOf("2026-11-21", "year")],
    ["2026-11", "2026-Q4", "2026"],
  );
});

test("when a period is written, then it is in the language, and never in letters of a script that the locale does not have", () => {
  assert.deepEqual(
    locales.map((locale) => formatPeriod("2026-Q3", locale)),
    ["Quý III năm 2026", "III квартал 2026 р.", "III квартал 2026 г.", "2026 ж. III тоқсан", "2026 j. III toqsan", "Q3 2026"],
  );
  assert.equal(formatPeriod("2026-11", "vi"), "Tháng 11 năm 2026");
  assert.match(formatPeriod("2026-11", "uk"), /^Листопад 2026/u);
  assert.equal(formatPeriod("2026-11", "kk-Latn"), "11.2026");
});

test("given any quarter, year or month, when it is written in figures or words, then it is read back and its days lie in it", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1000, max: 9999 }),
      fc.integer({ min: 1, max: 12 }),
      fc.constantFrom(...locales),
      (year, month, locale) => {
        const day = `${year}-${String(month).padStart(2, "0")}-01`;
        for (const kind of ["year", "quarter", "month"] as const) {
          const period = periodOf(day, kind);
          assert.equal(periodKind(period), kind);
          if (kind !== "month") assert.equal(parsePeriod(formatPeriod(period, locale)), period);
          assert.equal(parsePeriod(period), period);
          const { first, last } = daysOf(period);
          assert.ok(first <= day && day <= last);
          assert.deepEqual([periodOf(first, kind), periodOf(last, kind)], [period, period]);
        }
      },
    ),
    { numRuns: 100 },
  );
});
