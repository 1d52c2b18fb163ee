import { deliberateFaults } from "@fisc/signature/testing";
import type { ConformanceCase, SuiteResult } from "./suite.ts";

/** What a right validation says of everything that is wrong on purpose. */
export async function runFaults(): Promise<SuiteResult> {
  const cases: ConformanceCase[] = [];
  for (const { group, fault, expected, found } of await deliberateFaults()) {
    const told = await found();
    cases.push({ name: `${group}: ${fault}`, expected, found: told, agrees: told === expected });
  }
  const about = "Deliberate faults, one at a time, against validateSignature, validateTimestamp, checkOcspResponse and validateContainer";
  return { name: "Deliberate faults", about, cases, listed: true };
}
