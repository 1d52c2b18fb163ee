import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { promisify } from "node:util";
import {
  addArchiveTimestamp,
  addSignatureTimestamp,
  addSigner,
  addValidationValues,
  countersign,
  createCades,
  signerFromCryptoKey,
  validateSignature,
  validateEverySignature,
} from "../index.ts";
import { concat, type Bytes } from "../bytes.ts";
import {
  createTestPki,
  createTestTimestampAuthority,
  toPem,
  type IssuedWithKey,
  type TestKeyAlgorithm,
  type TestPki,
} from "../testing/index.ts";
import { exportPrivateKey } from "../testing/keys.ts";

const run = promisify(execFile);
const now = new Date();
const content = new TextEncoder().encode("<asic:ASiCManifest/>\r\n\n not text for S/MIME to touch \u0000");
let folder: string;

before(async () => void (folder = await mkdtemp(join(tmpdir(), "fisc-interop-"))));
after(() => rm(folder, { recursive: true }));

const file = async (name: string, data: string | Uint8Array): Promise<string> => {
  await writeFile(join(folder, name), data);
  return join(folder, name);
};
const person = (pki: TestPki, commonName = "signer"): Promise<IssuedWithKey> => pki.issue({ subject: { commonName } });
const keyFile = async (name: string, { privateKey }: IssuedWithKey): Promise<string> =>
  file(name, toPem("PRIVATE KEY", await exportPrivateKey(privateKey)));

/** A signature at every level, and one with co-signer and countersigner. */
async function everyKind(pki: TestPki, attach: boolean): Promise<Map<string, Bytes>> {
  const [first, second] = [await person(pki), await person(pki, "second")];
  const detached = attach ? {} : { content };
  const signer = (who: IssuedWithKey) => ({
    signer: signerFromCryptoKey(who.privateKey.key, who.certificate),
    chain: who.chain,
    signingTime: now,
  });
  const authority = await createTestTimestampAuthority(pki);
  const stamp = (imprint: Parameters<typeof authority.stamp>[0]): Promise<Bytes> => authority.stamp(imprint, now);
  const basic = await createCades({ content, attach, ...signer(first) });
  const timestamped = await addSignatureTimestamp({ signature: basic, stamp });
  const longTerm = addValidationValues({ signature: timestamped, values: { crls: await pki.crls() } });
  const archived = await addArchiveTimestamp({ signature: longTerm, ...detached, stamp });
  const both = await addSigner({ signature: basic, ...detached, ...signer(second) });
  const countersigned = await countersign({ signature: basic, ...signer(second) });
  return new Map(
    Object.entries({ "B-B": basic, "B-T": timestamped, "B-LT": longTerm, "B-LTA": archived, "two signers": both, countersigned }),
  );
}

for (const algorithm of ["RSA-2048", "P-256", "P-521"] satisfies TestKeyAlgorithm[]) {
  for (const attach of [false, true]) {
    describe(`given signatures by ${algorithm} with the content ${attach ? "attached" : "detached"}`, () => {
      it("when OpenSSL verifies them, then it accepts each as CAdES, and none for other content", async () => {
        const pki = await createTestPki({ name: "Treasury", algorithm, now });
        const trust = await file("ca.pem", pki.root.pem);
        for (const [kind, signature] of await everyKind(pki, attach)) {
          const words = [
            "cms",
            "-verify",
            "-cades",
            "-binary",
            "-inform",
            "DER",
            "-purpose",
            "any",
            "-CAfile",
            trust,
            "-out",
            join(folder, "out"),
          ];
          const given = [...words, "-in", await file("s.p7s", signature)];
          const detached = async (data: Uint8Array): Promise<string[]> => (attach ? [] : ["-content", await file("c", data)]);
          const { stderr } = await run("openssl", [...given, ...(await detached(content))]);
          assert.match(stderr, /CAdES Verification successful/, kind);
          assert.deepEqual(new Uint8Array(await readFile(join(folder, "out"))), content, kind);
          if (!attach) await assert.rejects(run("openssl", [...given, ...(await detached(concat(content, content)))]), kind);
        }
      });
    });
  }
}

