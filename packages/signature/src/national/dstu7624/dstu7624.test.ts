import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { concat, toHex, type Bytes } from "../../bytes.ts";
import { inPieces, whole } from "../testing/stream.ts";
import { counting, hex, vectors, withoutVectors } from "../testing/vectors.ts";
import {
  cbcDecrypt,
  cbcEncrypt,
  cfbDecrypt,
  cfbEncrypt,
  dstu7624,
  dstu7624Cmac,
  dstu7624Counter,
  dstu7624UnwrapKey,
  dstu7624WrapKey,
  ecbDecrypt,
  ecbEncrypt,
} from "./index.ts";

describe("given Kalyna", () => {
  for (const [keyLen, blockLen, encrypted] of [
    [16, 16, "81bf1c7d779bac20e1c9ea39b4d2ad06"],
    [32, 16, "58ec3e091000158a1148f7166f334f14"],
    [32, 32, "f66e3d570ec92135aedae323dcbd2a8ca03963ec206a0d5a88385c24617fd92c"],
    [64, 32, "606990e9e6b7b67a4bd6d893d72268b78e02c83c3cd7e102fd2e74a8fdfe5dd9"],
    [
      64,
      64,
      "4a26e31b811c356aa61dd6ca0596231a67ba8354aa47f3a13e1deec320eb56b895d0f417175bab662fd6f134bb15c86ccb906a26856efeb7c5bc6472940dd9d9",
    ],
  ] as const) {
    it(`when a block of ${blockLen} octets is encrypted under a key of ${keyLen}, then it is the standard's, and decrypts`, () => {
      const cipher = dstu7624(counting(keyLen), blockLen);
      const block = counting(blockLen, keyLen);
      cipher.encrypt(block);
      assert.equal(toHex(block), encrypted);
      cipher.decrypt(block);
      assert.deepEqual(block, counting(blockLen, keyLen));
    });
  }
  it("when keys and blocks have lengths that do not go together, then they are refused", () => {
    for (const [key, block] of [
      [24, 16],
      [16, 32],
      [64, 16],
      [32, 24],
      [0, 0],
    ] as const)
      assert.throws(() => dstu7624(counting(key), block), { code: "input.invalid" });
  });
  it("when data comes in pieces of any size, then each mode gives what it gives for the whole", () => {
    const cipher = dstu7624(counting(32), 16);
    const [iv, data] = [counting(16, 60), counting(83)];
    for (const size of [1, 5, 16, 17, 40]) {
      for (const mode of [
        () => cbcEncrypt(cipher, iv, "iso7816"),
        () => cbcEncrypt(cipher, iv, "pkcs7"),
        () => cfbEncrypt(cipher, iv),
        () => dstu7624Counter(cipher, iv),
      ])
        assert.deepEqual(inPieces(mode(), data, size), whole(mode(), data));
      const encrypted = whole(cbcEncrypt(cipher, iv, "pkcs7"), data);
      assert.deepEqual(inPieces(cbcDecrypt(cipher, iv, "pkcs7"), encrypted, size), data);
      const mac = dstu7624Cmac(cipher);
      for (let at = 0; at < data.length; at += size) mac.update(data.subarray(at, at + size));
      assert.deepEqual(mac.digest(), dstu7624Cmac(cipher).update(data).digest());
    }
  });
  it("when what is decrypted ends in no padding, then it is refused", () => {
    const cipher = dstu7624(counting(16));
    for (const last of ["00", "11", "0303", "ff"]) {
      const end = hex(last);
      const encrypted = whole(ecbEncrypt(cipher), concat(counting(16 - end.length, 32), end));
      for (const padding of ["pkcs7", "iso7816"] as const)
        assert.throws(() => whole(ecbDecrypt(cipher, padding), encrypted), { code: "input.invalid", params: { what: "padding" } });
    }
    assert.throws(() => whole(ecbDecrypt(cipher, "pkcs7"), new Uint8Array(0)), { code: "input.invalid" });
    assert.throws(() => whole(ecbDecrypt(cipher, "pkcs7"), counting(15)), { code: "input.invalid", params: { what: "length" } });
  });
  it("when a MAC is made of the standard's messages, padded or not, then it is the standard's", () => {
    assert.equal(
      toHex(
        dstu7624Cmac(dstu7624(counting(16)))
          .update(counting(48, 0x20))
          .digest(),
      ),
      "123b4eab8e63ecf3e645a99c1115e241",
    );
    const padded = dstu7624Cmac(dstu7624(counting(32), 16)).update(counting(94, 0x30));
    assert.equal(toHex(padded.digest()), "4cf52d7d5b0c47f05f6f5f5e73c3b508");
    assert.throws(() => dstu7624Cmac(dstu7624(counting(16)), 17), { code: "input.invalid" });
    assert.throws(() => dstu7624Cmac(dstu7624(counting(16))).digest(), { code: "input.invalid" });
  });
  it("when a wrapped key is changed in any octet, or the other key is wrong, then it is refused", () => {
    const wrapped = dstu7624WrapKey(dstu7624(counting(16)), counting(16, 0x10));
    assert.equal(toHex(wrapped), "1dc91dc6e52575f6dbed25adda95a1b6ad3e15056e489738972c199fb9ee2913");
    const refused = { code: "input.invalid", params: { what: "key encryption key" } };
    for (let i = 0; i < wrapped.length; i++)
      assert.throws(() => dstu7624UnwrapKey(dstu7624(counting(16)), wrapped.with(i, (wrapped[i] ?? 0) ^ 1)), refused);
    assert.throws(() => dstu7624UnwrapKey(dstu7624(counting(16, 1)), wrapped), refused);
    for (const length of [0, 16, 31, 33])
      assert.throws(() => dstu7624UnwrapKey(dstu7624(counting(16)), counting(length)), { code: "input.invalid" });
  });
});

