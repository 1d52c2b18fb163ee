import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { canonicalBytes, sha256Hex } from "../canonical/index.ts";
import type { SigningRequest } from "../model/signing.ts";
import { attachmentFileName, parseSigningManifest, prepareSigning, signingFileNames } from "./manifest.ts";

const request: SigningRequest = {
  id: "r1",
  sequence: 2,
  action: "sign",
  purpose: "dossier.sign",
  audience: "https://gateway.example",
  dossier: "d1",
  dossierCode: "D-1",
  version: 3,
  history: "a".repeat(64),
  procedure: "xx.payment@1",
  role: "unit.chiefAccountant",
  nonce: "n".repeat(32),
  expires: "2026-11-21T10:00:00.000Z",
  documentName: "dossier.json",
  document: { b: 2, a: "đồng" },
  attachments: [
    { id: "a1", slot: "contract", name: "Hợp đồng 12/2026.pdf", mediaType: "application/pdf", size: 4, sha256: "0".repeat(64) },
  ],
  certificates: [],
};
const presentation = {
  template: "t",
  formNumber: "1",
  locale: "en",
  title: "T",
  labels: {},
  currency: { code: "XXX", decimals: 0 },
  rows: [],
};

describe("what a signature covers", () => {
  it("given a request and the browser's origin, when it is prepared, then every file is named with the digest of its bytes", async () => {
    const prepared = await prepareSigning({ request, presentation, origin: "https://portal.example", topOrigin: "" });
    assert.equal(new TextDecoder().decode(prepared.documentBytes), '{"a":"đồng","b":2}');
    assert.deepEqual(prepared.files, [
      { name: "dossier.json", mediaType: "application/json", sha256: await sha256Hex(prepared.documentBytes) },
      { name: "attachments/a1-Hợp đồng 12_2026.pdf", mediaType: "application/pdf", sha256: "0".repeat(64) },
      { name: "signing/manifest002.json", mediaType: "application/json", sha256: await sha256Hex(prepared.manifestBytes) },
    ]);
    assert.equal(prepared.manifest.origin, "https://portal.example");
    assert.equal(prepared.manifest.presentation, await sha256Hex(canonicalBytes(presentation)));
    assert.deepEqual(parseSigningManifest(prepared.manifestBytes), prepared.manifest);
  });

  it("given another origin, nonce, role, code, history or definition, when it is prepared, then the manifest's bytes differ", async () => {
    const first = await prepareSigning({ request, presentation, origin: "https://portal.example", topOrigin: "" });
    const others = [
      { request, presentation, origin: "https://portal.example.evil", topOrigin: "" },
      { request, presentation, origin: "https://portal.example", topOrigin: "https://evil.example" },
      { request: { ...request, nonce: "m" }, presentation, origin: "https://portal.example", topOrigin: "" },
      { request: { ...request, role: "other" }, presentation, origin: "https://portal.example", topOrigin: "" },
      { request: { ...request, dossierCode: "D-2" }, presentation, origin: "https://portal.example", topOrigin: "" },
      { request: { ...request, history: "b".repeat(64) }, presentation, origin: "https://portal.example", topOrigin: "" },
      { request, presentation: { ...presentation, title: "U" }, origin: "https://portal.example", topOrigin: "" },
    ];
    for (const other of others) assert.notDeepEqual((await prepareSigning(other)).manifestBytes, first.manifestBytes);
  });

  it("given manifest bytes that are not canonical, or have other keys or types, when they are read, then they are refused", async () => {
    const { manifest } = await prepareSigning({ request, presentation, origin: "https://portal.example", topOrigin: "" });
    const bytes = (value: unknown): Uint8Array => canonicalBytes(value as object);
    const { role: _role, ...without } = manifest;
    for (const hostile of [
      new TextEncoder().encode(JSON.stringify(manifest, null, 1)),
      bytes(without),
      bytes({ ...manifest, extra: 1 }),
      bytes({ ...manifest, version: "3" }),
      bytes({ ...manifest, document: { name: "x" } }),
      bytes({ ...manifest, attachments: [{ name: "x" }] }),
      bytes([]),
      new Uint8Array([0xff]),
      new Uint8Array(),
    ])
      assert.equal(parseSigningManifest(hostile), null);
  });

  it("given names that would leave the folder, turn the text's direction or be cut by a file system, then they are made plain", () => {
    assert.equal(attachmentFileName({ id: "a", name: "../../etc/passwd" }), "attachments/a-.._.._etc_passwd");
    assert.equal(attachmentFileName({ id: "a", name: "x\u202Efdp.exe" }), "attachments/a-x_fdp.exe");
    assert.equal(attachmentFileName({ id: "a", name: "end. . " }), "attachments/a-end_");
    assert.ok(attachmentFileName({ id: "a", name: `${"đ".repeat(400)}.pdf` }).endsWith(".pdf"));
    assert.equal(attachmentFileName({ id: "a", name: "e\u0302" }), "attachments/a-ê");
    assert.deepEqual(signingFileNames(12), {
      manifest: "signing/manifest012.json",
      asicManifest: "META-INF/ASiCManifest012.xml",
      signature: "META-INF/signature012.p7s",
    });
  });
});
