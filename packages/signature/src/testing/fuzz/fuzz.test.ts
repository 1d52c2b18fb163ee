import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { SeededRandom } from "./random.ts";
import { fuzz } from "./run.ts";
import { fuzzTargets } from "./targets.ts";

/** A short run; `node packages/signature/scripts/fuzz.ts` makes long ones. */
const RUNS = 120;
const SEED = 20261121;

const targets = await fuzzTargets();

describe("given bytes of strangers at every door", () => {
  for (const target of targets) {
    it(`when ${target.name} is mutated, then it ends in a report or a SignatureError, and never passes as another one`, async () => {
      const { runs, finds } = await fuzz(target, RUNS, SEED);
      assert.equal(runs, RUNS);
      assert.deepEqual(finds, []);
    });
    it(`when ${target.name} is not mutated, then it is taken`, async () => assert.equal(await target.take(target.sample), undefined));
  }
  it("when the fuzzer meets a door that does not hold, then it says so and gives the bytes", async () => {
    const sample = Uint8Array.of(0x30, 0x03, 0x02, 0x01, 0x05);
    const broken = {
      name: "broken",
      sample,
      take: async (bytes: Uint8Array) => (String.fromCodePoint(bytes.length > 5 ? -1 : 65) === "" ? "" : undefined),
    };
    const { finds } = await fuzz(broken, 50, 7);
    assert.ok(finds.length > 0 && finds.every(({ what }) => /RangeError/.test(what)));
  });
  it("when the seed is the same, then the numbers are", () => {
    const [a, b] = [new SeededRandom(7), new SeededRandom(7)];
    assert.deepEqual(a.bytes(100), b.bytes(100));
    assert.notDeepEqual(a.bytes(100), new SeededRandom(8).bytes(100));
  });
});
