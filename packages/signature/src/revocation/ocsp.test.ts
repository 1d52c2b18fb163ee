import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { promisify } from "node:util";
import { checkOcspResponse, SignatureError, validatePath, type OcspQuestion, type RevocationStatus } from "../index.ts";
import type { Bytes } from "../bytes.ts";
import { nullValue } from "../der/write.ts";
import { createTestPki, toPem, writeOcspResponse, type IssuedWithKey, type OcspResponseFields, type TestPki } from "../testing/index.ts";
import { exportPrivateKey, type SigningKey } from "../testing/keys.ts";
import { readOcspResponse } from "./ocsp-response.ts";

const run = promisify(execFile);
const now = new Date("2026-11-21T08:00:00Z");
const later = (hours: number): Date => new Date(now.getTime() + hours * 3_600_000);
const OCSP_SIGNING = "1.3.6.1.5.5.7.3.9";
const NO_CHECK = { id: "1.3.6.1.5.5.7.48.1.5", critical: false, value: nullValue() };

const pki = await createTestPki({ name: "Status", algorithm: "P-256", now });
const person = await pki.issue({ subject: { commonName: "Person" } });
const other = await pki.issue({ subject: { commonName: "Other" } });
const responder = await pki.issue({
  subject: { commonName: "Responder" },
  keyUsage: ["digitalSignature"],
  extendedKeyUsage: [OCSP_SIGNING],
  furtherExtensions: [NO_CHECK],
});

interface Asked {
  readonly fields?: Partial<OcspResponseFields>;
  readonly key?: SigningKey;
  readonly question?: Partial<OcspQuestion>;
}

async function respond({ fields, key }: Asked = {}): Promise<Bytes> {
  return writeOcspResponse(
    {
      certificate: person.certificate,
      issuer: pki.issuing.certificate,
      responder: pki.issuing.certificate,
      status: "good",
      thisUpdate: now,
      nextUpdate: later(24),
      ...fields,
    },
    key ?? pki.issuing.keys.privateKey,
  );
}

async function ask(asked: Asked): Promise<string> {
  const status = await checkOcspResponse({
    response: await respond(asked),
    certificate: person.certificate,
    issuer: pki.issuing.certificate,
    at: now,
    ...asked.question,
  });
  return said(status);
}

function said(status: RevocationStatus): string {
  if (status.status === "unknown") return `unknown: ${status.why}`;
  return status.status === "good" ? (status.revokedLater ? "good, revoked later" : "good") : `revoked: ${status.reason}`;
}

const by = (delegate: IssuedWithKey, fields: Partial<OcspResponseFields> = {}): Asked => ({
  fields: { responder: delegate.certificate, ...fields },
  key: delegate.privateKey,
});

