import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { inspect } from "node:util";
import { Crypto as PeculiarCrypto } from "@peculiar/webcrypto";
import type * as asn1js from "asn1js";
import * as pkijs from "pkijs";
import { createCades, signerFromCryptoKey } from "../index.ts";
import { createTestPki } from "../testing/index.ts";
import { toHex } from "../bytes.ts";
import { NATIONAL_ALGORITHMS, withNationalAlgorithms } from "./index.ts";

const crypto = withNationalAlgorithms();
const { subtle } = crypto;
const data = new TextEncoder().encode("a payment instruction");

const M257 = "1.2.804.2.1.1.1.1.3.1.1.2.6";
const M173_NORMAL = "1.2.804.2.1.1.1.1.3.1.2.2.0";
const KEYS: readonly { readonly name: string; readonly namedCurve: string }[] = [
  { name: "DSTU4145-GOST34311", namedCurve: M257 },
  { name: "DSTU4145-DSTU7564-256", namedCurve: M257 },
  { name: "DSTU4145-GOST34311-ONB", namedCurve: M173_NORMAL },
  { name: "GOST3410-2004", namedCurve: "1.2.398.3.10.1.1.1.1.1" },
  { name: "GOST3410-2012-256", namedCurve: "1.2.643.7.1.2.1.1.1" },
  { name: "GOST3410-2015-512", namedCurve: "1.2.398.3.10.1.1.2.2.1" },
];

const generate = async (parameters: (typeof KEYS)[number], extractable = true): Promise<CryptoKeyPair> =>
  subtle.generateKey(parameters, extractable, ["sign", "verify"]);

const named = (name: string) => (error: unknown) => error instanceof DOMException && error.name === name;

describe("given a Crypto with national algorithms", () => {
  for (const parameters of KEYS) {
    it(`when a key of ${parameters.name} is made, then it signs, goes out and comes back, and nothing else verifies`, async () => {
      const { privateKey, publicKey } = await generate(parameters);
      assert.deepEqual({ ...publicKey.algorithm }, { ...parameters });
      const signature = await subtle.sign(parameters.name, privateKey, data);
      assert.equal(await subtle.verify(parameters.name, publicKey, signature, data), true);
      assert.equal(await subtle.verify(parameters.name, publicKey, signature, data.subarray(1)), false);
      assert.equal(await subtle.verify(parameters.name, publicKey, signature.slice(1), data), false);

      const spki = await subtle.exportKey("spki", publicKey);
      const pkcs8 = await subtle.exportKey("pkcs8", privateKey);
      const again = await subtle.importKey("pkcs8", pkcs8, parameters.name, false, ["sign"]);
      const seen = await subtle.importKey("spki", spki, parameters.name.toLowerCase(), true, ["verify"]);
      assert.equal(await subtle.verify(parameters.name, seen, await subtle.sign(parameters.name, again, data), data), true);
      await assert.rejects(subtle.exportKey("pkcs8", again), named("InvalidAccessError"));

      const shown = JSON.stringify(privateKey) + inspect(privateKey, { depth: 9, showHidden: true });
      const secret = toHex(new Uint8Array(pkcs8)).slice(-40);
      assert.ok(!shown.includes(secret) && !shown.includes("Uint8Array"), shown);
    });
  }

  it("when something of a national key is wrong, then the exception is the one that WebCrypto names", async () => {
    const name = "GOST3410-2015-512";
    const { privateKey, publicKey } = await generate({ name, namedCurve: "1.2.398.3.10.1.1.2.2.1" });
    const spki = new Uint8Array(await subtle.exportKey("spki", publicKey));
    await assert.rejects(subtle.generateKey({ name, namedCurve: "1.2.3" }, true, ["sign"]), named("NotSupportedError"));
    await assert.rejects(subtle.generateKey({ name, namedCurve: M257 }, true, ["encrypt"]), named("SyntaxError"));
    await assert.rejects(subtle.importKey("raw", spki, name, true, ["verify"]), named("NotSupportedError"));
    await assert.rejects(subtle.importKey("spki", spki.subarray(1), name, true, ["verify"]), named("DataError"));
    await assert.rejects(subtle.importKey("spki", spki, "GOST3410-2012-512", true, ["verify"]), named("DataError"));
    await assert.rejects(subtle.importKey("spki", spki, "DSTU4145-GOST34311", true, ["verify"]), named("DataError"));
    await assert.rejects(
      subtle.importKey(
        "spki",
        spki.map((octet, i) => (i === spki.length - 1 ? octet ^ 1 : octet)),
        name,
        true,
        ["verify"],
      ),
      named("DataError"),
    );
    await assert.rejects(subtle.sign("GOST3410-2004", privateKey, data), named("InvalidAccessError"));
    await assert.rejects(subtle.sign(name, publicKey, data), named("InvalidAccessError"));
    await assert.rejects(subtle.verify(name, privateKey, new Uint8Array(128), data), named("InvalidAccessError"));
    await assert.rejects(async () => subtle.encrypt({ name: "RSA-OAEP" }, publicKey, data), named("InvalidAccessError"));
  });

  it("when its digests are asked for, then they are those of the registry; all else is the platform's", async () => {
    for (const scheme of NATIONAL_ALGORITHMS.digests) {
      assert.deepEqual(new Uint8Array(await subtle.digest(scheme.name, data)), await scheme.digest(data, {}), scheme.name);
    }
    const { privateKey, publicKey } = await subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, false, ["sign", "verify"]);
    const how = { name: "ECDSA", hash: "SHA-256" };
    assert.equal(await subtle.verify(how, publicKey, await subtle.sign(how, privateKey, data), data), true);
    await assert.rejects(subtle.digest("SHA-3000", data), named("NotSupportedError"));
  });

  it("when it is built on another implementation of WebCrypto, then that one does the rest", async () => {
    const peculiar = withNationalAlgorithms(new PeculiarCrypto());
    const { privateKey, publicKey } = await peculiar.subtle.generateKey(KEYS[0] as (typeof KEYS)[number], false, ["sign", "verify"]);
    const signature = await peculiar.subtle.sign("DSTU4145-GOST34311", privateKey, data);
    assert.equal(await peculiar.subtle.verify("DSTU4145-GOST34311", publicKey, signature, data), true);
    assert.equal((await peculiar.subtle.digest("SHA-256", data)).byteLength, 32);
  });
});

