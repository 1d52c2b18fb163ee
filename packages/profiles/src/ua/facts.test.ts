import assert from "node:assert/strict";
import { test } from "node:test";
import { isWorkingDay, nextWorkingDay } from "@fisc/core/calendar";
import { isIdentifier } from "@fisc/core/identifiers";
import { calendar, statutoryCalendar } from "./calendar.ts";
import { profile } from "./index.ts";

const { identifiers = {}, labels } = profile;
const holds = (scheme: string, text: string): boolean => isIdentifier(text, identifiers[scheme] ?? assert.fail(scheme));

test("given martial law, then Christmas 2026 is worked; the statute for the day it ends has it free, and moves what falls on a Sunday", () => {
  assert.deepEqual([isWorkingDay(calendar, "2026-12-25"), isWorkingDay(statutoryCalendar, "2026-12-25")], [true, false]);
  assert.equal(nextWorkingDay(statutoryCalendar, "2026-04-10"), "2026-04-14");
  assert.equal(nextWorkingDay(calendar, "2026-04-10"), "2026-04-13");
  for (const { reason } of Object.values(statutoryCalendar.holidays)) assert.ok(labels["uk"]?.[`calendar.${reason}`], reason);
});

test("given codes of organisations, published and invented, then both ranges and the second round count", () => {
  for (const text of [
    "37567646",
    "37993783",
    "00013480",
    "00032106",
    "43005393",
    "44000004",
    "44000770",
    "00000035",
    "99900016",
    "99900051",
  ])
    assert.equal(holds("edrpou", text), true, text);
  for (const text of ["37567645", "3756764", "375676466", "99900017"]) assert.equal(holds("edrpou", text), false, text);
});

test("given numbers of persons, then the check digit decides", () => {
  for (const text of ["1759013776", "5442300118", "5442400222", "5449600338", "5493900442", "5551700559"])
    assert.equal(holds("rnokpp", text), true, text);
  for (const text of ["1234567890", "175901377", "5442300119"]) assert.equal(holds("rnokpp", text), false, text);
});

test("given accounts, then those of the treasury and of banks here count, with another digit or of another country they do not", () => {
  for (const text of [
    "UA638999980333129340000026002",
    "UA528999980333159340000013933",
    "UA213223130000026007233566001",
    "UA60 8201 7203 4439 9990 0000 9900 1",
  ])
    assert.equal(holds("ibanUa", text), true, text);
  for (const text of ["UA148999980333149340000004001", "KZ24070105KSN0000000", "UA63899998033312934000002600"])
    assert.equal(holds("ibanUa", text), false, text);
});
