import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { toHex } from "../../bytes.ts";
import { describeHash } from "../testing/hash-suite.ts";
import { hex, vectors, withoutVectors } from "../testing/vectors.ts";
import { gost34112012_256, gost34112012_512 } from "./index.ts";

describeHash("Streebog-256", gost34112012_256);
describeHash("Streebog-512", gost34112012_512);

describe("given Streebog", () => {
  it("when the first message of RFC 6986 section 10 is hashed, then both digests are the RFC's", () => {
    const message = new TextEncoder().encode("012345678901234567890123456789012345678901234567890123456789012");
    assert.equal(toHex(gost34112012_256(message)), "9d151eefd8590b89daa6ba6cb74af9275dd051026bb149a452fd84e5e57b5500");
    assert.equal(
      toHex(gost34112012_512(message)),
      "1b54d01a4af5b9d5cc3d86d68d285462b19abc2475222f35c085122be4ba1ffa00ad30f8767b3a82384c6574f024c311e2a481332b08ef7f41797891c1646f48",
    );
  });
  it("when nothing is hashed, then the digest is the known one", () => {
    assert.equal(toHex(gost34112012_256(new Uint8Array(0))), "3f539a213e97c802cc229d474c6aa32a825a360b2a933a949fd925208d9ce1bb");
  });
  it("when the sum of blocks overflows 512 bits, then the carry runs through (all ones, three blocks)", () => {
    const ones = new Uint8Array(192).fill(255);
    const chunked = gost34112012_512.create();
    for (let at = 0; at < 192; at += 64) chunked.update(ones.subarray(at, at + 64));
    assert.deepEqual(chunked.digest(), gost34112012_512(ones));
    // what node-gost-crypto 1.0.2, written by others, makes of the same
    assert.equal(
      toHex(gost34112012_512(ones)),
      "55d8f76f0894bde0ec14c906f95be44ec9eac0ab5d05fb1a8aa92bee629b1dab9f1d2552e2d3a1aab9ce2c07941b06dbac5baff6ce461df2f7c60a8a763cc1e9",
    );
  });
});

describe("given the published vectors of Streebog", { skip: withoutVectors }, () => {
  for (const [file, hash] of [
    ["streebog256-bc.json", gost34112012_256],
    ["streebog512-bc.json", gost34112012_512],
  ] as const) {
    it(`when the messages of ${file} are hashed, then all digests are as published`, () => {
      const { messageBytesHex, digests } = vectors(file) as { messageBytesHex: readonly string[]; digests: readonly string[] };
      assert.ok(messageBytesHex.length >= 2);
      for (const [i, message] of messageBytesHex.entries()) assert.equal(toHex(hash(hex(message))), digests[i]);
    });
  }
});
