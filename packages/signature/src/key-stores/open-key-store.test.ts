import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { STANDARD_ALGORITHMS } from "../algorithms/algorithms.ts";
import { concat, fromHex, toHex, type Bytes } from "../bytes.ts";
import { createCades } from "../cades/create.ts";
import { validateSignature } from "../cades/validate-signature.ts";
import type { KeyUsage } from "../certificate/extensions.ts";
import { octetString, oid, sequence, small } from "../der/write.ts";
import { DSTU4145 } from "../national/dstu4145/index.ts";
import { GOST3410 } from "../national/gost3410/index.ts";
import { createTestPki } from "../testing/pki.ts";
import { toPem } from "../testing/pem.ts";
import {
  aesEncryption,
  dstu4145Pair,
  gost3410Pair,
  gostEncryption,
  oldEncryption,
  platformPair,
  writeEncryptedKey,
  writeJks,
  writeKey6,
  writePkcs12,
  writeTwoKeys,
  type Encryption,
  type StoredPair,
} from "../testing/key-stores/index.ts";
import { inspectKeyStore, openKeyStore, withKeyStore, type KeyStore, type OpenInput } from "./index.ts";

const NOW = new Date("2026-11-21T08:00:00Z");
const registry = STANDARD_ALGORITHMS.with(DSTU4145, GOST3410);
const password = "Kho bạc 2026 ключ";
const content = new TextEncoder().encode("a payment order");
const pki = await createTestPki({ name: "Treasury", algorithm: "P-256", now: NOW });

interface Person extends StoredPair {
  readonly certificate: Bytes;
}

async function person(pair: StoredPair, keyUsage: readonly KeyUsage[] = ["nonRepudiation"]): Promise<Person> {
  const { certificate } = await pki.issue({ subject: { commonName: "chief accountant" }, publicKey: pair.publicKey, keyUsage });
  return { ...pair, certificate };
}

const dstu = await person(dstu4145Pair());
const rsa = await person(await platformPair("RSA"));
const people: readonly (readonly [string, Person])[] = [
  ["RSA", rsa],
  ["ECDSA", await person(await platformPair("EC"))],
  ["DSTU 4145", dstu],
  ["DSTU 4145 in a normal basis", await person(dstu4145Pair({ normal: true, index: 0 }))],
  [
    "GOST 34.10 of 512 bits",
    await person(gost3410Pair({ algorithm: "1.2.398.3.10.1.1.2.2", curve: "1.2.398.3.10.1.1.2.2.1", digest: "1.2.398.3.10.1.3.3" })),
  ],
  ["GOST 34.10 of 256 bits", await person(gost3410Pair({ algorithm: "1.2.643.7.1.1.1.1", curve: "1.2.643.7.1.2.1.1.1" }))],
];

async function assertSigns(store: KeyStore, certificates = 1): Promise<void> {
  const key = store.keyFor("nonRepudiation");
  assert.equal(key.certificates.length, certificates);
  const [certificate = assert.fail("no certificate")] = key.certificates;
  for (const algorithm of key.algorithms) {
    const signer = await key.signer({ algorithm });
    const signature = await createCades({ content, signer, chain: store.chainOf(certificate), signingTime: NOW, registry });
    const question = { signature, content, trustAnchors: [pki.root.certificate], crls: await pki.crls(), at: NOW, registry };
    const report = await validateSignature({ ...question, intermediates: [pki.issuing.certificate] });
    assert.equal(report.indication, "TOTAL-PASSED", algorithm);
  }
}

const open = (file: Uint8Array, more: Partial<OpenInput> = {}): Promise<KeyStore> => openKeyStore({ file, password, ...more });

describe("given a key of every kind in PKCS #12", () => {
  for (const [name, { privateKeyInfo, certificate }] of people) {
    it(`when the store with ${name} is opened, then the key signs by each of its algorithms, and the signatures pass`, async () => {
      const file = await writePkcs12({
        password,
        entries: [{ privateKeyInfo, certificate, label: "my key" }, { certificate: pki.issuing.certificate }],
        encryption: aesEncryption(),
      });
      const store = await open(file);
      assert.equal(store.format, "PKCS12");
      assert.equal(store.keys[0]?.label, "my key");
      assert.deepEqual(store.chainOf(certificate), [pki.issuing.certificate]);
      await assertSigns(store);
      store.close();
    });
  }
});

