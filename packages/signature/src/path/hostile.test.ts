import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { validatePath, WORK_LIMITS, type PathInput, type PathReport } from "../index.ts";
import type { Bytes } from "../bytes.ts";
import { EXTENSION } from "../certificate/extensions.ts";
import { contextTag } from "../der/read.ts";
import { bitString, encode, explicitTag, nullValue, oid, sequence, unsigned } from "../der/write.ts";
import {
  createTestPki,
  generateKeyPair,
  writeCertificate,
  writeRevocationList,
  type CertificateFields,
  type TestKeyPair,
  type TestPki,
} from "../testing/index.ts";

const now = new Date("2026-11-21T08:00:00Z");
const later = (days: number): Date => new Date(now.getTime() + days * 86_400_000);
const ascii = (text: string): Uint8Array => new TextEncoder().encode(text);
const dnsName = (host: string): Bytes => encode(contextTag(2, false), ascii(host));

let pki: TestPki;
let keys: TestKeyPair[];
let serial = 1;

before(async () => {
  pki = await createTestPki({ name: "Hostile", algorithm: "P-256", now });
  keys = await Promise.all(Array.from({ length: 8 }, () => generateKeyPair("P-256")));
});

const key = (index: number): TestKeyPair => keys[index] ?? assert.fail();

function issue(
  issuer: { name: string; keys: TestKeyPair },
  subject: { name: string; keys: TestKeyPair },
  fields: Partial<CertificateFields> = {},
): Promise<Bytes> {
  return writeCertificate(
    {
      serial: Uint8Array.of(1, serial >> 8, serial++ & 0xff),
      issuer: { commonName: issuer.name },
      subject: { commonName: subject.name },
      notBefore: later(-5),
      notAfter: later(5),
      publicKey: subject.keys.publicKey,
      issuerPublicKey: issuer.keys.publicKey,
      keyUsage: ["keyCertSign", "cRLSign"],
      certificateAuthority: {},
      ...fields,
    },
    issuer.keys.privateKey,
  );
}
const END: Partial<CertificateFields> = { keyUsage: ["nonRepudiation"], certificateAuthority: undefined } as never;
const underRoot = (): Partial<CertificateFields> => ({ issuer: pki.root.subject });
const root = (): { name: string; keys: TestKeyPair } => ({ name: "", keys: pki.root.keys });

async function validate(
  input: Omit<PathInput, "trustAnchors" | "at">,
): Promise<{ report: PathReport; work: Record<string, string | number> }> {
  const report = await validatePath({ trustAnchors: [pki.root.certificate], at: now, revocation: "unchecked", ...input });
  const spent = report.evidence.find(({ check }) => check === "chain-work");
  for (const [kind, limit] of Object.entries(WORK_LIMITS)) assert.ok(Number(spent?.params[kind]) <= limit, `${kind} stays below its limit`);
  return { report, work: { ...spent?.params, outcome: spent?.outcome ?? "" } };
}
const faultOf = (report: PathReport): string => report.evidence.find(({ outcome }) => outcome === "failed")?.fault ?? report.indication;

describe("given certificates made to keep path building busy", () => {
  it("when authorities of one name certify each other in circles, then each pair is verified once and the search ends", async () => {
    const same = keys.map((pair) => ({ name: "Same", keys: pair }));
    const crossed: Bytes[] = [];
    for (const issuer of same) for (const subject of same) crossed.push(await issue(issuer, subject));
    const { report, work } = await validate({
      certificate: await issue({ name: "Same", keys: key(0) }, { name: "Person", keys: key(1) }, END),
      intermediates: crossed,
    });
    assert.equal(report.indication, "INDETERMINATE");
    assert.equal(work["outcome"], "skipped", "the report says that not everything was seen");
  });

  it("when authorities of many names certify each other, then steps are limited, and a real path is still found", async () => {
    const many = keys.map((pair, index) => ({ name: `CA ${index}`, keys: pair }));
    const crossed: Bytes[] = [];
    for (const issuer of many) for (const subject of many) if (issuer !== subject) crossed.push(await issue(issuer, subject));
    const certificate = await issue(many[0] ?? assert.fail(), { name: "Person", keys: key(1) }, END);
    const lost = await validate({ certificate, intermediates: crossed });
    assert.equal(faultOf(lost.report), "work-limit");
    const anchored = await issue(root(), many[7] ?? assert.fail(), underRoot());
    const found = await validate({ certificate, intermediates: [...crossed, anchored] });
    assert.equal(found.report.indication, "TOTAL-PASSED");
    assert.equal(found.report.chain.length, 4);
  });

  it("when 200 issuers have the right name and a wrong key, then verifications are limited; a right key identifier is tried first", async () => {
    const issuer = { name: "Issuer", keys: key(0) };
    const real = await issue(root(), issuer, underRoot());
    const wrong: Bytes[] = [];
    // another spelling of the key's bytes for each, so that none is the same key as another
    for (let index = 0; index < 200; index++) {
      const publicKey = Uint8Array.from(key(1).publicKey);
      publicKey[publicKey.length - 1] = index;
      wrong.push(await issue(root(), { name: "Issuer", keys: { ...key(1), publicKey } }, underRoot()));
    }
    const certificate = await issue(issuer, { name: "Person", keys: key(2) }, END);
    const { report, work } = await validate({ certificate, intermediates: [...wrong, real] });
    assert.equal(report.indication, "TOTAL-PASSED");
    assert.equal(work["signatures"], 2);
    const without = await validate({ certificate, intermediates: wrong });
    assert.equal(without.report.indication, "INDETERMINATE");
    assert.equal(without.work["signatures"], WORK_LIMITS.signatures);
  });

  it("when copies of one certificate are sent, then they cost nothing", async () => {
    const issuer = { name: "Copied", keys: key(0) };
    const copies = Array.from({ length: 250 }, () => pki.issuing.certificate);
    const { work } = await validate({ certificate: await issue(issuer, { name: "Person", keys: key(2) }, END), intermediates: copies });
    assert.equal(work["steps"], 0);
    const person = await pki.issue({ subject: { commonName: "Person" } });
    const passed = await validate({ certificate: person.certificate, intermediates: copies });
    assert.deepEqual([passed.report.indication, passed.work["steps"], passed.work["signatures"]], ["TOTAL-PASSED", 1, 2]);
  });
});

