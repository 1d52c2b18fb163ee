import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { createCades, signerFromCryptoKey, SignatureError, validateSignature, type SignatureQuestion } from "../index.ts";
import { concat, type Bytes } from "../bytes.ts";
import { bitString, encode, nullValue, octetString, oid, sequence, setOf, small, time } from "../der/write.ts";
import { attribute, createTestPki, forgeCades, type Forgery, type IssuedWithKey, type TestPki } from "../testing/index.ts";
import { CMS } from "./oids.ts";

const now = new Date("2026-11-21T08:00:00Z");
const later = (days: number): Date => new Date(now.getTime() + days * 86_400_000);
const content = new TextEncoder().encode("the manifest");

interface Scene {
  pki: TestPki;
  foreign: TestPki;
  person: IssuedWithKey;
  other: IssuedWithKey;
  stranger: IssuedWithKey;
  genuine: Bytes;
  lists: Bytes[];
}
const scene = {} as Scene;

before(async () => {
  const pki = await createTestPki({ name: "Treasury", algorithm: "P-256", now });
  const foreign = await createTestPki({ name: "Foreign", algorithm: "P-256", now });
  const person = await pki.issue({ subject: { commonName: "signer" } });
  const signer = signerFromCryptoKey(person.privateKey.key, person.certificate);
  Object.assign(scene, {
    pki,
    foreign,
    person,
    other: await pki.issue({ subject: { commonName: "other" } }),
    stranger: await foreign.issue({ subject: { commonName: "stranger" } }),
    genuine: await createCades({ content, signer, chain: person.chain, signingTime: now }),
    lists: await pki.crls(),
  } satisfies Scene);
});

type Expectation = readonly [indication: string, subIndication?: string, failedCheck?: string];

async function expectReport(question: Partial<SignatureQuestion>, [indication, subIndication, check]: Expectation): Promise<void> {
  const report = await validateSignature({
    signature: scene.genuine,
    content,
    trustAnchors: [scene.pki.root.certificate],
    crls: scene.lists,
    at: now,
    ...question,
  });
  const failed = report.evidence.find((evidence) => evidence.outcome === "failed");
  assert.deepEqual(
    [report.indication, report.subIndication, failed?.check],
    [indication, subIndication, check],
    JSON.stringify(report.evidence, null, 1),
  );
  assert.equal(report.level, indication === "TOTAL-PASSED" ? "CAdES-B-B" : undefined);
  assert.doesNotThrow(() => JSON.stringify(report));
}

const forge = (forgery: Partial<Forgery> = {}): Promise<Bytes> => {
  const { person } = scene;
  return forgeCades({
    content,
    key: person.privateKey,
    certificate: person.certificate,
    certificates: [person.certificate, ...person.chain],
    signingTime: now,
    ...forgery,
  });
};

const lastByteFlipped = (bytes: Uint8Array): Uint8Array => bytes.map((byte, index) => (index === bytes.length - 1 ? byte ^ 1 : byte));

const FORMAT = ["TOTAL-FAILED", "FORMAT_FAILURE", "format"] as const;
const NO_SIGNER = ["INDETERMINATE", "NO_SIGNING_CERTIFICATE_FOUND", "signing-certificate"] as const;
const CHAIN = "CHAIN_CONSTRAINTS_FAILURE";

describe("given a genuine signature", () => {
  it("when nothing is wrong, then it passes at level CAdES-B-B", () => expectReport({}, ["TOTAL-PASSED"]));
  it("when the same parts are put together by hand, then they pass too", async () =>
    expectReport({ signature: await forge() }, ["TOTAL-PASSED"]));

  it("when one byte of the content is changed, then the digest does not match", () =>
    expectReport({ content: new TextEncoder().encode("the manifesT") }, ["TOTAL-FAILED", "HASH_FAILURE", "message-digest"]));
  it("when the content is empty, then the digest does not match", () =>
    expectReport({ content: new Uint8Array() }, ["TOTAL-FAILED", "HASH_FAILURE", "message-digest"]));
  it("when the last byte of the signature value is flipped, then the value does not verify", () => {
    const signature = lastByteFlipped(scene.genuine);
    return expectReport({ signature }, ["TOTAL-FAILED", "SIG_CRYPTO_FAILURE", "signature-value"]);
  });
  it("when it is cut off, then it is malformed", () => expectReport({ signature: scene.genuine.subarray(0, -1) }, FORMAT));
  it("when a byte is appended, then it is malformed", () => expectReport({ signature: concat(scene.genuine, Uint8Array.of(0)) }, FORMAT));
  it("when it is empty, then it is malformed", () => expectReport({ signature: new Uint8Array() }, FORMAT));
  it("when it is no CMS at all, then it is malformed", () => expectReport({ signature: scene.person.certificate }, FORMAT));
  it("when it is over the size limit, then it is refused unread", () => expectReport({ signature: new Uint8Array(2 ** 24 + 1) }, FORMAT));
});

