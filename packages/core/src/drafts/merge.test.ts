import assert from "node:assert/strict";
import { describe, it } from "node:test";
import * as fc from "fast-check";
import type { Json, JsonObject } from "../model/json.ts";
import { mergeDrafts, type Mergeable } from "./merge.ts";

const of = (data: JsonObject): Mergeable => ({ data, attachments: [] });
const merge = (base: JsonObject, mine: JsonObject, theirs: JsonObject): { data: Json; conflicts: readonly string[] } => {
  const { merged, conflicts } = mergeDrafts(of(base), of(mine), of(theirs));
  return { data: merged.data, conflicts: conflicts.map((one) => one.path) };
};
const [a, b, c, d] = [
  { code: "a", n: 1 },
  { code: "b", n: 2 },
  { code: "c", n: 3 },
  { code: "d", n: 4 },
];

describe("merging two edits of a draft", () => {
  it("takes each field from the side that changed it", () => {
    assert.deepEqual(merge({ x: 1, y: { z: 1, w: 1 }, gone: 1 }, { x: 2, y: { z: 1, w: 1 }, gone: 1 }, { x: 1, y: { z: 3, w: 1 } }), {
      data: { x: 2, y: { z: 3, w: 1 } },
      conflicts: [],
    });
  });
  it("keeps mine and reports both where both changed one field", () => {
    const { merged, conflicts } = mergeDrafts(of({ p: { x: 1 } }), of({ p: { x: 2 } }), of({ p: { x: 3 } }));
    assert.deepEqual(merged.data, { p: { x: 2 } });
    assert.deepEqual(conflicts, [{ path: "p.x", base: 1, mine: 2, theirs: 3 }]);
  });
  it("merges edits of different rows, and of different cells of one row", () => {
    assert.deepEqual(merge({ t: [a, b] }, { t: [{ ...a, n: 9 }, b] }, { t: [a, { ...b, code: "z" }] }), {
      data: {
        t: [
          { code: "a", n: 9 },
          { code: "z", n: 2 },
        ],
      },
      conflicts: [],
    });
    assert.deepEqual(merge({ t: [a, b] }, { t: [a, { ...b, n: 9 }] }, { t: [a, { ...b, code: "z" }] }), {
      data: { t: [a, { code: "z", n: 9 }] },
      conflicts: [],
    });
    assert.deepEqual(merge({ t: [a, b] }, { t: [a, { ...b, n: 9 }] }, { t: [a, { ...b, n: 8 }] }).conflicts, ["t[1].n"]);
  });
  it("keeps the rows that both sides added, one of equal ones", () => {
    assert.deepEqual(merge({ t: [a] }, { t: [a, b] }, { t: [a, c] }), { data: { t: [a, b, c] }, conflicts: [] });
    assert.deepEqual(merge({ t: [a] }, { t: [a, b] }, { t: [a, b, c] }), { data: { t: [a, b, c] }, conflicts: [] });
    assert.deepEqual(merge({}, { t: [a] }, { t: [b] }), { data: { t: [a, b] }, conflicts: [] });
  });
  it("lets a removal here and an edit further down there both happen", () => {
    assert.deepEqual(merge({ t: [a, b, c] }, { t: [b, c] }, { t: [a, b, { ...c, n: 9 }] }), {
      data: { t: [b, { code: "c", n: 9 }] },
      conflicts: [],
    });
  });
  it("asks about the table where one side removed what the other changed", () => {
    const { merged, conflicts } = mergeDrafts(of({ t: [a, b, c] }), of({ t: [a, c] }), of({ t: [a, { ...b, n: 9 }, c, d] }));
    assert.deepEqual(merged.data, { t: [a, c, d] });
    assert.deepEqual(conflicts, [{ path: "t", base: [a, b, c], mine: [a, c, d], theirs: [a, { ...b, n: 9 }, c, d] }]);
  });
  it("keeps added files, lets removed ones go, and knows uploads that the other side finished", () => {
    const file = (name: string, more: object = {}): Mergeable["attachments"][number] => ({
      slot: "s",
      name,
      size: 1,
      sha256: name,
      mediaType: "application/pdf",
      ...more,
    });
    const { merged } = mergeDrafts(
      { data: {}, attachments: [file("a"), file("b"), file("c")] },
      { data: {}, attachments: [file("a"), file("c"), file("mine")] },
      { data: {}, attachments: [file("b"), file("c", { upload: "u-1" }), file("theirs")] },
    );
    assert.deepEqual(merged.attachments, [file("c", { upload: "u-1" }), file("mine"), file("theirs")]);
  });

  const row = fc.record({ code: fc.constantFrom("a", "b", "c"), n: fc.nat(3) }, { noNullPrototype: true });
  const data = fc.record({ x: fc.nat(2), t: fc.array(row, { maxLength: 6 }) }, { noNullPrototype: true });
  it("gives a side back where the other changed nothing, and loses no value that either side entered", () => {
    fc.assert(
      fc.property(data, data, data, (base, mine, theirs) => {
        assert.deepEqual(merge(base, mine, base), { data: mine, conflicts: [] });
        assert.deepEqual(merge(base, base, theirs), { data: theirs, conflicts: [] });
        const { merged, conflicts } = mergeDrafts(of(base), of(mine), of(theirs));
        const kept = JSON.stringify([merged.data, conflicts]);
        for (const one of theirs.t)
          if (!base.t.some((before) => before.code === one.code)) assert.ok(kept.includes(JSON.stringify(one.code)));
        const swapped = mergeDrafts(of(base), of(theirs), of(mine));
        assert.equal(swapped.conflicts.length, conflicts.length, "who merges makes no difference to what is asked");
      }),
      { numRuns: 1_000 },
    );
  });
});
