import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { FiscError } from "../model/errors.ts";
import { createTreasuryApi } from "./client.ts";
import { ApiValidationError } from "./problem.ts";

const json = (body: unknown, status = 200): Response => new Response(JSON.stringify(body), { status });

/** A gateway that notes what it is asked and answers `answer`. */
function gateway(answer: () => Response | Promise<Response>, { baseUrl = "https://gateway.example/", timeout = 1_000 } = {}) {
  const asked: { readonly url: string; readonly init: RequestInit }[] = [];
  const api = createTreasuryApi({
    baseUrl,
    timeout,
    fetch: async (url, init = {}) => {
      asked.push({ url: String(url), init });
      return answer();
    },
  });
  return { api, asked, headers: () => new Headers(asked[0]?.init.headers) };
}

const failsWith = (code: string) => (error: unknown) => error instanceof FiscError && error.code === code;

describe("the gateway's API over HTTP", () => {
  it("given names with signs of their own, when they go into the address, then they stay one part of it, and what is not asked is left out", async () => {
    const { api, asked } = gateway(() => json([]));
    await api.codes("vn/muc?1", { locale: "vi", text: "tiền & điện" });
    assert.equal(asked[0]?.url, "https://gateway.example/code-lists/vn%2Fmuc%3F1?locale=vi&text=ti%E1%BB%81n+%26+%C4%91i%E1%BB%87n");
    assert.equal(asked[0]?.init.credentials, "include");
    await api.dossiers({ awaitsMe: true });
    assert.equal(asked[1]?.url, "https://gateway.example/dossiers?awaitsMe=true");
    await api.dossiers();
    assert.equal(asked[2]?.url, "https://gateway.example/dossiers");
  });

  it("given a gateway on the page's own host, when it is named by a path, then it is reached there", async () => {
    const { api, asked } = gateway(() => json(null), { baseUrl: "/treasury" });
    assert.equal(await api.session(), null);
    assert.equal(asked[0]?.url, "/treasury/session");
  });

  it("given a write, then its key, the revision that was seen and its body go along", async () => {
    const { api, asked, headers } = gateway(() => json({ id: "d1" }));
    await api.act("d1", "approve", { reason: "Đủ hồ sơ" }, { key: "k1", revision: 7 });
    assert.equal(asked[0]?.init.method, "POST");
    assert.equal(headers().get("idempotency-key"), "k1");
    assert.equal(headers().get("if-match"), '"7"');
    assert.equal(headers().get("content-type"), "application/json");
    assert.equal(asked[0]?.init.body, '{"reason":"Đủ hồ sơ"}');
  });

  it("given a write of something new, then no revision is claimed, and a read carries no body", async () => {
    const made = gateway(() => json({ id: "d1" }, 201));
    await made.api.createDossier({ procedure: "p", data: {}, attachments: [] }, { key: "k2" });
    assert.equal(made.headers().has("if-match"), false);
    const read = gateway(() => json({ id: "d1" }));
    await read.api.dossier("d1");
    assert.equal(read.asked[0]?.init.body, undefined);
    assert.equal(read.headers().has("content-type"), false);
  });

  it("given an answer without a body, then there is nothing; given a file, then its bytes", async () => {
    const { api } = gateway(() => new Response(null, { status: 204 }));
    assert.equal(await api.signOut(), undefined);
    const file = await gateway(() => new Response("%PDF")).api.attachment("d1", "a1");
    assert.equal(await file.text(), "%PDF");
  });

  it("given a problem, then its code and what the rules found; given a page of some proxy, then the code of its status", async () => {
    const violations = [{ code: "required", path: "a", at: "a", severity: "error", params: {} }];
    await assert.rejects(gateway(() => json({ code: "validation", violations }, 422)).api.dossier("d1"), (error) => {
      assert.ok(error instanceof ApiValidationError);
      return error.violations.length === 1;
    });
    await assert.rejects(
      gateway(() => new Response("<h1>Bad gateway</h1>", { status: 502 })).api.dossier("d1"),
      failsWith("network.offline"),
    );
    await assert.rejects(gateway(() => new Response("", { status: 412 })).api.dossier("d1"), failsWith("conflict.revision"));
  });

  it("given no network, an answer that is cut off, or a page where JSON should be, then the call never came through", async () => {
    await assert.rejects(gateway(() => Promise.reject(new TypeError("Failed to fetch"))).api.dossier("d1"), failsWith("network.offline"));
    await assert.rejects(gateway(() => new Response('{"id":"d')).api.dossier("d1"), failsWith("network.offline"));
    await assert.rejects(gateway(() => new Response("<!doctype html>")).api.dossier("d1"), failsWith("network.offline"));
  });

  it("given a gateway that does not answer, when the time is up, then the call says so", async () => {
    const api = createTreasuryApi({
      baseUrl: "https://gateway.example",
      timeout: 20,
      fetch: (_url, init) =>
        new Promise((_resolve, reject) => {
          // Unlike a socket, the signal's timer does not keep the process alive.
          const alive = setInterval(() => undefined, 1_000);
          init?.signal?.addEventListener("abort", () => {
            clearInterval(alive);
            reject(init.signal?.reason as Error);
          });
        }),
    });
    await assert.rejects(api.dossier("d1"), failsWith("network.timeout"));
  });
});