describe("given GnuTLS", () => {
  it("when it verifies what we made, then it accepts it, and refuses other content", async (test) => {
    const present = await run("certtool", ["--version"]).then(
      () => true,
      () => false,
    );
    if (!present) return test.skip("certtool of GnuTLS is not installed");
    for (const algorithm of ["RSA-2048", "P-256"] satisfies TestKeyAlgorithm[]) {
      const pki = await createTestPki({ name: "Treasury", algorithm, now });
      const trust = await file("trust.pem", pki.root.pem + pki.issuing.pem);
      const kinds = await everyKind(pki, false);
      for (const kind of ["B-B", "B-T", "B-LTA", "two signers"]) {
        const signature = await file("g.p7s", kinds.get(kind) ?? assert.fail());
        const verify = async (data: Uint8Array): Promise<{ stdout: string; stderr: string }> =>
          run("certtool", [
            "--p7-verify",
            "--inder",
            "--infile",
            signature,
            "--load-data",
            await file("g", data),
            "--load-ca-certificate",
            trust,
          ]);
        const { stdout, stderr } = await verify(content);
        assert.match(stdout + stderr, /Signature status: ok/, kind);
        await assert.rejects(verify(concat(content, content)), kind);
      }
    }
  });
});

describe("given signatures that OpenSSL made", () => {
  const sign = async (signers: readonly IssuedWithKey[], pki: TestPki, words: readonly string[]): Promise<Uint8Array> => {
    const named: string[] = [];
    for (const [index, signer] of signers.entries()) {
      named.push("-signer", await file(`leaf${index}.pem`, signer.pem), "-inkey", await keyFile(`key${index}.pem`, signer));
    }
    const out = join(folder, "o.p7s");
    const issuer = await file("i.pem", pki.issuing.pem);
    await run("openssl", [
      "cms",
      "-sign",
      "-cades",
      "-binary",
      "-outform",
      "DER",
      "-in",
      await file("c", content),
      "-out",
      out,
      "-certfile",
      issuer,
      ...named,
      ...words,
    ]);
    return new Uint8Array(await readFile(out));
  };
  const question = async (pki: TestPki) => ({ trustAnchors: [pki.root.certificate], crls: await pki.crls(), at: new Date() });

  for (const [name, algorithm, words] of [
    ["P-521 with SHA-512", "P-521", ["-md", "sha512"]],
    ["P-256 and the content attached", "P-256", ["-md", "sha256", "-nodetach"]],
    ["RSA, attached, streamed in BER with indefinite lengths", "RSA-2048", ["-md", "sha256", "-nodetach", "-stream"]],
    ["a signer named by key identifier", "P-256", ["-md", "sha256", "-keyid"]],
  ] satisfies [string, TestKeyAlgorithm, string[]][]) {
    it(`when one by ${name} is verified, then it passes and can be extended`, async () => {
      const pki = await createTestPki({ name: "Treasury", algorithm, now });
      const signature = await sign([await person(pki)], pki, words);
      const detached = words.includes("-nodetach") ? {} : { content };
      const report = await validateSignature({ signature, ...detached, ...(await question(pki)) });
      assert.deepEqual([report.indication, report.level], ["TOTAL-PASSED", "CAdES-B-B"], JSON.stringify(report.evidence));
      const authority = await createTestTimestampAuthority(pki);
      const extended = await addSignatureTimestamp({ signature, stamp: (imprint) => authority.stamp(imprint, new Date()) });
      const again = await validateSignature({
        signature: extended,
        ...detached,
        ...(await question(pki)),
        at: new Date(Date.now() + 60_000),
      });
      assert.deepEqual([again.level, again.id], ["CAdES-B-T", report.id]);
    });
  }
  it("when the stream's content is cut into indefinite pieces, then it is BER indeed", async () => {
    const pki = await createTestPki({ name: "Treasury", algorithm: "P-256", now });
    const signature = await sign([await person(pki)], pki, ["-md", "sha256", "-nodetach", "-stream"]);
    assert.deepEqual([...signature.subarray(0, 2)], [0x30, 0x80]);
  });
  it("when three signed, then each passes", async () => {
    const pki = await createTestPki({ name: "Treasury", algorithm: "P-256", now });
    const signature = await sign([await person(pki, "a"), await person(pki, "b"), await person(pki, "c")], pki, ["-md", "sha256"]);
    const reports = await validateEverySignature({ signature, content, ...(await question(pki)) });
    assert.deepEqual(
      reports.map(({ indication }) => indication),
      ["TOTAL-PASSED", "TOTAL-PASSED", "TOTAL-PASSED"],
    );
    assert.deepEqual(reports.map(({ signer }) => signer?.subjectCommonName).toSorted(), ["a", "b", "c"]);
  });
});
