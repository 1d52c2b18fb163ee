import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import {
  addArchiveTimestamp,
  addSignatureTimestamp,
  addValidationValues,
  createCades,
  signerFromCryptoKey,
  validateSignature,
  type SignatureQuestion,
  type SignatureReport,
} from "../index.ts";
import { concat, equal, type Bytes } from "../bytes.ts";
import { contextTag, TAG } from "../der/read.ts";
import { encode, explicitTag, oid, sequence, small } from "../der/write.ts";
import { changeSignedData, readSignedData } from "./signed-data.ts";
import { withUnsignedAttributes } from "./signer-info.ts";
import {
  createTestPki,
  createTestTimestampAuthority,
  type IssuedWithKey,
  type TestPki,
  type TestTimestampAuthority,
} from "../testing/index.ts";

const now = new Date("2026-11-21T08:00:00Z");
const DAY = 86_400_000;
const later = (days: number): Date => new Date(now.getTime() + days * DAY);
const content = new TextEncoder().encode("the manifest");

let pki: TestPki;
let stampPki: TestPki;
let archivePki: TestPki;
let person: IssuedWithKey;
let authority: TestTimestampAuthority;
let archive: TestTimestampAuthority;
let basic: Bytes;

before(async () => {
  pki = await createTestPki({ name: "Treasury", algorithm: "P-256", now });
  stampPki = await createTestPki({ name: "Stamps", algorithm: "P-256", now });
  archivePki = await createTestPki({ name: "Archive", algorithm: "P-256", now });
  person = await pki.issue({ subject: { commonName: "signer" }, notAfter: later(30) });
  authority = await createTestTimestampAuthority(stampPki, { notAfter: later(60) });
  archive = await createTestTimestampAuthority(archivePki, { notAfter: later(1000) });
  basic = await createCades({
    content,
    signer: signerFromCryptoKey(person.privateKey.key, person.certificate),
    chain: person.chain,
    signingTime: now,
  });
});

const timestamped = (signature: Bytes = basic, at = now, by = authority): Promise<Bytes> =>
  addSignatureTimestamp({ signature, stamp: (imprint) => by.stamp(imprint, at) });

const withValues = async (signature: Bytes, at = later(0.01)): Promise<Bytes> =>
  addValidationValues({
    signature,
    values: {
      certificates: [pki.root.certificate],
      crls: [...(await pki.crls({ thisUpdate: at })), ...(await stampPki.crls({ thisUpdate: at }))],
    },
  });

const archived = (signature: Bytes, at: Date, by = archive): Promise<Bytes> =>
  addArchiveTimestamp({ signature, content, stamp: (imprint) => by.stamp(imprint, at) });

const verify = async (signature: Uint8Array, question: Partial<SignatureQuestion> = {}): Promise<SignatureReport> =>
  validateSignature({
    signature,
    content,
    trustAnchors: [pki.root.certificate],
    timestampAnchors: [stampPki.root.certificate, archivePki.root.certificate],
    at: later(1),
    // what a signer must be able to do is not asked of an authority
    keyUsage: ["nonRepudiation"],
    ...question,
  });

const lists = async (at: Date): Promise<Bytes[]> => [
  ...(await pki.crls({ thisUpdate: at })),
  ...(await stampPki.crls({ thisUpdate: at })),
  ...(await archivePki.crls({ thisUpdate: at })),
];

const outcome = ({ indication, subIndication, level }: SignatureReport): unknown[] => [indication, subIndication, level];

