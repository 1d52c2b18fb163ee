import assert from "node:assert/strict";
import { beforeEach, describe, it } from "node:test";
import type { CarrierFinding } from "@fisc/core";
import type { FromWindow, ToPage, ToWindow } from "../messages.ts";
import { AuditLog, firstBroken } from "./audit.ts";
import { Diagnoses } from "./diagnoses.ts";
import { Grants } from "./grants.ts";
import type { KeyValueStore } from "./grants.ts";
import { RateLimit } from "./rate-limit.ts";
import { Sessions } from "./sessions.ts";
import type { Port } from "./sessions.ts";

class TestPort<Out> implements Port<Out> {
  readonly sent: Out[] = [];
  closed = false;
  #message: (message: unknown) => void = () => undefined;
  #close: () => void = () => undefined;
  post(message: Out): void {
    this.sent.push(message);
  }
  close(): void {
    this.closed = true;
  }
  onMessage(listener: (message: unknown) => void): void {
    this.#message = listener;
  }
  onClose(listener: () => void): void {
    this.#close = listener;
  }
  /** The other end speaks. */
  says(message: unknown): void {
    this.#message(message);
  }
  /** The other end goes away. */
  goes(): void {
    this.#close();
  }
}

function memory(): KeyValueStore {
  const items: Record<string, unknown> = {};
  return { get: (key) => Promise.resolve({ [key]: items[key] }), set: (more) => Promise.resolve(void Object.assign(items, more)) };
}

const NOW = Date.parse("2026-11-21T09:00:00Z");
const ask = {
  type: "sign",
  locale: "vi",
  files: [],
  request: {
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
    attachments: [],
    certificates: [],
  },
  presentation: { template: "t", formNumber: "F", locale: "vi", title: "T", labels: {}, currency: { code: "VND", decimals: 0 }, rows: [] },
};
const asker = { origin: "https://portal.example", top: "" };
const output = { request: "r-1", manifest: "", asicManifest: "", signature: "" };
/** Long enough for the hash of a log entry, also on a machine that does other things. */
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 80));

