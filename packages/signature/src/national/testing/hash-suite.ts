import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { concat } from "../../bytes.ts";
import type { HashFunction } from "../hash/hash.ts";
import { counting } from "./vectors.ts";

/** What every hash of this package keeps. */
export function describeHash(name: string, hash: HashFunction): void {
  describe(`given ${name}`, () => {
    it("when a message comes in chunks of any size, then the digest is that of the whole", () => {
      fc.assert(
        fc.property(fc.array(fc.uint8Array({ maxLength: 3 * hash.blockLen }), { maxLength: 6 }), (chunks) => {
          const running = hash.create();
          for (const chunk of chunks) running.update(chunk);
          assert.deepEqual(running.digest(), hash(concat(...chunks)));
        }),
        { numRuns: 60 },
      );
    });
    it("when messages differ in length or in one bit, at and around the block's end, then their digests differ", () => {
      const digests = new Set<string>();
      const { blockLen } = hash;
      let messages = 0;
      for (let length = 0; length <= 2 * blockLen + 2; length++) {
        for (const message of [new Uint8Array(length), new Uint8Array(length).fill(1, length - 1)]) {
          if (length === 0 && messages === 1) continue;
          messages++;
          digests.add(hash(message).join());
        }
      }
      assert.equal(digests.size, messages);
    });
    it("when a running hash is cloned, then both go their own ways", () => {
      const data = counting(200);
      const first = hash.create().update(data.subarray(0, 77));
      const second = first.clone();
      const other = hash.create()._cloneInto(hash.create());
      assert.deepEqual(second.update(data.subarray(77)).digest(), hash(data));
      assert.deepEqual(first.digest(), hash(data.subarray(0, 77)));
      assert.deepEqual(other.digest(), hash(new Uint8Array(0)));
    });
    it("when two hashes run in turns, then neither sees the other's message", () => {
      const [a, b] = [hash.create(), hash.create()];
      for (let i = 0; i < 9; i++) {
        a.update(counting(50, i));
        b.update(counting(70, 9 * i));
      }
      assert.deepEqual(a.digest(), hash(concat(...Array.from({ length: 9 }, (_, i) => counting(50, i)))));
      assert.deepEqual(b.digest(), hash(concat(...Array.from({ length: 9 }, (_, i) => counting(70, 9 * i)))));
    });
    it("when it has ended or the place for the digest is short, then it refuses by code", () => {
      const ended = hash.create();
      ended.digest();
      assert.throws(() => ended.update(counting(1)), { code: "input.invalid" });
      assert.throws(() => ended.digest(), { code: "input.invalid" });
      assert.throws(() => hash.create().digestInto(new Uint8Array(hash.outputLen - 1)), { code: "input.invalid" });
    });
  });
}