describe("given an OCSP response", () => {
  const cases: readonly (readonly [string, () => Asked | Promise<Asked>, string])[] = [
    ["the issuer signed it", () => ({}), "good"],
    ["the issuer signed it and is named by its key", () => ({ fields: { namedBy: "key" } }), "good"],
    ["a responder with its issuer's mandate signed it", () => by(responder), "good"],
    ["such a responder is named by its key", () => by(responder, { namedBy: "key" }), "good"],
    ["it says revoked", () => ({ fields: { status: { at: later(-1), reason: 1 } } }), "revoked: 1"],
    ["it says revoked without a reason", () => ({ fields: { status: { at: later(-1) } } }), "revoked: 0"],
    [
      "it says revoked after the moment in question",
      () => ({ fields: { status: { at: later(1) }, thisUpdate: later(2) } }),
      "good, revoked later",
    ],
    [
      "it is over its next update and says revoked",
      () => ({ fields: { status: { at: later(-9) }, thisUpdate: later(-8), nextUpdate: later(-7) } }),
      "revoked: 0",
    ],
    ["the responder does not know the certificate", () => ({ fields: { status: "unknown" } }), "unknown: responder-does-not-know"],
    ["it speaks of another certificate", () => ({ fields: { certificate: other.certificate } }), "unknown: other-certificate"],
    [
      "it speaks of the same serial of another issuer",
      () => ({ fields: { issuer: pki.root.certificate, responder: pki.root.certificate } }),
      "unknown: other-certificate",
    ],
    ["it is over its next update", () => ({ fields: { thisUpdate: later(-48), nextUpdate: later(-1) } }), "unknown: stale"],
    ["its next update lies before its own", () => ({ fields: { thisUpdate: later(2), nextUpdate: later(1) } }), "unknown: stale"],
    [
      "it has no next update and is of five minutes ago",
      () => ({ fields: { thisUpdate: later(-1 / 12), nextUpdate: undefined } as never }),
      "good",
    ],
    [
      "it has no next update and is an hour old",
      () => ({ fields: { thisUpdate: later(-1), nextUpdate: undefined } as never }),
      "unknown: stale",
    ],
    [
      "it is older than the caller takes",
      () => ({ fields: { thisUpdate: later(-3) }, question: { freshness: 3_600_000 } }),
      "unknown: stale",
    ],
    [
      "it was made after the certificate had expired",
      () => ({ fields: { thisUpdate: later(9_000), nextUpdate: later(9_001) } }),
      "unknown: stale",
    ],
    [
      "it was made after that, by an archive that reaches back",
      () => ({ fields: { thisUpdate: later(9_000), nextUpdate: later(9_001), archiveCutoff: later(0) } }),
      "good",
    ],
    [
      "it was made after that, by an archive that does not",
      () => ({ fields: { thisUpdate: later(9_000), nextUpdate: later(9_001), archiveCutoff: later(8_900) } }),
      "unknown: stale",
    ],
    ["it repeats the nonce", () => ({ fields: { nonce: Uint8Array.of(1, 2) }, question: { nonce: Uint8Array.of(1, 2) } }), "good"],
    [
      "it has another nonce",
      () => ({ fields: { nonce: Uint8Array.of(9) }, question: { nonce: Uint8Array.of(1, 2) } }),
      "unknown: wrong-nonce",
    ],
    ["it leaves the nonce out", () => ({ question: { nonce: Uint8Array.of(1, 2) } }), "unknown: wrong-nonce"],
    [
      "it has a critical extension that is not known",
      () => ({ fields: { unknownExtension: "1.2.3.4" } }),
      "unknown: unsupported-extension",
    ],
    ["a stranger signed it in the issuer's name", () => ({ key: person.privateKey }), "unknown: not-signed-by-issuer"],
    ["a certificate of the issuer without the mandate signed it", () => by(other), "unknown: responder-not-authorised"],
    ["the person signed it", () => by(person), "unknown: responder-not-authorised"],
    ["the responder's mandate is from another issuer", async () => by(await strangeResponder()), "unknown: responder-not-authorised"],
    [
      "the responder's certificate has expired",
      async () => by(await delegate({ notBefore: later(-9), notAfter: later(-1) }), { thisUpdate: later(-2) }),
      "unknown: responder-not-authorised",
    ],
    [
      "the responder could be revoked, and no list is there",
      async () => by(await delegate({ furtherExtensions: [] })),
      "unknown: responder-not-authorised",
    ],
    ["the policy takes only RSA", () => ({ question: { algorithms: { signatures: ["RSA-PKCS1-SHA256"] } } }), "unknown: algorithm"],
  ];
  for (const [name, asked, expected] of cases)
    it(`when ${name}, then the status is ${expected}`, async () => assert.equal(await ask(await asked()), expected));

  it("when a responder without nocheck is on no list, then it is believed; when it is on one, then not", async () => {
    const checked = await delegate({ furtherExtensions: [] });
    const asked = by(checked);
    assert.equal(await ask({ ...asked, question: { crls: [await pki.crl()] } }), "good");
    const revoked = await pki.crl({ revoked: [{ serial: checked.serial, at: later(-1) }] });
    assert.equal(await ask({ ...asked, question: { crls: [revoked] } }), "unknown: responder-not-authorised");
  });

  it("when any byte of it is changed, then it is refused by a code or is not believed", async () => {
    const good = await respond();
    for (let at = 0; at < good.length; at += 3) {
      const bad = Uint8Array.from(good);
      bad[at] = (bad[at] ?? 0) ^ 0x10;
      try {
        const status = await checkOcspResponse({
          response: bad,
          certificate: person.certificate,
          issuer: pki.issuing.certificate,
          at: now,
        });
        assert.equal(status.status, "unknown", `byte ${at}`);
      } catch (error) {
        assert.ok(error instanceof SignatureError && error.code === "ocsp.malformed", `byte ${at}: ${String(error)}`);
      }
    }
  });

  it("when the responder only says that it cannot answer, then nothing is known", async () => {
    const response = Uint8Array.of(0x30, 3, 0x0a, 1, 3);
    assert.equal(readOcspResponse(response).status, 3);
    const status = await checkOcspResponse({ response, certificate: person.certificate, issuer: pki.issuing.certificate, at: now });
    assert.deepEqual(status, { status: "unknown", why: "responder-refused" });
  });
});