/** What pkijs has to be told: which algorithm an object identifier is. The rest is `withNationalAlgorithms`. */
class NationalEngine extends pkijs.CryptoEngine {
  readonly #id: string;
  readonly #signature: string;
  readonly #digest: { readonly id: string; readonly name: string };

  constructor(id: string, signature: string, digest: { readonly id: string; readonly name: string }) {
    super({ name: "national", crypto });
    this.#id = id;
    this.#signature = signature;
    this.#digest = digest;
  }

  override getAlgorithmByOID<T extends Algorithm = Algorithm>(oid: string, safety?: boolean, target?: string): T | object {
    if (oid === this.#digest.id) return { name: this.#digest.name };
    if (oid === this.#signature) return { name: this.#id };
    return safety ? super.getAlgorithmByOID(oid, true, target) : super.getAlgorithmByOID(oid);
  }

  override getHashAlgorithm(identifier: pkijs.AlgorithmIdentifier): string {
    return identifier.algorithmId === this.#signature ? this.#digest.name : super.getHashAlgorithm(identifier);
  }

  override async verifyWithPublicKey(
    content: BufferSource,
    signature: asn1js.BitString | asn1js.OctetString,
    publicKeyInfo: pkijs.PublicKeyInfo,
  ): Promise<boolean> {
    const key = await subtle.importKey("spki", publicKeyInfo.toSchema().toBER(), this.#id, true, ["verify"]);
    return subtle.verify(this.#id, key, Uint8Array.from(signature.valueBlock.valueHexView), content);
  }
}

describe("given certificates and a CMS of national algorithms", () => {
  const families = [
    {
      parameters: KEYS[0] as (typeof KEYS)[number],
      signature: "1.2.804.2.1.1.1.1.3.1.1",
      digest: { id: "1.2.804.2.1.1.1.1.2.1", name: "GOST34311" },
    },
    {
      parameters: KEYS[5] as (typeof KEYS)[number],
      signature: "1.2.398.3.10.1.1.2.3.2",
      digest: { id: "1.2.398.3.10.1.3.3", name: "GOST3411-2015-512" },
    },
  ];
  for (const { parameters, signature, digest } of families) {
    it(`when pkijs verifies them with such a Crypto (${parameters.name}), then they hold, and what was changed does not`, async () => {
      const option = { crypto, registry: NATIONAL_ALGORITHMS };
      const now = new Date();
      const pki = await createTestPki({ ...option, name: "National", algorithm: { parameters, algorithm: parameters.name }, now });
      const person = await pki.issue({ subject: { commonName: "signer" } });
      const engine = new NationalEngine(parameters.name, signature, digest);

      const certificate = pkijs.Certificate.fromBER(person.certificate);
      const issuer = pkijs.Certificate.fromBER(pki.issuing.certificate);
      assert.equal(await certificate.verify(issuer, engine), true);
      assert.equal(await certificate.verify(pkijs.Certificate.fromBER(pki.root.certificate), engine).catch(() => false), false);

      const cms = await createCades({
        ...option,
        content: data,
        signer: signerFromCryptoKey(person.privateKey.key, person.certificate, option),
        chain: person.chain,
        signingTime: now,
      });
      const signed = (): pkijs.SignedData => new pkijs.SignedData({ schema: pkijs.ContentInfo.fromBER(cms).content as asn1js.BaseBlock });
      assert.equal(await signed().verify({ signer: 0, data: data.slice().buffer }, engine), true);
      const changed = Uint8Array.from(data, (octet, i) => (i === 0 ? octet ^ 1 : octet));
      assert.equal(
        await signed()
          .verify({ signer: 0, data: changed.buffer }, engine)
          .catch(() => false),
        false,
      );
    });
  }
});
