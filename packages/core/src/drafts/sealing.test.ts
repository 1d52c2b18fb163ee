import "fake-indexeddb/auto";
import assert from "node:assert/strict";
import { afterEach, describe, it } from "node:test";
import * as fc from "fast-check";
import { putRows, rows } from "../testing/indexed-rows.ts";
import { openDraftDatabase, plainMark } from "./database.ts";
import type { DraftContent, DraftStore, OutboxApi } from "./index.ts";
import { createDraftStore, createOutbox, keptDrafts, wipeDrafts } from "./index.ts";
import { replaceKey } from "./replace-key.ts";
import { sealPlain } from "./seal-plain.ts";
import type { SealedDraft } from "./sealed-draft.ts";
import { generateDraftKey } from "./sealing.ts";

const open: { close(): Promise<void> }[] = [];
const kept = <T extends { close(): Promise<void> }>(one: T): T => (open.push(one), one);
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});
const store = (database: string, subject = "ann"): DraftStore => kept(createDraftStore({ database, subject }));
let names = 0;
const database = (): string => `sealed-${++names}`;
const secret = "4111-SECRET-ACCOUNT";
const pdf = (text: string, name = "c.pdf") =>
  ({ slot: "contract", name, size: text.length, sha256: name, mediaType: "application/pdf", file: new Blob([text]) }) as const;
const draft = (more: Partial<DraftContent> = {}): DraftContent => ({
  id: "ann procedure test.order",
  subject: "ann",
  submission: "s-1",
  procedure: "test.order",
  procedureVersion: 1,
  data: { account: secret },
  attachments: [],
  tab: "tab-1",
  ...more,
});
const tables = ["drafts", "aside", "chunks", "damaged", "outbox", "sent"];

/** Every byte that lies on disk, as text. */
async function onDisk(name: string): Promise<string> {
  const found = await Promise.all(tables.map((table) => rows(name, table)));
  const text = (value: unknown): string => {
    if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) return Buffer.from(value as ArrayBuffer).toString("latin1");
    if (value instanceof Blob) return "a file as it is";
    return typeof value === "object" && value !== null ? Object.values(value).map(text).join("\n") : String(value);
  };
  return text(found);
}
const offline: OutboxApi = {
  createDossier: () => new Promise(() => undefined),
  changeContent: () => new Promise(() => undefined),
  act: () => new Promise(() => undefined),
  addSignature: () => new Promise(() => undefined),
};
const task = { kind: "createDossier", target: "d-1", body: { procedure: "p", data: { account: secret }, attachments: [] } } as const;

describe("drafts at rest", () => {
  it("given a draft with a file, a version set aside and an entry that waits, then nothing that was typed is readable on disk", async () => {
    const name = database();
    const drafts = store(name);
    await drafts.save(draft({ attachments: [pdf(secret)] }), 0);
    await assert.rejects(drafts.save(draft({ tab: "tab-2" }), 0), { code: "draft.conflict" });
    await kept(createOutbox({ database: name, subject: "ann", api: offline, locks: null })).add(task);
    const text = await onDisk(name);
    assert.ok(text.includes("ann procedure test.order"), "the disk was read");
    assert.ok(!text.includes(secret) && !text.includes("a file as it is") && !text.includes("account"));
    for (const { key } of await rows(name, "keys")) {
      assert.equal((key as CryptoKey).extractable, false);
      await assert.rejects(crypto.subtle.exportKey("raw", key as CryptoKey));
    }
  });

  it("given files of many chunks, then they come back byte by byte, and what is typed does not write them anew", async () => {
    const name = database();
    const bytes = crypto.getRandomValues(new Uint8Array(65_536));
    const file = new Blob(Array.from({ length: 40 }, () => bytes));
    const attachments = [{ ...pdf(""), file }];
    const first = store(name);
    const saved = await first.save(draft({ attachments }), 0);
    const before = await rows(name, "chunks");
    assert.equal(before.length, 3);
    await first.save(draft({ attachments, data: { account: "2" } }), saved.revision);
    assert.deepEqual(await rows(name, "chunks"), before);
    const loaded = await store(name).load(saved.id);
    assert.deepEqual(
      Buffer.from((await loaded?.attachments[0]?.file?.arrayBuffer()) ?? new ArrayBuffer(0)),
      Buffer.from(await file.arrayBuffer()),
    );
    await first.save(draft(), 2);
    assert.deepEqual(await rows(name, "chunks"), [], "a file that was taken away is gone from the disk");
  });

  it("given a file whose bytes were changed, then the draft opens without it and names it", async () => {
    const name = database();
    const drafts = store(name);
    await drafts.save(draft({ attachments: [pdf("one", "one.pdf"), pdf("two", "two.pdf")] }), 0);
    const [chunk] = await rows(name, "chunks");
    await putRows(name, "chunks", [{ ...chunk, sealed: { ...(chunk?.["sealed"] as object), bytes: new ArrayBuffer(20) } }]);
    const loaded = await store(name).load(draft().id);
    assert.equal(loaded?.data["account"], secret);
    assert.equal(loaded?.attachments.length, 1);
    assert.equal(loaded?.lostFiles?.length, 1);
  });

  it("opens no record that was changed, or moved to another person, dossier, revision or place; and keeps it apart", async () => {
    const changes: fc.Arbitrary<(row: SealedDraft) => SealedDraft> = fc.oneof(
      fc.nat(10_000).map((at) => (row: SealedDraft) => {
        const bytes = new Uint8Array(row.sealed.bytes.slice(0));
        const index = at % bytes.length;
        bytes[index] = (bytes[index] ?? 0) ^ 1;
        return { ...row, sealed: { ...row.sealed, bytes: bytes.buffer } };
      }),
      fc.constant((row: SealedDraft) => ({ ...row, id: `${row.id} other` })),
      fc.constant((row: SealedDraft) => ({ ...row, revision: row.revision + 1 })),
      fc.constant((row: SealedDraft) => ({ ...row, sealed: { ...row.sealed, key: "other" } })),
      fc.constant((row: SealedDraft) => ({ ...row, sealed: { ...row.sealed, bytes: new ArrayBuffer(0) } })),
    );
    await fc.assert(
      fc.asyncProperty(changes, async (change) => {
        const name = database();
        const drafts = createDraftStore({ database: name, subject: "ann" });
        await drafts.save(draft(), 0);
        const changed = change((await rows(name, "drafts"))[0] as unknown as SealedDraft);
        await putRows(name, "drafts", [changed]);
        await assert.rejects(drafts.load(changed.id), { code: "draft.damaged", params: { id: changed.id } });
        assert.equal(await drafts.load(changed.id), null);
        const [apart] = await rows(name, "damaged");
        assert.deepEqual(apart?.["record"], changed);
        await drafts.close();
      }),
      { numRuns: 30 },
    );
  });

  it("given another person of the same machine, then the other's key is none of theirs, even where the record says so", async () => {
    const name = database();
    await store(name).save(draft(), 0);
    const bob = store(name, "bob");
    assert.equal(await bob.load(draft().id), null);
    const [row] = await rows(name, "drafts");
    await putRows(name, "drafts", [{ ...row, subject: "bob" }]);
    await assert.rejects(bob.load(draft().id), { code: "draft.damaged" });
    assert.deepEqual((await keptDrafts({ database: name, subject: "bob" })).drafts, []);
  });
});