type Delegate = Omit<Parameters<TestPki["issue"]>[0], "publicKey" | "subject">;

function delegate(fields: Delegate): Promise<IssuedWithKey> {
  return pki.issue({
    subject: { commonName: "Responder" },
    keyUsage: ["digitalSignature"],
    extendedKeyUsage: [OCSP_SIGNING],
    furtherExtensions: [NO_CHECK],
    ...fields,
  });
}

async function strangeResponder(): Promise<IssuedWithKey> {
  const strange = await createTestPki({ name: "Strange", algorithm: "P-256", now });
  return strange.issue({ subject: { commonName: "Responder" }, extendedKeyUsage: [OCSP_SIGNING], furtherExtensions: [NO_CHECK] });
}

describe("given a path with OCSP responses and lists", () => {
  const path = async (ocspResponses: Uint8Array[], crls: Uint8Array[]): Promise<string> => {
    const report = await validatePath({
      certificate: person.certificate,
      intermediates: person.chain,
      trustAnchors: [pki.root.certificate],
      at: now,
      ocspResponses,
      crls,
    });
    const sources = report.evidence.filter(({ check }) => check === "revocation").map(({ params }) => params["by"] ?? params["why"]);
    return [report.subIndication ?? report.indication, ...sources].join(" ");
  };

  it("when the person's status comes from a response and the authority's from a list, then the path passes", async () =>
    assert.equal(await path([await respond()], [await pki.crl({ of: "root" })]), "TOTAL-PASSED crl ocsp"));
  it("when there are only responses, then each certificate has its own", async () => {
    const above = await writeOcspResponse(
      {
        certificate: pki.issuing.certificate,
        issuer: pki.root.certificate,
        responder: pki.root.certificate,
        status: "good",
        thisUpdate: now,
        nextUpdate: later(1),
      },
      pki.root.keys.privateKey,
    );
    assert.equal(await path([await respond(), above], []), "TOTAL-PASSED ocsp ocsp");
  });
  it("when the list says good and the response revoked, then the revocation counts", async () =>
    assert.equal(await path([await respond({ fields: { status: { at: later(-1) } } })], await pki.crls()), "REVOKED_NO_POE crl ocsp"));
  it("when the response says good and the list revoked, then the revocation counts", async () =>
    assert.equal(
      await path([await respond()], await pki.crls({ revoked: [{ serial: person.serial, at: later(-1) }] })),
      "REVOKED_NO_POE crl crl",
    ));
  it("when the list tells of a suspension that a newer response no longer knows, then the path passes", async () => {
    const lists = await pki.crls({ thisUpdate: later(-5), revoked: [{ serial: person.serial, at: later(-6), reason: 6 }] });
    assert.equal(await path([await respond()], lists), "TOTAL-PASSED crl ocsp");
    assert.equal(await path([await respond({ fields: { thisUpdate: later(-6) } })], lists), "REVOKED_NO_POE crl crl");
  });
  it("when unreadable bytes lie among the responses, then they are left aside", async () =>
    assert.equal(await path([Uint8Array.of(1, 2), await respond()], [await pki.crl({ of: "root" })]), "TOTAL-PASSED crl ocsp"));
});