describe("given every way in which a store is encrypted", () => {
  const ways: readonly (readonly [string, Encryption])[] = [
    ["triple DES", oldEncryption("3DES")],
    ["triple DES with two keys", oldEncryption("2DES")],
    ["RC2 of 128 bits", oldEncryption("RC2-128")],
    ["RC2 of 40 bits", oldEncryption("RC2-40")],
    ["AES", aesEncryption()],
    ["GOST 28147", gostEncryption()],
    ["GOST 28147 with the usual S-box, unnamed", gostEncryption("GOST28147", 100, false)],
    ["DSTU 7624", gostEncryption("DSTU7624")],
  ];
  for (const [name, encryption] of ways) {
    it(`when keys and certificates are encrypted by ${name}, in DER and in BER, then the store opens, and lists certificates only with the password`, async () => {
      for (const ber of [false, true]) {
        const entries = [{ privateKeyInfo: dstu.privateKeyInfo, certificate: dstu.certificate, id: Uint8Array.of(1) }];
        const mac = name === "GOST 28147" ? "GOST34311" : "SHA-1";
        const file = await writePkcs12({ password, entries, encryption, certificateEncryption: encryption, ber, mac });
        assert.deepEqual((await inspectKeyStore(file)).certificates, []);
        const store = await open(file);
        assert.equal(store.keys[0]?.certificates.length, 1);
        store.close();
        await assert.rejects(open(file, { password: "another" }), { code: "store.wrong-password", params: {} });
      }
    });
  }
  it("when certificates stand in the clear, then they and the names of keys are listed without the password", async () => {
    const entries = [{ privateKeyInfo: rsa.privateKeyInfo, certificate: rsa.certificate, label: "печатка" }];
    const contents = await inspectKeyStore(await writePkcs12({ password, entries, encryption: aesEncryption() }));
    assert.deepEqual(contents, { format: "PKCS12", passwordNeeded: true, certificates: [rsa.certificate], keyLabels: ["печатка"] });
  });
  it("when nothing is encrypted and there is no MAC, then no password is needed", async () => {
    const file = await writePkcs12({ password, entries: [rsa], mac: "none" });
    assert.equal((await inspectKeyStore(file)).passwordNeeded, false);
    for (const nothing of ["", "anything"]) await withKeyStore({ file, password: nothing }, (store) => assertSigns(store));
  });
});

describe("given JKS", () => {
  const file = writeJks(password, [
    { label: "signer", privateKeyInfo: rsa.privateKeyInfo, certificates: [rsa.certificate, pki.issuing.certificate] },
    { label: "authority", certificates: [pki.root.certificate] },
  ]);
  it("when it is looked at, then certificates and names are there without the password", async () => {
    const contents = await inspectKeyStore(file);
    assert.deepEqual(contents.certificates, [rsa.certificate, pki.issuing.certificate, pki.root.certificate]);
    assert.deepEqual([contents.format, contents.keyLabels], ["JKS", ["signer"]]);
  });
  it("when it is opened, then its key signs with its chain", async () => {
    await withKeyStore({ file, password }, async (store) => {
      assert.equal(store.chainOf(rsa.certificate).length, 2);
      await assertSigns(store);
    });
  });
});

describe("given PKCS #8", () => {
  it("when a key is encrypted, as DER or as PEM, then it opens, and signs with a certificate from elsewhere", async () => {
    for (const encryption of [aesEncryption(), gostEncryption(), oldEncryption("3DES")]) {
      const der = await writeEncryptedKey(dstu.privateKeyInfo, encryption, password);
      const text = toPem("PRIVATE KEY", der).replaceAll("PRIVATE KEY", "ENCRYPTED PRIVATE KEY");
      for (const file of [der, new TextEncoder().encode(text)]) {
        const store = await open(file, { certificates: [rsa.certificate, dstu.certificate, pki.issuing.certificate] });
        await assertSigns(store);
        store.close();
      }
    }
  });
  it("when an EC key comes without its public half, as Java writes it, then it finds its certificate all the same", async () => {
    const [, ec] = people[1] ?? assert.fail();
    const octets = toHex(ec.privateKeyInfo);
    const secret = fromHex(octets.slice(octets.indexOf("0201010420") + 10).slice(0, 64)) ?? assert.fail();
    const identifier = sequence(oid("1.2.840.10045.2.1"), oid("1.2.840.10045.3.1.7"));
    const file = sequence(small(0), identifier, octetString(sequence(small(1), octetString(secret))));
    const store = await open(file, { certificates: [rsa.certificate, dstu.certificate, ec.certificate, pki.issuing.certificate] });
    assert.deepEqual(store.keys[0]?.certificates, [ec.certificate]);
    await assertSigns(store);
    store.close();
  });
  it("when a key is in the clear, then it opens without a password", async () => {
    assert.equal((await inspectKeyStore(rsa.privateKeyInfo)).passwordNeeded, false);
    const store = await openKeyStore({ file: rsa.privateKeyInfo, password: "", certificates: [rsa.certificate] });
    await assertSigns(store);
    store.close();
  });
});

