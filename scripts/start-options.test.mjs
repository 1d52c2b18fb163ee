import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, it } from "node:test";
import { makeHouse, oneLine } from "./testing/house.mjs";

let house;
beforeEach(() => (house = makeHouse()));
afterEach(() => house.remove());

describe("what was typed", () => {
  for (const command of ["demo", "test", "bench", "conformance"]) {
    it(`given ${command} --help, when it is started, then it prints the usage and does nothing else`, async () => {
      const { code, out } = await house.start([command, "--help"]);
      assert.equal(code, 0);
      assert.match(out, new RegExp(`^Usage: npm (run )?${command} `));
      assert.deepEqual(house.calls(), []);
    });
    it(`given ${command} with an option it does not know, then one line names it and nothing is installed`, async () => {
      const result = await house.start([command, "--colour"]);
      assert.equal(result.code, 2);
      assert.match(oneLine(result), /"--colour"/);
      assert.deepEqual(house.calls(), []);
    });
  }
  it("given no command, then it names all of them", async () => {
    const { code, out } = await house.start([]);
    assert.equal(code, 0);
    for (const command of ["npm run demo", "npm test", "npm run bench", "npm run conformance"]) assert.ok(out.includes(command));
  });
  it("given an option without its value, then one line says what it wants", async () => {
    const result = await house.start(["demo", "--data", "--reset"]);
    assert.equal(result.code, 2);
    assert.match(oneLine(result), /--data <dir>/);
  });
  it("given an option that npm kept for itself for want of --, then one line says how to write it", async () => {
    const result = await house.start(["demo"], { environment: { npm_config_walkthrough: "true" } });
    assert.equal(result.code, 2);
    assert.match(oneLine(result), /npm run demo -- --walkthrough$/);
  });
  it("given npm's own setting of the same name as an option, then the demo starts", async () => {
    const { code, out } = await house.start(["demo"], { environment: { npm_config_browser: "firefox" } });
    assert.equal(code, 0);
    assert.match(out, /^inner \[\]$/m);
  });
  it("given options, then the command gets them as they were typed", async () => {
    const words = ["--data", "a folder", "--port-base=9000", "--out", "it's $HOME"];
    const { out } = await house.start(["demo", ...words]);
    assert.match(out, /^inner /m);
    assert.deepEqual(JSON.parse(/^inner (.*)$/m.exec(out)[1]), words);
  });
});
