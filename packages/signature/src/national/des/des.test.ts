import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { describe, it } from "node:test";
import fc from "fast-check";
import { toHex } from "../../bytes.ts";
import { inPieces, whole } from "../testing/stream.ts";
import { counting, hex } from "../testing/vectors.ts";
import { cbcDecrypt, cbcEncrypt, tripleDes } from "./index.ts";

const KEY = "0123456789abcdef23456789abcdef01456789abcdef0123";

describe("given triple DES", () => {
  it("when the example of NIST SP 800-20's time is encrypted, then it is as published, and decrypts", () => {
    const cipher = tripleDes(hex(KEY));
    const block = new TextEncoder().encode("Now is t");
    cipher.encrypt(block);
    assert.equal(toHex(block), "314f8327fa7a09a8");
    cipher.decrypt(block);
    assert.equal(new TextDecoder().decode(block), "Now is t");
  });
  it("when OpenSSL encrypts texts of any length, then these bytes come out here too", () => {
    const iv = counting(8, 200);
    for (const length of [0, 1, 7, 8, 9, 100]) {
      const data = counting(length, 3);
      const args = ["enc", "-des-ede3-cbc", "-K", KEY, "-iv", toHex(iv)];
      const expected = new Uint8Array(execFileSync("openssl", args, { input: data }));
      assert.deepEqual(inPieces(cbcEncrypt(tripleDes(hex(KEY)), iv, "pkcs7"), data, 5), expected);
      assert.deepEqual(inPieces(cbcDecrypt(tripleDes(hex(KEY)), iv, "pkcs7"), expected, 5), data);
    }
  });
  it("when any text is encrypted under any key, then it comes back", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 24, maxLength: 24 }), fc.uint8Array({ maxLength: 40 }), (key, data) => {
        fc.pre(
          new Set(
            [0, 8, 16].map((at) =>
              key
                .subarray(at, at + 8)
                .map((octet) => octet & 0xfe)
                .join(),
            ),
          ).size === 3,
        );
        const iv = counting(8);
        assert.deepEqual(
          whole(cbcDecrypt(tripleDes(key), iv, "pkcs7"), whole(cbcEncrypt(tripleDes(key), iv, "pkcs7"), data)),
          new Uint8Array(data),
        );
      }),
      { numRuns: 20 },
    );
  });
  it("when the key is short, or two of its thirds are the same but for parity, then it is refused", () => {
    const single = "0123456789abcdef";
    for (const weak of ["00".repeat(23), single.repeat(3), single + "0022446688aaccee" + KEY.slice(32), KEY.slice(0, 16) + single + single])
      assert.throws(() => tripleDes(hex(weak)), { code: "input.invalid" });
  });
  it("when key and start vector are Buffers, which share memory when they are sliced, then they stay as they were", () => {
    const [key, iv] = [Buffer.from(KEY, "hex"), Buffer.alloc(8, 5)];
    whole(cbcEncrypt(tripleDes(key), iv, "pkcs7"), counting(30));
    assert.equal(key.toString("hex"), KEY);
    assert.deepEqual(iv, Buffer.alloc(8, 5));
  });
});
