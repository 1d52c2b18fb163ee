import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { concat, toHex, type Bytes } from "../../bytes.ts";
import { describeHash } from "../testing/hash-suite.ts";
import { hex, vectors, withoutVectors } from "../testing/vectors.ts";
import { CRYPTOPRO_HASH, DKE_1, gost34311, TEST_HASH } from "./index.ts";

const text = (message: string): Bytes => new TextEncoder().encode(message);

describeHash("GOST 34.311 with DKE 1", gost34311(DKE_1));

describe("given GOST 34.311", () => {
  it("when one message is hashed with the three S-boxes, then the digests are those known for each", () => {
    const fox = text("The quick brown fox jumps over the lazy dog");
    assert.equal(toHex(gost34311(DKE_1)(fox)), "0f1355130b4a820a1e4e3f6474f6bdecc718a4a73345595edc1c1809832b2333");
    assert.equal(toHex(gost34311(TEST_HASH)(fox)), "77b7fa410c9ac58a25f49bca7d0468c9296529315eaca76bd1a10f376d1f4294");
    assert.equal(toHex(gost34311(CRYPTOPRO_HASH)(fox)), "9004294a361a508c586fe53d1f1b02746765e71b765472786e4770d565830a76");
  });
  it("when RFC 5831's messages are hashed, then the digests are the RFC's", () => {
    const hash = gost34311(TEST_HASH);
    assert.equal(toHex(hash(text("This is message, length=32 bytes"))), "b1c466d37519b82e8319819ff32595e047a28cb6f83eff1c6916a815a637fffa");
    assert.equal(
      toHex(hash(text("Suppose the original message has length = 50 bytes"))),
      "471aba57a60a770d3a76130635c1fbea4ef14de51f78b4ae57dd893b62f55208",
    );
  });
  it("when the start vector has another length than a block, then it is refused", () => {
    assert.throws(() => gost34311(DKE_1, new Uint8Array(31)), { code: "input.invalid" });
  });
  it("when the caller's start vector changes later, then the hash does not", () => {
    const start = new Uint8Array(32).fill(5);
    const hash = gost34311(DKE_1, start);
    const before = hash(text("a"));
    start.fill(0);
    assert.deepEqual(hash(text("a")), before);
    assert.notDeepEqual(gost34311(DKE_1)(text("a")), before);
  });
});

describe("given the published vectors of GOST 34.311 and GOST 34.11-94", { skip: withoutVectors }, () => {
  interface Case {
    readonly test: string;
    readonly params: readonly string[];
    readonly values: readonly { readonly var: string; readonly hex: string }[];
  }
  it("when they are hashed, then all digests are as published", () => {
    const { cases } = vectors("cryptonite-gost34_311.json") as { cases: readonly Case[] };
    let checked = 0;
    for (const { params, values, test } of cases) {
      const find = (name: RegExp): Bytes[] => values.filter((value) => name.test(value.var)).map((value) => hex(value.hex));
      const [expected] = find(/^exp/);
      const [sync] = find(/^sync/);
      const data = find(/^data/);
      // two cases name a message that the file does not hold
      if (!expected || !sync || data.length === 0) continue;
      const substitution = params[0] === "GOST28147_SBOX_ID_1" ? DKE_1 : TEST_HASH;
      const hash = gost34311(substitution, sync).create();
      for (const part of data) hash.update(part);
      assert.deepEqual(hash.digest(), expected, test);
      assert.deepEqual(gost34311(substitution, sync)(concat(...data)), expected, test);
      checked++;
    }
    assert.equal(checked, 6);
    const { messages, digests } = vectors("gost3411-94-bc.json") as { messages: readonly string[]; digests: readonly string[] };
    assert.equal(messages.length, 4);
    for (const [i, message] of messages.entries()) assert.equal(toHex(gost34311(CRYPTOPRO_HASH)(text(message))), digests[i]);
  });
});
