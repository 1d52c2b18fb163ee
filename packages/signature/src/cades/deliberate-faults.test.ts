import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { deliberateFaults } from "../testing/index.ts";

const all = await deliberateFaults();
for (const group of new Set(all.map((fault) => fault.group))) {
  describe(`given a fault of ${group}`, () => {
    for (const { fault, expected, found } of all.filter((one) => one.group === group)) {
      it(`when ${fault}, then the answer is ${expected}`, async () => assert.equal(await found(), expected));
    }
  });
}
