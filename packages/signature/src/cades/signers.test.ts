import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import {
  addSigner,
  countersign,
  createCades,
  signerFromCryptoKey,
  SignatureError,
  validateSignature,
  validateEverySignature,
  type OutsideSigner,
} from "../index.ts";
import { copy, equal, type Bytes } from "../bytes.ts";
import { createTestPki, type IssuedWithKey, type TestPki } from "../testing/index.ts";
import { changeSignedData, readSignedData } from "./signed-data.ts";
import { withUnsignedAttributes } from "./signer-info.ts";

const now = new Date("2026-11-21T08:00:00Z");
const content = new TextEncoder().encode("the manifest");

let pki: TestPki;
let [accountant, head]: IssuedWithKey[] = [];
let first: Bytes;

const signer = (person: IssuedWithKey | undefined): OutsideSigner => {
  if (!person) throw new TypeError("no person");
  return signerFromCryptoKey(person.privateKey.key, person.certificate);
};

before(async () => {
  pki = await createTestPki({ name: "Treasury", algorithm: "P-256", now });
  accountant = await pki.issue({ subject: { commonName: "accountant" } });
  head = await pki.issue({ subject: { commonName: "head" } });
  first = await createCades({ content, signer: signer(accountant), chain: accountant.chain, signingTime: now });
});

const question = async (): Promise<{ trustAnchors: Bytes[]; crls: Bytes[]; at: Date }> => ({
  trustAnchors: [pki.root.certificate],
  crls: await pki.crls(),
  at: now,
});

describe("given a second person who signs the same content", () => {
  it("when they are added, then both pass, each as their own signer, and the first one's bytes are the same", async () => {
    const both = await addSigner({ signature: first, content, signer: signer(head), chain: head?.chain ?? [], signingTime: now });
    const reports = await validateEverySignature({ signature: both, content, ...(await question()) });
    assert.deepEqual(
      reports.map(({ indication, level }) => [indication, level]),
      [
        ["TOTAL-PASSED", "CAdES-B-B"],
        ["TOTAL-PASSED", "CAdES-B-B"],
      ],
    );
    assert.deepEqual(reports.map((report) => report.signer?.subjectCommonName).toSorted(), ["accountant", "head"]);
    const raw = readSignedData(first).signers[0]?.raw ?? assert.fail();
    assert.ok(readSignedData(both).signers.some((info) => equal(info.raw, raw)));
    assert.equal((await validateSignature({ signature: both, content, ...(await question()) })).subIndication, "FORMAT_FAILURE");
  });
  it("when the content is attached, then nobody has to bring it", async () => {
    const attached = await createCades({
      content,
      attach: true,
      signer: signer(accountant),
      chain: accountant?.chain ?? [],
      signingTime: now,
    });
    const both = await addSigner({ signature: attached, signer: signer(head), signingTime: now });
    const reports = await validateEverySignature({ signature: both, ...(await question()) });
    assert.deepEqual(
      reports.map(({ indication }) => indication),
      ["TOTAL-PASSED", "TOTAL-PASSED"],
    );
    await assert.rejects(addSigner({ signature: attached, content, signer: signer(head), signingTime: now }), { code: "cms.malformed" });
    await assert.rejects(addSigner({ signature: first, signer: signer(head), signingTime: now }), { code: "cms.malformed" });
  });
  it("when they sign other content, then theirs alone fails", async () => {
    const other = new TextEncoder().encode("another manifest");
    const both = await addSigner({ signature: first, content: other, signer: signer(head), signingTime: now });
    const reports = await validateEverySignature({ signature: both, content, ...(await question()) });
    assert.deepEqual(reports.map(({ subIndication }) => subIndication).toSorted(), ["HASH_FAILURE", undefined]);
  });
  it("when they sign with another kind of key, then its digest is listed beside the first one's", async () => {
    const other = await createTestPki({ name: "Other", algorithm: "P-384", now });
    const stranger = await other.issue({ subject: { commonName: "stranger" } });
    const both = await addSigner({ signature: first, content, signer: signer(stranger), chain: stranger.chain, signingTime: now });
    assert.equal(readSignedData(both).digestAlgorithms.length, 2);
    const base = await question();
    const anchors = { trustAnchors: [pki.root.certificate, other.root.certificate], crls: [...base.crls, ...(await other.crls())] };
    const reports = await validateEverySignature({ signature: both, content, ...base, ...anchors });
    assert.deepEqual(
      reports.map(({ indication }) => indication),
      ["TOTAL-PASSED", "TOTAL-PASSED"],
    );
  });
});

