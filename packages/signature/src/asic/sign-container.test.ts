import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { openAsBlob } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { concat, type Bytes } from "../bytes.ts";
import {
  ASIC_E,
  ASIC_S,
  appendToContainer,
  collectBytes,
  createContainer,
  createSimpleContainer,
  listContainer,
  measureFile,
  openContainer,
  signContainer,
  signerFromCryptoKey,
  validateContainer,
  writeContainer,
  type ContainerReport,
  type ContainerSigningInput,
} from "../index.ts";
import { createTestPki, type IssuedWithKey, type TestPki } from "../testing/index.ts";

const now = new Date("2026-11-21T08:00:00Z");
const utf8 = (text: string): Bytes => new TextEncoder().encode(text);
const files = [
  { name: "dossier.json", bytes: utf8('{"a":1}') },
  { name: "attachments/1-Hợp đồng.pdf", bytes: utf8("%PDF-1.7") },
];

let pki: TestPki;
let people: IssuedWithKey[];
let crls: Bytes[];
before(async () => {
  pki = await createTestPki({ name: "Treasury", algorithm: "P-256", now });
  people = [await pki.issue({ subject: { commonName: "accountant" } }), await pki.issue({ subject: { commonName: "manager" } })];
  crls = await pki.crls();
});

const signerOf = (index: number): Pick<ContainerSigningInput, "signer" | "chain" | "signingTime"> => {
  const { privateKey, certificate, chain } = people[index] ?? assert.fail();
  return { signer: signerFromCryptoKey(privateKey.key, certificate), chain, signingTime: now };
};
const sign = (container: Uint8Array | Blob, index: number, input: Partial<ContainerSigningInput> = {}): Promise<Bytes> =>
  collectBytes((sink) => signContainer({ container, ...signerOf(index), ...input }, sink));
const validate = (container: Uint8Array | Blob): Promise<ContainerReport> =>
  validateContainer({ container, trustAnchors: [pki.root.certificate], crls, at: now });
const told = ({ signatures }: ContainerReport): string[] =>
  signatures.map(
    ({ signer, indication, subIndication, level }) => `${signer?.subjectCommonName}: ${subIndication ?? indication} ${level ?? ""}`,
  );

describe("given an ASiC-E container", () => {
  it("when two people sign one after the other, then both signatures pass and no octet before them has moved", async () => {
    const empty = await createContainer(files);
    const once = await sign(empty, 0);
    const twice = await sign(once, 1);
    const report = await validate(twice);
    assert.equal(report.type, ASIC_E);
    assert.deepEqual(told(report), ["accountant: TOTAL-PASSED CAdES-B-B", "manager: TOTAL-PASSED CAdES-B-B"]);
    assert.deepEqual(report.unsigned, []);
    assert.deepEqual([...report.entries.keys()].slice(2), [
      "META-INF/ASiCManifest001.xml",
      "META-INF/signature001.p7s",
      "META-INF/ASiCManifest002.xml",
      "META-INF/signature002.p7s",
    ]);
    for (const [before, after] of [
      [empty, once],
      [once, twice],
    ] as const) {
      const entries = directoryOffset(before);
      assert.deepEqual(after.subarray(0, entries), before.subarray(0, entries));
    }
  });
  it("when one signs some of the files, then the others are told as unsigned", async () => {
    const report = await validate(
      await sign(await createContainer(files), 0, { files: ["dossier.json"], mediaTypes: { "dossier.json": "application/json" } }),
    );
    assert.deepEqual(
      report.signatures[0]?.files.map(({ name, mediaType }) => [name, mediaType]),
      [["dossier.json", "application/json"]],
    );
    assert.deepEqual(report.unsigned, ["attachments/1-Hợp đồng.pdf"]);
  });
  it("when a file is to be signed that is not there, or a name is taken, then nothing is written", async () => {
    const container = await createContainer(files);
    await assert.rejects(sign(container, 0, { files: ["other.json"] }), { code: "input.invalid" });
    const append = (name: string): Promise<Bytes> =>
      collectBytes((sink) => appendToContainer(container, [{ name, bytes: utf8("x") }], sink));
    await assert.rejects(append("DOSSIER.json"), { code: "container.duplicate-name" });
    await assert.rejects(append("../x"), { code: "container.unsafe-name" });
    await assert.rejects(
      collectBytes((sink) => signContainer({ container: concat(container, utf8("x")), ...signerOf(0) }, sink)),
      {
        code: "container.malformed",
      },
    );
  });
  it("when a signature file holds several signers, then each has a report", async () => {
    const { createCades, addSigner, writeAsicManifest } = await import("../index.ts");
    const sha256 = createHash("sha256")
      .update(files[0]?.bytes ?? "")
      .digest("hex");
    const content = writeAsicManifest({
      signature: "META-INF/signature001.p7s",
      files: [{ name: "dossier.json", mediaType: "application/json", sha256 }],
    });
    const signature = await addSigner({ signature: await createCades({ content, ...signerOf(0) }), content, ...signerOf(1) });
    const report = await validate(
      await createContainer([
        ...files,
        { name: "META-INF/ASiCManifest001.xml", bytes: content },
        { name: "META-INF/signature001.p7s", bytes: signature },
      ]),
    );
    assert.deepEqual(told(report).toSorted(), ["accountant: TOTAL-PASSED CAdES-B-B", "manager: TOTAL-PASSED CAdES-B-B"]);
  });
});

