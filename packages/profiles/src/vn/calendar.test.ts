import assert from "node:assert/strict";
import { test } from "node:test";
import { dueOn, receivedOn } from "@fisc/core/calendar";
import { profile } from "./index.ts";

/** Sent (wall clock in Viet Nam) · working days · counted as received · due. */
const vectors = [
  ["2026-03-10T15:00:00", 1, "2026-03-10", "2026-03-11"],
  ["2026-03-10T15:00:01", 1, "2026-03-11", "2026-03-12"],
  ["2026-04-24T15:30:00", 1, "2026-04-28", "2026-04-29"],
  ["2026-02-13T10:00:00", 3, "2026-02-13", "2026-02-25"],
  ["2026-08-21T15:01:00", 1, "2026-08-22", "2026-08-24"],
  ["2026-08-28T16:00:00", 2, "2026-09-03", "2026-09-07"],
  ["2026-12-28T09:00:00", 2, "2026-12-28", "2026-12-30"],
  ["2027-02-04T15:10:00", 1, "2027-02-12", "2027-02-15"],
  ["2027-04-29T11:00:00", 3, "2027-04-29", "2027-05-06"],
] as const;

const { calendar, timeZone } = profile;

for (const [sent, days, received, due] of vectors) {
  test(`given a dossier sent ${sent}, when ${days} working days are allowed, then it counts from ${received} and is due ${due}`, () => {
    assert.equal(receivedOn({ calendar, timeZone, cutOff: "15:00:00" }, new Date(`${sent}+07:00`)), received);
    assert.equal(dueOn(calendar, received, days), due);
  });
}
