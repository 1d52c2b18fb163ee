import assert from "node:assert/strict";
import { createServer } from "node:net";
import { describe, it } from "node:test";
import { addressesFrom, freePortBase, needFreePorts } from "./addresses.ts";
import { DemoStop } from "./stop.ts";

describe("addresses of the demo", () => {
  it("given a port that another program holds, says in one line which one and what to do", async () => {
    const base = await freePortBase();
    const addresses = addressesFrom(base);
    await needFreePorts(addresses);
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(addresses.ports.issuer, "127.0.0.1", resolve));
    try {
      await assert.rejects(
        needFreePorts(addresses),
        (error) => error instanceof DemoStop && error.message.includes(String(addresses.ports.issuer)) && !error.message.includes("\n"),
      );
    } finally {
      other.close();
    }
  });
  it("refuses a base that leaves no room for seven ports", () => {
    assert.throws(() => addressesFrom(65_535), DemoStop);
    assert.throws(() => addressesFrom(Number.NaN), DemoStop);
  });
});
