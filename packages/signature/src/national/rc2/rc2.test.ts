import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { describe, it } from "node:test";
import { toHex } from "../../bytes.ts";
import { inPieces } from "../testing/stream.ts";
import { counting, hex } from "../testing/vectors.ts";
import { cbcDecrypt, cbcEncrypt, rc2 } from "./index.ts";

describe("given RC2", () => {
  for (const [key, bits, plain, encrypted] of [
    ["0000000000000000", 63, "0000000000000000", "ebb773f993278eff"],
    ["ffffffffffffffff", 64, "ffffffffffffffff", "278b27e42e2f0d49"],
    ["3000000000000000", 64, "1000000000000001", "30649edf9be7d2c2"],
    ["88", 64, "0000000000000000", "61a8a244adacccf0"],
    ["88bca90e90875a", 64, "0000000000000000", "6ccf4308974c267f"],
    ["88bca90e90875a7f0f79c384627bafb2", 64, "0000000000000000", "1a807d272bbe5db1"],
    ["88bca90e90875a7f0f79c384627bafb2", 128, "0000000000000000", "2269552ab0f85ca6"],
    [`88bca90e90875a7f0f79c384627bafb216f80a6f85920584c42fceb0be255daf1e`, 129, "0000000000000000", "5b78d3a43dfff1f1"],
  ] as const) {
    it(`when RFC 2268's block is encrypted under a key of ${key.length / 2} octets and ${bits} effective bits, then it is the RFC's`, () => {
      const cipher = rc2(hex(key), bits);
      const block = hex(plain);
      cipher.encrypt(block);
      assert.equal(toHex(block), encrypted);
      cipher.decrypt(block);
      assert.equal(toHex(block), plain);
    });
  }
  for (const [name, octets, bits] of [
    ["rc2-40-cbc", 5, 40],
    ["rc2-cbc", 16, 128],
  ] as const) {
    it(`when OpenSSL encrypts by ${name}, then these bytes come out here too`, () => {
      const [key, iv, data] = [counting(octets, 9), counting(8, 77), counting(77)];
      const args = ["enc", `-${name}`, "-provider", "legacy", "-provider", "default", "-K", toHex(key), "-iv", toHex(iv)];
      const expected = new Uint8Array(execFileSync("openssl", args, { input: data }));
      assert.deepEqual(inPieces(cbcEncrypt(rc2(key, bits), iv, "pkcs7"), data, 9), expected);
      assert.deepEqual(inPieces(cbcDecrypt(rc2(key, bits), iv, "pkcs7"), expected, 9), data);
    });
  }
  it("when key or effective bits are out of range, then they are refused", () => {
    for (const [octets, bits] of [
      [0, 40],
      [129, 128],
      [5, 0],
      [5, 1025],
      [5, 40.5],
    ] as const)
      assert.throws(() => rc2(counting(octets), bits), { code: "input.invalid" });
  });
});