describe("given responses that OpenSSL makes", () => {
  let folder: string;
  before(async () => void (folder = await mkdtemp(join(tmpdir(), "ocsp-"))));
  after(() => rm(folder, { recursive: true }));
  const file = (name: string): string => join(folder, name);

  it("when the issuer or a responder answers with a nonce, then each status is read as it was told", async () => {
    const today = new Date();
    const fresh = await createTestPki({ name: "OpenSSL", algorithm: "RSA-2048", now: today });
    const certificates = await Promise.all(["Good", "Revoked", "Unknown"].map((commonName) => fresh.issue({ subject: { commonName } })));
    const [good, revoked] = certificates;
    const signer = await fresh.issue({
      subject: { commonName: "Responder" },
      keyUsage: ["digitalSignature"],
      extendedKeyUsage: [OCSP_SIGNING],
      furtherExtensions: [NO_CHECK],
    });
    const stamp = (date: Date): string => `${date.toISOString().replace(/[-:T]/g, "").slice(2, 14)}Z`;
    const line = (state: string, when: string, { serial }: { serial: string }): string =>
      [state, stamp(new Date(today.getTime() + 9e9)), when, serial.toUpperCase(), "unknown", "/CN=x"].join("\t");
    await writeFile(
      file("index.txt"),
      `${line("V", "", good ?? assert.fail())}\n${line("R", `${stamp(today)},keyCompromise`, revoked ?? assert.fail())}\n`,
    );
    await writeFile(file("ca.pem"), fresh.issuing.pem);
    await writeFile(file("issuing.key"), toPem("PRIVATE KEY", await exportPrivateKey(fresh.issuing.keys.privateKey)));
    await writeFile(file("responder.pem"), signer.pem);
    await writeFile(file("responder.key"), toPem("PRIVATE KEY", await exportPrivateKey(signer.privateKey)));

    const results: string[] = [];
    for (const [index, { certificate, pem }] of certificates.entries()) {
      await writeFile(file("ee.pem"), pem);
      await run("openssl", ["ocsp", "-issuer", file("ca.pem"), "-cert", file("ee.pem"), "-reqout", file("q.der")]);
      const [signing, key] = index === 0 ? ["ca.pem", "issuing.key"] : ["responder.pem", "responder.key"];
      const named = index === 1 ? ["-resp_key_id"] : [];
      await run("openssl", [
        "ocsp",
        "-index",
        file("index.txt"),
        "-rsigner",
        file(signing),
        "-rkey",
        file(key),
        "-CA",
        file("ca.pem"),
        "-reqin",
        file("q.der"),
        "-respout",
        file("r.der"),
        "-ndays",
        "1",
        ...named,
      ]);
      const response = new Uint8Array(await readFile(file("r.der")));
      const status = await checkOcspResponse({ response, certificate, issuer: fresh.issuing.certificate, at: new Date() });
      results.push(said(status));
    }
    assert.deepEqual(results, ["good", "revoked: 1", "unknown: responder-does-not-know"]);
  });

  it("when OpenSSL reads a response of the test writer, then it verifies", async () => {
    await writeFile(file("w.der"), await respond(by(responder)));
    await writeFile(file("w-ca.pem"), pki.issuing.pem + pki.root.pem);
    await writeFile(file("w-ee.pem"), person.pem);
    const { stdout, stderr } = await run("openssl", [
      "ocsp",
      "-respin",
      file("w.der"),
      "-issuer",
      file("w-ca.pem"),
      "-cert",
      file("w-ee.pem"),
      "-CAfile",
      file("w-ca.pem"),
      "-no_nonce",
      "-validity_period",
      "999999999",
      "-attime",
      String(now.getTime() / 1000),
    ]);
    assert.match(stderr, /Response verify OK/);
    assert.match(stdout, /w-ee\.pem: good/);
  });
});
