import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { canonicalBytes, sha256Hex } from "./index.ts";

const text = (value: object): string => new TextDecoder().decode(canonicalBytes(value));

describe("the canonical form", () => {
  it("is that of RFC 8785, section 3.2.2", () => {
    const value = {
      numbers: [Number("333333333.33333329"), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"/",
      literals: [null, true, false],
    };
    assert.equal(
      text(value),
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });
  it("orders names by UTF-16 unit and does not depend on how the object was made", () => {
    assert.equal(text({ "€": 1, a: 2, "😀": 3, "\ufb33": 4 }), '{"a":2,"€":1,"😀":3,"\ufb33":4}');
    assert.deepEqual(canonicalBytes({ b: 1, a: [1, { d: 1, c: 2 }] }), canonicalBytes({ a: [1, { c: 2, d: 1 }], b: 1 }));
  });
  it("refuses what has no JSON form", () => {
    const ring: { self?: object } = {};
    ring.self = ring;
    for (const value of [{ a: Number.NaN }, { a: "\ud800" }, ring])
      assert.throws(() => canonicalBytes(value), { code: "canonical.not-json" });
  });
});

describe("SHA-256", () => {
  const expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
  it("is that of FIPS 180-4 for bytes and files", async () => {
    assert.equal(await sha256Hex(new TextEncoder().encode("abc")), expected);
    assert.equal(await sha256Hex(new Blob(["a", "bc"])), expected);
  });
});
