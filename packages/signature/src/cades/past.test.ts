import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { before, describe, it } from "node:test";
import {
  addArchiveTimestamp,
  addSignatureTimestamp,
  addValidationValues,
  countersign,
  createCades,
  signerFromCryptoKey,
  validateSignature,
  type SignatureQuestion,
  type SignatureReport,
} from "../index.ts";
import { digest } from "../algorithms/verify.ts";
import type { Bytes } from "../bytes.ts";
import {
  attribute,
  createTestPki,
  createTestTimestampAuthority,
  forgeCades,
  type IssuedWithKey,
  type TestPki,
  type TestTimestampAuthority,
} from "../testing/index.ts";
import { CMS } from "./oids.ts";

const now = new Date("2026-11-21T08:00:00Z");
const later = (days: number): Date => new Date(now.getTime() + days * 86_400_000);
const content = new TextEncoder().encode("the manifest");
const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

let pki: TestPki;
let stampPki: TestPki;
/** With a stronger curve: what is said of SHA-256 does not end it. */
let archivePki: TestPki;
let person: IssuedWithKey;
let stamps: TestTimestampAuthority;
let archive: TestTimestampAuthority;
/** B-B; with a timestamp of day 0; with values of day 0.01; in the archive since day 1. */
let basic: Bytes;
let stamped: Bytes;
let longTerm: Bytes;
let archived: Bytes;
let embeddedLists: Bytes[];

before(async () => {
  pki = await createTestPki({ name: "Treasury", algorithm: "P-256", now, issuingNotAfter: later(100) });
  stampPki = await createTestPki({ name: "Stamps", algorithm: "P-256", now });
  archivePki = await createTestPki({ name: "Archive", algorithm: "P-384", now });
  person = await pki.issue({ subject: { commonName: "signer" }, notAfter: later(90) });
  stamps = await createTestTimestampAuthority(stampPki, { notAfter: later(1000) });
  archive = await createTestTimestampAuthority(archivePki, { notAfter: later(1000) });
  const signer = signerFromCryptoKey(person.privateKey.key, person.certificate);
  basic = await createCades({ content, signer, chain: person.chain, signingTime: now });
  stamped = await addSignatureTimestamp({ signature: basic, stamp: (imprint) => stamps.stamp(imprint, now) });
  embeddedLists = await pki.crls({ thisUpdate: later(0.01) });
  const crls = [...embeddedLists, ...(await stampPki.crls({ thisUpdate: later(0.01) }))];
  longTerm = addValidationValues({ signature: stamped, values: { certificates: [pki.root.certificate], crls } });
  archived = await inArchive(longTerm, 1);
});

const inArchive = (signature: Bytes, day: number): Promise<Bytes> =>
  addArchiveTimestamp({ signature, content, stamp: (imprint) => archive.stamp(imprint, later(day)) });

/** The services of timestamp authorities work on; of the signer's there is only what the signature brought. */
const validate = async (signature: Uint8Array, day: number, question: Partial<SignatureQuestion> = {}): Promise<SignatureReport> =>
  validateSignature({
    signature,
    content,
    trustAnchors: [pki.root.certificate],
    timestampAnchors: [stampPki.root.certificate, archivePki.root.certificate],
    at: later(day),
    ...question,
    crls: [
      ...(question.crls ?? []),
      ...(await stampPki.crls({ thisUpdate: later(day) })),
      ...(await archivePki.crls({ thisUpdate: later(day) })),
    ],
  });

const outcome = ({ indication, subIndication }: SignatureReport): string => subIndication ?? indication;
const fault = ({ evidence }: SignatureReport): string | undefined =>
  evidence.find((one) => one.outcome === "failed" && one.fault !== undefined)?.fault;

