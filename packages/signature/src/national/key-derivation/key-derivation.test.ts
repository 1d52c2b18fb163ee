import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { toHex, type Bytes } from "../../bytes.ts";
import { DKE_1, gost34311, TEST_HASH } from "../gost34311/index.ts";
import { dstu7564_256 } from "../dstu7564/index.ts";
import { gost34112012_256, gost34112012_512 } from "../gost3411-2012/index.ts";
import { counting, hex } from "../testing/vectors.ts";
import { hmac, pbkdf2, pkcs12Key, pkcs12KeyInTurns, sha1 } from "./index.ts";

const text = (value: string): Bytes => new TextEncoder().encode(value);

describe("given HMAC", () => {
  it("when RFC 7836's message is authenticated with Streebog, then the codes are the RFC's", () => {
    const [key, data] = [counting(32), hex("0126bdb87800af214341456563780100")];
    assert.equal(
      toHex(hmac(gost34112012_256, key).update(data).digest()),
      "a1aa5f7de402d7b3d323f2991c8d4534013137010a83754fd0af6d7cd4922ed9",
    );
    assert.equal(
      toHex(hmac(gost34112012_512, key).update(data).digest()),
      "a59bab22ecae19c65fbde6e5f4e9f5d8549d31f037f9df9b905500e171923a773d5f1530f2ed7e964cb2eedc29e9ad2f3afe93b2814f79f5000ffc0366c251e6",
    );
  });
  it("when it is computed by its definition, then it is the same, for any hash and for keys longer than a block", () => {
    for (const hash of [gost34311(DKE_1), dstu7564_256, sha1]) {
      for (const length of [0, 20, hash.blockLen, hash.blockLen + 1]) {
        const key = counting(length, 5);
        const filled = new Uint8Array(hash.blockLen);
        filled.set(length > hash.blockLen ? hash(key) : key);
        const inner = hash
          .create()
          .update(filled.map((octet) => octet ^ 0x36))
          .update(text("message"));
        const outer = hash
          .create()
          .update(filled.map((octet) => octet ^ 0x5c))
          .update(inner.digest());
        assert.deepEqual(hmac(hash, key).update(text("mess")).update(text("age")).digest(), outer.digest());
      }
    }
  });
  it("when it has ended, then it refuses by code", () => {
    const mac = hmac(sha1, counting(5));
    mac.digest();
    assert.throws(() => mac.digest(), { code: "input.invalid" });
    assert.throws(() => mac.update(counting(1)), { code: "input.invalid" });
  });
});

describe("given PBKDF2", () => {
  it("when RFC 6070's and RFC 7836's inputs are derived, then the keys are those of the RFCs", () => {
    const question = { password: text("password"), salt: text("salt") };
    assert.equal(toHex(pbkdf2({ ...question, hash: sha1, iterations: 4096, octets: 20 })), "4b007901b765489abead49d926f721d065a429c1");
    // R 50.1.111-2016
    assert.equal(
      toHex(pbkdf2({ ...question, hash: gost34112012_512, iterations: 1, octets: 64 })),
      "64770af7f748c3b1c9ac831dbcfd85c26111b30a8a657ddc3056b80ca73e040d2854fd36811f6d825cc4ab66ec0a68a490a9e5cf5156b3a2b7eecddbf9a16b47",
    );
  });
  it("when it is computed by its definition over HMAC of GOST 34.311, then it is the same", () => {
    const [hash, password, salt] = [gost34311(TEST_HASH), text("пароль"), counting(8)];
    const blocks = [1, 2].map((number) => {
      let u = hmac(hash, password)
        .update(salt)
        .update(Uint8Array.of(0, 0, 0, number))
        .digest();
      const sum = u.slice();
      for (let i = 1; i < 7; i++) {
        u = hmac(hash, password).update(u).digest();
        for (const [at, octet] of u.entries()) sum[at] = (sum[at] ?? 0) ^ octet;
      }
      return toHex(sum);
    });
    assert.equal(toHex(pbkdf2({ hash, password, salt, iterations: 7, octets: 44 })), blocks.join("").slice(0, 88));
  });
  it("when work or length makes no sense or is an attack, then it is refused before any work", () => {
    const question = { hash: sha1, password: text("p"), salt: text("s"), iterations: 1, octets: 20 };
    for (const iterations of [0, -1, 1.5, Number.NaN]) assert.throws(() => pbkdf2({ ...question, iterations }), { code: "input.invalid" });
    for (const octets of [0, 1.5, 1025]) assert.throws(() => pbkdf2({ ...question, octets }), { code: "input.invalid" });
    assert.throws(() => pbkdf2({ ...question, iterations: 10_000_001 }), { code: "input.too-large" });
    assert.throws(() => pkcs12Key({ ...question, password: "p", purpose: "key", iterations: 2 ** 31 }), { code: "input.too-large" });
  });
});

describe("given the derivation of old PKCS#12 stores", () => {
  it("when it takes long, then others run meanwhile, and the key is the same", async () => {
    const question = {
      hash: sha1,
      password: "queeg",
      salt: hex("05dec959acff72f7"),
      iterations: 300_000,
      purpose: "key",
      octets: 20,
    } as const;
    let ran = false;
    setTimeout(() => void (ran = true));
    const key = await pkcs12KeyInTurns(question);
    assert.equal(ran, true);
    assert.deepEqual(key, pkcs12Key(question));
    await assert.rejects(pkcs12KeyInTurns({ ...question, iterations: 0 }), { code: "input.invalid" });
  });
  it("when the known inputs with SHA-1 are derived, then key, start vector and MAC key are the known ones", async () => {
    const question = { hash: sha1, password: "smeg", salt: hex("0a58cf64530d823f"), iterations: 1 };
    assert.equal(toHex(pkcs12Key({ ...question, purpose: "key", octets: 24 })), "8aaae6297b6cb04642ab5b077851284eb7128f1a2a7fbca3");
    assert.equal(toHex(pkcs12Key({ ...question, purpose: "iv", octets: 8 })), "79993dfe048d3b76");
    assert.equal(toHex(await pkcs12KeyInTurns({ ...question, purpose: "iv", octets: 8 })), "79993dfe048d3b76");
    assert.equal(
      toHex(pkcs12Key({ hash: sha1, password: "smeg", salt: hex("3d83c0e4546ac140"), iterations: 1, purpose: "mac", octets: 20 })),
      "8d967d88f6caa9d714800ab3d48051d63f73a312",
    );
    assert.equal(
      toHex(pkcs12Key({ hash: sha1, password: "queeg", salt: hex("05dec959acff72f7"), iterations: 1000, purpose: "key", octets: 24 })),
      "ed2034e36328830ff09df1e1a07dd357185dac0d4f9eb3d4",
    );
  });
});