describe("given an ASiC-S container", () => {
  const simple = (): Promise<Bytes> =>
    collectBytes((sink) => createSimpleContainer({ file: { name: "order.pdf", bytes: utf8("%PDF-1.7") }, ...signerOf(0) }, sink));

  it("when it is validated, then its one signature over the one file passes", async () => {
    const report = await validate(await simple());
    assert.deepEqual([report.type, report.passed, told(report)], [ASIC_S, true, ["accountant: TOTAL-PASSED CAdES-B-B"]]);
    assert.deepEqual(report.signatures[0]?.files, [{ name: "order.pdf", outcome: "matched" }]);
  });
  it("when a second person signs, then both stand in the same signature file", async () => {
    const container = await sign(await simple(), 1);
    assert.deepEqual([...(await listContainer(container)).entries.keys()], ["order.pdf", "META-INF/signature.p7s"]);
    assert.deepEqual(told(await validate(container)).toSorted(), ["accountant: TOTAL-PASSED CAdES-B-B", "manager: TOTAL-PASSED CAdES-B-B"]);
  });
  it("when its file is another one, or there are two, then it fails", async () => {
    const signature = (await openContainer(await simple())).get("META-INF/signature.p7s") ?? assert.fail();
    const put = (...data: { name: string; bytes: Uint8Array }[]): Promise<Bytes> =>
      createContainer([...data, { name: "META-INF/signature.p7s", bytes: signature }], ASIC_S);
    const changed = await validate(await put({ name: "order.pdf", bytes: utf8("%PDF-1.8") }));
    assert.deepEqual(told(changed), ["accountant: HASH_FAILURE "]);
    assert.deepEqual(changed.unsigned, ["order.pdf"]);
    const two = await validate(await put({ name: "order.pdf", bytes: utf8("%PDF-1.7") }, { name: "other.pdf", bytes: utf8("") }));
    assert.deepEqual(told(two), ["undefined: FORMAT_FAILURE "]);
  });
  it("when nobody signed it, then it has not passed", async () => {
    const report = await validate(await createContainer([{ name: "order.pdf", bytes: utf8("%PDF-1.7") }], ASIC_S));
    assert.deepEqual([report.passed, report.unsigned], [false, ["order.pdf"]]);
  });
});

describe("given a file of 40 MiB", () => {
  let folder: string;
  let file: Blob;
  let sha256: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "fisc-large-"));
    const bytes = new Uint8Array(40 * 1024 * 1024).map((_, index) => (index * 31) & 0xff);
    sha256 = createHash("sha256").update(bytes).digest("hex");
    await writeFile(join(folder, "scan.pdf"), bytes);
    file = await openAsBlob(join(folder, "scan.pdf"));
  });
  after(() => rm(folder, { recursive: true }));

  it("when it is measured, then it is read in pieces of 4 MiB and the progress is told", async () => {
    const steps: number[] = [];
    const measured = await measureFile(file, (done, total) => void steps.push(done / total));
    assert.deepEqual([measured.sha256, measured.size], [sha256, 40 * 1024 * 1024]);
    assert.deepEqual(steps, [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]);
  });
  it("when it is put into a container, signed and validated, then no piece on the way is large", async () => {
    const path = join(folder, "c.asice");
    const parts: Uint8Array[] = [];
    let largest = 0;
    const sink = new WritableStream<Uint8Array>({
      write(part) {
        largest = Math.max(largest, part.length);
        parts.push(part.slice());
      },
    });
    await writeContainer([{ name: "scan.pdf", bytes: file }], sink);
    assert.ok(largest <= 4 * 1024 * 1024, String(largest));
    await writeFile(path, await new Blob(parts as Bytes[]).bytes());
    const signed = await sign(await openAsBlob(path), 0);
    await writeFile(path, signed);
    const report = await validate(await openAsBlob(path));
    assert.deepEqual(told(report), ["accountant: TOTAL-PASSED CAdES-B-B"]);
    assert.equal(report.signatures[0]?.files[0]?.sha256, sha256);
    let piece = 0;
    await report.entries.get("scan.pdf")?.readInPieces((bytes) => void (piece = Math.max(piece, bytes.length)));
    assert.ok(piece > 0 && piece <= 4 * 1024 * 1024, String(piece));
  });
});

/** From the end of central directory record, which stands last. */
function directoryOffset(zip: Bytes): number {
  return new DataView(zip.buffer, zip.byteOffset).getUint32(zip.length - 6, true);
}
