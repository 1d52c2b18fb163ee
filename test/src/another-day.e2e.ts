import assert from "node:assert/strict";
import { it } from "node:test";
import { openStage } from "./stage.ts";
import { dayOfflineStories } from "./stories/day-offline.ts";
import { regimeStories } from "./stories/regimes.ts";

/** The last days of the rules of 2020: a demo whose clock stands there, and is moved over New Year. */
const stage = openStage(new Date("2025-12-30T02:00:00.000Z"));
regimeStories(stage, { before: new Date("2025-12-31T02:00:00.000Z"), after: new Date("2026-01-05T02:00:00.000Z") });
dayOfflineStories(stage);

it("given these stories, when they are over, then no page broke its content security policy", () => {
  assert.deepEqual(stage.demo.portal.reports(), []);
});
