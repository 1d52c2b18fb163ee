import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { celConformancePage, runCelConformance } from "../testing/cel-conformance.ts";

describe("the evaluator, by CEL's conformance suite", () => {
  const outcomes = runCelConformance();

  it("agrees with CEL on all that publication lets through, but for the differences named", () => {
    const wrong = outcomes.filter(({ outcome }) => outcome === "wrong");
    assert.deepEqual(
      wrong.map(({ test, expression, reason }) => `${test}: ${expression} gives ${reason}`),
      [],
    );
  });

  it("lets through what forms need", () => {
    const agreeing = outcomes.filter(({ outcome }) => outcome === "agrees").length;
    assert.ok(agreeing > 540, `${agreeing} agree`);
  });

  it("is told in the documentation as it is", () => {
    const page = readFileSync(new URL("../../../../docs/cel-conformance.md", import.meta.url), "utf8");
    const bare = (text: string): string => text.replaceAll(/[ -]+/g, " ");
    assert.equal(bare(page), bare(celConformancePage(outcomes)), "npm run conformance writes it anew");
  });
});
