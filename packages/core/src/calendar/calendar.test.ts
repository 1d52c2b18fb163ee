import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import type { Calendar } from "../model/profile.ts";
import {
  addWorkingDays,
  civilDate,
  civilDateTime,
  daysBetween,
  dueOn,
  isWorkingDay,
  nextWorkingDay,
  receivedOn,
  workingDaysBetween,
} from "./index.ts";

const entry = { reason: "test", confidence: "sure" } as const;
const calendar: Calendar = {
  holidays: { "2026-08-31": entry, "2026-09-01": entry, "2026-09-02": entry },
  workingSaturdays: { "2026-08-22": entry },
};
const office = { calendar, timeZone: "Asia/Ho_Chi_Minh", cutOff: "15:00:00" };

test("given an instant near midnight, when asked in two zones, then each has its own civil date", () => {
  const instant = new Date("2026-03-10T17:30:00Z");
  assert.equal(civilDate(instant, "Asia/Ho_Chi_Minh"), "2026-03-11");
  assert.equal(civilDate(instant, "Europe/Kyiv"), "2026-03-10");
  assert.deepEqual(civilDateTime(new Date("2026-03-10T17:00:00Z"), "Asia/Ho_Chi_Minh"), { date: "2026-03-11", time: "00:00:00" });
});

test("given holidays and a make-up Saturday, when days are asked, then only working days are", () => {
  const working = (date: string): boolean => isWorkingDay(calendar, date);
  assert.deepEqual(["2026-08-21", "2026-08-22", "2026-08-23", "2026-08-29", "2026-08-31", "2026-09-03"].map(working), [
    true,
    true,
    false,
    false,
    false,
    true,
  ]);
});

test("given the cut-off, when a dossier comes at, just after or outside it, then it counts on the right day", () => {
  assert.equal(receivedOn(office, new Date("2026-03-10T08:00:00Z")), "2026-03-10");
  assert.equal(receivedOn(office, new Date("2026-03-10T08:00:00.999Z")), "2026-03-10");
  assert.equal(receivedOn(office, new Date("2026-03-10T08:00:01Z")), "2026-03-11");
  assert.equal(receivedOn(office, new Date("2026-08-22T02:00:00Z")), "2026-08-22");
  assert.equal(receivedOn(office, new Date("2026-08-29T02:00:00Z")), "2026-09-03");
  assert.equal(dueOn(calendar, "2026-09-03", 2), "2026-09-07");
});

test("when a day does not exist or a count is none, then a typed error says so", () => {
  for (const date of ["2026-02-30", "2026-2-3", "tomorrow", "", "2026-13-01"])
    assert.throws(() => isWorkingDay(calendar, date), { code: "calendar.not-a-date" }, date);
  assert.throws(() => addWorkingDays(calendar, "2026-01-01", 1.5), { code: "calendar.not-a-count" });
  assert.throws(() => civilDate(new Date(Number.NaN), "UTC"), { code: "calendar.not-a-date" });
});

const dates = fc
  .date({ min: new Date("2026-01-01"), max: new Date("2027-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const counts = fc.integer({ min: 1, max: 60 });

test("given any day, when working days are added, then the result is a working day that far away", () => {
  fc.assert(
    fc.property(dates, counts, (date, count) => {
      const later = addWorkingDays(calendar, date, count);
      assert.ok(isWorkingDay(calendar, later) && later > date);
      assert.equal(workingDaysBetween(calendar, date, later), count);
      assert.equal(addWorkingDays(calendar, later, 1), nextWorkingDay(calendar, later));
      assert.equal(addWorkingDays(calendar, addWorkingDays(calendar, date, 1), count), addWorkingDays(calendar, date, count + 1));
    }),
  );
});

test("given two days in order, when working days are added, then they stay in order", () => {
  fc.assert(
    fc.property(dates, dates, counts, (one, other, count) => {
      const [early, late] = one <= other ? [one, other] : [other, one];
      assert.ok(addWorkingDays(calendar, early, count) <= addWorkingDays(calendar, late, count));
      assert.equal(daysBetween(early, late), -daysBetween(late, early) + 0);
    }),
  );
});
