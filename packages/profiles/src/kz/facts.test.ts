import assert from "node:assert/strict";
import { test } from "node:test";
import { isWorkingDay, nextWorkingDay } from "@fisc/core/calendar";
import { isIdentifier } from "@fisc/core/identifiers";
import { profile } from "./index.ts";

const { calendar, identifiers = {} } = profile;
const holds = (scheme: string, text: string): boolean => isIdentifier(text, identifiers[scheme] ?? assert.fail(scheme));

test("given days of the new Constitution, then 31 August 2026 is worked, 15 March 2027 is not; Nauryz 2026 ends on the 25th", () => {
  assert.deepEqual([isWorkingDay(calendar, "2026-08-31"), isWorkingDay(calendar, "2027-03-15")], [true, false]);
  assert.equal(nextWorkingDay(calendar, "2026-03-20"), "2026-03-26");
});

test("given numbers of organisations and persons, published and invented, then those of the second round count; impossible ones do not", () => {
  for (const text of ["000940001129", "971240001315", "941240001151", "990140000806", "490140000308", "490101500011", "490315500035"])
    assert.equal(holds("iinBin", text), true, text);
  for (const text of ["123456789011", "123456789021", "000940001120", "49010150001", "4901015000111"])
    assert.equal(holds("iinBin", text), false, text);
  for (const body of ["99014000082", "49014000031"])
    for (let digit = 0; digit <= 9; digit += 1) assert.equal(holds("iinBin", `${body}${digit}`), false, body);
});

test("given accounts, then those of the treasury and of banks here count, with another digit or of another country they do not", () => {
  for (const text of ["KZ24070105KSN0000000", "KZ92070101KSN0000000", "KZ86125KZT5004100100", "KZ92 601A 9999 0000 0001"])
    assert.equal(holds("ibanKz", text), true, text);
  for (const text of ["KZ24070105KSN0000001", "DE89370400440532013000", "KZ24070105KSN000000"])
    assert.equal(holds("ibanKz", text), false, text);
});
