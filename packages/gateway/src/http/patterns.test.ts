import assert from "node:assert/strict";
import { test } from "node:test";
import safe from "safe-regex2";
import { profiles } from "@fisc/profiles";
import * as bodies from "./request-bodies.ts";
import * as schemas from "./schemas.ts";

/** Every `pattern` in a value, wherever it stands, with the path to it. */
function patternsOf(value: unknown, path: string): readonly (readonly [string, string])[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, child]) =>
    name === "pattern" && typeof child === "string" ? [[path, child] as const] : patternsOf(child, `${path}.${name}`),
  );
}

test("given the patterns that strangers' texts are held against, when each is looked at, then none takes more than one way through a text", () => {
  const patterns = [
    ...Object.values(profiles).flatMap((profile) => profile.procedures.flatMap(({ id, schema }) => patternsOf(schema, id))),
    ...patternsOf({ ...bodies }, "bodies"),
    ...patternsOf({ ...schemas }, "schemas"),
  ];
  assert.ok(patterns.length > 10);
  for (const [path, pattern] of patterns) assert.ok(safe(new RegExp(pattern, "u")), `${path}: ${pattern}`);
  assert.equal(safe(/^(\d+)+$/u), false, "the check knows a bad one");
});
