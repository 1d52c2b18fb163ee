import assert from "node:assert/strict";
import { inspect } from "node:util";
import { describe, it } from "node:test";
import { toHex } from "../bytes.ts";
import { createTestPki } from "../testing/pki.ts";
import { aesEncryption, dstu4145Pair, platformPair, writePkcs12 } from "../testing/key-stores/index.ts";
import { openPrivateKey } from "./keys/private-key.ts";
import { openKeyStore, withKeyStore } from "./index.ts";
import { SecretOctets } from "./secret-octets.ts";

const password = "right";
const pki = await createTestPki({ name: "Treasury", algorithm: "P-256", now: new Date("2026-11-21T08:00:00Z") });
const pairs = { "DSTU 4145": dstu4145Pair(), RSA: await platformPair("RSA"), ECDSA: await platformPair("EC") };

/** Sixteen octets that only the private key has. */
function secretOf(privateKeyInfo: Uint8Array): Uint8Array {
  // in ECPrivateKey the number comes first and the public key last
  const number = toHex(privateKeyInfo).indexOf("0201010420") / 2;
  return number > 0 ? privateKeyInfo.subarray(number + 5, number + 21) : privateKeyInfo.subarray(-24, -8);
}

/** Everything by which an object could come into a log, a message or a file. */
function told(value: unknown): string {
  const shown = inspect(value, { depth: 20, showHidden: true, getters: true, maxArrayLength: 10_000 });
  return shown + JSON.stringify(value) + String(value);
}

describe("given an open store", () => {
  for (const [name, { privateKeyInfo, publicKey }] of Object.entries(pairs)) {
    it(`when store, key and signer with ${name} are logged or serialised, then no octet of the key is in it`, async () => {
      const { certificate } = await pki.issue({ subject: { commonName: "signer" }, publicKey });
      const file = await writePkcs12({ password, entries: [{ privateKeyInfo, certificate }], encryption: aesEncryption() });
      const store = await openKeyStore({ file, password });
      const signer = await store.keyFor("nonRepudiation").signer();
      const text = [store, store.keys, signer].map(told).join("\n");
      const secret = secretOf(privateKeyInfo);
      const hex = toHex(secret);
      const forms = [hex, secret.join(), secret.join(", "), hex.replaceAll(/../g, "$& ").trim(), String(BigInt(`0x${hex}`))];
      const found = (where: string): boolean => forms.some((form) => where.replaceAll(/\s+/g, " ").includes(form));
      assert.equal(found(text), false);
      // the same search finds what is not hidden
      assert.equal(found(told({ secret })), true);
      store.close();
    });
    it(`when the store with ${name} is closed, then its signers sign no more`, async () => {
      const { certificate } = await pki.issue({ subject: { commonName: "signer" }, publicKey });
      const file = await writePkcs12({ password, entries: [{ privateKeyInfo, certificate }], encryption: aesEncryption() });
      const [store, signer] = await withKeyStore({ file, password }, async (opened) => {
        const made = await opened.keyFor("nonRepudiation").signer();
        assert.ok((await made.sign(new Uint8Array(3))).length > 0);
        return [opened, made] as const;
      });
      await assert.rejects(signer.sign(new Uint8Array(3)), { code: "store.closed" });
      await assert.rejects(store.keys[0]?.signer().then((again) => again.sign(new Uint8Array(3))) ?? assert.fail(), {
        code: "store.closed",
      });
      store.close();
    });
  }
  it("when a key has been taken over, then the octets that it came in are overwritten, also where it is refused", async () => {
    for (const { privateKeyInfo } of Object.values(pairs)) {
      const octets = privateKeyInfo.slice();
      (await openPrivateKey(octets, {})).destroy();
      assert.ok(octets.every((octet) => octet === 0));
    }
    const refused = pairs.RSA.privateKeyInfo.with(14, 0x7f);
    await assert.rejects(openPrivateKey(refused, {}));
    assert.ok(refused.every((octet) => octet === 0));
  });
  it("when secret octets are destroyed, then they are overwritten and given to nobody", () => {
    const octets = Uint8Array.of(1, 2, 3);
    const secret = new SecretOctets(octets);
    assert.equal(
      secret.use((inside) => inside[2]),
      3,
    );
    assert.equal(JSON.stringify(secret), "{}");
    secret.destroy();
    assert.deepEqual([secret.destroyed, octets], [true, new Uint8Array(3)]);
    assert.throws(() => secret.use((inside) => inside), { code: "store.closed" });
  });
  it("when the caller's file is changed while it is opened, then that does not matter", async () => {
    const file = await writePkcs12({ password, entries: [pairs.RSA], encryption: aesEncryption() });
    const opening = openKeyStore({ file, password });
    file.fill(0);
    (await opening).close();
  });
});
