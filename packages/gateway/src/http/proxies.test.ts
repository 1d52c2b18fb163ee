import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { startTestDatabase } from "../testing/database.ts";
import type { TestDatabase } from "../testing/database.ts";
import { startSampleTreasury } from "../testing/vn.ts";

let database: TestDatabase;

before(async () => {
  database = await startTestDatabase();
});
after(() => database.stop());

const limit = 10;

/** How many of so many requests before sign-in, each with its own `X-Forwarded-For`, are told to wait. */
async function refused(trustedProxies: readonly string[], forwarded: (index: number) => string): Promise<number> {
  const treasury = await startSampleTreasury(await database.create(), { limits: { requestsPerMinute: limit }, trustedProxies });
  try {
    const answers = await Promise.all(
      Array.from({ length: limit * 2 }, (_, index) =>
        fetch(`${treasury.gateway.url}/session`, { headers: { "x-forwarded-for": forwarded(index) } }),
      ),
    );
    return answers.filter(({ status }) => status === 429).length;
  } finally {
    await treasury.close();
  }
}

test("given no proxy that is named, when a client makes up addresses, then it is counted as one all the same", async () => {
  assert.equal(await refused([], (index) => `198.51.100.${index}`), limit);
});

test("given a named proxy, when clients come through it, then each is counted by its own address", async () => {
  assert.equal(await refused(["127.0.0.1"], (index) => `198.51.100.${index}`), 0);
  assert.equal(await refused(["127.0.0.0/8"], (index) => `198.51.100.${index % 2}`), 0);
});

test("given a named proxy, when one client puts made-up addresses in front of its own, then it is counted by the one that the proxy saw", async () => {
  assert.equal(await refused(["127.0.0.1"], (index) => `203.0.113.${index}, 198.51.100.7`), limit);
});

test("given another proxy than the named one, when it forwards addresses, then they are not believed", async () => {
  assert.equal(await refused(["192.0.2.1"], (index) => `198.51.100.${index}`), limit);
});
