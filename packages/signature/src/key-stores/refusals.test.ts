import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { concat, type Bytes } from "../bytes.ts";
import { nullValue, octetString, oid, sequence, small } from "../der/write.ts";
import {
  aesEncryption,
  dstu4145Pair,
  gostEncryption,
  oldEncryption,
  platformPair,
  writeEncryptedKey,
  writeJks,
  writeKey6,
  writePkcs12,
} from "../testing/key-stores/index.ts";
import { inspectKeyStore, openKeyStore } from "./index.ts";

const password = "right";
const { privateKeyInfo } = dstu4145Pair();
const other = (await platformPair("EC")).privateKeyInfo;
const open = (file: Uint8Array, limits = {}): Promise<unknown> => openKeyStore({ file, password, limits });
const changed = (file: Bytes, at: number): Bytes => file.with(at, (file[at] ?? 0) ^ 0x10);

const stores = {
  "PKCS #12": await writePkcs12({ password, entries: [{ privateKeyInfo }], encryption: aesEncryption() }),
  "PKCS #12 without a MAC": await writePkcs12({ password, entries: [{ privateKeyInfo }], encryption: oldEncryption("3DES"), mac: "none" }),
  JKS: writeJks(password, [{ label: "one", privateKeyInfo, certificates: [] }]),
  "PKCS #8": await writeEncryptedKey(privateKeyInfo, gostEncryption(), password),
  "Key-6": writeKey6(privateKeyInfo, new TextEncoder().encode(password)),
} as const;

describe("given a store", () => {
  for (const [name, file] of Object.entries(stores)) {
    it(`when the password of ${name} is wrong, then that is what is said`, async () => {
      for (const wrong of ["", "Right", "right ", "\u0000", "🔑"])
        await assert.rejects(openKeyStore({ file, password: wrong }), { code: "store.wrong-password", params: {} });
    });
    it(`when ${name} is cut or grew, then it is damaged`, async () => {
      for (const damaged of [file.slice(0, -1), file.slice(0, file.length >> 1), file.slice(0, 4), concat(file, Uint8Array.of(0))]) {
        await assert.rejects(inspectKeyStore(damaged), { code: "store.malformed" });
        await assert.rejects(open(damaged), { code: "store.malformed" });
      }
    });
  }
  it("when what a right password opens was changed, then it is damage and not the password", async () => {
    const twoKeys = await writePkcs12({ password, entries: [{ privateKeyInfo }, { privateKeyInfo: other }], encryption: aesEncryption() });
    const twoEntries = ["one", "two"].map((label) => ({ label, privateKeyInfo, certificates: [] }));
    const jks = writeJks(password, twoEntries);
    // the second key, the MAC; the second key's digest, the first one's name
    for (const damaged of [
      changed(twoKeys, twoKeys.length - 120),
      changed(twoKeys, twoKeys.length - 40),
      changed(jks, jks.length - 30),
      changed(jks, 19),
    ])
      await assert.rejects(open(damaged), { code: "store.malformed", params: { what: "mac" } });
    const key6 = stores["Key-6"];
    await assert.rejects(open(changed(key6, key6.length - 20)), { code: "store.malformed", params: { what: "mac" } });
    const key8 = stores["PKCS #8"];
    await assert.rejects(open(changed(key8, key8.length - 60)), { code: "store.malformed" });
  });
  it("when a key in it has another password, then it says so", async () => {
    const entries = [{ privateKeyInfo }, { privateKeyInfo: other, password: "its own" }];
    const jks = [
      { label: "one", privateKeyInfo, certificates: [] },
      { label: "two", privateKeyInfo: other, certificates: [], password: "its own" },
    ];
    for (const file of [await writePkcs12({ password, entries, encryption: aesEncryption() }), writeJks(password, jks)])
      await assert.rejects(open(file), { code: "store.wrong-password", params: { what: "key" } });
  });
  it("when all keys have another password than the store, then it opens with both, and names the one that is wrong", async () => {
    const own = "its own";
    const entries = [{ privateKeyInfo, password: own }];
    const jks = [{ label: "one", privateKeyInfo, certificates: [], password: own }];
    for (const file of [await writePkcs12({ password, entries, encryption: aesEncryption() }), writeJks(password, jks)]) {
      (await openKeyStore({ file, password, keyPassword: own })).close();
      const wrongKey = { code: "store.wrong-password", params: { what: "key" } };
      await assert.rejects(openKeyStore({ file, password, keyPassword: "another" }), wrongKey);
      await assert.rejects(openKeyStore({ file, password: "another", keyPassword: "another" }), {
        code: "store.wrong-password",
        params: {},
      });
    }
  });
});

