import assert from "node:assert/strict";
import { describe, it } from "node:test";
import * as fc from "fast-check";
import type { Bytes } from "../bytes.ts";
import { readAsicManifest, SignatureError, writeAsicManifest } from "../index.ts";

const utf8 = (text: string): Bytes => new TextEncoder().encode(text);
const refused =
  (...codes: string[]) =>
  (error: unknown): boolean =>
    error instanceof SignatureError && codes.includes(error.code);

describe("given an ASiC manifest", () => {
  const files = [{ name: "attachments/1-Hợp đồng & phụ lục (bản 2).pdf", mediaType: 'application/pdf; a="b"', sha256: "ab".repeat(32) }];
  const manifest = { signature: "META-INF/signature001.p7s", files };
  const text = new TextDecoder().decode(writeAsicManifest(manifest));

  it("when it is written twice, then the bytes are the same and in canonical form", () => {
    assert.deepEqual(writeAsicManifest(manifest), writeAsicManifest(structuredClone(manifest)));
    assert.match(text, /URI="attachments\/1-H%E1%BB%A3p%20%C4%91%E1%BB%93ng%20%26%20ph/);
    assert.match(text, /MimeType="application\/pdf; a=&quot;b&quot;"/);
  });
  it("when it is read back, then it is what was written", () => assert.deepEqual(readAsicManifest(utf8(text)), manifest));
  it("when another tool wrote it with a declaration, a default namespace and line breaks, then it is read", () => {
    const other = `<?xml version="1.0" encoding="UTF-8"?>\n<ASiCManifest xmlns='http://uri.etsi.org/02918/v1.2.1#'>\n  <SigReference URI="META-INF/signature001.p7s" MimeType="application/pkcs7-signature"/>\n  <DataObjectReference URI="a.txt" Rootfile="true">\n    <d:DigestMethod xmlns:d="http://www.w3.org/2000/09/xmldsig#" Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/>\n <x:DigestValue xmlns:x="http://www.w3.org/2000/09/xmldsig#">${Buffer.from("ab".repeat(32), "hex").toString("base64")}</x:DigestValue>\n </DataObjectReference>\n</ASiCManifest>\n`;
    assert.deepEqual(readAsicManifest(utf8(other)), {
      signature: "META-INF/signature001.p7s",
      files: [{ name: "a.txt", mediaType: "", sha256: "ab".repeat(32) }],
    });
  });

  const faults: readonly (readonly [string, string | ((good: string) => string)])[] = [
    ["is empty", ""],
    ["has a DTD", (good) => `<!DOCTYPE a [<!ENTITY x "y">]>${good}`],
    ["uses an unknown entity", (good) => good.replace("application/pdf", "&x;")],
    ["uses a character reference", (good) => good.replace("application/pdf", "&#97;")],
    ["has a comment", (good) => good.replace("<ds:DigestMethod", "<!-- --><ds:DigestMethod")],
    ["has CDATA", (good) => good.replace(/(<ds:DigestValue>)([^<]*)/, "$1<![CDATA[$2]]>")],
    ["has a processing instruction", (good) => `<?xml-stylesheet href="x"?>${good}`],
    ["is followed by something", (good) => `${good}<a/>`],
    ["has an attribute twice", (good) => good.replace("MimeType=", 'URI="b" MimeType=')],
    ["has an attribute nobody knows", (good) => good.replace("MimeType=", 'Id="b" MimeType=')],
    [
      "has an element nobody knows",
      (good) => good.replace("</asic:ASiCManifest>", "<asic:ASiCManifestExtensions></asic:ASiCManifestExtensions></asic:ASiCManifest>"),
    ],
    ["is in another namespace", (good) => good.replace("02918", "02919")],
    ["uses a prefix that is not declared", (good) => good.replace(/ xmlns:ds="[^"]*"/, "")],
    ["closes another element", (good) => good.replace("</ds:DigestValue>", "</ds:DigestMethod>")],
    ["names SHA-1", (good) => good.replace("http://www.w3.org/2001/04/xmlenc#sha256", "http://www.w3.org/2000/09/xmldsig#sha1")],
    ["has a short digest", (good) => good.replace(/<ds:DigestValue>[^<]*/, "<ds:DigestValue>AAAA")],
    ["names no file", (good) => good.replace(/<asic:DataObjectReference.*<\/asic:DataObjectReference>/, "")],
    ["names a file twice", (good) => good.replace(/(<asic:DataObjectReference.*<\/asic:DataObjectReference>)/, "$1$1")],
    ["leads out of the container", (good) => good.replace("attachments/", "%2e%2e/")],
    ["has text between elements", (good) => good.replace("<asic:SigReference", "x<asic:SigReference")],
    ["names a data file as its signature", (good) => good.replace("META-INF/signature001.p7s", "dossier.json")],
    ["has a NUL", (good) => good.replace("application/pdf", "\u0000")],
    ["is nested without end", "<a>".repeat(5_000)],
  ];
  for (const [name, fault] of faults) {
    it(`when it ${name}, then it is refused`, () => {
      const bad = typeof fault === "string" ? fault : fault(text);
      assert.notEqual(bad, text);
      assert.throws(() => readAsicManifest(utf8(bad)), refused("manifest.malformed"));
    });
  }
  it("when it is not UTF-8, then it is refused", () =>
    assert.throws(() => readAsicManifest(Uint8Array.of(0x3c, 0xff)), refused("manifest.malformed")));
  it("when any text is read, then the end is a manifest or a typed refusal", () => {
    fc.assert(
      fc.property(
        fc.nat(text.length),
        fc.nat(8),
        fc.constantFrom("<", ">", "&", '"', "/", "a", " ", "", "]]>", "xmlns"),
        (at, count, put) => {
          try {
            readAsicManifest(utf8(text.slice(0, at) + put + text.slice(at + count)));
          } catch (error) {
            assert.ok(refused("manifest.malformed")(error), String(error));
          }
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
