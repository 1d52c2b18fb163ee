import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import {
  addSignatureTimestamp,
  addSigner,
  createCades,
  signerFromCryptoKey,
  SignatureError,
  validateSignature,
  type SignatureReport,
} from "../index.ts";
import { concat, equal, type Bytes } from "../bytes.ts";
import { berChildren, berOctets, readBer, toDer } from "../der/ber.ts";
import { TAG } from "../der/read.ts";
import { octetString, sequence, small } from "../der/write.ts";
import { createTestPki, createTestTimestampAuthority, forgeCades, type IssuedWithKey, type TestPki } from "../testing/index.ts";
import { readSignedData } from "./signed-data.ts";

const now = new Date("2026-11-21T08:00:00Z");
const content = new TextEncoder().encode("the manifest");

let pki: TestPki;
let person: IssuedWithKey;
let der: Bytes;
let attached: Bytes;
let lists: Bytes[];

before(async () => {
  pki = await createTestPki({ name: "Treasury", algorithm: "P-256", now });
  person = await pki.issue({ subject: { commonName: "signer" } });
  const input = { content, signer: signerFromCryptoKey(person.privateKey.key, person.certificate), chain: person.chain, signingTime: now };
  der = await createCades(input);
  attached = await createCades({ ...input, attach: true });
  lists = await pki.crls();
});

const verify = (signature: Uint8Array, detached = true): Promise<SignatureReport> =>
  validateSignature({ signature, ...(detached && { content }), trustAnchors: [pki.root.certificate], crls: lists, at: now });

/** The same value with indefinite lengths wherever BER allows them, and octet strings in two pieces. Certificates stay DER, as they must. */
function loosened(bytes: Bytes, depth = 0): Bytes {
  const node = readBer(bytes, bytes[0] ?? 0, "test");
  const isCertificate = depth === 4 && node.content.length > 200;
  if ((node.tag === TAG.octetString && depth > 2) || node.tag === (TAG.octetString | 0x20)) {
    const octets = berOctets(node, "test");
    return concat(Uint8Array.of(0x24, 0x80), octetString(octets.subarray(0, 1)), octetString(octets.subarray(1)), Uint8Array.of(0, 0));
  }
  if ((node.tag & 0x20) === 0 || isCertificate) return bytes;
  return concat(
    Uint8Array.of(node.tag, 0x80),
    ...berChildren(node, "test").map(({ raw }) => loosened(raw, depth + 1)),
    Uint8Array.of(0, 0),
  );
}

/** The outermost length in a longer form than needed. */
const longLength = (bytes: Bytes): Bytes => concat(Uint8Array.of(0x30, 0x83, 0), bytes.subarray(2));

describe("given one signature in several encodings", () => {
  it("when it comes in BER, then it passes, and its name is that of the DER form", async () => {
    const { id } = await verify(der);
    assert.match(id ?? "", /^[0-9a-f]{64}$/);
    for (const form of [loosened(der), longLength(der)]) {
      assert.ok(!equal(form, der));
      const report = await verify(form);
      assert.deepEqual([report.indication, report.id], ["TOTAL-PASSED", id], JSON.stringify(report.evidence));
    }
  });
  it("when the content is attached in pieces, then it is read as one", async () => {
    const { id } = await verify(attached, false);
    const report = await verify(loosened(attached), false);
    assert.deepEqual([report.indication, report.id], ["TOTAL-PASSED", id]);
    assert.deepEqual(readSignedData(loosened(attached)).content, content);
  });
  it("when attributes are added that are not signed, then the name stays", async () => {
    const authority = await createTestTimestampAuthority(pki);
    const stamped = await addSignatureTimestamp({ signature: der, stamp: (imprint) => authority.stamp(imprint, now) });
    assert.equal((await verify(stamped)).id, (await verify(der)).id);
  });
  it("when another signature of the same person is compared, then its name is another", async () => {
    const signer = signerFromCryptoKey(person.privateKey.key, person.certificate);
    const other = await createCades({ content, signer, chain: person.chain, signingTime: new Date(now.getTime() + 1000) });
    assert.notEqual((await verify(other)).id, (await verify(der)).id);
  });
});

describe("given a signature in BER that another program made", () => {
  it("when it is extended, then everything that was signed stays byte for byte, and it passes at the higher level", async () => {
    const authority = await createTestTimestampAuthority(pki);
    const ber = loosened(der);
    const before = readSignedData(ber).signers[0] ?? assert.fail();
    const extended = await addSignatureTimestamp({ signature: ber, stamp: (imprint) => authority.stamp(imprint, now) });
    const after = readSignedData(extended).signers[0] ?? assert.fail();
    assert.ok(equal(concat(...before.fields), concat(...after.fields)));
    assert.equal((await verify(extended)).level, "CAdES-B-T");
  });
  it("when its attributes are in an order of their own, then they are hashed as they came, also after an extension", async () => {
    const forgery = {
      content,
      key: person.privateKey,
      certificate: person.certificate,
      certificates: [person.certificate, ...person.chain],
      signingTime: now,
    };
    const unsorted = await forgeCades({ ...forgery, unsorted: true });
    assert.equal((await verify(unsorted)).indication, "TOTAL-PASSED");
    const signer = signerFromCryptoKey(person.privateKey.key, person.certificate);
    const both = await addSigner({ signature: unsorted, content, signer, signingTime: now });
    const forms = readSignedData(both).signers.map(({ raw }) => raw);
    assert.ok(forms.some((raw) => equal(raw, readSignedData(unsorted).signers[0]?.raw ?? new Uint8Array())));
  });
});

describe("given hostile BER", () => {
  const refused = (bytes: Uint8Array): void => {
    assert.throws(
      () => readSignedData(bytes),
      (error) => error instanceof SignatureError && (error.code === "cms.malformed" || error.code === "input.too-large"),
    );
  };
  it("when indefinite lengths are nested without end, then reading stops at its limit", () => {
    refused(concat(...Array.from({ length: 100_000 }, () => Uint8Array.of(0x30, 0x80))));
  });
  it("when one end is a million elements away, then reading stops at its limit", () => {
    refused(
      concat(
        Uint8Array.of(0x30, 0x80),
        new Uint8Array(2_000_000).map((_, index) => (index % 2 === 0 ? 5 : 0)),
        Uint8Array.of(0, 0),
      ),
    );
  });
  it("when pieces of a string lie in pieces without end, then reading stops at its limit", () => {
    let nested = octetString(content);
    for (let depth = 0; depth < 40; depth++) nested = concat(Uint8Array.of(0x24, 0x80), nested, Uint8Array.of(0, 0));
    assert.throws(() => berOctets(readBer(nested, 0x24, "test"), "test"), SignatureError);
  });
  it("when an end is missing, a primitive has no length, or an end stands alone, then it is malformed", () => {
    for (const bytes of [
      Uint8Array.of(0x30, 0x80, 5, 0),
      Uint8Array.of(0x04, 0x80, 0, 0),
      Uint8Array.of(0, 0),
      Uint8Array.of(0x30, 0x89, 0, 0, 0, 0, 0, 0, 0, 0, 0),
      Uint8Array.of(0x30, 0x88, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff),
    ])
      refused(bytes);
  });
  it("when a value is brought to DER, then another reader's rules hold for it", () => {
    const value = sequence(small(1), octetString(content));
    assert.deepEqual(toDer(readBer(loosened(value, 3), TAG.sequence, "test"), "test"), value);
  });
});
