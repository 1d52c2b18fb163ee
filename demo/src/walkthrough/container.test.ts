import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { createCades, createContainer, signerFromCryptoKey, writeAsicManifest } from "@fisc/signature";
import { createTestPki } from "@fisc/signature/testing";
import { checkContainer } from "./container.ts";

const text = (value: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(value);

describe("container check by OpenSSL", () => {
  let folder: string;
  let trust: string;
  let signed: { readonly manifest: Uint8Array; readonly signature: Uint8Array };
  const dossier = text('{"a":1}');

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "fisc-check-"));
    const pki = await createTestPki({ name: "Test", algorithm: "P-256", now: new Date() });
    const { certificate, privateKey, chain } = await pki.issue({ subject: { commonName: "Trần Thị Mẫu" } });
    if (!privateKey) throw new Error("no key");
    trust = join(folder, "trust.pem");
    await writeFile(trust, pki.root.pem + pki.issuing.pem);
    const manifest = writeAsicManifest({
      signature: "META-INF/signature001.p7s",
      files: [{ name: "dossier.json", mediaType: "application/json", sha256: createHash("sha256").update(dossier).digest("hex") }],
    });
    const signature = await createCades({
      content: manifest,
      signer: signerFromCryptoKey(privateKey.key, certificate),
      chain,
      signingTime: new Date(),
    });
    signed = { manifest, signature };
  });
  after(() => rm(folder, { recursive: true, force: true }));

  const container = (
    data: Uint8Array,
    manifest = signed.manifest,
    signature: Uint8Array | undefined = signed.signature,
  ): Promise<Uint8Array> =>
    createContainer([
      { name: "dossier.json", bytes: data },
      { name: "META-INF/ASiCManifest001.xml", bytes: manifest },
      ...(signature ? [{ name: "META-INF/signature001.p7s", bytes: signature }] : []),
    ]);

  it("accepts what was signed, and says by whom", async () => {
    const { signers, entries } = await checkContainer(await container(dossier), trust);
    assert.deepEqual(signers, ["CN=Trần Thị Mẫu"]);
    assert.ok(entries.includes("dossier.json"));
  });
  it("given data changed by one byte, refuses", async () => {
    await assert.rejects(checkContainer(await container(text('{"a":2}')), trust), /dossier\.json is not what/);
  });
  it("given a manifest that was put right after a change, refuses", async () => {
    const changed = text('{"a":2}');
    const digest = createHash("sha256").update(changed).digest("base64");
    const manifest = text(new TextDecoder().decode(signed.manifest).replace(/(<ds:DigestValue>)[^<]+/, `$1${digest}`));
    await assert.rejects(checkContainer(await container(changed, manifest), trust));
  });
  it("given a foreign authority, refuses", async () => {
    const other = join(folder, "other.pem");
    await writeFile(other, (await createTestPki({ name: "Other", algorithm: "P-256", now: new Date() })).root.pem);
    await assert.rejects(checkContainer(await container(dossier), other));
  });
  it("given no signature at all, refuses", async () => {
    const without = await createContainer([{ name: "dossier.json", bytes: dossier }]);
    await assert.rejects(checkContainer(without, trust), /no signature/);
  });
});
