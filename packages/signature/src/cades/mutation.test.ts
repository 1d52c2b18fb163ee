import assert from "node:assert/strict";
import { describe, it } from "node:test";
import * as asn1js from "asn1js";
import * as fc from "fast-check";
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

  it("when any byte becomes any other, then the same holds", async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(good.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        await expectSameOrFailed(changed(at, change), `byte ${at} by ${change}`);
      }),
      { numRuns: 500 },
    );
  });

  it("when bytes are cut out, doubled or put in, then the same holds, and nothing is thrown", async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(good.length), fc.nat(40), fc.uint8Array({ maxLength: 40 }), async (at, count, put) => {
        await expectSameOrFailed(Uint8Array.from([...good.subarray(0, at), ...put, ...good.subarray(at + count)]), `${at} ${count}`);
      }),
      { numRuns: 500 },
    );
  });

  it("when any bytes at all are verified, then the report is a format failure", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) =>
        assert.equal((await verify(bytes)).subIndication, "FORMAT_FAILURE"),
      ),
      { numRuns: 500 },
    );
  });
});
