import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { describe, it } from "node:test";
import { EXTENSION_ID, EXTENSION_KEY } from "../identity.ts";
import { askerOf } from "./asker.ts";

describe("who asks", () => {
  it("given a page of its own, when it asks, then its origin is the browser's word, with its port", () => {
    assert.deepEqual(askerOf({ url: "https://portal.example:8443/x?y#z", origin: "https://portal.example:8443", frameId: 0 }), {
      origin: "https://portal.example:8443",
      top: "",
    });
  });

  it("given a frame, when it asks, then page and frame are told apart; the same origin counts as one", () => {
    const frame = { url: "https://portal.example/", origin: "https://portal.example", frameId: 4 };
    assert.deepEqual(askerOf({ ...frame, tab: { url: "https://outer.example/" } }), {
      origin: "https://portal.example",
      top: "https://outer.example",
    });
    assert.deepEqual(askerOf({ ...frame, tab: { url: "https://portal.example/other" } }), { origin: "https://portal.example", top: "" });
    assert.equal(askerOf(frame), null, "a page that the browser does not name");
    assert.equal(askerOf({ ...frame, tab: { url: "data:text/html,x" } }), null);
  });

  it("given an opaque, insecure or made-up origin, when it asks, then nobody may sign", () => {
    for (const sender of [
      { url: "https://portal.example/", origin: "null", frameId: 0 },
      { url: "https://portal.example/", origin: "https://other.example", frameId: 0 },
      { url: "http://portal.example/", frameId: 0 },
      { url: "http://127.0.0.1.evil.example/", frameId: 0 },
      { url: "https://portal.example./", frameId: 0 },
      { url: "https://user:secret@portal.example/", frameId: 0 },
      { url: "about:blank", frameId: 0 },
      { url: "blob:https://portal.example/1", frameId: 0 },
      { url: "file:///etc/passwd", frameId: 0 },
      { url: "chrome-extension://abc/x.html", frameId: 0 },
      { url: "not an address", frameId: 0 },
      { frameId: 0 },
    ])
      assert.equal(askerOf(sender), null, JSON.stringify(sender));
  });

  it("given the machine itself, when its pages ask over http, then they may, as browsers treat them as secure", () => {
    for (const url of ["http://localhost:8080/", "http://portal.localhost/", "http://127.0.0.1/", "http://[::1]/"])
      assert.equal(askerOf({ url, frameId: 0 })?.origin, new URL(url).origin);
  });

  it("given look-alike letters, when the origin is shown, then it is in punycode", () => {
    assert.equal(askerOf({ url: "https://pоrtal.example/", frameId: 0 })?.origin, "https://xn--prtal-jye.example");
  });
});

describe("the extension's identity", () => {
  it("is the id that Chromium derives from the key", () => {
    const hex = createHash("sha256").update(Buffer.from(EXTENSION_KEY, "base64")).digest("hex").slice(0, 32);
    assert.equal(EXTENSION_ID, [...hex].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join(""));
  });
});
