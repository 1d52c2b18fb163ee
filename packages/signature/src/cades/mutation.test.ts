import assert from "node:assert/strict";
import { describe, it } from "node:test";
import * as asn1js from "asn1js";
import * as pkijs from "pkijs";
import { createCades, signerFromCryptoKey, validateSignature, type SignatureReport } from "../index.ts";
import { createTestPki } from "../testing/index.ts";

const now = new Date("2026-11-21T08:00:00Z");
const pki = await createTestPki({ name: "Treasury", algorithm: "P-256", now });
const person = await pki.issue({ subject: { commonName: "signer" } });
const content = new TextEncoder().encode("the manifest");
const good = await createCades({
  content,
  signer: signerFromCryptoKey(person.privateKey.key, person.certificate),
  chain: person.chain,
  signingTime: now,
});
const crls = await pki.crls();
const verify = (signature: Uint8Array): Promise<SignatureReport> =>
  validateSignature({ signature, content, trustAnchors: [pki.root.certificate], crls, at: now });
const genuine = await verify(good);

/** Random mutations are the fuzzer's work; these are all bits of three kinds, one by one. */
describe("given a genuine signature", () => {
  it("when pkijs verifies it, then it agrees", async () => {
    const info = new pkijs.ContentInfo({ schema: asn1js.fromBER(good).result });
    const data = new pkijs.SignedData({ schema: info.content });
    assert.equal(await data.verify({ signer: 0, data: content.buffer }), true);
    await assert.rejects(data.verify({ signer: 0, data: new Uint8Array(12).buffer }), /digest/);
  });

  const changed = (at: number, change: number): Uint8Array => good.map((byte, index) => (index === at ? byte ^ change : byte));
  /** What passes is the same signature in another dress (a version number, a longer length): its name is the same, so it cannot count twice. */
  const expectSameOrFailed = async (bytes: Uint8Array, what: string): Promise<boolean> => {
    const { indication, id, level } = await verify(bytes);
    if (indication !== "TOTAL-PASSED") return false;
    assert.deepEqual([id, level], [genuine.id, "CAdES-B-B"], what);
    return true;
  };

  it("when a class, form or value bit of any byte is flipped, then it never passes as another signature, and hardly ever at all", async () => {
    const passed: string[] = [];
    for (let at = 0; at < good.length; at++) {
      for (const change of [0x80, 0x20, 0x01]) {
        if (await expectSameOrFailed(changed(at, change), `byte ${at} by ${change}`)) passed.push(`${at} by ${change}`);
      }
    }
    assert.deepEqual(passed, []);
  });
});