describe("a signing session", () => {
  let opened: string[];
  let grants: Grants;
  let audit: AuditLog;
  let sessions: Sessions;
  let looked: number;
  beforeEach(() => {
    opened = [];
    looked = 0;
    grants = new Grants(memory(), () => NOW);
    audit = new AuditLog(memory());
    const rate = new RateLimit(memory(), () => NOW);
    const look = (): Promise<readonly CarrierFinding[]> => {
      looked++;
      return Promise.resolve([{ link: "host", state: "missing" }]);
    };
    sessions = new Sessions({
      grants,
      audit,
      rate,
      diagnoses: new Diagnoses({ grants, rate, look }),
      now: () => NOW,
      windows: {
        open: (session) => {
          opened.push(session);
          return Promise.resolve({ close: () => undefined });
        },
      },
    });
  });
  const start = async (): Promise<{
    readonly page: TestPort<ToPage>;
    readonly window: TestPort<ToWindow>;
    says(message: FromWindow): Promise<void>;
  }> => {
    const page = new TestPort<ToPage>();
    sessions.page(page, asker);
    page.says(ask);
    await settled();
    const window = new TestPort<ToWindow>();
    sessions.window(window, opened.at(-1) ?? "");
    return {
      page,
      window,
      says: async (message) => {
        window.says(message);
        await settled();
        await settled();
      },
    };
  };
  const codeOf = (port: TestPort<ToPage>): string =>
    port.sent.map((message) => (message.type === "failed" ? message.code : message.type)).join();

  it("given a site without permission, when it asks how the way to the key is, then it learns that and nothing else, and nothing is looked at", async () => {
    const page = new TestPort<ToPage>();
    sessions.page(page, asker);
    page.says({ type: "diagnose" });
    await settled();
    assert.deepEqual(page.sent, [{ type: "diagnosed", diagnosis: { granted: false, findings: [] } }]);
    assert.equal(looked, 0);
    assert.equal(page.closed, true);
  });

  it("given a site with permission, when it asks, then it learns states; while a window is open, or from elsewhere, it does not", async () => {
    await grants.give(asker);
    const asked = async (message: object, from: typeof asker | null = asker): Promise<readonly unknown[]> => {
      const page = new TestPort<ToPage>();
      sessions.page(page, from);
      page.says(message);
      await settled();
      return page.sent;
    };
    const found = { granted: true, findings: [{ link: "host", state: "missing" }] };
    assert.deepEqual(await asked({ type: "diagnose" }), [{ type: "diagnosed", diagnosis: found }]);
    assert.deepEqual(await asked({ type: "diagnose" }, null), [{ type: "failed", code: "extension.refused-origin", params: {} }]);
    for (const more of [{ module: "/tmp/evil.so" }, { token: "serial" }, { granted: true }])
      assert.deepEqual(await asked({ type: "diagnose", ...more }), [{ type: "failed", code: "extension.invalid-request", params: {} }]);
    await start();
    assert.deepEqual(await asked({ type: "diagnose" }), [{ type: "failed", code: "extension.busy", params: {} }]);
    assert.equal(looked, 1);
  });

  it("given a first request, when the person allows and signs, then the page gets the result, the grant stays and the log has it", async () => {
    const { page, window, says } = await start();
    await says({ type: "ready" });
    assert.deepEqual(window.sent[0], { type: "open", asker, granted: false, input: ask });
    await says({ type: "grant", allowed: true });
    await says({ type: "outcome", outcome: { type: "signed", output }, signed: { manifest: "ab", serial: "01" } });
    assert.deepEqual(page.sent, [{ type: "signed", output }]);
    assert.ok(await grants.has(asker));
    assert.equal(await grants.has({ origin: asker.origin, top: "https://outer.example" }), false, "the pair counts");
    assert.deepEqual(
      (await audit.entries()).map(({ outcome, manifest, serial }) => [outcome, manifest, serial]),
      [["signed", "ab", "01"]],
    );
  });

  it("given a running session, when anyone else asks, then it is busy; when the window closes, then it is a cancel and free again", async () => {
    const { page, window } = await start();
    const second = new TestPort<ToPage>();
    sessions.page(second, asker);
    second.says(ask);
    await settled();
    assert.equal(codeOf(second), "extension.busy");
    window.goes();
    await settled();
    assert.equal(codeOf(page), "user.cancelled");
    assert.equal((await start()).page.sent.length, 0);
  });

  it("given a window that waits for something, when it is closed, then the page hears what was in the way", async () => {
    const { page, window, says } = await start();
    await says({ type: "blocked", failure: { code: "token.missing", params: {} } });
    window.goes();
    await settled();
    assert.equal(codeOf(page), "token.missing");
  });

  it("given a page that goes away, then the window is told and nothing is signed later", async () => {
    const { page, window, says } = await start();
    page.goes();
    await settled();
    assert.deepEqual(window.sent.at(-1), { type: "gone" });
    await says({ type: "outcome", outcome: { type: "signed", output }, signed: null });
    assert.deepEqual(page.sent, []);
  });

  it("given a piece that is none, then the request ends and the window is told", async () => {
    const { page, window } = await start();
    page.says({ type: "piece", file: "a", offset: 0, data: "<script>" });
    await settled();
    assert.equal(codeOf(page), "extension.invalid-request");
    assert.deepEqual(window.sent.at(-1), { type: "gone" });
  });

  it("given an unknown session id, or a second window for one session, then it is turned away", async () => {
    await start();
    const stranger = new TestPort<ToWindow>();
    sessions.window(stranger, "guess");
    assert.ok(stranger.closed);
    const copy = new TestPort<ToWindow>();
    sessions.window(copy, opened.at(-1) ?? "");
    assert.ok(copy.closed);
  });

  it("given a site that is refused three times, when it asks again, then no window opens", async () => {
    for (let turn = 0; turn < 3; turn++) await (await start()).says({ type: "grant", allowed: false });
    const windows = opened.length;
    const page = new TestPort<ToPage>();
    sessions.page(page, asker);
    page.says(ask);
    await settled();
    assert.equal(codeOf(page), "extension.busy");
    assert.equal(opened.length, windows);
  });

  it("given two pages that ask at the same moment, or one that is gone by the time, then one window opens for who is there", async () => {
    const ports = [new TestPort<ToPage>(), new TestPort<ToPage>(), new TestPort<ToPage>()];
    for (const port of ports) {
      sessions.page(port, asker);
      port.says(ask);
    }
    ports[0]?.goes();
    await settled();
    assert.equal(opened.length, 1);
    assert.deepEqual(ports.map(codeOf), ["", "", "extension.busy"]);
  });

  it("given an origin the browser does not vouch for, an ill request or an old one, then it is refused without a window", async () => {
    for (const [who, what, code] of [
      [null, ask, "extension.refused-origin"],
      [asker, { ...ask, more: 1 }, "extension.invalid-request"],
      [asker, { ...ask, request: { ...ask.request, expires: "2026-11-21T08:59:59.000Z" } }, "request.expired"],
    ] as const) {
      const page = new TestPort<ToPage>();
      sessions.page(page, who);
      page.says(what);
      await settled();
      assert.equal(codeOf(page), code);
    }
    assert.deepEqual(opened, []);
  });
});

describe("the log", () => {
  it("given entries, when one is changed or taken out, then the chain shows where", async () => {
    const audit = new AuditLog(memory());
    const facts = {
      at: "2026-11-21T09:00:00.000Z",
      origin: "https://a.example",
      top: "",
      dossier: "d",
      manifest: "",
      serial: "",
      outcome: "signed",
    };
    await Promise.all([1, 2, 3].map((number) => audit.append({ ...facts, dossier: `d${number}` })));
    const entries = await audit.entries();
    assert.deepEqual(
      entries.map(({ dossier }) => dossier),
      ["d1", "d2", "d3"],
    );
    assert.equal(await firstBroken(entries), -1);
    assert.equal(await firstBroken(entries.map((entry, index) => (index === 1 ? { ...entry, origin: "https://b.example" } : entry))), 1);
    assert.equal(await firstBroken(entries.filter((_, index) => index !== 1)), 1);
  });
});

describe("a grant", () => {
  it("ends by itself after its time", async () => {
    const store = memory();
    await new Grants(store, () => NOW).give(asker);
    assert.ok(await new Grants(store, () => NOW + 89 * 86_400_000).has(asker));
    assert.equal(await new Grants(store, () => NOW + 91 * 86_400_000).has(asker), false);
  });
});