describe("given Key-6 with a key for signatures and one for agreements", () => {
  const [signing, agreement] = [dstu4145Pair(), dstu4145Pair()];
  const curve = oid("1.2.804.2.1.1.1.1.3.1.1.2.6");
  const two = writeTwoKeys(signing.identifier, signing.secret, curve, agreement.secret);
  const utf8 = new TextEncoder().encode(password);

  it("when certificates come along, then each key finds its own, and the right one is picked by key usage", async () => {
    const signer = await person(signing, ["digitalSignature", "nonRepudiation"]);
    const other = await person(agreement, ["keyAgreement"]);
    const store = await open(writeKey6(two, utf8), { certificates: [other.certificate, signer.certificate, pki.issuing.certificate] });
    assert.deepEqual(
      store.keys.map(({ purpose }) => purpose),
      ["signature", "agreement"],
    );
    assert.deepEqual(store.keyFor("nonRepudiation").certificates, [signer.certificate]);
    assert.deepEqual(store.keyFor("keyAgreement").certificates, [other.certificate]);
    assert.throws(() => store.keyFor("keyCertSign"), { code: "store.key-not-found" });
    await assertSigns(store);
    store.close();
  });
  it("when there are no certificates, then the format says which key is which, and a certificate is asked for", async () => {
    const store = await open(writeKey6(two, utf8));
    assert.equal(store.keyFor("nonRepudiation"), store.keys[0]);
    assert.equal(store.keyFor("keyAgreement"), store.keys[1]);
    await assert.rejects(store.keyFor("nonRepudiation").signer(), { code: "store.key-not-found", params: { what: "certificate" } });
    store.close();
  });
  it("when the password was typed into a program of another encoding, then it opens; a wrong one does not", async () => {
    const cyrillic = "Пароль№1";
    const windows = concat(Uint8Array.of(0xcf, 0xe0, 0xf0, 0xee, 0xeb, 0xfc, 0xb9, 0x31));
    (await open(writeKey6(two, windows), { password: cyrillic })).close();
    await assert.rejects(open(writeKey6(two, utf8), { password: cyrillic }), { code: "store.wrong-password" });
  });
});

describe("given a store with what was renewed", () => {
  it("when key or certificate are there twice, then the newest certificate counts", async () => {
    const renewed = await platformPair("EC");
    const issue = async (publicKey: Bytes, days: number): Promise<Bytes> => {
      const notBefore = new Date(NOW.getTime() + days * 86_400_000);
      return (await pki.issue({ subject: { commonName: "signer" }, publicKey, notBefore })).certificate;
    };
    const [oldest, old, fresh] = [await issue(rsa.publicKey, -9), await issue(rsa.publicKey, -5), await issue(renewed.publicKey, -1)];
    const entries = [{ privateKeyInfo: rsa.privateKeyInfo, certificate: oldest }, { certificate: old }];
    const before = await open(await writePkcs12({ password, entries, encryption: aesEncryption() }));
    assert.deepEqual(before.keyFor("nonRepudiation").certificates, [old, oldest]);
    assert.deepEqual((await before.keyFor("nonRepudiation").signer()).certificate, old);
    before.close();
    const both = [...entries, { privateKeyInfo: renewed.privateKeyInfo, certificate: fresh }];
    const after = await open(await writePkcs12({ password, entries: both, encryption: aesEncryption() }));
    assert.equal(after.keyFor("nonRepudiation"), after.keys[1]);
    after.close();
  });
});

describe("given certificates and keys that do not go together", () => {
  it("when a signer is asked for with one of them, then it is refused by name", async () => {
    const store = await open(await writePkcs12({ password, entries: [rsa], encryption: aesEncryption() }));
    const [key = assert.fail()] = store.keys;
    await assert.rejects(key.signer({ certificate: dstu.certificate }), { code: "algorithm.mismatch" });
    await assert.rejects(key.signer({ algorithm: "ECDSA-SHA256" }), { code: "algorithm.mismatch" });
    await store.addCertificates([dstu.certificate, rsa.certificate]);
    assert.equal(key.certificates.length, 1);
    assert.equal(store.certificates.length, 2);
    store.close();
  });
});
