import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash, X509Certificate } from "node:crypto";
import { describe, it } from "node:test";
import * as fc from "fast-check";
import * as asn1js from "asn1js";
import * as pkijs from "pkijs";
import { parseCertificate, SignatureError } from "../index.ts";
import { bitString, encode, nullValue, oid, sequence, utf8String } from "../der/write.ts";
import { createTestPki, toPem, writeRevocationList } from "../testing/index.ts";
import { readCertificate } from "./certificate.ts";
import { readRevocationList } from "./crl.ts";
import { formatName, readName, sameName } from "./name.ts";

const now = new Date("2026-11-21T08:00:00Z");
const pki = await createTestPki({ name: "Treasury", algorithm: "P-256", now });
const person = await pki.issue({
  subject: { commonName: 'Nguyễn "Bé", Jr. <a>', organization: "Đơn vị + 1", organizationIdentifier: "NTRXX-0123", country: "XX" },
  keyUsage: ["digitalSignature", "nonRepudiation"],
  extendedKeyUsage: ["1.3.6.1.5.5.7.3.4"],
});

describe("given a certificate", () => {
  it("when it is parsed, then names, times, uses and key are as issued", async () => {
    const info = await parseCertificate(person.certificate);
    assert.equal(info.subjectCommonName, 'Nguyễn "Bé", Jr. <a>');
    assert.equal(info.organization, "Đơn vị + 1");
    assert.equal(info.organizationIdentifier, "NTRXX-0123");
    assert.equal(info.subject, 'CN=Nguyễn \\"Bé\\"\\, Jr. \\<a\\>,organizationIdentifier=NTRXX-0123,O=Đơn vị \\+ 1,C=XX');
    assert.equal(info.issuer, "CN=Treasury Issuing CA,O=Treasury");
    assert.deepEqual([info.notBefore, info.notAfter], ["2026-11-21T07:00:00.000Z", "2027-11-21T08:00:00.000Z"]);
    assert.deepEqual(info.keyUsage, ["digitalSignature", "nonRepudiation"]);
    assert.deepEqual(info.extendedKeyUsage, ["1.3.6.1.5.5.7.3.4"]);
    assert.deepEqual(info.publicKey, { kind: "EC", curve: "P-256" });
    assert.equal(info.certificateAuthority, false);
    assert.equal(info.serial, person.serial);
    assert.equal(info.sha256, createHash("sha256").update(person.certificate).digest("hex"));
  });

  it("when Node and pkijs parse it too, then they see the same", async () => {
    const info = await parseCertificate(person.certificate);
    const node = new X509Certificate(person.certificate);
    assert.equal(node.serialNumber.toLowerCase(), info.serial);
    assert.equal(node.fingerprint256.replaceAll(":", "").toLowerCase(), info.sha256);
    assert.deepEqual(node.publicKey.export({ type: "spki", format: "der" }), Buffer.from(info.spki));
    const other = pkijs.Certificate.fromBER(Uint8Array.from(person.certificate).buffer);
    assert.equal(other.notAfter.value.toISOString(), info.notAfter);
    assert.equal(Buffer.from(other.serialNumber.valueBlock.valueHexView).toString("hex"), info.serial);
  });

  it("when RSA keys are of other sizes, then the bits are counted", async () => {
    const pem = execFileSync(
      "openssl",
      ["req", "-x509", "-newkey", "rsa:3072", "-nodes", "-keyout", "/dev/null", "-subj", "/CN=x", "-days", "1"],
      { stdio: ["ignore", "pipe", "ignore"] },
    );
    const info = await parseCertificate(new Uint8Array(new X509Certificate(pem).raw));
    assert.deepEqual(info.publicKey, { kind: "RSA", bits: 3072 });
    assert.equal(info.certificateAuthority, true);
  });

  it("when its key is of a kind we cannot use, then it still parses", async () => {
    const pem = execFileSync(
      "openssl",
      ["req", "-x509", "-newkey", "ed25519", "-nodes", "-keyout", "/dev/null", "-subj", "/CN=x", "-days", "1"],
      { stdio: ["ignore", "pipe", "ignore"] },
    );
    const info = await parseCertificate(new Uint8Array(new X509Certificate(pem).raw));
    assert.deepEqual(info.publicKey, { kind: "other", algorithm: "1.3.101.112" });
  });

  it("when any byte is changed or cut, then it parses or is refused by a code", () => {
    const good = person.certificate;
    fc.assert(
      fc.property(fc.nat(good.length - 1), fc.nat(255), fc.boolean(), (at, value, cut) => {
        const bad = Uint8Array.from(cut ? good.subarray(0, at) : good);
        if (!cut) bad[at] = value;
        try {
          readCertificate(bad);
        } catch (error) {
          assert.ok(error instanceof SignatureError && error.code === "certificate.malformed", String(error));
        }
      }),
      { numRuns: 3_000 },
    );
    assert.throws(
      () => readCertificate(new Uint8Array(70_000)),
      (error) => error instanceof SignatureError && error.code === "input.too-large",
    );
  });

  it("when the unsigned copy of the algorithm differs from the signed one, then it is malformed", () => {
    const bad = Uint8Array.from(person.certificate);
    const last = bad.findLastIndex(
      (byte, index) => byte === 0x02 && bad[index - 1] === 0x03 && bad[index - 2] === 0x04 && bad[index - 3] === 0x3d,
    );
    assert.ok(last > 0);
    bad[last] = 3;
    assert.throws(
      () => readCertificate(bad),
      (error) => error instanceof SignatureError && error.code === "certificate.malformed",
    );
  });
});