describe("given a person who signs a signature", () => {
  const countersigned = (): Promise<Bytes> =>
    countersign({ signature: first, signer: signer(head), chain: head?.chain ?? [], signingTime: now });

  it("when it is verified, then the report tells the countersignature beside the signature", async () => {
    const report = await validateSignature({ signature: await countersigned(), content, ...(await question()) });
    assert.equal(report.indication, "TOTAL-PASSED");
    assert.deepEqual(
      report.countersignatures?.map(({ indication, signer: who }) => [indication, who?.subjectCommonName]),
      [["TOTAL-PASSED", "head"]],
    );
  });
  it("when it stands beside another signature than the one it is over, then it fails and the signature does not", async () => {
    const attribute = readSignedData(await countersigned()).signers[0]?.unsignedAttributes[0]?.raw ?? assert.fail();
    const second = await createCades({
      content,
      signer: signer(accountant),
      chain: accountant?.chain ?? [],
      signingTime: new Date(now.getTime() + 1000),
    });
    const data = readSignedData(second);
    const info = data.signers[0] ?? assert.fail();
    const moved = changeSignedData(data, {
      signers: new Map([[0, withUnsignedAttributes(info, [attribute])]]),
      certificates: head ? [head.certificate] : [],
    });
    const report = await validateSignature({ signature: moved, content, ...(await question()) });
    assert.deepEqual([report.indication, report.countersignatures?.[0]?.subIndication], ["TOTAL-PASSED", "HASH_FAILURE"]);
  });
  it("when there are two signers and it is not said whose is meant, then nothing is signed", async () => {
    const both = await addSigner({ signature: first, content, signer: signer(head), signingTime: now });
    await assert.rejects(countersign({ signature: both, signer: signer(head), signingTime: now }), { code: "input.invalid" });
    await assert.rejects(countersign({ signature: both, target: 2, signer: signer(head), signingTime: now }), { code: "input.invalid" });
    const report = await validateEverySignature({
      signature: await countersign({ signature: both, target: 1, signer: signer(accountant), signingTime: now }),
      content,
      ...(await question()),
    });
    assert.deepEqual(
      report.map(({ countersignatures = [] }) => countersignatures.length),
      [0, 1],
    );
  });
});

describe("given a signer that takes a digest", () => {
  /** Test of the seam: a service that holds the key and is sent 32 bytes only. ECDSA in WebCrypto hashes, so the preimage is kept at hand here. */
  const service = (): { readonly signer: OutsideSigner; readonly seen: Uint8Array[] } => {
    if (!accountant) throw new TypeError("no person");
    const seen: Uint8Array[] = [];
    const { certificate } = accountant;
    return {
      seen,
      signer: {
        certificate,
        algorithm: "ECDSA-SHA256",
        signDigest: async (digest) => (seen.push(copy(digest)), new Uint8Array(64).fill(1)),
      },
    };
  };
  it("when it is asked, then it gets the digest of the attributes, and a wrong value does not leave", async () => {
    const { signer: remote, seen } = service();
    await assert.rejects(
      createCades({ content, signer: remote, signingTime: now }),
      (error) => error instanceof SignatureError && error.code === "signature.invalid",
    );
    assert.deepEqual(
      seen.map(({ length }) => length),
      [32],
    );
  });
});
