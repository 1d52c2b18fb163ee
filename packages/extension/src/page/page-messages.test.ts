import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { readConnect, readPageMessage } from "./page-messages.ts";

describe("what a page posts", () => {
  const sign = { type: "sign", id: "1", request: {}, presentation: {}, locale: "vi", files: [{ id: "a", blob: new Blob(["x"]) }] };

  it("given a connect with exactly its keys and an unguessable nonce, then it is answered; anything else is silence", () => {
    const connect = { type: "fisc.connect", protocol: 1, nonce: "0123456789abcdef" };
    assert.equal(readConnect(connect), connect);
    for (const bad of [
      null,
      "fisc.connect",
      { ...connect, nonce: "short" },
      { ...connect, type: "other" },
      { ...connect, extra: 1 },
      { ...connect, protocol: "1" },
      { type: "fisc.connect" },
    ])
      assert.equal(readConnect(bad), null);
  });

  it("given files that are no blobs, extra keys or a callback's name as id, then it is no message", () => {
    assert.equal(readPageMessage(sign), sign);
    assert.deepEqual(readPageMessage({ type: "cancel", id: "1" }), { type: "cancel", id: "1" });
    assert.deepEqual(readPageMessage({ type: "diagnose", id: "1" }), { type: "diagnose", id: "1" });
    for (const bad of [
      { ...sign, files: [{ id: "a", blob: "C:\\key.dat" }] },
      { ...sign, files: [{ id: "a", blob: new Blob(), url: "https://x" }] },
      { ...sign, id: "alert(1)" },
      { ...sign, origin: "https://x" },
      { ...sign, request: [] },
      { ...sign, files: {} },
      { type: "cancel", id: 1 },
      { type: "diagnose" },
      { type: "diagnose", id: "1", module: "/tmp/evil.so" },
      { type: "module", path: "/tmp/evil.so" },
      undefined,
    ])
      assert.equal(readPageMessage(bad), null);
  });
});