describe("given distinguished names", () => {
  const name = (...values: Uint8Array[]): ReturnType<typeof readName> =>
    readName(sequence(...values.map((value) => encode(0x31, sequence(oid("2.5.4.3"), value)))));
  it("when only case, spaces or string type differ, then they are the same name", () => {
    const a = name(utf8String("Kho  Bạc A"));
    assert.ok(sameName(a, name(utf8String("kho bạc a "))));
    assert.ok(sameName(name(utf8String("X")), name(encode(0x13, new TextEncoder().encode("x")))));
    assert.ok(!sameName(a, name(utf8String("Kho Bạc B"))));
    assert.ok(!sameName(name(utf8String("a"), utf8String("b")), name(utf8String("b"), utf8String("a"))));
    assert.ok(!sameName(name(utf8String("#0500")), name(nullValue())), "text that looks like hex is not the octets");
  });
  it("when values need escapes, then RFC 4514 is followed", () => {
    assert.equal(formatName(name(utf8String(" #a\\b "))), "CN=\\ #a\\\\b\\ ");
    assert.equal(formatName(name(utf8String("#a"))), "CN=\\#a");
    assert.equal(formatName(name(nullValue())), "CN=#0500");
    assert.equal(formatName(readName(sequence(encode(0x31, sequence(oid("1.2.3"), utf8String("a")))))), "1.2.3=#0c0161");
  });
});

describe("given a revocation list", () => {
  it("when pkijs parses and verifies it, then it sees the same", async () => {
    const der = await pki.crl({ revoked: [{ serial: person.serial, reason: 1 }] });
    const list = readRevocationList(der);
    const { issuer: issuerName, serialOctets } = readCertificate(person.certificate);
    assert.equal(list.revoked.count, 1);
    assert.equal(list.revoked.find(serialOctets, issuerName)?.reason, 1);
    assert.equal(list.revoked.find(Uint8Array.of(1), issuerName), undefined);
    const parsed = asn1js.fromBER(der);
    const other = new pkijs.CertificateRevocationList({ schema: parsed.result });
    assert.equal(other.revokedCertificates?.length, 1);
    const issuer = pkijs.Certificate.fromBER(Uint8Array.from(pki.issuing.certificate).buffer);
    assert.equal(await other.verify({ issuerCertificate: issuer }), true);
  });
  it("when OpenSSL prints it, then number and times are there", async () => {
    const der = await writeRevocationList(
      {
        issuer: pki.issuing.subject,
        issuerPublicKey: pki.issuing.keys.publicKey,
        number: 77,
        thisUpdate: now,
        nextUpdate: new Date("2055-01-01T00:00:00Z"),
        revoked: [],
      },
      pki.issuing.keys.privateKey,
    );
    const text = execFileSync("openssl", ["crl", "-noout", "-text"], { input: toPem("X509 CRL", der), encoding: "utf8" });
    assert.match(text, /X509v3 CRL Number:\s+77/);
    assert.match(text, /Next Update: Jan {2}1 00:00:00 2055 GMT/);
    assert.match(text, /No Revoked Certificates/);
  });
  it("when any byte is changed, then it parses or is refused by a code", async () => {
    const good = await pki.crl({ revoked: [{ serial: person.serial, reason: 1 }] });
    fc.assert(
      fc.property(fc.nat(good.length - 1), fc.nat(255), (at, value) => {
        const bad = Uint8Array.from(good);
        bad[at] = value;
        try {
          readRevocationList(bad);
        } catch (error) {
          assert.ok(error instanceof SignatureError && error.code === "crl.malformed", String(error));
        }
      }),
      { numRuns: 2_000 },
    );
    assert.throws(
      () => readRevocationList(bitString(good)),
      (error) => error instanceof SignatureError && error.code === "crl.malformed",
    );
  });
});