describe("replacing a key", () => {
  it("given drafts, files and entries under an old key, when it is replaced, then all open, the old key is gone, and a tab that had it goes on", async () => {
    const name = database();
    const drafts = store(name);
    const saved = await drafts.save(draft({ attachments: [pdf("file of old")] }), 0);
    const box = kept(createOutbox({ database: name, subject: "ann", api: offline, locks: null }));
    await box.add({ ...task, body: { ...task.body, data: { account: "sent later" } } });
    const [old] = await rows(name, "keys");
    const opened = await openDraftDatabase(name);
    await replaceKey(opened, "ann");
    opened.close();
    const keys = await rows(name, "keys");
    assert.equal(keys.length, 1);
    assert.notEqual(keys[0]?.["id"], old?.["id"]);
    const again = await drafts.save(draft({ data: { account: "typed on" }, attachments: saved.attachments }), saved.revision);
    assert.equal(again.revision, 2);
    const loaded = await store(name).load(saved.id);
    assert.equal(loaded?.data["account"], "typed on");
    assert.equal(await loaded?.attachments[0]?.file?.text(), "file of old");
    const bodies: unknown[] = [];
    const later = kept(
      createOutbox({
        database: name,
        subject: "ann",
        api: { ...offline, createDossier: (body) => (bodies.push(body.data), Promise.reject(new Error())) },
        locks: { request: (_name, work) => work() },
      }),
    );
    await later.settled((await later.list())[0]?.id ?? "");
    assert.deepEqual(bodies, [{ account: "sent later" }]);
  });

  it("given a key of more than thirty days, then the next start replaces it", async () => {
    const name = database();
    const key = await generateDraftKey("ann");
    (await openDraftDatabase(name)).close();
    await putRows(name, "keys", [{ ...key, createdAt: "2020-01-01T00:00:00.000Z" }]);
    await store(name).save(draft(), 0);
    const ids = async (): Promise<readonly unknown[]> => (await rows(name, "keys")).map(({ id }) => id);
    for (let tries = 0; (await ids()).includes(key.id) && tries < 500; tries += 1) await new Promise((tick) => setTimeout(tick, 5));
    assert.ok(!(await ids()).includes(key.id));
    assert.equal((await store(name).load(draft().id))?.data["account"], secret);
  });
});

