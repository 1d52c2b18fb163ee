import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { before, describe, it } from "node:test";
import type { Bytes } from "../bytes.ts";
import { createCades, createContainer, signerFromCryptoKey, validateContainer, writeAsicManifest, type ContainerFile } from "../index.ts";
import { createTestPki, type IssuedWithKey, type TestPki } from "../testing/index.ts";

interface MemoryFile extends ContainerFile {
  readonly bytes: Uint8Array;
}

const utf8 = (text: string): Bytes => new TextEncoder().encode(text);
const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
const manifestOf = (files: readonly MemoryFile[], signature = "META-INF/signature001.p7s"): Uint8Array =>
  writeAsicManifest({
    signature,
    files: files.map(({ name, bytes }) => ({ name, mediaType: "application/octet-stream", sha256: sha256(bytes) })),
  });

const data: readonly MemoryFile[] = [
  { name: "dossier.json", bytes: utf8('{"a":1}') },
  { name: "attachments/1-Hợp đồng.pdf", bytes: utf8("%PDF-1.7") },
];
describe("given a signed container", () => {
  const now = new Date("2026-11-21T08:00:00Z");
  let pki: TestPki;
  let people: IssuedWithKey[];
  let crls: Bytes[];
  before(async () => {
    pki = await createTestPki({ name: "Treasury", algorithm: "P-256", now });
    people = [await pki.issue({ subject: { commonName: "accountant" } }), await pki.issue({ subject: { commonName: "manager" } })];
    crls = await pki.crls();
  });
  const sign = (content: Uint8Array, { privateKey, certificate, chain }: IssuedWithKey): Promise<Bytes> =>
    createCades({ content, signer: signerFromCryptoKey(privateKey.key, certificate), chain, signingTime: now });

  async function signed(): Promise<MemoryFile[]> {
    const files: MemoryFile[] = [...data];
    for (const [index, person] of people.entries()) {
      const manifest = manifestOf(data, `META-INF/signature00${index + 1}.p7s`);
      files.push({ name: `META-INF/ASiCManifest00${index + 1}.xml`, bytes: manifest });
      files.push({ name: `META-INF/signature00${index + 1}.p7s`, bytes: await sign(manifest, person) });
    }
    return files;
  }
  const verify = async (files: readonly ContainerFile[]): Promise<Awaited<ReturnType<typeof validateContainer>>> =>
    validateContainer({ container: await createContainer(files), trustAnchors: [pki.root.certificate], crls, at: now });
  const results = ({ signatures }: Awaited<ReturnType<typeof verify>>): (string | undefined)[] =>
    signatures.map(({ indication, subIndication }) => subIndication ?? indication);

  it("when two people signed the same files, then both signatures pass and nothing is unsigned", async () => {
    const report = await verify(await signed());
    assert.equal(report.passed, true);
    assert.deepEqual(results(report), ["TOTAL-PASSED", "TOTAL-PASSED"]);
    assert.deepEqual(
      report.signatures.map(({ signer }) => signer?.subjectCommonName),
      ["accountant", "manager"],
    );
    assert.deepEqual(report.unsigned, []);
  });
  it("when a file was added without a signature, then it is told apart", async () => {
    const report = await verify([...(await signed()), { name: "rendering.html", bytes: utf8("<p>") }]);
    assert.equal(report.passed, true);
    assert.deepEqual(report.unsigned, ["rendering.html"]);
  });
  it("when a signed file was changed by one byte, then both signatures fail by its digest", async () => {
    const files = (await signed()).map((file) => (file.name === "dossier.json" ? { ...file, bytes: utf8('{"a":2}') } : file));
    const report = await verify(files);
    assert.equal(report.passed, false);
    assert.deepEqual(results(report), ["HASH_FAILURE", "HASH_FAILURE"]);
    assert.deepEqual(
      report.signatures[0]?.files.map(({ outcome }) => outcome),
      ["changed", "matched"],
    );
    assert.equal(report.signatures[0]?.level, undefined);
    assert.deepEqual(report.unsigned.toSorted(), ["attachments/1-Hợp đồng.pdf", "dossier.json"]);
  });
  it("when a signed file is missing, then the signed data is not found", async () => {
    const report = await verify((await signed()).filter(({ name }) => name !== "dossier.json"));
    assert.deepEqual(results(report), ["SIGNED_DATA_NOT_FOUND", "SIGNED_DATA_NOT_FOUND"]);
    assert.equal(report.passed, false);
  });
  it("when a manifest was changed to match a changed file, then its signature fails", async () => {
    const changed = data.map((file) => (file.name === "dossier.json" ? { ...file, bytes: utf8('{"a":2}') } : file));
    const files = (await signed()).map((file) =>
      file.name === "META-INF/ASiCManifest001.xml"
        ? { ...file, bytes: manifestOf(changed) }
        : (changed.find(({ name }) => name === file.name) ?? file),
    );
    assert.deepEqual(results(await verify(files)), ["HASH_FAILURE", "HASH_FAILURE"]);
  });
  it("when one signature stands in for the other, then that one fails", async () => {
    const files = await signed();
    const first = files.find(({ name }) => name === "META-INF/signature001.p7s") ?? assert.fail();
    const report = await verify(files.map((file) => (file.name === "META-INF/signature002.p7s" ? { ...file, bytes: first.bytes } : file)));
    assert.deepEqual(results(report), ["TOTAL-PASSED", "HASH_FAILURE"]);
    assert.equal(report.passed, false);
  });
  it("when a signature file is gone or a manifest is broken, then that is a format failure", async () => {
    assert.deepEqual(results(await verify((await signed()).filter(({ name }) => name !== "META-INF/signature002.p7s"))), [
      "TOTAL-PASSED",
      "FORMAT_FAILURE",
    ]);
    assert.deepEqual(results(await verify([...(await signed()), { name: "META-INF/ASiCManifest003.xml", bytes: utf8("<a/>") }])), [
      "TOTAL-PASSED",
      "TOTAL-PASSED",
      "FORMAT_FAILURE",
    ]);
  });
  it("when nobody signed, then it has not passed", async () => {
    const report = await verify(data);
    assert.equal(report.passed, false);
    assert.deepEqual(
      report.unsigned,
      data.map(({ name }) => name),
    );
  });
});
