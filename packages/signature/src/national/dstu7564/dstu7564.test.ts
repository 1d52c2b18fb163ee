import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { toHex, type Bytes } from "../../bytes.ts";
import { describeHash } from "../testing/hash-suite.ts";
import { counting, hex, vectors, withoutVectors } from "../testing/vectors.ts";
import { dstu7564_256, dstu7564_384, dstu7564_512, dstu7564Kmac } from "./index.ts";

describeHash("Kupyna-256", dstu7564_256);
describeHash("Kupyna-384", dstu7564_384);
describeHash("Kupyna-512", dstu7564_512);

describe("given Kupyna", () => {
  it("when the standard's examples are hashed, then the digests are the standard's", () => {
    assert.equal(toHex(dstu7564_256(new Uint8Array(0))), "cd5101d1ccdf0d1d1f4ada56e888cd724ca1a0838a3521e7131d4fb78d0f5eb6");
    assert.equal(toHex(dstu7564_256(Uint8Array.of(255))), "ea7677ca4526555680441c117982ea14059ea6d0d7124d6ecdb3deec49e890f4");
    assert.equal(toHex(dstu7564_256(counting(64))), "08f4ee6f1be6903b324c4e27990cb24ef69dd58dbe84813ee0a52f6631239875");
    assert.equal(
      toHex(dstu7564_384(counting(95))),
      "d9021692d84e5175735654846ba751e6d0ed0fac36dfbc0841287dcb0b5584c75016c3decc2a6e47c50b2f3811e351b8",
    );
    assert.equal(
      toHex(dstu7564_512(new Uint8Array(0))),
      "656b2f4cd71462388b64a37043ea55dbe445d452aecd46c3298343314ef04019bcfa3f04265a9857f91be91fce197096187ceda78c9c1c021c294a0689198538",
    );
  });
  it("when a MAC is made with each key of the standard's length, then it is the standard's; of another length it is refused", () => {
    const message = counting(31);
    const keys = [32, 48, 64].map((octets) => counting(octets).toReversed());
    assert.deepEqual(
      keys.map((key) => toHex(dstu7564Kmac(key).update(message.subarray(0, 9)).update(message.subarray(9)).digest())),
      [
        "b60594d56fa79ba210314c72c2495087ccd0a99fc04acfe2a39ef669925d98ee",
        "bebfd8d730336f043abacb41829e79a4d320aeddd8d14024d5b805da70c396fa295c281a38b30ae728a304b3f5ae490e",
        "f270043c06a5c37e65d9d791c5fbfb966e5ee709f8f54019c9a55b76ca40b70100579f269cec24e347a9d864614cf3abbf6610742e4db3bd2abc000387c49d24",
      ],
    );
    assert.throws(() => dstu7564Kmac(counting(31)), { code: "input.invalid" });
    const ended = dstu7564Kmac(counting(32));
    ended.digest();
    assert.throws(() => ended.update(message), { code: "input.invalid" });
    assert.throws(() => ended.digest(), { code: "input.invalid" });
  });
});

describe("given the published vectors of Kupyna", { skip: withoutVectors }, () => {
  it("when the messages are hashed, then all digests are as published", () => {
    const { messages, digests, otherCases } = vectors("kupyna-dstu7564-bc.json") as {
      messages: readonly string[];
      digests: readonly string[];
      otherCases: readonly { readonly fn: string; readonly hex: readonly string[] }[];
    };
    for (const [i, message] of messages.entries()) assert.equal(toHex(dstu7564_256(new TextEncoder().encode(message))), digests[i]);
    for (const [fn, hash, pairs] of [
      ["hash256Tests", dstu7564_256, 6],
      ["hash384Tests", dstu7564_384, 1],
      ["hash512Tests", dstu7564_512, 6],
    ] as const) {
      const values = otherCases.find((one) => one.fn === fn)?.hex ?? assert.fail(fn);
      assert.equal(values.length, 2 * pairs);
      for (let i = 0; i < values.length; i += 2) assert.deepEqual(hash(at(values, i)), at(values, i + 1), `${fn} ${i}`);
    }
  });
});

function at(values: readonly string[], i: number): Bytes {
  return hex(values[i] ?? assert.fail(`no value ${i}`));
}