describe("given another certificate than the signer's", () => {
  it("when it is sent in place of the signer's, then no signing certificate is found", async () =>
    expectReport({ signature: await forge({ certificates: [scene.other.certificate] }) }, NO_SIGNER));
  it("when none is sent, then no signing certificate is found", async () =>
    expectReport({ signature: await forge({ certificates: [] }) }, NO_SIGNER));
  it("when the signed reference means it, then the signer's is not taken", async () =>
    expectReport(
      {
        signature: await forge({ referenced: scene.other.certificate, certificates: [scene.person.certificate, scene.other.certificate] }),
      },
      NO_SIGNER,
    ));
  it("when identifier and reference mean it, then the value does not verify under it", async () => {
    const { other } = scene;
    const signature = await forge({ referenced: other.certificate, identified: other.certificate, certificates: [other.certificate] });
    await expectReport({ signature }, ["TOTAL-FAILED", "SIG_CRYPTO_FAILURE", "signature-value"]);
  });
  it("when it has the signer's issuer and serial but is another one, then the reference does not confirm it", async () => {
    const twin = lastByteFlipped(scene.person.certificate);
    await expectReport({ signature: await forge({ certificates: [twin] }) }, NO_SIGNER);
  });
});

describe("given faulty signed attributes", () => {
  const MISSING = ["INDETERMINATE", "SIG_CONSTRAINTS_FAILURE", "mandatory-attributes"] as const;
  const cases: readonly (readonly [string, () => Partial<Forgery>, Expectation])[] = [
    ["the certificate reference is left out", () => ({ attributes: { "signing-certificate-v2": null } }), MISSING],
    ["the signing time is left out", () => ({ attributes: { "signing-time": null } }), MISSING],
    ["the message digest is left out", () => ({ attributes: { "message-digest": null } }), FORMAT],
    ["the content type is left out", () => ({ attributes: { "content-type": null } }), FORMAT],
    [
      "the content type is another one than the content's",
      () => ({ attributes: { "content-type": attribute(CMS.contentType, oid(CMS.signedData)) } }),
      FORMAT,
    ],
    [
      "the message digest is of other bytes",
      () => ({ attributes: { "message-digest": attribute(CMS.messageDigest, octetString(new Uint8Array(32))) } }),
      ["TOTAL-FAILED", "HASH_FAILURE", "message-digest"],
    ],
    [
      "the message digest has two values",
      () => ({
        attributes: {
          "message-digest": sequence(oid(CMS.messageDigest), setOf(octetString(new Uint8Array(32)), octetString(new Uint8Array(31)))),
        },
      }),
      FORMAT,
    ],
    ["an attribute stands there twice", () => ({ furtherAttributes: [attribute(CMS.signingTime, time(later(1)))] }), FORMAT],
    ["an attribute has no value", () => ({ furtherAttributes: [sequence(oid("1.2.3.4"), setOf())] }), FORMAT],
    ["they are signed in an order that is not DER's", () => ({ unsorted: true }), ["TOTAL-PASSED"]],
    [
      "the certificate reference is no such thing",
      () => ({ attributes: { "signing-certificate-v2": attribute(CMS.signingCertificateV2, nullValue()) } }),
      FORMAT,
    ],
    [
      "the certificate reference is by SHA-1",
      () => ({
        attributes: {
          "signing-certificate-v2": attribute(
            CMS.signingCertificateV2,
            sequence(sequence(sequence(sequence(oid("1.3.14.3.2.26")), octetString(new Uint8Array(20))))),
          ),
        },
      }),
      NO_SIGNER,
    ],
    [
      "the signing time is 31 February",
      () => ({ attributes: { "signing-time": attribute(CMS.signingTime, encode(0x17, new TextEncoder().encode("260231080000Z"))) } }),
      FORMAT,
    ],
    ["the signing time is tomorrow", () => ({ signingTime: later(1) }), ["INDETERMINATE", "SIG_CONSTRAINTS_FAILURE", "signing-time"]],
  ];
  for (const [name, forgery, expected] of cases) {
    it(`when ${name}, then the report says so`, async () => expectReport({ signature: await forge(forgery()) }, expected));
  }
  it("when an unknown attribute is added and signed, then it passes", async () =>
    expectReport({ signature: await forge({ furtherAttributes: [attribute("1.2.3.4", small(7))] }) }, ["TOTAL-PASSED"]));
});

