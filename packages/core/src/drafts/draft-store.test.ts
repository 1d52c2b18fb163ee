import "fake-indexeddb/auto";
import assert from "node:assert/strict";
import { afterEach, describe, it } from "node:test";
import { rows } from "../testing/indexed-rows.ts";
import type { Draft, DraftContent, DraftStore } from "./index.ts";
import { createDraftStore, DraftConflict, keptDrafts } from "./index.ts";

const open: DraftStore[] = [];
const store = (database: string, subject = "ann"): DraftStore => {
  const made = createDraftStore({ database, subject });
  open.push(made);
  return made;
};
const close = (one: DraftStore): Promise<void> => (open.splice(open.indexOf(one), 1), one.close());
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

const draft = (more: Partial<Draft> = {}): DraftContent => ({
  id: "d-1",
  subject: "ann",
  submission: "s-1",
  procedure: "test.order",
  procedureVersion: 1,
  data: { number: "N" },
  attachments: [],
  tab: "tab-1",
  ...more,
});
let names = 0;
const database = (): string => `drafts-${++names}`;

describe("a draft store", () => {
  it("gives a draft back after a restart, with its files", async () => {
    const name = database();
    const file = new Blob(["%PDF-1.7"], { type: "application/pdf" });
    const first = createDraftStore({ database: name, subject: "ann" });
    const saved = await first.save(
      draft({ attachments: [{ slot: "contract", name: "c.pdf", size: 8, sha256: "00", mediaType: "application/pdf", file }] }),
      0,
    );
    assert.equal(saved.revision, 1);
    await first.close();
    const loaded = await store(name).load("d-1");
    assert.deepEqual({ ...loaded, attachments: [] }, { ...saved, attachments: [] });
    assert.equal(await loaded?.attachments[0]?.file?.text(), "%PDF-1.7");
    assert.equal(await store(name).load("d-2"), null);
  });

  it("lists a person's own drafts only, newest first, and opens no other person's", async () => {
    const name = database();
    const drafts = store(name);
    await drafts.save(draft(), 0);
    await store(name, "bob").save(draft({ id: "d-2", subject: "bob" }), 0);
    await new Promise((done) => setTimeout(done, 5));
    await drafts.save(draft({ id: "d-3" }), 0);
    const kept = await keptDrafts({ database: name, subject: "ann" });
    assert.deepEqual([kept.drafts.map((one) => one.id), kept.unsent], [["d-3", "d-1"], 0]);
    assert.equal(await drafts.load("d-2"), null);
  });

  it("refuses to write over another tab, keeps both versions, and clears up after the merge", async () => {
    const name = database();
    const [mine, theirs] = [store(name), store(name)];
    const base = await mine.save(draft(), 0);
    await theirs.save(draft({ data: { number: "theirs" }, tab: "tab-2" }), base.revision);
    await assert.rejects(
      mine.save(draft({ data: { number: "mine" } }), base.revision),
      (error) =>
        error instanceof DraftConflict &&
        error.code === "draft.conflict" &&
        error.theirs.data["number"] === "theirs" &&
        error.mine.data["number"] === "mine",
    );
    assert.equal((await mine.load("d-1"))?.data["number"], "theirs");
    assert.deepEqual(await theirs.aside("d-1"), [], "a tab that lives merges its own version");
    await mine.save(draft({ data: { number: "both" } }), 2);
    await close(mine);
    assert.deepEqual(await theirs.aside("d-1"), [], "merged");
  });

  it("does not bring a draft back that another tab removed, nor lose what was typed", async () => {
    const name = database();
    const drafts = store(name);
    await drafts.save(draft(), 0);
    await drafts.remove("d-1");
    await assert.rejects(drafts.save(draft(), 1), { code: "draft.gone" });
    await close(drafts);
    assert.equal((await store(name).aside("d-1")).length, 1);
  });

  it("given a tab that died before it could merge, then another one gets its version, its files and what it began from", async () => {
    const name = database();
    const [mine, theirs] = [store(name), store(name)];
    const base = await mine.save(draft(), 0);
    await theirs.save(draft({ data: { number: "theirs" }, tab: "tab-2" }), base.revision);
    const file = { slot: "contract", name: "c.pdf", size: 3, sha256: "00", mediaType: "application/pdf", file: new Blob(["pdf"]) };
    await assert.rejects(mine.save(draft({ data: { number: "mine" }, attachments: [file] }), base.revision, { base }), {
      code: "draft.conflict",
    });
    await close(mine);
    const [left, ...more] = await theirs.aside("d-1");
    assert.deepEqual([left?.data, left?.base?.data, more], [{ number: "mine" }, { number: "N" }, []]);
    assert.equal(await left?.attachments[0]?.file?.text(), "pdf");
    await theirs.save(draft({ data: { number: "both" }, tab: "tab-2" }), 2, { settles: [left?.tab ?? ""] });
    assert.deepEqual(await theirs.aside("d-1"), []);
    assert.deepEqual(await rows(name, "chunks"), []);
  });

  it("lets one of many simultaneous saves of one revision win", async () => {
    const name = database();
    const tabs = Array.from({ length: 5 }, () => store(name));
    const results = await Promise.allSettled(tabs.map((tab, i) => tab.save(draft({ tab: `tab-${i}`, data: { number: String(i) } }), 0)));
    assert.equal(results.filter((one) => one.status === "fulfilled").length, 1);
    await Promise.all(tabs.map(close));
    assert.equal((await store(name).aside("d-1")).length, 4);
  });

  it("tells other tabs, not its own", async () => {
    const name = database();
    const [mine, theirs] = [store(name), store(name)];
    const own: string[] = [];
    mine.subscribe("d-1", (change) => own.push(change.kind));
    const heard = new Promise<string[]>((resolve) => {
      const kinds: string[] = [];
      theirs.subscribe("d-1", (change) => {
        if (kinds.push(`${change.kind} ${change.revision}`) === 2) resolve(kinds);
      });
    });
    await mine.save(draft(), 0);
    await mine.remove("d-1");
    assert.deepEqual(await heard, ["saved 1", "removed 1"]);
    assert.deepEqual(own, []);
  });

  it("says so when the disk share is used up", async () => {
    const drafts = store(database());
    await drafts.save(draft(), 0);
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
    try {
      await assert.rejects(drafts.save(draft(), 1), { code: "draft.quota" });
    } finally {
      IDBObjectStore.prototype.put = put;
    }
    assert.equal((await drafts.load("d-1"))?.revision, 1);
  });
});
