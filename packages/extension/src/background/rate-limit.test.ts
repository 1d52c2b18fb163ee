import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { KeyValueStore } from "./grants.ts";
import { RateLimit } from "./rate-limit.ts";
import { siteOf } from "./site.ts";

const NOW = Date.parse("2026-11-21T09:00:00Z");
const minute = 60_000;

function memory(): KeyValueStore & { readonly items: Record<string, unknown> } {
  const items: Record<string, unknown> = {};
  return { items, get: (key) => Promise.resolve({ [key]: items[key] }), set: (more) => Promise.resolve(void Object.assign(items, more)) };
}

const page = (origin: string, top = ""): { readonly origin: string; readonly top: string } => ({ origin, top });

describe("how often a site may ask", () => {
  it("given three refusals, when the worker sleeps and wakes, then the site is still silent, and ten minutes later it is not", async () => {
    const store = memory();
    const site = page("https://shop.example");
    for (let turn = 0; turn < 3; turn++) await new RateLimit(store, () => NOW).refused(site);
    assert.equal(await new RateLimit(store, () => NOW + minute).ask(site), 540);
    assert.equal(await new RateLimit(store, () => NOW + 10 * minute).ask(site), 0);
  });

  it("given refusals of one subdomain each, when the next subdomain, port or scheme asks, then it is the same site; a neighbour under a public suffix is not", async () => {
    const rate = new RateLimit(memory(), () => NOW);
    for (const name of ["a", "b", "c"]) await rate.refused(page(`https://${name}.shop.co.uk`));
    assert.ok((await rate.ask(page("https://d.e.shop.co.uk:8443"))) > 0);
    assert.ok((await rate.ask(page("https://shop.co.uk"))) > 0);
    assert.equal(await rate.ask(page("https://portal.co.uk")), 0);
  });

  it("given a hostile page that frames a portal, when it is refused, then the portal by itself may still ask", async () => {
    const rate = new RateLimit(memory(), () => NOW);
    for (let turn = 0; turn < 3; turn++) await rate.refused(page("https://portal.example", `https://x${turn}.evil.example`));
    assert.ok((await rate.ask(page("https://portal.example", "https://evil.example"))) > 0);
    assert.equal(await rate.ask(page("https://portal.example")), 0);
  });

  it("given thirty requests in a minute, also all at once, when the next comes, then it waits", async () => {
    const rate = new RateLimit(memory(), () => NOW);
    const waits = await Promise.all(Array.from({ length: 35 }, (_, index) => rate.ask(page(`https://s${index}.shop.example`))));
    assert.equal(waits.filter((wait) => wait === 0).length, 30);
    assert.deepEqual(new Set(waits), new Set([0, 60]));
  });

  it("given thousands of sites, when each asks, then what is kept stays small and the last ones are known", async () => {
    const store = memory();
    let now = NOW;
    const rate = new RateLimit(store, () => now);
    for (let index = 0; index < 1_100; index++) {
      now += 1;
      await rate.ask(page(`https://site${index}.example`));
    }
    const kept = Object.keys(store.items["rate"] as object);
    assert.equal(kept.length, 1_000);
    assert.ok(kept.includes("site1099.example "));
  });

  it("given names that mean something to objects, or a store that was spoiled, when they ask, then they are counted like others", async () => {
    const store = memory();
    store.items["rate"] = "spoiled";
    const rate = new RateLimit(store, () => NOW);
    assert.equal(await rate.ask(page("__proto__")), 0);
    assert.equal(await rate.ask(page("https://constructor")), 0);
  });
});

describe("a site", () => {
  it("is the registrable domain; what has none stands for itself", () => {
    for (const [origin, site] of [
      ["https://portal.ministry.gov.uk", "ministry.gov.uk"],
      ["https://a.b.example.com:444", "example.com"],
      ["https://xn--bcher-kva.example", "xn--bcher-kva.example"],
      ["http://localhost:8080", "http://localhost:8080"],
      ["http://127.0.0.1:8080", "http://127.0.0.1:8080"],
      ["http://[::1]:8080", "http://[::1]:8080"],
      ["https://gov.uk", "https://gov.uk"],
      ["", ""],
    ] as const)
      assert.equal(siteOf(origin), site, origin);
  });
});
