import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { concat, toHex, type Bytes } from "../../bytes.ts";
import { inPieces, whole } from "../testing/stream.ts";
import { counting, hex, vectors, withoutVectors } from "../testing/vectors.ts";
import {
  cfbDecrypt,
  cfbEncrypt,
  CRYPTOPRO_A,
  DKE_1,
  ecbDecrypt,
  ecbEncrypt,
  gost28147,
  gost28147Counter,
  gost28147Mac,
  gost28147UnwrapKey,
  gost28147WrapKey,
  readSubstitution,
  TC26_Z,
  TEST_HASH,
} from "./index.ts";

interface Case {
  readonly test: string;
  readonly values: readonly { readonly var: string; readonly hex: string }[];
}

describe("given GOST 28147", () => {
  it("when a block of RFC 8891 is encrypted with its S-box, then the text is that of the RFC, octets turned round", () => {
    const key = new Uint8Array(
      hex("ffeeddccbbaa99887766554433221100f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff")
        .reduce<number[][]>(
          (words, octet, i) => (i % 4 === 0 ? [...words, [octet]] : [...words.slice(0, -1), [octet, ...(words.at(-1) ?? [])]]),
          [],
        )
        .flat(),
    );
    const cipher = gost28147(key, TC26_Z);
    const block = hex("fedcba9876543210").toReversed();
    cipher.encrypt(block);
    assert.equal(toHex(block.toReversed()), "4ee901e5c2d8ca3d");
    cipher.decrypt(block);
    assert.equal(toHex(block.toReversed()), "fedcba9876543210");
  });
  it("when key, start vector, S-box or length is wrong, then each is refused by name", () => {
    const code = (what: string) => ({ code: "input.invalid", params: { what, octets: 31 } });
    assert.throws(() => gost28147(counting(31), DKE_1), code("key"));
    assert.throws(() => cfbEncrypt(gost28147(counting(32), DKE_1), counting(31)), code("iv"));
    assert.throws(() => gost28147Counter(gost28147(counting(32), DKE_1), counting(31)), code("iv"));
    assert.throws(() => gost28147Mac(gost28147(counting(32), DKE_1), 9), { code: "input.invalid" });
    assert.throws(
      () =>
        gost28147Mac(gost28147(counting(32), DKE_1))
          .update(counting(8))
          .digest(),
      { code: "input.invalid" },
    );
    assert.throws(() => readSubstitution(new Uint8Array(64)), { code: "algorithm.unsupported" });
    assert.throws(() => readSubstitution(counting(63)), { code: "algorithm.unsupported" });
    assert.throws(
      () =>
        ecbEncrypt(gost28147(counting(32), DKE_1)).update(counting(9)) && whole(ecbEncrypt(gost28147(counting(32), DKE_1)), counting(9)),
      {
        code: "input.invalid",
        params: { what: "length" },
      },
    );
  });
  it("when data comes in pieces of any size, then the result is that of the whole", () => {
    const data = counting(101);
    const cipher = gost28147(counting(32, 7), CRYPTOPRO_A);
    const iv = counting(8, 90);
    for (const size of [1, 3, 7, 8, 9, 64]) {
      for (const mode of [() => cfbEncrypt(cipher, iv), () => gost28147Counter(cipher, iv)])
        assert.deepEqual(inPieces(mode(), data, size), whole(mode(), data));
      const mac = gost28147Mac(cipher, 8);
      for (let at = 0; at < data.length; at += size) mac.update(data.subarray(at, at + size));
      assert.deepEqual(mac.digest(), gost28147Mac(cipher, 8).update(data).digest());
    }
    assert.deepEqual(whole(cfbDecrypt(cipher, iv), whole(cfbEncrypt(cipher, iv), data)), data);
  });
  it("when a key is wrapped, then it unwraps; with another key or one changed bit it is refused", () => {
    const [kek, key, iv] = [counting(32, 3), counting(32, 100), counting(8, 50)];
    const wrapped = gost28147WrapKey(kek, key, iv, DKE_1);
    // what gost89 0.1.11, written by others, makes of the same
    assert.equal(toHex(wrapped), "19c0724c66e78596148e84dd8fefe7f93ed7690a18da8e5289bf8bcc0df1a436fc626917ae6595bcf4424926");
    assert.deepEqual(gost28147UnwrapKey(kek, wrapped, DKE_1), key);
    const refused = { code: "input.invalid", params: { what: "key encryption key" } };
    assert.throws(() => gost28147UnwrapKey(counting(32, 4), wrapped, DKE_1), refused);
    for (let i = 0; i < 44; i++) assert.throws(() => gost28147UnwrapKey(kek, wrapped.with(i, (wrapped[i] ?? 0) ^ 16), DKE_1), refused);
    assert.throws(() => gost28147UnwrapKey(kek, wrapped.slice(1), DKE_1), { code: "input.invalid" });
  });
  it("when the cipher is destroyed, then its key is gone", () => {
    const cipher = gost28147(counting(32), DKE_1);
    const zero = gost28147(new Uint8Array(32), DKE_1);
    cipher.destroy();
    const [a, b] = [counting(8), counting(8)];
    cipher.encrypt(a);
    zero.encrypt(b);
    assert.deepEqual(a, b);
  });
});

describe("given the published vectors of GOST 28147", { skip: withoutVectors }, () => {
  const { cases } = (withoutVectors ? { cases: [] } : vectors("cryptonite-gost28147.json")) as { cases: readonly Case[] };
  const value = ({ values }: Case, name: string): Bytes =>
    hex(values.find((candidate) => candidate.var === name)?.hex ?? assert.fail(name));
  for (const one of cases) {
    it(`when ${one.test} is run, then it gives what is expected`, () => {
      const cipher = gost28147(value(one, "key"), TEST_HASH);
      const has = (name: string): boolean => one.values.some((candidate) => candidate.var === name);
      if (/mac/.test(one.test)) {
        assert.deepEqual(gost28147Mac(cipher).update(value(one, "data")).digest(), value(one, "mac_exp"));
        return;
      }
      if (/ecb|usr_alloc/.test(one.test)) {
        assert.deepEqual(whole(ecbEncrypt(cipher), value(one, "data")), value(one, "enc_expected"));
        assert.deepEqual(whole(ecbDecrypt(cipher), value(one, "enc_expected")), value(one, "data"));
        return;
      }
      const iv = value(one, "iv");
      const [encrypt, decrypt] = /ctr/.test(one.test)
        ? [gost28147Counter(cipher, iv), gost28147Counter(cipher, iv)]
        : [cfbEncrypt(cipher, iv), cfbDecrypt(cipher, iv)];
      const data = has("data") ? value(one, "data") : concat(value(one, "data1"), value(one, "data2"));
      const encrypted = has("data1")
        ? concat(encrypt.update(value(one, "data1")), encrypt.update(value(one, "data2")))
        : whole(encrypt, data);
      if (has("enc_expected")) assert.deepEqual(encrypted, value(one, "enc_expected"));
      assert.deepEqual(whole(decrypt, encrypted), data);
    });
  }
});