describe("given a signature whose issuing authority has expired since", () => {
  it("when an archive timestamp proves its lists to be older than that, then it passes by the long-term process", async () => {
    const report = await validate(archived, 200);
    assert.deepEqual([outcome(report), report.level, report.process], ["TOTAL-PASSED", "CAdES-B-LTA", "long-term"]);
    assert.deepEqual(report.basic, { indication: "INDETERMINATE", subIndication: "OUT_OF_BOUNDS_NO_POE" });
    assert.ok(report.evidence.some(({ check, outcome: told }) => check === "proof-of-existence" && told === "passed"));
  });
  it("when nothing proves that its lists are older, then whoever has the authority's old key could have made them", async () => {
    const report = await validate(longTerm, 200);
    assert.deepEqual([outcome(report), fault(report)], ["OUT_OF_BOUNDS_NO_POE", "authority-expired-since"]);
    assert.equal(outcome(await validate(longTerm, 99)), "TOTAL-PASSED");
  });
  it("when the verifier itself has kept the list since then, then that is the proof", async () => {
    const proofs = embeddedLists.map((list) => ({ sha256: sha256(list), at: later(3) }));
    assert.equal(outcome(await validate(longTerm, 200, { proofs })), "TOTAL-PASSED");
    const tooLate = proofs.map((proof) => ({ ...proof, at: later(101) }));
    assert.equal(outcome(await validate(longTerm, 200, { proofs: tooLate })), "OUT_OF_BOUNDS_NO_POE");
  });
});

describe("given a signature whose issuing authority was revoked after it", () => {
  const told = async (): Promise<Bytes[]> => {
    const serial = pki.issuing.certificate.slice(15, 31);
    return [
      await pki.crl({
        of: "root",
        thisUpdate: later(60),
        revoked: [{ serial: Buffer.from(serial).toString("hex"), at: later(50), reason: 2 }],
      }),
    ];
  };
  it("when an archive timestamp is from before, then it passes; when nothing is proven, then the authority's lists count for nothing", async () => {
    assert.equal(outcome(await validate(archived, 61, { crls: await told() })), "TOTAL-PASSED");
    const report = await validate(longTerm, 61, { crls: await told() });
    assert.deepEqual([outcome(report), fault(report)], ["REVOKED_CA_NO_POE", "authority-revoked-since"]);
  });
  it("when the archive timestamp is from after it, then it is too late", async () => {
    assert.equal(outcome(await validate(await inArchive(longTerm, 55), 61, { crls: await told() })), "REVOKED_CA_NO_POE");
  });
});

describe("given a policy that ends an algorithm", () => {
  const algorithms = { ends: [{ algorithms: ["SHA-256"], until: later(10).toISOString() }] };
  const fresh = async (day: number): Promise<Bytes[]> => pki.crls({ thisUpdate: later(day) });

  it("when the end has not come, then it changes nothing", async () => {
    assert.equal(outcome(await validate(basic, 9, { algorithms, crls: await fresh(9) })), "TOTAL-PASSED");
  });
  it("when it has come, then a signature without a proof of its age is not taken, and fails for certain where it must be younger", async () => {
    const question = { algorithms, crls: await fresh(20) };
    assert.equal(outcome(await validate(basic, 20, question)), "CRYPTO_CONSTRAINTS_FAILURE_NO_POE");
    assert.equal(outcome(await validate(basic, 20, { ...question, producedAfter: later(11) })), "CRYPTO_CONSTRAINTS_FAILURE");
  });
  it("when the timestamp is by the same algorithm, then it proves nothing either", async () => {
    const report = await validate(longTerm, 20, { algorithms });
    assert.equal(outcome(report), "CRYPTO_CONSTRAINTS_FAILURE_NO_POE");
    assert.equal(report.timestamps?.[0]?.subIndication, "CRYPTO_CONSTRAINTS_FAILURE_NO_POE");
    assert.equal(
      outcome(await validate(archived, 20, { algorithms })),
      "CRYPTO_CONSTRAINTS_FAILURE_NO_POE",
      "nor one over a digest that ended",
    );
  });
  it("when an archive timestamp by another algorithm is from before the end, then all that it covers still counts", async () => {
    const policy = { ends: [{ algorithms: ["ECDSA-SHA256"], until: later(10).toISOString() }] };
    assert.equal(outcome(await validate(archived, 20, { algorithms: policy })), "TOTAL-PASSED");
    assert.equal(outcome(await validate(longTerm, 20, { algorithms: policy })), "CRYPTO_CONSTRAINTS_FAILURE_NO_POE");
    assert.equal(outcome(await validate(await inArchive(longTerm, 11), 20, { algorithms: policy })), "CRYPTO_CONSTRAINTS_FAILURE_NO_POE");
  });
  it("when it is no date, then the question is faulty", () =>
    assert.rejects(validate(basic, 1, { algorithms: { ends: [{ algorithms: ["SHA-256"], until: "soon" }] } }), { code: "input.invalid" }));
});