describe("given a faulty CMS around them", () => {
  const sha1 = sequence(oid("1.3.14.3.2.26"));
  const cases: readonly (readonly [string, () => Partial<Forgery>, Expectation])[] = [
    ["two signers are there", () => ({ signers: 2 }), ["TOTAL-FAILED", "FORMAT_FAILURE", "signer-count"]],
    ["no signer is there", () => ({ signers: 0 }), ["TOTAL-FAILED", "FORMAT_FAILURE", "signer-count"]],
    ["the content is attached beside the one at hand", () => ({ attachContent: true }), FORMAT],
    ["the digest is SHA-1", () => ({ digestAlgorithm: sha1 }), ["INDETERMINATE", "CRYPTO_CONSTRAINTS_FAILURE", "algorithm-constraints"]],
    [
      "the signature algorithm is ECDSA with SHA-1",
      () => ({ signatureAlgorithm: sequence(oid("1.2.840.10045.4.1")) }),
      ["INDETERMINATE", "CRYPTO_CONSTRAINTS_FAILURE", "algorithm-constraints"],
    ],
    ["digest and signature algorithm are of two hashes", () => ({ signatureAlgorithm: sequence(oid("1.2.840.10045.4.3.3")) }), FORMAT],
    [
      "the algorithm is RSA and the key is not",
      () => ({ signatureAlgorithm: sequence(oid("1.2.840.113549.1.1.11"), nullValue()) }),
      FORMAT,
    ],
    ["the signer's version does not fit its identifier", () => ({ signerVersion: 3 }), FORMAT],
  ];
  for (const [name, forgery, expected] of cases) {
    it(`when ${name}, then the report says so`, async () => expectReport({ signature: await forge(forgery()) }, expected));
  }
  it("when one of two signers is asked for, then that one is verified", async () => {
    const signature = await forge({ signers: 2 });
    await expectReport({ signature, signer: 1 }, ["TOTAL-PASSED"]);
    await expectReport({ signature, signer: 2 }, ["TOTAL-FAILED", "FORMAT_FAILURE", "signer-count"]);
  });
  it("when something that is no timestamp stands in a timestamp's place, then it passes, at no higher level, and the report says so", async () => {
    const signature = await forge({ unsignedAttributes: [attribute(CMS.signatureTimestamp, nullValue())] });
    const report = await validateSignature({ signature, content, trustAnchors: [scene.pki.root.certificate], crls: scene.lists, at: now });
    assert.deepEqual([report.indication, report.level], ["TOTAL-PASSED", "CAdES-B-B"]);
    assert.equal(report.timestamps?.[0]?.subIndication, "FORMAT_FAILURE");
    assert.ok(report.evidence.some(({ check, outcome }) => check === "signature-timestamp" && outcome === "failed"));
  });
});

