import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { validatePath } from "../index.ts";
import { fromHex, type Bytes } from "../bytes.ts";
import { readRevocationList } from "../certificate/crl.ts";
import { EXTENSION } from "../certificate/extensions.ts";
import { contextTag } from "../der/read.ts";
import { encode, explicitTag, namedBits, sequence, small } from "../der/write.ts";
import {
  createTestPki,
  generateKeyPair,
  writeCertificate,
  writeRevocationList,
  type CertificateFields,
  type IssuedWithKey,
  type RevocationListFields,
  type RevokedCertificate,
  type TestKeyPair,
  type TestPki,
} from "../testing/index.ts";
import { writeName } from "../testing/write-certificate.ts";

const now = new Date("2026-11-21T08:00:00Z");
const later = (hours: number): Date => new Date(now.getTime() + hours * 3_600_000);
const TRUE = Uint8Array.of(0xff);

type Extensions = NonNullable<RevocationListFields["furtherExtensions"]>;
const scope = (...parts: Uint8Array[]): Extensions[number] => ({
  id: EXTENSION.issuingDistributionPoint,
  critical: true,
  value: sequence(...parts),
});
const deltaTo = (base: number): Extensions[number] => ({ id: EXTENSION.deltaCrlIndicator, critical: true, value: small(base) });
const someReasons = (...bits: number[]): Uint8Array => encode(contextTag(3, false), namedBits(bits).subarray(2));
const pointName = (url: string): Uint8Array => explicitTag(0, explicitTag(0, encode(contextTag(6, false), new TextEncoder().encode(url))));
const pointsExtension = (...points: Uint8Array[]): Extensions[number] => ({
  id: EXTENSION.crlDistributionPoints,
  critical: false,
  value: sequence(...points),
});

let pki: TestPki;
let person: IssuedWithKey;
let rootList: Bytes;
let listKeys: TestKeyPair;
const LIST_ISSUER = { commonName: "List issuer", organization: "Lists" };

before(async () => {
  pki = await createTestPki({ name: "Lists", algorithm: "P-256", now });
  person = await pki.issue({ subject: { commonName: "Person" } });
  rootList = await pki.crl({ of: "root" });
  listKeys = await generateKeyPair("P-256");
});

const revokes = (hours: number, reason?: number): RevokedCertificate => ({
  serial: fromHex(person.serial) ?? assert.fail(),
  at: later(hours),
  ...(reason !== undefined && { reason }),
});

function list(fields: Partial<RevocationListFields> = {}, keys: TestKeyPair = pki.issuing.keys): Promise<Bytes> {
  return writeRevocationList(
    {
      issuer: pki.issuing.subject,
      issuerPublicKey: keys.publicKey,
      number: 10,
      thisUpdate: later(-2),
      nextUpdate: later(24),
      revoked: [],
      ...fields,
    },
    keys.privateKey,
  );
}

/** Issued by the root unless the fields say otherwise. */
function listIssuer(fields: Partial<CertificateFields> = {}): Promise<Bytes> {
  return writeCertificate(
    {
      serial: Uint8Array.of(77),
      issuer: pki.root.subject,
      subject: LIST_ISSUER,
      notBefore: later(-24),
      notAfter: later(2_400),
      publicKey: listKeys.publicKey,
      issuerPublicKey: pki.root.keys.publicKey,
      keyUsage: ["cRLSign"],
      ...fields,
    },
    pki.root.keys.privateKey,
  );
}

async function statusOf(crls: readonly Uint8Array[], subject: IssuedWithKey = person, more: readonly Uint8Array[] = []): Promise<string> {
  const report = await validatePath({
    certificate: subject.certificate,
    intermediates: [...subject.chain, ...more],
    trustAnchors: [pki.root.certificate],
    at: now,
    crls: [rootList, ...crls],
  });
  const failed = report.evidence.find(({ outcome }) => outcome === "failed");
  return [report.subIndication ?? report.indication, failed?.params["why"] ?? failed?.params["reason"]]
    .filter((part) => part !== undefined)
    .join(" ");
}