describe("given timestamps that contradict each other", () => {
  it("when the archive's is older than what it covers, then the order fails", async () => {
    const report = await validate(await inArchive(longTerm, -0.02), 2);
    assert.deepEqual([report.indication, report.subIndication], ["INDETERMINATE", "TIMESTAMP_ORDER_FAILURE"]);
    assert.ok(report.evidence.some(({ check, outcome: told }) => check === "timestamp-order" && told === "failed"));
  });
});

describe("given a timestamp over the content that was signed", () => {
  const withContentTimestamp = async (day: number): Promise<Bytes> => {
    const imprint = { digest: "SHA-256" as const, value: await digest("SHA-256", content) };
    const token = await stamps.stamp(imprint, later(day));
    return forgeCades({
      content,
      key: person.privateKey,
      certificate: person.certificate,
      certificates: [person.certificate, ...person.chain],
      signingTime: later(day),
      furtherAttributes: [attribute(CMS.contentTimestamp, token)],
    });
  };
  const revoked = async (at: number): Promise<Bytes[]> => [
    await pki.crl({ thisUpdate: later(5), revoked: [{ serial: person.serial, at: later(at), reason: 1 }] }),
    await pki.crl({ of: "root", thisUpdate: later(5) }),
  ];
  it("when the certificate was revoked before it, then the signature is certainly younger and fails", async () => {
    const report = await validate(await withContentTimestamp(3), 5, { crls: await revoked(2) });
    assert.deepEqual([report.indication, report.subIndication], ["TOTAL-FAILED", "REVOKED"]);
    assert.deepEqual(
      report.timestamps?.map(({ kind, indication }) => [kind, indication]),
      [["content-timestamp", "TOTAL-PASSED"]],
    );
  });
  it("when the certificate was revoked after it, then it is not known which came first", async () =>
    assert.equal(outcome(await validate(await withContentTimestamp(1), 5, { crls: await revoked(2) })), "REVOKED_NO_POE"));
  it("when a signature timestamp is older, then the order fails", async () => {
    const signature = await addSignatureTimestamp({
      signature: await withContentTimestamp(3),
      stamp: (imprint) => stamps.stamp(imprint, later(2)),
    });
    assert.equal(outcome(await validate(signature, 5, { crls: await pki.crls({ thisUpdate: later(5) }) })), "TIMESTAMP_ORDER_FAILURE");
  });
});

describe("given a timestamp authority that was revoked after its stamp", () => {
  const timestampOf = async (reason: number | undefined, at: number): Promise<string | undefined> => {
    const serial = stamps.certificate.serial;
    const list = await stampPki.crl({
      thisUpdate: later(5),
      revoked: [{ serial, at: later(at), ...(reason !== undefined && { reason }) }],
    });
    const report = await validateSignature({
      signature: stamped,
      content,
      trustAnchors: [pki.root.certificate],
      timestampAnchors: [stampPki.root.certificate],
      crls: [list, await stampPki.crl({ of: "root", thisUpdate: later(5) }), ...(await pki.crls({ thisUpdate: later(5) }))],
      at: later(5),
    });
    const [timestamp] = report.timestamps ?? [];
    return timestamp?.subIndication ?? timestamp?.indication;
  };
  it("when it stopped in order, then its stamps stay valid (RFC 3161 section 4)", async () => {
    for (const reason of [0, 3, 4, 5]) assert.equal(await timestampOf(reason, 2), "TOTAL-PASSED", String(reason));
  });
  it("when its key was lost, or no reason is given, then they do not", async () => {
    for (const reason of [1, 2, undefined]) assert.equal(await timestampOf(reason, 2), "REVOKED_NO_POE", String(reason));
  });
  it("when it was revoked before its stamp, then no reason helps", async () => assert.equal(await timestampOf(5, -0.01), "REVOKED_NO_POE"));
});

describe("given a countersignature in the archive", () => {
  it("when its certificate has expired since, then it is judged as of the archive timestamp; without one as of now", async () => {
    const head = await pki.issue({ subject: { commonName: "head" }, notAfter: later(30) });
    const signer = signerFromCryptoKey(head.privateKey.key, head.certificate);
    const countersigned = await countersign({ signature: longTerm, signer, chain: head.chain, signingTime: now });
    const told = async (signature: Bytes): Promise<string | undefined> => {
      const [one] = (await validate(signature, 50)).countersignatures ?? [];
      return one?.subIndication ?? one?.indication;
    };
    assert.equal(await told(await inArchive(countersigned, 1)), "TOTAL-PASSED");
    assert.equal(await told(countersigned), "OUT_OF_BOUNDS_NO_POE");
  });
});