describe("given a signer whose certificate is not good", () => {
  const issue = async (request: Partial<Parameters<TestPki["issue"]>[0]>): Promise<Bytes> => {
    const { certificate, privateKey, chain } = await scene.pki.issue({ subject: { commonName: "signer" }, ...request });
    return forge({ certificate, key: privateKey, certificates: [certificate, ...chain] });
  };
  it("when it has expired, then no proof says the signature is older", async () =>
    expectReport({ signature: await issue({ notBefore: later(-20), notAfter: later(-10) }) }, [
      "INDETERMINATE",
      "OUT_OF_BOUNDS_NO_POE",
      "validity",
    ]));
  it("when it had expired before the signature can have been made, then it failed", async () =>
    expectReport({ signature: await issue({ notBefore: later(-20), notAfter: later(-10) }), producedAfter: now }, [
      "TOTAL-FAILED",
      "EXPIRED",
      "validity",
    ]));
  it("when it is not valid yet, then it failed", async () =>
    expectReport({ signature: await issue({ notBefore: later(10), notAfter: later(20) }) }, ["TOTAL-FAILED", "NOT_YET_VALID", "validity"]));
  it("when it is for encryption only, then its use is refused", async () =>
    expectReport({ signature: await issue({ keyUsage: ["keyEncipherment"] }) }, ["INDETERMINATE", CHAIN, "key-usage"]));
  it("when the policy asks for nonRepudiation and it only has digitalSignature, then its use is refused", async () => {
    const signature = await issue({ keyUsage: ["digitalSignature"] });
    await expectReport({ signature }, ["TOTAL-PASSED"]);
    await expectReport({ signature, keyUsage: ["nonRepudiation"] }, ["INDETERMINATE", CHAIN, "key-usage"]);
    await expectReport({ signature, keyUsage: ["contentCommitment"] }, ["INDETERMINATE", CHAIN, "key-usage"]);
  });
  it("when it carries a critical extension nobody here knows, then it is refused", async () =>
    expectReport({ signature: await issue({ furtherExtensions: [{ id: "1.2.3.4.5", critical: true, value: nullValue() }] }) }, [
      "INDETERMINATE",
      CHAIN,
      "critical-extensions",
    ]));
  it("when it is of another authority, then no chain is found", async () => {
    const { certificate, privateKey, chain } = scene.stranger;
    const signature = await forge({ certificate, key: privateKey, certificates: [certificate, ...chain, scene.foreign.root.certificate] });
    await expectReport({ signature }, ["INDETERMINATE", "NO_CERTIFICATE_CHAIN_FOUND", "chain-found"]);
  });
  it("when it was revoked, then the signature has no proof of being older", async () => {
    const lists = await scene.pki.crls({ revoked: [{ serial: scene.person.serial, reason: 1 }] });
    await expectReport({ crls: lists }, ["INDETERMINATE", "REVOKED_NO_POE", "revocation"]);
  });
  it("when it was revoked before the signature can have been made, then it failed", async () => {
    const lists = await scene.pki.crls({ revoked: [{ serial: scene.person.serial, at: later(-1) }] });
    await expectReport({ crls: lists, producedAfter: later(-0.5) }, ["TOTAL-FAILED", "REVOKED", "revocation"]);
  });
  it("when it is revoked only after the moment in question, then it passes", async () => {
    const lists = await scene.pki.crls({ thisUpdate: later(2), revoked: [{ serial: scene.person.serial, at: later(1) }] });
    await expectReport({ crls: lists }, ["TOTAL-PASSED"]);
  });
  it("when no revocation data is given, then the answer is to try later, unless revocation is left unchecked", async () => {
    await expectReport({ crls: [] }, ["INDETERMINATE", "TRY_LATER", "revocation"]);
    await expectReport({ crls: [], revocation: "unchecked" }, ["TOTAL-PASSED"]);
  });
});

describe("given a faulty question or signer", () => {
  const code =
    (expected: string) =>
    (error: unknown): boolean =>
      error instanceof SignatureError && error.code === expected;
  const signing = (sign: () => Promise<Uint8Array>, algorithm: "ECDSA-SHA256" | "RSA-PKCS1-SHA256" = "ECDSA-SHA256"): Promise<unknown> =>
    createCades({ content, signer: { certificate: scene.person.certificate, algorithm, sign }, signingTime: now });

  it("when the token gives back a wrong value, then nothing leaves", () =>
    assert.rejects(
      signing(async () => new Uint8Array(64).fill(1)),
      code("signature.invalid"),
    ));
  it("when the token gives back a value of wrong length, then nothing leaves", () =>
    assert.rejects(
      signing(async () => new Uint8Array(63)),
      code("signature.invalid"),
    ));
  it("when the token signs with another person's key, then nothing leaves", async () => {
    const { sign } = signerFromCryptoKey(scene.other.privateKey.key, scene.other.certificate);
    await assert.rejects(
      createCades({ content, signer: { certificate: scene.person.certificate, algorithm: "ECDSA-SHA256", sign }, signingTime: now }),
      code("signature.invalid"),
    );
  });
  it("when the token fails, then its own error comes through", () =>
    assert.rejects(
      signing(() => Promise.reject(new RangeError("removed"))),
      RangeError,
    ));
  it("when algorithm and certificate do not go together, then it is not asked to sign", () =>
    assert.rejects(
      signing(() => assert.fail(), "RSA-PKCS1-SHA256"),
      code("algorithm.mismatch"),
    ));
  it("when the certificate is none, then it is refused", () =>
    assert.rejects(
      createCades({
        content,
        signer: { certificate: bitString(content), algorithm: "ECDSA-SHA256", sign: () => assert.fail() },
        signingTime: now,
      }),
      code("certificate.malformed"),
    ));
  it("when an anchor or a list is unreadable, then the question is refused", async () => {
    const question = { signature: scene.genuine, content, trustAnchors: [scene.pki.root.certificate], crls: scene.lists, at: now };
    await assert.rejects(validateSignature({ ...question, trustAnchors: [content] }), code("certificate.malformed"));
    await assert.rejects(validateSignature({ ...question, crls: [content] }), code("crl.malformed"));
    await assert.rejects(validateSignature({ ...question, at: new Date(Number.NaN) }), code("input.invalid"));
    await assert.rejects(
      validateSignature({ ...question, intermediates: Array.from({ length: 300 }, () => scene.pki.issuing.certificate) }),
      code("input.too-large"),
    );
  });
});
