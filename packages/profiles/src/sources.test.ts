import assert from "node:assert/strict";
import { test } from "node:test";
import { profiles, sourcesOf } from "./index.ts";
import { profile as vn } from "./vn/index.ts";

test("given every profile, when its sources are listed, then each place comes once and what is unverified is marked", () => {
  for (const profile of Object.values(profiles)) {
    const sources = sourcesOf(profile);
    assert.equal(new Set(sources.map(({ at }) => at)).size, sources.length);
    assert.ok(sources.some(({ unverified }) => unverified) && sources.some(({ unverified }) => !unverified));
  }
});

test("given Viet Nam, when the unverified are listed, then the regime boundary and the estimated holidays are among them", () => {
  const open = sourcesOf(vn)
    .filter(({ unverified }) => unverified)
    .map(({ at }) => at);
  for (const at of ["regimes.vn-kbnn-2020", "regimes.vn-kbnn-2026", "calendar.2027-02-05", "codeLists.taiKhoanNguon"])
    assert.ok(open.includes(at), at);
});