describe("given a signature with a timestamp", () => {
  it("when it is verified while everything is valid, then it is B-T, and says since when it is there", async () => {
    const report = await verify(await timestamped(), { crls: await lists(later(1)) });
    assert.deepEqual(outcome(report), ["TOTAL-PASSED", undefined, "CAdES-B-T"]);
    assert.equal(report.bestSignatureTime, now.toISOString());
    assert.equal(report.timestamps?.[0]?.authority?.subjectCommonName, "Timestamps");
    assert.doesNotThrow(() => JSON.stringify(report));
  });
  it("when the signer's certificate has expired since, then it passes all the same, and without the timestamp it does not", async () => {
    // a list from before the expiry: from a later one the entry may have been dropped
    const question = { at: later(40), crls: await lists(later(20)) };
    assert.deepEqual(outcome(await verify(await timestamped(), question)), ["TOTAL-PASSED", undefined, "CAdES-B-T"]);
    assert.deepEqual(outcome(await verify(basic, question)), ["INDETERMINATE", "OUT_OF_BOUNDS_NO_POE", undefined]);
  });
  it("when the signer's certificate was revoked after it, then it passes; when before, then not", async () => {
    const signature = await timestamped(basic, later(2));
    const crls = (day: number): Promise<Bytes[]> =>
      Promise.all([
        pki.crl({ thisUpdate: later(4), revoked: [{ serial: person.serial, at: later(day) }] }),
        pki.crl({ thisUpdate: later(4), of: "root" }),
        stampPki.crl({ thisUpdate: later(4) }),
        stampPki.crl({ thisUpdate: later(4), of: "root" }),
      ]);
    assert.deepEqual(outcome(await verify(signature, { at: later(4), crls: await crls(3) })), ["TOTAL-PASSED", undefined, "CAdES-B-T"]);
    assert.deepEqual(outcome(await verify(signature, { at: later(4), crls: await crls(1) })).slice(0, 2), [
      "INDETERMINATE",
      "REVOKED_NO_POE",
    ]);
  });
  it("when the verifier knows that it cannot be as old as its timestamp says, then the certificate is judged for that later moment", async () => {
    const crls = [await pki.crl({ thisUpdate: later(4), revoked: [{ serial: person.serial, at: later(1) }] }), ...(await lists(later(4)))];
    const question = { at: later(4), crls };
    assert.equal((await verify(await timestamped(), question)).indication, "TOTAL-PASSED");
    const report = await verify(await timestamped(), { ...question, producedAfter: later(2) });
    assert.deepEqual(outcome(report).slice(0, 2), ["TOTAL-FAILED", "REVOKED"]);
  });
  it("when the timestamp is of an authority that nobody trusts, then the signature is B-B and is judged for now", async () => {
    const stranger = await createTestTimestampAuthority(await createTestPki({ name: "Stranger", algorithm: "P-256", now }));
    const signature = await timestamped(basic, now, stranger);
    const report = await verify(signature, { crls: await lists(later(1)) });
    assert.deepEqual(outcome(report), ["TOTAL-PASSED", undefined, "CAdES-B-B"]);
    assert.equal(report.timestamps?.[0]?.subIndication, "NO_CERTIFICATE_CHAIN_FOUND");
    assert.equal(report.bestSignatureTime, undefined);
    assert.equal((await verify(signature, { at: later(40), crls: await lists(later(40)) })).subIndication, "OUT_OF_BOUNDS_NO_POE");
  });
  it("when the timestamp is another signature's, then it proves nothing", async () => {
    const other = await createCades({
      content,
      signer: signerFromCryptoKey(person.privateKey.key, person.certificate),
      chain: person.chain,
      signingTime: later(0.001),
    });
    const token = readSignedData(await timestamped(other)).signers[0]?.unsignedAttributes[0] ?? assert.fail();
    const data = readSignedData(basic);
    const moved = changeSignedData(data, {
      signers: new Map([[0, withUnsignedAttributes(data.signers[0] ?? assert.fail(), [token.raw])]]),
    });
    const report = await verify(moved, { crls: await lists(later(1)) });
    assert.deepEqual(outcome(report), ["TOTAL-PASSED", undefined, "CAdES-B-B"]);
    assert.equal(report.timestamps?.[0]?.subIndication, "HASH_FAILURE");
  });
  it("when the authority's certificate is for other purposes too, or says so uncritically, then no token of it is taken in", async () => {
    const faults = [{ purposes: ["1.3.6.1.5.5.7.3.8", "1.3.6.1.5.5.7.3.4"] }, { critical: false }, { purposes: ["1.3.6.1.5.5.7.3.4"] }];
    for (const fault of faults) {
      const by = await createTestTimestampAuthority(pki, fault);
      await assert.rejects(timestamped(basic, now, by), { code: "service.lied", params: { what: "timestamp-authority" } });
    }
  });
  it("when the time is in the future or outside of the authority's validity, then it is refused", async () => {
    const report = await verify(await timestamped(basic, later(3)), { crls: await lists(later(1)) });
    assert.equal(report.timestamps?.[0]?.subIndication, "TIMESTAMP_ORDER_FAILURE");
    assert.equal(report.level, "CAdES-B-B");
    await assert.rejects(timestamped(basic, later(61)), { code: "service.lied", params: { what: "timestamp-time" } });
    await assert.rejects(timestamped(basic, later(-2)), { code: "service.lied", params: { what: "timestamp-time" } });
  });
  it("when the claimed time lies after the timestamp's, then the claim cannot be true", async () => {
    const report = await verify(await timestamped(basic, new Date(now.getTime() - 600_000)), { crls: await lists(later(1)) });
    assert.deepEqual(outcome(report).slice(0, 2), ["INDETERMINATE", "SIG_CONSTRAINTS_FAILURE"]);
  });
});

describe("given a signature with all that its paths need", () => {
  it("when it is verified without anything from outside, then it is B-LT", async () => {
    assert.deepEqual(outcome(await verify(await withValues(await timestamped()))), ["TOTAL-PASSED", undefined, "CAdES-B-LT"]);
  });
  it("when the lists of one authority are missing in it, then it is B-T only", async () => {
    const signature = addValidationValues({ signature: await timestamped(), values: { crls: [await pki.crl({ of: "root" })] } });
    assert.equal((await verify(signature, { crls: await lists(later(1)) })).level, "CAdES-B-T");
  });
  it("when there is no timestamp, then lists inside count for nothing, as the signer chose them", async () => {
    assert.deepEqual(outcome(await verify(await withValues(basic))), ["INDETERMINATE", "TRY_LATER", undefined]);
    assert.equal((await verify(await withValues(basic), { crls: await lists(later(1)) })).level, "CAdES-B-B");
  });
  it("when nothing of the signer changes by it, then the signed parts are the same bytes", async () => {
    const before = readSignedData(basic).signers[0] ?? assert.fail();
    const after = readSignedData(await archived(await withValues(await timestamped()), later(1))).signers[0] ?? assert.fail();
    assert.ok(equal(concat(...before.fields), concat(...after.fields)));
    assert.deepEqual(after.unsignedAttributes.map(({ type }) => type).toSorted(), ["0.4.0.1733.2.4", "1.2.840.113549.1.9.16.2.14"]);
  });
});