describe("given the published vectors of Kalyna", { skip: withoutVectors }, () => {
  interface Case {
    readonly test: string;
    readonly values: readonly { readonly var: string; readonly hex: string }[];
  }
  const { cases } = (withoutVectors ? { cases: [] } : vectors("cryptonite-dstu7624.json")) as { cases: readonly Case[] };
  const modes = /^dstu7624_(ecb|cbc|cfb|ctr|cmac)_(\d+)_(\d+)$/;
  for (const { test, values } of cases) {
    const [, mode, first, second] = modes.exec(test) ?? [];
    if (!mode) continue;
    it(`when ${test} is run, then it gives what is expected`, () => {
      const value = (name: string): Bytes => hex(values.find((candidate) => candidate.var === name)?.hex ?? assert.fail(name));
      const expected = values.some((candidate) => candidate.var === "exp") ? value("exp") : null;
      const data = value("data");
      // ECB cases are named block_key; the others key_key
      const cipher = dstu7624(value("key"), Number(mode === "ecb" ? first : second));
      if (mode === "cmac") {
        assert.deepEqual(dstu7624Cmac(cipher, expected?.length).update(data).digest(), expected);
        return;
      }
      const [encrypt, decrypt] = {
        ecb: () => [ecbEncrypt(cipher), ecbDecrypt(cipher)] as const,
        cbc: () => [cbcEncrypt(cipher, value("iv"), "iso7816"), cbcDecrypt(cipher, value("iv"), "iso7816")] as const,
        cfb: () => [cfbEncrypt(cipher, value("iv")), cfbDecrypt(cipher, value("iv"))] as const,
        ctr: () => [dstu7624Counter(cipher, value("iv")), dstu7624Counter(cipher, value("iv"))] as const,
      }[mode as "ecb" | "cbc" | "cfb" | "ctr"]();
      const encrypted = whole(encrypt, data);
      if (expected) assert.deepEqual(encrypted, expected);
      assert.deepEqual(whole(decrypt, encrypted), data);
    });
  }
  it("when Bouncy Castle's keys are wrapped, then the wrapped keys are the same, and unwrap", () => {
    const { otherCases } = vectors("kalyna-dstu7624-bc.json") as {
      otherCases: readonly { readonly fn: string; readonly hex: readonly string[] }[];
    };
    const values = otherCases.find(({ fn }) => fn === "KeyWrapTests")?.hex.map(hex) ?? assert.fail();
    let checked = 0;
    for (let i = 0; i + 2 < values.length; i += 3) {
      const parts = values.slice(i, i + 3).toSorted((a, b) => a.length - b.length);
      const [key, plain, wrapped] = parts as [Bytes, Bytes, Bytes];
      // the file's first case has key and text in the other order
      const [kek, text] = i === 0 ? [values[1] as Bytes, values[0] as Bytes] : [key, plain];
      const blockLen = wrapped.length - text.length;
      assert.deepEqual(dstu7624WrapKey(dstu7624(kek, blockLen), text), wrapped, `case ${i / 3}`);
      assert.deepEqual(dstu7624UnwrapKey(dstu7624(kek, blockLen), wrapped), text);
      checked++;
    }
    assert.equal(checked, 5);
  });
});