describe("given algorithms that nobody here knows", () => {
  const unknown = oid("1.2.3.4.5");
  const encrypted = (algorithm: Bytes): Bytes => sequence(algorithm, octetString(new Uint8Array(16)));
  const pbes2 = (derivation: Bytes, cipher: Bytes): Bytes =>
    encrypted(sequence(oid("1.2.840.113549.1.5.13"), sequence(derivation, cipher)));
  const pbkdf2 = (...rest: Bytes[]): Bytes =>
    sequence(oid("1.2.840.113549.1.5.12"), sequence(octetString(new Uint8Array(8)), small(1), ...rest));
  const aes = sequence(oid("2.16.840.1.101.3.4.1.42"), octetString(new Uint8Array(16)));

  it("when encryption, derivation, hash or kind of key is one of them, then it is named", async () => {
    const cases: [Bytes, string][] = [
      [encrypted(sequence(unknown, sequence())), "1.2.3.4.5"],
      [encrypted(sequence(oid("1.2.840.113549.1.12.1.1"), sequence())), "1.2.840.113549.1.12.1.1"],
      [pbes2(sequence(unknown, sequence()), aes), "1.2.3.4.5"],
      [pbes2(pbkdf2(), sequence(unknown, nullValue())), "1.2.3.4.5"],
      [pbes2(pbkdf2(sequence(unknown, nullValue())), aes), "1.2.3.4.5"],
      [sequence(small(0), sequence(unknown), octetString(new Uint8Array(8))), "1.2.3.4.5"],
      [sequence(small(0), sequence(oid("1.2.840.10045.2.1"), oid("1.3.132.0.10")), octetString(new Uint8Array(8))), "1.3.132.0.10"],
      [sequence(small(3), sequence(oid("1.2.840.113549.1.7.2"), Uint8Array.of(0xa0, 0))), "1.2.840.113549.1.7.2"],
    ];
    for (const [file, algorithm] of cases) await assert.rejects(open(file), { code: "algorithm.unsupported", params: { algorithm } });
    await assert.rejects(open(Uint8Array.of(0xce, 0xce, 0xce, 0xce, 0, 0, 0, 2)), {
      code: "algorithm.unsupported",
      params: { algorithm: "JCEKS" },
    });
  });
  it("when it is no store at all, then that is said", async () => {
    for (const file of [
      new Uint8Array(),
      Uint8Array.of(0x30),
      new TextEncoder().encode("%PDF-1.7"),
      new TextEncoder().encode("-----BEGIN PRIVATE KEY-----"),
    ])
      await assert.rejects(inspectKeyStore(file), { code: "store.malformed" });
  });
  it("when the parameters make no sense, then it is damage", async () => {
    const short = sequence(oid("2.16.840.1.101.3.4.1.42"), octetString(new Uint8Array(5)));
    const iterations = sequence(oid("1.2.840.113549.1.5.12"), sequence(octetString(new Uint8Array(8)), small(0)));
    for (const file of [pbes2(pbkdf2(), short), pbes2(iterations, aes), pbes2(pbkdf2(small(7)), aes)])
      await assert.rejects(open(file), { code: "store.malformed" });
  });
});

describe("given files that want to keep the reader busy", () => {
  it("when keys are made of the password by more steps than allowed, then they are not begun", async () => {
    const salt = octetString(new Uint8Array(8));
    for (const iterations of [20_000_000, 0x7fffffff]) {
      const derivation = sequence(oid("1.2.840.113549.1.5.12"), sequence(salt, small(iterations)));
      const aes = sequence(oid("2.16.840.1.101.3.4.1.42"), octetString(new Uint8Array(16)));
      const file = sequence(sequence(oid("1.2.840.113549.1.5.13"), sequence(derivation, aes)), octetString(new Uint8Array(16)));
      await assert.rejects(open(file), { code: "input.too-large" });
    }
    const old = sequence(oid("1.2.840.113549.1.12.1.3"), sequence(salt, small(50_000_000)));
    await assert.rejects(open(sequence(old, octetString(new Uint8Array(16)))), { code: "input.too-large" });
    const scrypt = sequence(oid("1.3.6.1.4.1.11591.4.11"), sequence(salt, small(2 ** 30), small(8), small(1)));
    const cipher = sequence(oid("2.16.840.1.101.3.4.1.42"), octetString(new Uint8Array(16)));
    const file = sequence(sequence(oid("1.2.840.113549.1.5.13"), sequence(scrypt, cipher)), octetString(new Uint8Array(16)));
    await assert.rejects(open(file), { code: "input.too-large", params: { what: "memory" } });
  });
  it("when many small derivations come to too many steps, then the sum counts", async () => {
    const entries = Array.from({ length: 12 }, () => ({ privateKeyInfo: other }));
    const file = await writePkcs12({ password, entries, encryption: aesEncryption(1_000), mac: "none" });
    await assert.rejects(open(file, { steps: 10_000 }), { code: "input.too-large" });
    ((await openKeyStore({ file, password, limits: { steps: 13_000 } })) satisfies { close(): void }).close();
  });
  it("when the file, its entries or its nesting go beyond the limits, then it is refused", async () => {
    await assert.rejects(inspectKeyStore(new Uint8Array(1024 * 1024 + 1)), { code: "input.too-large" });
    const entries = Array.from({ length: 300 }, () => ({ privateKeyInfo: Uint8Array.of(0x30, 0) }));
    await assert.rejects(inspectKeyStore(await writePkcs12({ password, entries })), { code: "input.too-large" });
    const deep = new Uint8Array(100_000).fill(0x30).map((octet, i) => (i % 2 === 0 ? octet : 0x80));
    await assert.rejects(inspectKeyStore(deep), { code: /input\.too-large|store\.malformed/ });
    const many = concat(Uint8Array.of(0xfe, 0xed, 0xfe, 0xed, 0, 0, 0, 2, 0xff, 0xff, 0xff, 0xff), new Uint8Array(40));
    await assert.rejects(inspectKeyStore(many), { code: "input.too-large" });
  });
});
