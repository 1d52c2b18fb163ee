import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { promisify } from "node:util";
import { Crypto as PeculiarCrypto } from "@peculiar/webcrypto";
import { createCades, signerFromCryptoKey, validateSignature } from "../index.ts";
import { createTestPki, exportPublicKeyPem, fromPem, openTestPki, toPem, type TestKeyAlgorithm, type TestPki } from "../testing/index.ts";

const run = promisify(execFile);
const now = new Date();
const content = new TextEncoder().encode("<asic:ASiCManifest/>\r\n\n not text for S/MIME to touch \u0000");
let folder: string;

before(async () => void (folder = await mkdtemp(join(tmpdir(), "fisc-signature-"))));
after(() => rm(folder, { recursive: true }));

const file = async (name: string, data: string | Uint8Array): Promise<string> => {
  await writeFile(join(folder, name), data);
  return join(folder, name);
};

async function opensslAccepts(pki: TestPki, signature: Uint8Array, data: Uint8Array): Promise<string> {
  const { stderr } = await run("openssl", [
    "cms",
    "-verify",
    "-cades",
    "-binary",
    "-inform",
    "DER",
    "-purpose",
    "any",
    "-out",
    join(folder, "out"),
    "-in",
    await file("s.p7s", signature),
    "-content",
    await file("c", data),
    "-CAfile",
    await file("ca.pem", pki.root.pem),
  ]);
  return stderr;
}

for (const algorithm of ["RSA-2048", "RSA-3072", "P-256", "P-384"] satisfies TestKeyAlgorithm[]) {
  describe(`given a person with a ${algorithm} key`, () => {
    let pki: TestPki;
    before(async () => void (pki = await createTestPki({ name: "Treasury", algorithm, now })));

    it("when they sign, then OpenSSL verifies the CAdES signature and refuses it for other content", async () => {
      const person = await pki.issue({
        subject: { commonName: "Nguyễn Thị Bé", organization: "Đơn vị", organizationIdentifier: "NTRVN-0123" },
      });
      const signature = await createCades({
        content,
        signer: signerFromCryptoKey(person.privateKey.key, person.certificate),
        chain: person.chain,
        signingTime: now,
      });
      assert.match(await opensslAccepts(pki, signature, content), /CAdES Verification successful/);
      await assert.rejects(opensslAccepts(pki, signature, new TextEncoder().encode("other")), /digest|verification failure/i);
    });

    it("when certificates and lists are issued, then OpenSSL accepts the chain by its strict rules, and refuses the revoked one", async () => {
      const good = await pki.issue({ subject: { commonName: "good" } });
      const bad = await pki.issue({ subject: { commonName: "bad" } });
      const lists = await pki.crls({ revoked: [{ serial: bad.serial, reason: 1 }], thisUpdate: new Date(now.getTime() - 60_000) });
      const verify = async (pem: string): Promise<string> =>
        (
          await run("openssl", [
            "verify",
            "-x509_strict",
            "-crl_check_all",
            "-CRLfile",
            await file("crl.pem", lists.map((list) => toPem("X509 CRL", list)).join("")),
            "-CAfile",
            await file("ca.pem", pki.root.pem),
            "-untrusted",
            await file("i.pem", pki.issuing.pem),
            await file("leaf.pem", pem),
          ])
        ).stdout;
      assert.match(await verify(good.pem), /OK/);
      await assert.rejects(verify(bad.pem), /certificate revoked/);
    });
  });
}

