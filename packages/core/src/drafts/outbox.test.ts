import "fake-indexeddb/auto";
import assert from "node:assert/strict";
import { afterEach, describe, it } from "node:test";
import type { Write } from "../api/treasury-api.ts";
import type { Dossier } from "../model/dossier.ts";
import { FiscError } from "../model/errors.ts";
import type { Locks } from "./locks.ts";
import { createOutbox, type Outbox, type OutboxApi, type OutboxEntry } from "./index.ts";

const open: Outbox[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});
let names = 0;

/** A gateway that is idempotent by key, as the real one; `answers` decides what happens to each request. */
class Gateway {
  readonly requests: string[] = [];
  readonly events = new Map<string, string>();
  answers: (request: string) => void | Promise<void> = () => undefined;
  readonly api: OutboxApi = {
    createDossier: (body, write) => this.#take(`create ${String(body.data["number"])}`, write),
    changeContent: (id, body, write) => this.#take(`change ${id} ${String(body.data["number"])} @${write.revision}`, write),
    act: (id, action, _body, write) => this.#take(`${action} ${id}`, write),
    addSignature: (id, output, write) => this.#take(`sign ${id} ${output.request}`, write),
  };
  async #take(request: string, write: Write): Promise<Dossier> {
    this.requests.push(request);
    await this.answers(request);
    this.events.set(write.key, request);
    return { id: "dossier-1", code: "C-1", revision: 3, version: 1, state: "draft" } as Dossier;
  }
}

const outbox = (gateway: Gateway, database = `outbox-${++names}`, more: object = {}): Outbox => {
  const made = createOutbox({ database, api: gateway.api, subject: "ann", delays: [10, 20], locks: null, ...more });
  open.push(made);
  return made;
};
const create = (number: string, target = "draft-1") =>
  ({ kind: "createDossier", target, body: { procedure: "p", data: { number }, attachments: [] } }) as const;
const change = (number: string) =>
  ({ kind: "changeContent", target: "dossier-1", body: { data: { number }, attachments: [] }, revision: 2 }) as const;
const act = (action: string) => ({ kind: "act", target: "dossier-1", action, body: {} }) as const;
const states = async (box: Outbox): Promise<readonly string[]> => (await box.list()).map((one) => one.state);
const fail = (code: string) => (): never => {
  throw new FiscError(code);
};