describe("a computer that others use", () => {
  it("given drafts and entries, when a person has them deleted, then nothing is left, the other person's stay, and other tabs hear of it", async () => {
    const name = database();
    const drafts = store(name);
    await drafts.save(draft({ attachments: [pdf(secret)] }), 0);
    await store(name, "bob").save(draft({ id: "bob's", subject: "bob" }), 0);
    const box = kept(createOutbox({ database: name, subject: "ann", api: offline, locks: null }));
    await box.add(task);
    assert.equal((await keptDrafts({ database: name, subject: "ann" })).unsent, 1);
    const heard = new Promise((resolve) => drafts.subscribe(draft().id, ({ kind }) => resolve(kind)));
    await wipeDrafts({ database: name, subject: "ann" });
    assert.equal(await heard, "wiped");
    const left = await Promise.all([...tables, "keys"].map((table) => rows(name, table)));
    assert.deepEqual(
      left.flat().map(({ subject }) => subject),
      ["bob", "bob"],
    );
  });
});

describe("a browser with drafts of before encryption", () => {
  const version1 = (name: string, draftRows: readonly object[], entries: readonly object[]): Promise<void> =>
    new Promise((resolve) => {
      const request = indexedDB.open(name, 1);
      request.onupgradeneeded = () => {
        const raw = request.result;
        const old = raw.createObjectStore("drafts", { keyPath: "id" });
        old.createIndex("subject", "subject");
        raw.createObjectStore("aside", { keyPath: ["id", "tab"] });
        const outbox = raw.createObjectStore("outbox", { keyPath: "sequence", autoIncrement: true });
        outbox.createIndex("id", "id", { unique: true });
        outbox.createIndex("subject", "subject");
        for (const row of draftRows) old.put(row);
        for (const row of entries) outbox.put(row);
      };
      request.onsuccess = () => (request.result.close(), resolve());
    });
  const { submission: _submission, ...plain } = { ...draft(), revision: 3, savedAt: "2026-01-01T00:00:00.000Z" };
  const entry = { ...task, id: "e-1", key: "key-000001", subject: "ann", state: "waiting", attempts: 0, createdAt: "", updatedAt: "" };

  it("given plain records of two people, when one opens the form, then all are sealed, nothing is lost, and the plain text is gone", async () => {
    const name = database();
    await version1(
      name,
      [
        { ...plain, attachments: [pdf("old file")] },
        { ...plain, id: "bob's", subject: "bob" },
      ],
      [entry],
    );
    const loaded = await store(name).load(plain.id);
    assert.deepEqual([loaded?.data, loaded?.revision], [plain.data, 3]);
    const opened = await openDraftDatabase(name);
    await sealPlain(opened);
    opened.close();
    assert.ok(!(await onDisk(name)).includes(secret));
    assert.deepEqual(
      (await rows(name, "keys")).filter(({ id }) => id === plainMark),
      [],
    );
    assert.equal(await (await store(name).load(plain.id))?.attachments[0]?.file?.text(), "old file");
    assert.equal((await store(name, "bob").load("bob's"))?.data["account"], secret);
    const sent: unknown[] = [];
    const api: OutboxApi = { ...offline, createDossier: (body, { key }) => (sent.push([body.data, key]), Promise.reject(new Error())) };
    const box = kept(createOutbox({ database: name, subject: "ann", api, locks: null }));
    await box.settled("e-1");
    assert.deepEqual(sent, [[plain.data, "key-000001"]]);
  });
});

describe("a browser that keeps nothing", () => {
  it("given no database, then drafts live as long as the page, the store says why, and what is submitted is sent", async () => {
    const name = database();
    const { open: before } = IDBFactory.prototype;
    IDBFactory.prototype.open = () => {
      throw new DOMException("", "SecurityError");
    };
    try {
      const drafts = store(name);
      const saved = await drafts.save(draft({ attachments: [pdf("in memory")] }), 0);
      assert.equal(drafts.trouble, "draft.unavailable");
      const loaded = await store(name).load(saved.id);
      assert.deepEqual([loaded?.data, await loaded?.attachments[0]?.file?.text()], [saved.data, "in memory"]);
      let dossiers = 0;
      const result = { id: "dossier-1", code: "C-1", revision: 1, version: 1, state: "draft" } as never;
      const api: OutboxApi = { ...offline, createDossier: async () => ((dossiers += 1), result) };
      const box = kept(createOutbox({ database: name, subject: "ann", api, locks: null }));
      assert.equal(await box.submit([task], "s-1"), "added");
      await box.settled((await box.list())[0]?.id ?? "");
      await box.finish("d-1");
      assert.equal(await box.submit([task], "s-1"), "sent");
      assert.equal(dossiers, 1);
    } finally {
      IDBFactory.prototype.open = before;
    }
  });

  it("given a disk without room for a file, then what was typed is saved all the same, and the file is named", async () => {
    const name = database();
    const drafts = store(name);
    await drafts.save(draft(), 0);
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...row: Parameters<typeof put>) {
      if (this.name === "chunks") throw new DOMException("full", "QuotaExceededError");
      return put.apply(this, row);
    };
    try {
      const saved = await drafts.save(draft({ data: { account: "typed" }, attachments: [pdf("big")] }), 1);
      assert.deepEqual([saved.lostFiles, saved.revision], [["c.pdf"], 2]);
    } finally {
      IDBObjectStore.prototype.put = put;
    }
    assert.equal((await store(name).load(draft().id))?.data["account"], "typed");
  });
});