describe("given certificates made to be costly", () => {
  const hosts = (count: number, suffix: string): Bytes[] => Array.from({ length: count }, (_, index) => dnsName(`h${index}.${suffix}`));

  it("when thousands of names meet thousands of constraints, then comparing stops at its limit and nothing passes", async () => {
    const constraints = sequence(encode(0xa0, ...hosts(2_500, "a.org").map((host) => sequence(host))));
    const issuer = { name: "Bomb", keys: key(0) };
    const authority = await issue(root(), issuer, {
      ...underRoot(),
      furtherExtensions: [{ id: EXTENSION.nameConstraints, critical: true, value: constraints }],
    });
    const names = sequence(...hosts(2_500, "b.org"));
    const certificate = await issue(
      issuer,
      { name: "Person", keys: key(1) },
      { ...END, furtherExtensions: [{ id: EXTENSION.subjectAltName, critical: false, value: names }] },
    );
    const { report } = await validate({ certificate, intermediates: [authority] });
    // the first name is outside, which is told at once
    assert.equal(faultOf(report), "name-not-permitted");
    const inside = sequence(...Array.from({ length: 2_500 }, () => dnsName("h2499.a.org")));
    const patient = await issue(
      issuer,
      { name: "Person", keys: key(1) },
      { ...END, furtherExtensions: [{ id: EXTENSION.subjectAltName, critical: false, value: inside }] },
    );
    assert.equal(faultOf((await validate({ certificate: patient, intermediates: [authority] })).report), "name-work-limit");
  });

  it("when a certificate has 10,000 extensions, then it is refused as a question and left aside as an issuer", async () => {
    const many = Array.from({ length: 3_000 }, (_, index) => ({ id: `1.2.3.${index}`, critical: false, value: nullValue() }));
    const issuer = { name: "Many", keys: key(0) };
    const authority = await issue(root(), issuer, { ...underRoot(), furtherExtensions: many });
    const certificate = await issue(issuer, { name: "Person", keys: key(1) }, END);
    assert.equal(faultOf((await validate({ certificate, intermediates: [authority] })).report), "no-chain");
    await assert.rejects(validate({ certificate: authority }), { code: "certificate.malformed" });
    const larger = [...many, ...many, ...many, ...many].map((extension, index) => ({ ...extension, id: `1.2.4.${index}` }));
    await assert.rejects(validate({ certificate: await issue(root(), issuer, { furtherExtensions: larger }) }), {
      code: "input.too-large",
    });
  });

  it("when an extension holds 15,000 nested sequences, then its depth is never walked", async () => {
    let nested: Uint8Array = nullValue();
    const parts: Uint8Array[] = [];
    for (let depth = 0; depth < 15_000; depth++) {
      const { length } = nested;
      parts.push(
        length < 128
          ? Uint8Array.of(0x30, length)
          : length < 256
            ? Uint8Array.of(0x30, 0x81, length)
            : Uint8Array.of(0x30, 0x82, length >> 8, length & 0xff),
      );
      nested = { length: length + (parts.at(-1)?.length ?? 0) } as Uint8Array;
    }
    const value = new Uint8Array(Buffer.concat([...parts.toReversed(), nullValue()]));
    const issuer = { name: "Deep", keys: key(0) };
    for (const id of [
      "1.2.3.4",
      EXTENSION.subjectAltName,
      EXTENSION.nameConstraints,
      EXTENSION.certificatePolicies,
      EXTENSION.crlDistributionPoints,
    ]) {
      const authority = await issue(root(), issuer, { ...underRoot(), furtherExtensions: [{ id, critical: false, value }] });
      const { report } = await validate({
        certificate: await issue(issuer, { name: "Person", keys: key(1) }, END),
        intermediates: [authority],
      });
      assert.equal(faultOf(report), id === "1.2.3.4" ? "TOTAL-PASSED" : "unreadable-extension", id);
    }
  });

  it("when an issuer's RSA key has 100,000 bits, then no verification is tried with it", async () => {
    const modulus = new Uint8Array(12_500).fill(0xff);
    const huge = sequence(
      sequence(oid("1.2.840.113549.1.1.1"), nullValue()),
      bitString(sequence(unsigned(modulus), unsigned(Uint8Array.of(1, 0, 1)))),
    );
    const issuer = { name: "Huge", keys: { ...key(0), publicKey: huge } };
    const authority = await issue(root(), issuer, underRoot());
    const signed = await pki.issue({ subject: { commonName: "x" } });
    const rsa = await createTestPki({ name: "RSA", algorithm: "RSA-2048", now });
    const certificate = await writeCertificate(
      {
        serial: Uint8Array.of(9),
        issuer: { commonName: "Huge" },
        subject: { commonName: "P" },
        notBefore: later(-1),
        notAfter: later(1),
        publicKey: key(1).publicKey,
        issuerPublicKey: huge,
        keyUsage: ["nonRepudiation"],
      },
      rsa.issuing.keys.privateKey,
    );
    const { report, work } = await validate({ certificate, intermediates: [authority, ...signed.chain] });
    assert.deepEqual([faultOf(report), work["signatures"]], ["algorithm-unsupported", 0]);
  });

  it("when an RSA exponent is even, one or longer than 8 octets, then the key is no key", async () => {
    for (const exponent of [Uint8Array.of(2), Uint8Array.of(1), new Uint8Array(9).fill(3)]) {
      const publicKey = sequence(
        sequence(oid("1.2.840.113549.1.1.1"), nullValue()),
        bitString(sequence(unsigned(new Uint8Array(256).fill(0xff)), unsigned(exponent))),
      );
      const certificate = await issue(root(), { name: "P", keys: { ...key(0), publicKey } }, END);
      await assert.rejects(validate({ certificate }), { code: "certificate.malformed" });
    }
  });
});