describe("given delta lists", () => {
  const deltas = async (base: Partial<RevocationListFields>, delta: Partial<RevocationListFields>, to = 10): Promise<string> =>
    statusOf([
      await list(base),
      await list({ number: 11, thisUpdate: later(-1), ...delta, furtherExtensions: [deltaTo(to), ...(delta.furtherExtensions ?? [])] }),
    ]);

  it("when the delta revokes what the complete list does not, then it is revoked", async () =>
    assert.equal(await deltas({}, { revoked: [revokes(-1, 1)] }), "REVOKED_NO_POE 1"));
  it("when the delta lifts a suspension of the complete list, then the path passes", async () =>
    assert.equal(await deltas({ revoked: [revokes(-3, 6)] }, { revoked: [revokes(-1, 8)] }), "TOTAL-PASSED"));
  it("when the delta says nothing, then the complete list holds", async () =>
    assert.equal(await deltas({ revoked: [revokes(-3, 4)] }, {}), "REVOKED_NO_POE 4"));
  it("when the delta needs a newer complete list, then it is not used", async () =>
    assert.equal(await deltas({}, { number: 13, revoked: [revokes(-1, 1)] }, 12), "TOTAL-PASSED"));
  it("when the delta is not newer than the complete list, then it is not used", async () =>
    assert.equal(await deltas({ revoked: [revokes(-3, 1)] }, { number: 10, revoked: [revokes(-1, 8)] }, 9), "REVOKED_NO_POE 1"));
  it("when the delta has another scope, then it is not used", async () =>
    assert.equal(
      await deltas({ revoked: [revokes(-3, 6)] }, { revoked: [revokes(-1, 8)], furtherExtensions: [scope(encode(0x81, TRUE))] }),
      "REVOKED_NO_POE 6",
    ));
  it("when a stranger signed the delta, then it is not used", async () => {
    const forged = await list(
      { number: 11, revoked: [revokes(-1, 8)], issuerPublicKey: pki.issuing.keys.publicKey, furtherExtensions: [deltaTo(10)] },
      listKeys,
    );
    assert.equal(await statusOf([await list({ revoked: [revokes(-3, 6)] }), forged]), "REVOKED_NO_POE 6");
  });
});

describe("given lists for some reasons, and distribution points", () => {
  it("when lists together cover all reasons, then the path passes; with one of them it does not", async () => {
    const first = await list({ furtherExtensions: [scope(someReasons(1, 2))] });
    const second = await list({ furtherExtensions: [scope(someReasons(3, 4, 5, 6, 7, 8))] });
    assert.equal(await statusOf([first, second]), "TOTAL-PASSED");
    assert.equal(await statusOf([first]), "TRY_LATER some-reasons");
  });
  it("when a list for some reasons revokes, then that is enough", async () =>
    assert.equal(
      await statusOf([await list({ revoked: [revokes(-1, 1)], furtherExtensions: [scope(someReasons(1, 2))] })]),
      "REVOKED_NO_POE 1",
    ));
  it("when a list is for people or for authorities only, then it is used for these", async () => {
    assert.equal(await statusOf([await list({ furtherExtensions: [scope(encode(0x81, TRUE))] })]), "TOTAL-PASSED");
    assert.equal(await statusOf([await list({ furtherExtensions: [scope(encode(0x82, TRUE))] })]), "TRY_LATER no-list");
    assert.equal(await statusOf([await list({ furtherExtensions: [scope(encode(0x85, TRUE))] })]), "TRY_LATER no-list");
  });
  it("when the certificate names one address and the list another, then the list is not used", async () => {
    const pointed = await pki.issue({
      subject: { commonName: "Pointed" },
      furtherExtensions: [pointsExtension(sequence(pointName("http://a/1")))],
    });
    assert.equal(await statusOf([await list({ furtherExtensions: [scope(pointName("http://a/1"))] })], pointed), "TOTAL-PASSED");
    assert.equal(await statusOf([await list({ furtherExtensions: [scope(pointName("http://a/2"))] })], pointed), "TRY_LATER no-list");
    assert.equal(await statusOf([await list()], pointed), "TOTAL-PASSED");
  });
});

describe("given indirect lists", () => {
  const indirect = (
    revoked: readonly RevokedCertificate[],
    extensions: Extensions = [scope(encode(contextTag(4, false), TRUE))],
  ): Promise<Bytes> => list({ issuer: LIST_ISSUER, revoked, furtherExtensions: extensions }, listKeys);
  const delegated = (): Promise<IssuedWithKey> =>
    pki.issue({
      subject: { commonName: "Delegated" },
      furtherExtensions: [pointsExtension(sequence(encode(contextTag(2, true), explicitTag(4, writeName(LIST_ISSUER)))))],
    });
  const entry = (serial: string, certificateIssuer?: RevokedCertificate["certificateIssuer"]): RevokedCertificate => ({
    serial: fromHex(serial) ?? assert.fail(),
    at: later(-1),
    reason: 1,
    ...(certificateIssuer && { certificateIssuer }),
  });

  it("when the certificate names the issuer of the list and nothing is revoked, then the path passes", async () =>
    assert.equal(await statusOf([await indirect([])], await delegated(), [await listIssuer()]), "TOTAL-PASSED"));
  it("when the certificate does not name that issuer, then the list is not used", async () =>
    assert.equal(await statusOf([await indirect([])], person, [await listIssuer()]), "TRY_LATER no-list"));
  it("when entries go on with the issuer of an entry before them, then only the right certificate is revoked", async () => {
    const one = await delegated();
    const two = await delegated();
    const filler = { serial: Uint8Array.of(5), at: later(-1), certificateIssuer: pki.issuing.subject };
    const lists = [await indirect([filler, entry(one.serial)])];
    assert.equal(await statusOf(lists, one, [await listIssuer()]), "REVOKED_NO_POE 1");
    assert.equal(await statusOf(lists, two, [await listIssuer()]), "TOTAL-PASSED");
    // the same serial, under the list's own issuer
    assert.equal(await statusOf([await indirect([entry(one.serial)])], one, [await listIssuer()]), "TOTAL-PASSED");
    assert.equal(
      await statusOf([await indirect([filler, entry(one.serial, pki.root.subject)])], one, [await listIssuer()]),
      "TOTAL-PASSED",
    );
  });
  it("when the list does not say that it is indirect, then it is not used", async () =>
    assert.equal(await statusOf([await indirect([], [])], await delegated(), [await listIssuer()]), "TRY_LATER no-list"));
  it("when the issuer of the list may not sign lists, is unknown, expired or revoked, then it is not used", async () => {
    const subject = await delegated();
    const empty = await indirect([]);
    assert.equal(await statusOf([empty], subject), "TRY_LATER not-signed-by-issuer");
    assert.equal(
      await statusOf([empty], subject, [await listIssuer({ keyUsage: ["digitalSignature"] })]),
      "TRY_LATER issuer-may-not-sign-lists",
    );
    assert.equal(await statusOf([empty], subject, [await listIssuer({ notAfter: later(-1) })]), "TRY_LATER issuer-not-valid");
    const revoked = await pki.crl({ of: "root", revoked: [{ serial: "4d", at: later(-3) }] });
    assert.equal(await statusOf([empty, revoked], subject, [await listIssuer()]), "TRY_LATER issuer-not-valid");
  });
});