describe("given signatures that OpenSSL made", () => {
  for (const [name, algorithm, options] of [
    ["RSA with PKCS #1 v1.5", "RSA-2048", []],
    ["RSA-PSS", "RSA-2048", ["-keyopt", "rsa_padding_mode:pss", "-keyopt", "rsa_pss_saltlen:digest", "-keyopt", "rsa_mgf1_md:sha256"]],
    ["RSA-PSS, salt of 20", "RSA-2048", ["-keyopt", "rsa_padding_mode:pss", "-keyopt", "rsa_pss_saltlen:20"]],
    ["RSA-PSS, no salt", "RSA-2048", ["-keyopt", "rsa_padding_mode:pss", "-keyopt", "rsa_pss_saltlen:0"]],
    ["RSA-PSS, longest salt", "RSA-2048", ["-keyopt", "rsa_padding_mode:pss", "-keyopt", "rsa_pss_saltlen:max"]],
    ["ECDSA", "P-256", []],
    ["ECDSA with SHA-384", "P-384", ["-md", "sha384"]],
  ] satisfies [string, TestKeyAlgorithm, string[]][]) {
    it(`when ${name} is verified, then it passes, and fails with another byte of content`, async () => {
      const pki = await createTestPki({ name: "Treasury", algorithm, now });
      const person = await pki.issue({ subject: { commonName: "signer" } });
      const { stored, key } = {
        stored: await pki.store(),
        key: toPem("PRIVATE KEY", new Uint8Array(await crypto.subtle.exportKey("pkcs8", person.privateKey.key))),
      };
      assert.equal(stored.algorithm, algorithm);
      const out = join(folder, "o.p7s");
      await run("openssl", [
        "cms",
        "-sign",
        "-cades",
        "-binary",
        "-outform",
        "DER",
        "-md",
        "sha256",
        "-in",
        await file("c", content),
        "-out",
        out,
        "-signer",
        await file("leaf.pem", person.pem),
        "-certfile",
        await file("i.pem", pki.issuing.pem),
        "-inkey",
        await file("key.pem", key),
        ...options,
      ]);
      const signature = new Uint8Array(await import("node:fs/promises").then((fs) => fs.readFile(out)));
      const question = { signature, trustAnchors: [pki.root.certificate], crls: await pki.crls(), at: new Date() };
      const report = await validateSignature({ ...question, content });
      assert.deepEqual([report.indication, report.subIndication, report.level], ["TOTAL-PASSED", undefined, "CAdES-B-B"]);
      const other = await validateSignature({ ...question, content: Uint8Array.from([...content.subarray(1), 0]) });
      assert.deepEqual([other.indication, other.subIndication], ["TOTAL-FAILED", "HASH_FAILURE"]);
    });
  }
});

describe("given a key that a token made", () => {
  it("when its public key comes as SubjectPublicKeyInfo from OpenSSL, then the certificate is issued over it", async () => {
    const pki = await createTestPki({ name: "Treasury", algorithm: "P-256", now });
    const { stdout } = await run("openssl", ["genpkey", "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048"]);
    const { stdout: pem } = await run("openssl", ["pkey", "-pubout", "-in", await file("k.pem", stdout)]);
    const [publicKey] = fromPem("PUBLIC KEY", pem);
    const issued = await pki.issue({ subject: { commonName: "token" }, publicKey: publicKey ?? assert.fail() });
    const { stdout: shown } = await run("openssl", ["x509", "-noout", "-pubkey", "-in", await file("t.pem", issued.pem)]);
    assert.equal(shown, pem);
    assert.equal(exportPublicKeyPem(issued.certificate), pem);
  });
});

describe("given another WebCrypto and authorities kept in files", () => {
  it("when both are used, then what they issue still verifies", async () => {
    const peculiar = new PeculiarCrypto() as unknown as Crypto;
    const first = await createTestPki({ name: "Kept", algorithm: "P-256", now, crypto: peculiar });
    const kept = await openTestPki(JSON.parse(JSON.stringify(await first.store())), now, { crypto: peculiar });
    const person = await kept.issue({ subject: { commonName: "signer" } });
    const signer = signerFromCryptoKey(person.privateKey.key, person.certificate, { crypto: peculiar });
    const signature = await createCades({ content, signer, chain: person.chain, signingTime: now, crypto: peculiar });
    const report = await validateSignature({
      signature,
      content,
      trustAnchors: [first.root.certificate],
      crls: await kept.crls(),
      at: now,
      crypto: peculiar,
    });
    assert.equal(report.indication, "TOTAL-PASSED");
    assert.match(await opensslAccepts(first, signature, content), /successful/);
  });
});