describe("given lists made to be costly", () => {
  it("when a list has 100,000 entries, then the last one is found", async () => {
    const person = await pki.issue({ subject: { commonName: "Person" } });
    const revoked = Array.from({ length: 100_000 }, (_, index) => ({
      serial: Uint8Array.of(1, index >> 16, (index >> 8) & 0xff, index & 0xff),
      at: later(-1),
      reason: index % 6,
    }));
    const fields = {
      issuer: pki.issuing.subject,
      issuerPublicKey: pki.issuing.keys.publicKey,
      number: 1,
      thisUpdate: now,
      nextUpdate: later(1),
    };
    const last = { serial: Uint8Array.from(Buffer.from(person.serial, "hex")), at: later(-1), reason: 4 };
    const crls = [
      await pki.crl({ of: "root" }),
      await writeRevocationList({ ...fields, revoked: [...revoked, last] }, pki.issuing.keys.privateKey),
    ];
    const { report } = await validate({ certificate: person.certificate, intermediates: person.chain, crls, revocation: "required" });
    assert.equal(report.subIndication, "REVOKED_NO_POE");
  });

  it("when a certificate names 64 points of 200 addresses each and 200 lists are there, then comparing stops at its limit", async () => {
    const address = (index: number): Bytes => encode(contextTag(6, false), ascii(`h:${index}`));
    const point = sequence(
      explicitTag(0, explicitTag(0, sequence(...Array.from({ length: 200 }, (_, index) => address(index))).subarray(4))),
    );
    const value = sequence(...Array.from({ length: 40 }, () => point));
    const person = await pki.issue({
      subject: { commonName: "Person" },
      furtherExtensions: [{ id: EXTENSION.crlDistributionPoints, critical: false, value }],
    });
    const scope = {
      id: EXTENSION.issuingDistributionPoint,
      critical: true,
      value: sequence(explicitTag(0, explicitTag(0, encode(contextTag(6, false), ascii("other"))))),
    };
    const list = await writeRevocationList(
      {
        issuer: pki.issuing.subject,
        issuerPublicKey: pki.issuing.keys.publicKey,
        number: 1,
        thisUpdate: now,
        nextUpdate: later(1),
        revoked: [],
        furtherExtensions: [scope],
      },
      pki.issuing.keys.privateKey,
    );
    const crls = [await pki.crl({ of: "root" }), ...Array.from({ length: 200 }, () => list)];
    const { report } = await validate({ certificate: person.certificate, intermediates: person.chain, crls, revocation: "required" });
    const failed = report.evidence.find(({ outcome }) => outcome === "failed");
    assert.deepEqual([report.subIndication, failed?.params["why"]], ["TRY_LATER", "work-limit"]);
  });
});
