import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { FiscError } from "../model/errors.ts";
import type { SignInput } from "../model/signing.ts";
import { createSigningClient } from "./client.ts";
import type { SigningWindow } from "./client.ts";
import type { ConnectMessage, PageMessage } from "./protocol.ts";

const input = {
  request: { expires: new Date(Date.now() + 60_000).toISOString() },
  presentation: {},
  files: {},
  locale: "vi",
} as unknown as SignInput;
const output = { request: "r", manifest: "", asicManifest: "", signature: "" };

/** A content script in the page's place: `answer` gets each message of the page and the port to answer on. */
function pageWith(answer: (message: ConnectMessage | PageMessage, port: MessagePort) => void): SigningWindow {
  return {
    location: { origin: "https://portal.example" },
    postMessage: (message, target, [port]) => {
      assert.equal(target, "https://portal.example");
      const own = port as MessagePort;
      own.onmessage = ({ data }: MessageEvent<PageMessage>) => answer(data, own);
      answer(message as ConnectMessage, own);
    },
  };
}

function welcome(message: ConnectMessage | PageMessage, port: MessagePort, change: object = {}): void {
  if (message.type === "fisc.connect")
    port.postMessage({ type: "welcome", nonce: message.nonce, protocol: 1, version: "0.1.0", ...change });
}

const codeOf = (error: unknown): string => (error instanceof FiscError ? error.code : String(error));

describe("the signing client of a page", () => {
  it("given no extension, when it is asked for, then it is missing after the time limit, and signing says so", async () => {
    const client = createSigningClient({ window: pageWith(() => undefined), connectTimeout: 20 });
    assert.equal(await client.probe(), null);
    assert.equal(await client.sign(input).catch(codeOf), "extension.missing");
  });

  it("given the extension, when it signs, then the page gets the output", async () => {
    const client = createSigningClient({
      window: pageWith((message, port) => {
        welcome(message, port);
        if (message.type === "sign") port.postMessage({ type: "signed", id: message.id, output });
      }),
    });
    assert.deepEqual(await client.probe(), { version: "0.1.0" });
    assert.deepEqual(await client.sign(input), output);
  });

  it("given another script that answers with another nonce, then it is not taken for the extension", async () => {
    const client = createSigningClient({ window: pageWith((message, port) => welcome(message, port, { nonce: "guessed" })) });
    assert.equal(await client.sign(input).catch(codeOf), "extension.missing");
  });

  it("given an extension of another protocol, then the page is told to ask for an update", async () => {
    const client = createSigningClient({ window: pageWith((message, port) => welcome(message, port, { protocol: 2 })) });
    assert.equal(await client.sign(input).catch(codeOf), "extension.outdated");
  });

  it("given answers of other requests, unknown codes or extra keys, then they are passed over until the right one comes", async () => {
    const client = createSigningClient({
      window: pageWith((message, port) => {
        welcome(message, port);
        if (message.type !== "sign") return;
        port.postMessage({ type: "signed", id: "another", output });
        port.postMessage({ type: "failed", id: message.id, code: "made.up", params: {} });
        port.postMessage({ type: "signed", id: message.id, output: { ...output, extra: "" } });
        port.postMessage({ type: "failed", id: message.id, code: "pin.wrong", params: { retriesLeft: "unknown" } });
      }),
    });
    const error = await client.sign(input).catch((thrown: unknown) => thrown);
    assert.ok(error instanceof FiscError && error.code === "pin.wrong" && error.params["retriesLeft"] === "unknown");
  });

  it("given a person who leaves the page's dialog, when it aborts, then the extension is told to close its window", async () => {
    const abort = new AbortController();
    const told = Promise.withResolvers<string>();
    const client = createSigningClient({
      window: pageWith((message, port) => {
        welcome(message, port);
        if (message.type === "sign") abort.abort();
        if (message.type === "cancel") told.resolve(message.id);
      }),
    });
    assert.equal(await client.sign(input, abort.signal).catch(codeOf), "user.cancelled");
    assert.ok(await told.promise);
  });

  describe("asked how the way to the key is", () => {
    const ask = (answer: (message: PageMessage & { type: "diagnose" }, port: MessagePort) => void, more: object = {}) =>
      createSigningClient({
        window: pageWith((message, port) => {
          welcome(message, port);
          if (message.type === "diagnose") answer(message, port);
        }),
        connectTimeout: 20,
        ...more,
      }).diagnose();
    const found = {
      granted: true,
      findings: [
        { link: "host", state: "ok" },
        { link: "driver", state: "missing" },
      ],
    };

    it("given the extension, then the page gets its states and its version", async () => {
      const answer = await ask(({ id }, port) => {
        port.postMessage({ type: "diagnosing", id });
        port.postMessage({ type: "diagnosed", id, diagnosis: found });
      });
      assert.deepEqual(answer, { version: "0.1.0", diagnosis: found });
    });

    it("given no extension, one that does not know the question, or one that never ends, then the page learns which", async () => {
      assert.equal(
        await createSigningClient({ window: pageWith(() => undefined), connectTimeout: 20 })
          .diagnose()
          .catch(codeOf),
        "extension.missing",
      );
      assert.equal(await ask(() => undefined).catch(codeOf), "extension.outdated");
      const never = ask(({ id }, port) => port.postMessage({ type: "diagnosing", id }), { diagnoseTimeout: 20 });
      assert.equal(await never.catch(codeOf), "host.timeout");
      const refused = ask(({ id }, port) => port.postMessage({ type: "failed", id, code: "extension.refused-origin", params: {} }));
      assert.equal(await refused.catch(codeOf), "extension.refused-origin");
    });

    it("given an answer that says more, less or something else than the contract, then it is passed over", async () => {
      const host = { link: "host", state: "ok" };
      const answer = await ask(({ id }, port) => {
        port.postMessage({ type: "diagnosing", id });
        for (const diagnosis of [
          null,
          { granted: true },
          { granted: "yes", findings: [] },
          { granted: false, findings: [host] },
          { granted: true, findings: {} },
          { granted: true, findings: [host, host] },
          { granted: true, findings: [{ link: "token", state: "ok" }] },
          { granted: true, findings: [{ link: "host", state: "locked" }] },
          { granted: true, findings: [{ ...host, serial: "0815" }] },
          { granted: true, findings: [host], person: "x" },
          { granted: true, findings: [{ link: "toString", state: "ok" }] },
        ])
          port.postMessage({ type: "diagnosed", id, diagnosis });
        port.postMessage({ type: "diagnosed", id: "another", diagnosis: { granted: true, findings: [] } });
        port.postMessage({ type: "diagnosed", id, diagnosis: found });
      });
      assert.deepEqual(answer.diagnosis, found);
    });
  });
});