describe("an outbox", () => {
  it("sends what is put in, and says what the gateway answered", async () => {
    const gateway = new Gateway();
    const box = outbox(gateway);
    const done = await box.settled((await box.add(create("N-1"))).id);
    assert.deepEqual(
      [done?.state, done?.attempts, done?.result],
      ["done", 1, { id: "dossier-1", code: "C-1", revision: 3, version: 1, state: "draft" }],
    );
    assert.deepEqual(gateway.requests, ["create N-1"]);
  });

  it("keeps the order of a dossier, and does not let one dossier hold up another", async () => {
    const gateway = new Gateway();
    const release = Promise.withResolvers<void>();
    gateway.answers = (request) => (request.startsWith("change") ? release.promise : undefined);
    const box = outbox(gateway);
    await box.add(change("1"));
    const last = await box.add(act("submit"));
    await box.settled((await box.add(create("N-2"))).id);
    assert.deepEqual(gateway.requests, ["change dossier-1 1 @2", "create N-2"]);
    release.resolve();
    await box.settled(last.id);
    assert.equal(gateway.requests.at(-1), "submit dossier-1");
  });

  it("tries again with the same key while the network is gone, so that it happens once", async () => {
    const gateway = new Gateway();
    let tries = 0;
    gateway.answers = () => {
      tries += 1;
      if (tries === 1) throw new FiscError("network.offline");
      if (tries === 2) {
        gateway.events.set("key-1", "answer lost on the way");
        throw new FiscError("network.timeout");
      }
    };
    const box = outbox(gateway);
    const done = await box.settled((await box.add(create("N-1"), "key-1")).id);
    assert.deepEqual([done?.attempts, done?.error, [...gateway.events.keys()]], [3, undefined, ["key-1"]]);
  });

  it("survives the end of the page in mid-sending", async () => {
    const gateway = new Gateway();
    gateway.answers = () => new Promise(() => undefined);
    const name = `outbox-${++names}`;
    const before = createOutbox({ database: name, api: gateway.api, subject: "ann", locks: null, delays: [10] });
    const { id } = await before.add(create("N-1"), "key-1");
    while (gateway.requests.length === 0) await new Promise((tick) => setTimeout(tick, 5));
    await before.close();
    gateway.answers = () => undefined;
    // A lock of a closed page is free; without locks the lease has to run out first.
    const locks: Locks = { request: (_name, work) => work() };
    const after = outbox(gateway, name, { locks });
    assert.equal((await after.settled(id))?.state, "done");
    assert.deepEqual([...gateway.events.keys()], ["key-1"]);
  });

  it("stops at a refusal, keeps the entry, and goes on when the person says so", async () => {
    const gateway = new Gateway();
    gateway.answers = fail("conflict.revision");
    const box = outbox(gateway);
    const first = await box.add(change("1"));
    const second = await box.add(act("submit"));
    const failed = await box.settled(first.id);
    assert.deepEqual([failed?.state, failed?.error?.code], ["failed", "conflict.revision"]);
    await box.flush();
    assert.deepEqual([await states(box), gateway.requests.length], [["failed", "waiting"], 1], "what comes after must not overtake it");
    gateway.answers = () => undefined;
    await box.retry(first.id);
    assert.equal((await box.settled(second.id))?.state, "done");
    assert.deepEqual(await states(box), ["done", "done"]);
  });

  it("keeps what the gateway found wrong, for the page that opens the form again", async () => {
    const gateway = new Gateway();
    const violations = [{ rule: "V01", severity: "error", at: "total", message: "rule.total", params: {} }];
    gateway.answers = () => {
      throw Object.assign(new FiscError("validation"), { violations });
    };
    const name = `outbox-${++names}`;
    const { id } = await outbox(gateway, name).add(create("N-1"));
    await open.at(-1)?.settled(id);
    assert.deepEqual((await outbox(gateway, name).settled(id))?.error, { code: "validation", params: {}, violations });
  });

  it("goes on with the next entry where the person gives one up", async () => {
    const gateway = new Gateway();
    gateway.answers = (request) => {
      if (request.startsWith("change")) throw new FiscError("validation");
    };
    const box = outbox(gateway);
    const first = await box.add(change("1"));
    const second = await box.add(act("submit"));
    await box.settled(first.id);
    await box.remove(first.id);
    assert.equal((await box.settled(second.id))?.state, "done");
    assert.equal(await box.settled(first.id), null);
  });

  it("sends when the browser says it is online again", async () => {
    const gateway = new Gateway();
    gateway.answers = fail("network.offline");
    const box = outbox(gateway, undefined, { delays: [60_000] });
    // Node has no global event target; a browser has.
    const listeners = new Set<() => void>();
    Object.assign(globalThis, {
      addEventListener: (_: string, listener: () => void) => listeners.add(listener),
      removeEventListener: () => undefined,
    });
    const online = outbox(gateway, `outbox-${names}`, { delays: [60_000] });
    const { id } = await box.add(create("N-1"));
    while ((await states(box))[0] !== "waiting" || gateway.requests.length === 0) await new Promise((tick) => setTimeout(tick, 5));
    gateway.answers = () => undefined;
    for (const listener of listeners) listener();
    assert.equal((await online.settled(id))?.state, "done");
    assert.equal(listeners.size, 1);
    Object.assign(globalThis, { addEventListener: undefined, removeEventListener: undefined });
  });

  it("sends an entry from one of two tabs only, with locks and without, and both hear of it", async () => {
    for (const locks of [null, undefined]) {
      const gateway = new Gateway();
      gateway.answers = () => new Promise((done) => setTimeout(done, 20));
      const name = `outbox-${++names}`;
      const more = locks === null ? { locks } : { locks: globalThis.navigator.locks };
      const [one, two] = [outbox(gateway, name, more), outbox(gateway, name, more)];
      const heard: OutboxEntry["state"][] = [];
      two.subscribe((entry) => heard.push(entry.state));
      const { id } = await one.add(create("N-1"));
      await Promise.all([two.flush(), one.flush(), two.settled(id)]);
      assert.deepEqual(gateway.requests, ["create N-1"]);
      assert.equal(heard.at(-1), "done");
    }
  });

  it("does not send one person's entries in another person's session", async () => {
    const gateway = new Gateway();
    gateway.answers = fail("session.none");
    const name = `outbox-${++names}`;
    const ann = createOutbox({ database: name, api: gateway.api, subject: "ann", locks: null });
    const { id } = await ann.add(create("N-1"));
    while (gateway.requests.length === 0) await new Promise((tick) => setTimeout(tick, 5));
    await ann.close();
    gateway.answers = () => undefined;
    const bob = outbox(gateway, name, { subject: "bob" });
    await bob.flush();
    assert.deepEqual([await bob.list(), gateway.requests.length], [[], 1]);
    assert.equal(
      (await outbox(gateway, name, { locks: { request: (_name: string, work: () => Promise<unknown>) => work() } }).settled(id))?.state,
      "done",
    );
  });
});