describe("given a signature in the archive", () => {
  const inArchive = async (): Promise<Bytes> => archived(await withValues(await timestamped()), later(1));

  it("when its own timestamp's authority has long expired, then the archive timestamp carries it", async () => {
    const signature = await inArchive();
    const question = { at: later(500), crls: await lists(later(500)) };
    const report = await verify(signature, question);
    assert.deepEqual(outcome(report), ["TOTAL-PASSED", undefined, "CAdES-B-LTA"]);
    assert.equal(report.timestamps?.[1]?.judgedAt, later(1).toISOString());
    assert.deepEqual(outcome(await verify(await withValues(await timestamped()), question)).slice(0, 2), [
      "INDETERMINATE",
      "OUT_OF_BOUNDS_NO_POE",
    ]);
  });
  it("when a second archive timestamp follows before the first one's authority expires, then both carry it", async () => {
    const nextPki = await createTestPki({ name: "Next", algorithm: "P-384", now });
    const next = await createTestTimestampAuthority(nextPki, { notAfter: later(1700) });
    const values = { certificates: [archivePki.root.certificate], crls: await archivePki.crls({ thisUpdate: later(900) }) };
    const signature = await archived(addValidationValues({ signature: await inArchive(), values }), later(900), next);
    const question = {
      at: later(1200),
      crls: await nextPki.crls({ thisUpdate: later(1200) }),
      timestampAnchors: [stampPki, archivePki, nextPki].map(({ root }) => root.certificate),
    };
    const report = await verify(signature, question);
    assert.deepEqual(outcome(report), ["TOTAL-PASSED", undefined, "CAdES-B-LTA"]);
    assert.deepEqual(
      report.timestamps?.map(({ kind, indication }) => [kind, indication]),
      [
        ["archive-timestamp", "TOTAL-PASSED"],
        ["archive-timestamp", "TOTAL-PASSED"],
        ["signature-timestamp", "TOTAL-PASSED"],
      ],
    );
    assert.equal((await verify(await inArchive(), question)).indication, "INDETERMINATE");
  });
  it("when a certificate, a list or the timestamp that it covers is taken out, then it covers nothing", async () => {
    const data = readSignedData(await inArchive());
    const signer = data.signers[0] ?? assert.fail();
    const rebuilt = (certificates: readonly Bytes[], revocations: readonly Bytes[], attributes: readonly Bytes[]): Bytes =>
      sequence(
        oid("1.2.840.113549.1.7.2"),
        explicitTag(
          0,
          sequence(
            small(1),
            encode(TAG.set, ...data.digestAlgorithms),
            data.encapsulated,
            encode(contextTag(0, true), ...certificates),
            encode(contextTag(1, true), ...revocations),
            encode(TAG.set, encode(TAG.sequence, ...signer.fields, encode(contextTag(1, true), ...attributes))),
          ),
        ),
      );
    const attributes = signer.unsignedAttributes.map(({ raw }) => raw);
    const question = { crls: await lists(later(2)), at: later(2) };
    assert.equal((await verify(rebuilt(data.certificates, data.revocations, attributes), question)).level, "CAdES-B-LTA");
    const without = (items: readonly Bytes[], bytes: Uint8Array): Bytes[] => items.filter((item) => !equal(item, bytes));
    for (const [name, bad] of [
      ["certificate", rebuilt(without(data.certificates, pki.root.certificate), data.revocations, attributes)],
      ["list", rebuilt(data.certificates, data.revocations.slice(1), attributes)],
      [
        "timestamp",
        rebuilt(
          data.certificates,
          data.revocations,
          attributes.filter((_, index) => signer.unsignedAttributes[index]?.type === "0.4.0.1733.2.4"),
        ),
      ],
    ] as const) {
      const report = await verify(bad, question);
      assert.equal(report.indication, "TOTAL-PASSED", name);
      assert.ok(report.level === "CAdES-B-T" || report.level === "CAdES-B-LT" || report.level === "CAdES-B-B", `${name}: ${report.level}`);
      assert.equal(report.timestamps?.[0]?.subIndication, "HASH_FAILURE", name);
    }
  });
  it("when values are added after it, then it still covers what it covered", async () => {
    const signature = addValidationValues({
      signature: await inArchive(),
      values: { crls: await archivePki.crls({ thisUpdate: later(3) }) },
    });
    assert.equal((await verify(signature, { at: later(4) })).level, "CAdES-B-LTA");
  });
});
