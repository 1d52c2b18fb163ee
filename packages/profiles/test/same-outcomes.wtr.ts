import { neutralProfile, outcomesOf, type Outcome } from "@fisc/core/testing/outcomes";
import { profiles } from "../src/index.ts";
import { sampleOutcomes, type SampleOutcome } from "../src/testing/sample-outcomes.ts";

describe("every form of every profile, over the same data and its samples", () => {
  it("given what the server made of it, then this browser makes the very same of it", async () => {
    const answer = await fetch("/__outcomes-in-node");
    const expected = (await answer.json()) as readonly (Outcome | SampleOutcome)[];
    const drawn = await Promise.all([neutralProfile, ...Object.values(profiles)].map(outcomesOf));
    const own = [...drawn.flat(), ...(await sampleOutcomes())];
    if (expected.length < 20 || own.length !== expected.length) throw new Error(`${own.length} here, ${expected.length} there`);
    const told = expected.flatMap(({ violations }) => violations);
    if (told.length < expected.length) throw new Error("the data break too few rules to tell anything");
    own.forEach((outcome, i) => {
      const [here, there] = [outcome, expected[i]].map((one) => JSON.stringify(one));
      if (here !== there) throw new Error(`${outcome.name}\nhere:  ${here}\nthere: ${there}`);
    });
    // Node works all of it out while the page does the same.
  }).timeout(60_000);
});