describe("given another key of the issuer for its lists", () => {
  const separate = (fields: Partial<CertificateFields> = {}): Promise<Bytes> => listIssuer({ subject: pki.issuing.subject, ...fields });

  it("when the root has certified the key under the issuer's name, then its list is used", async () =>
    assert.equal(await statusOf([await list({}, listKeys)], person, [await separate()]), "TOTAL-PASSED"));
  it("when another authority of the root has certified it under the issuer's name, then its list is not used", async () => {
    const evil = { subject: { commonName: "Evil CA" }, keys: await generateKeyPair("P-256") };
    const authority = await listIssuer({
      subject: evil.subject,
      publicKey: evil.keys.publicKey,
      keyUsage: ["keyCertSign", "cRLSign"],
      certificateAuthority: {},
    });
    const signer = await writeCertificate(
      {
        serial: Uint8Array.of(78),
        issuer: evil.subject,
        subject: pki.issuing.subject,
        notBefore: later(-24),
        notAfter: later(24),
        publicKey: listKeys.publicKey,
        issuerPublicKey: evil.keys.publicKey,
        keyUsage: ["cRLSign"],
      },
      evil.keys.privateKey,
    );
    const evilList = await list({ issuer: evil.subject }, evil.keys);
    assert.equal(await statusOf([await list({}, listKeys), evilList], person, [authority, signer]), "TRY_LATER issuer-not-valid");
  });
  it("when only the issuer's person has such a name, then a list by that key is not used", async () => {
    const impostor = await pki.issue({ subject: pki.issuing.subject, publicKey: listKeys.publicKey, keyUsage: ["cRLSign"] });
    // its own status could only come from the list that it signed itself
    assert.equal(await statusOf([await list({}, listKeys)], person, [impostor.certificate]), "TRY_LATER issuer-not-valid");
  });
});

describe("given lists of one scope at two times", () => {
  it("when the newer one no longer has a suspension, then it is lifted; a revocation is not", async () => {
    const newer = await list({ number: 11, thisUpdate: later(-1) });
    assert.equal(await statusOf([await list({ revoked: [revokes(-3, 6)] }), newer]), "TOTAL-PASSED");
    assert.equal(await statusOf([await list({ revoked: [revokes(-3, 1)] }), newer]), "REVOKED_NO_POE 1");
  });
  it("when a serial stands twice in a list, then the earlier revocation holds", async () => {
    const report = await validatePath({
      certificate: person.certificate,
      intermediates: person.chain,
      trustAnchors: [pki.root.certificate],
      at: now,
      crls: [rootList, await list({ revoked: [revokes(-1, 1), revokes(-9, 4)] })],
      producedAfter: later(-5),
    });
    assert.equal(report.subIndication, "REVOKED");
  });
  it("when an entry has a critical extension that is not known, then the whole list is not used", async () => {
    const der = await list({ revoked: [{ serial: Uint8Array.of(9), at: now, certificateIssuer: LIST_ISSUER }] });
    // 2.5.29.29 becomes 2.5.29.99 before the list is signed again
    const at = der.findIndex((byte, index) => byte === 0x55 && der[index + 1] === 0x1d && der[index + 2] === 29);
    assert.equal(readRevocationList(der).revoked.unknownCritical, false);
    const changed = der.with(at + 2, 99);
    assert.equal(readRevocationList(changed).revoked.unknownCritical, true);
  });
});
