import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import type { SigningRequest } from "@fisc/core";
import { readPieceMessage, readSignMessage } from "./schema.ts";

const attachment = { id: "a-1", slot: "s", name: "x.pdf", mediaType: "application/pdf", size: 4, sha256: "0".repeat(64) };
const request: SigningRequest = {
  id: "r-1",
  sequence: 1,
  action: "sign",
  purpose: "dossier.sign",
  audience: "https://g.example",
  dossier: "d",
  dossierCode: "D",
  version: 1,
  history: "0".repeat(64),
  procedure: "p@1",
  role: "r",
  nonce: "n".repeat(20),
  expires: "2026-11-21T10:00:00.000Z",
  documentName: "dossier.json",
  document: {},
  attachments: [attachment],
  certificates: [],
};
const presentation = {
  template: "t",
  formNumber: "F",
  locale: "vi",
  title: "T",
  labels: {},
  currency: { code: "VND", decimals: 0 },
  rows: [{ field: "a", label: "A", type: "text" }],
};
const message = { type: "sign", request, presentation, locale: "vi", files: [{ id: "a-1", size: 4 }] };
const withRequest = (change: object): object => ({ ...message, request: { ...request, ...change } });

describe("what a page may ask", () => {
  it("given a request in order, then it is taken", () => {
    assert.equal(readSignMessage(message), message);
  });

  it("given anything extra, missing, misnamed, too long or ill-typed, then it is refused", () => {
    const { nonce: _nonce, ...withoutNonce } = request;
    for (const bad of [
      null,
      1,
      "sign",
      [],
      {},
      { ...message, origin: "https://trusted.example" },
      { ...message, request: withoutNonce },
      withRequest({ extra: 1 }),
      withRequest({ purpose: "login" }),
      withRequest({ documentName: "../../x.json" }),
      withRequest({ documentName: "signing/manifest001.json" }),
      withRequest({ sequence: 0 }),
      withRequest({ nonce: "short" }),
      withRequest({ certificates: ["zz"] }),
      withRequest({ document: [] }),
      withRequest({ expires: "tomorrow" }),
      withRequest({ attachments: [{ ...attachment, id: "../x" }] }),
      withRequest({ attachments: [attachment, attachment] }),
      { ...message, files: [] },
      {
        ...message,
        files: [
          { id: "a-1", size: 4 },
          { id: "a-1", size: 4 },
        ],
      },
      { ...message, files: [{ id: "other", size: 4 }] },
      { ...message, files: [{ id: "a-1", size: 65 * 1024 * 1024 }] },
      { ...message, presentation: {} },
      { ...message, presentation: { ...presentation, rows: [{ field: "a", label: "A", type: "html" }] } },
      { ...message, locale: "vi\u0000" },
    ])
      assert.equal(readSignMessage(bad), null, JSON.stringify(bad));
  });

  it("given keys that reach for prototypes, data too deep, or broken text, then it is refused", () => {
    assert.equal(readSignMessage(withRequest({ document: JSON.parse('{"__proto__":{"a":1}}') as object })), null);
    assert.equal(readSignMessage(withRequest({ document: { constructor: {} } })), null);
    assert.equal(readSignMessage(withRequest({ document: { a: "\ud800" } })), null);
    let deep: object = {};
    for (let level = 0; level < 100; level++) deep = { deep };
    assert.equal(readSignMessage(withRequest({ document: deep })), null);
    assert.equal(readSignMessage(withRequest({ document: { a: "x".repeat(17 * 1024 * 1024) } })), null);
  });

  it("given any JSON at all, then nothing is thrown and nothing is taken", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        assert.equal(readSignMessage(value), null);
        assert.equal(readPieceMessage(value), null);
      }),
    );
  });

  it("given a piece of a file, then only base64 of the agreed size is taken", () => {
    const piece = { type: "piece", file: "a-1", offset: 0, data: "eHh4eA==" };
    assert.equal(readPieceMessage(piece), piece);
    for (const bad of [
      { ...piece, data: "<>" },
      { ...piece, offset: -1 },
      { ...piece, more: 1 },
      { ...piece, data: "A".repeat(800_000) },
    ])
      assert.equal(readPieceMessage(bad), null);
  });
});
