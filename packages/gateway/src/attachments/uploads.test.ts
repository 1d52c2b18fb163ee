import assert from "node:assert/strict";
import { createHash, randomUUID } from "node:crypto";
import { after, before, test } from "node:test";
import { startTestDatabase } from "../testing/database.ts";
import type { TestDatabase } from "../testing/database.ts";
import { metadata, pdf } from "../testing/treasury.ts";
import type { TestPerson, TestTreasury } from "../testing/treasury.ts";
import { sample, sampleBody, startSampleTreasury, subjects } from "../testing/vn.ts";

let database: TestDatabase;
let treasury: TestTreasury;
let preparer: TestPerson;

before(async () => {
  database = await startTestDatabase();
  treasury = await startSampleTreasury(await database.create());
  preparer = await treasury.person(subjects.schoolPreparer);
});
after(async () => {
  await treasury.close();
  await database.stop();
});

const tus = { "tus-resumable": "1.0.0" };
const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

function begin(person: TestPerson, size: number, values: Readonly<Record<string, string>>): Promise<Response> {
  return person.fetch(person.api.uploadsUrl, {
    method: "POST",
    headers: { ...tus, "upload-length": String(size), "upload-metadata": metadata(values) },
  });
}

function send(person: TestPerson, url: string, offset: number, bytes: Uint8Array<ArrayBuffer>): Promise<Response> {
  return person.fetch(url, {
    method: "PATCH",
    headers: { ...tus, "upload-offset": String(offset), "content-type": "application/offset+octet-stream" },
    body: bytes,
  });
}

async function begun(file: Uint8Array, values: Readonly<Record<string, string>> = {}): Promise<string> {
  const answer = await begin(preparer, file.length, { filename: "a.pdf", filetype: "application/pdf", sha256: sha256(file), ...values });
  assert.equal(answer.status, 201, await answer.clone().text());
  return answer.headers.get("location") ?? "";
}

async function codeOf(answer: Response): Promise<string> {
  return ((await answer.json()) as { code: string }).code;
}

test("given an upload that broke off half-way, when the client asks where it stands, then it goes on from there", async () => {
  const file = pdf("x".repeat(5_000));
  const url = await begun(file);
  assert.equal((await send(preparer, url, 0, file.subarray(0, 2_000))).status, 204);
  const head = await preparer.fetch(url, { method: "HEAD", headers: tus });
  assert.equal(head.headers.get("upload-offset"), "2000");
  assert.equal((await send(preparer, url, 1_000, file.subarray(1_000))).status, 409, "another offset than the gateway's is refused");
  assert.equal((await send(preparer, url, 2_000, file.subarray(2_000))).status, 204);
  const upload = url.split("/").at(-1) ?? "";
  const attachments = [{ slot: "estimate", name: "Quyết định.pdf", upload, sha256: sha256(file) }];
  const dossier = await preparer.api.createDossier(
    { procedure: "vn.payment.regular", data: sample.data, attachments },
    { key: randomUUID() },
  );
  const kept = dossier.attachments[0];
  assert.ok(kept);
  const bytes = new Uint8Array(await (await preparer.api.attachment(dossier.id, kept.id)).arrayBuffer());
  assert.deepEqual(bytes, file);
});

test("given a file that is no PDF, when it is whole, then it is refused and gone", async () => {
  const file = new Uint8Array(Buffer.from("MZ\x90 not a document"));
  const url = await begun(file);
  const answer = await send(preparer, url, 0, file);
  assert.equal(answer.status, 422);
  assert.equal(await codeOf(answer), "upload.not-its-kind");
  assert.equal((await preparer.fetch(url, { method: "HEAD", headers: tus })).status, 404);
});

test("given a file that changed after it was hashed, when it is whole, then it is refused", async () => {
  const file = pdf("first");
  const url = await begun(file);
  const answer = await send(preparer, url, 0, pdf("fIrst"));
  assert.equal(await codeOf(answer), "upload.changed");
});

test("given a file above the limit of every slot, when it is announced, then not a byte is taken", async () => {
  const answer = await begin(preparer, 10 * 1024 * 1024 + 1, { filename: "a.pdf", filetype: "application/pdf", sha256: "0".repeat(64) });
  assert.equal(answer.status, 413);
});

test("given a kind of file that no slot takes, or metadata that lack, when it is announced, then it is refused", async () => {
  const values = { filename: "a.exe", filetype: "application/x-msdownload", sha256: "0".repeat(64) };
  assert.equal(await codeOf(await begin(preparer, 10, values)), "upload.not-allowed-here");
  assert.equal(await codeOf(await begin(preparer, 10, { filename: "a.pdf", filetype: "application/pdf" })), "upload.metadata");
});

test("given somebody else's upload, when I look, go on, delete or attach it, then it does not exist for me", async () => {
  const file = pdf("mine");
  const url = await begun(file);
  const other = await treasury.person(subjects.centrePreparer);
  assert.equal((await other.fetch(url, { method: "HEAD", headers: tus })).status, 404);
  assert.equal((await send(other, url, 0, file)).status, 404);
  assert.equal((await other.fetch(url, { method: "DELETE", headers: tus })).status, 404);
  assert.equal((await send(preparer, url, 0, file)).status, 204);
  const attachments = [{ slot: "estimate", name: "a.pdf", upload: url.split("/").at(-1) ?? "", sha256: sha256(file) }];
  const body = { procedure: "vn.payment.regular", data: sample.data, attachments };
  const accountant = await treasury.person(subjects.schoolChiefAccountant);
  await assert.rejects(accountant.api.createDossier(body, { key: randomUUID() }), { code: "upload.unknown" });
});

test("given nobody signed in, when a file is announced, then the gateway asks for a sign-in", async () => {
  const answer = await fetch(preparer.api.uploadsUrl, {
    method: "POST",
    headers: { ...tus, origin: "http://portal.example", "upload-length": "10" },
  });
  assert.equal(answer.status, 401);
});

test("given an unfinished upload, or another digest than the file's, when a dossier names it, then it is refused", async () => {
  const file = pdf("unfinished");
  const url = await begun(file);
  await send(preparer, url, 0, file.subarray(0, 10));
  const upload = url.split("/").at(-1) ?? "";
  const body = await sampleBody(preparer);
  const attach = (one: (typeof body.attachments)[number]): Promise<unknown> =>
    preparer.api.createDossier({ ...body, attachments: [one] }, { key: randomUUID() });
  await assert.rejects(attach({ slot: "estimate", name: "a.pdf", upload, sha256: sha256(file) }), { code: "upload.unfinished" });
  await send(preparer, url, 10, file.subarray(10));
  await assert.rejects(attach({ slot: "estimate", name: "a.pdf", upload, sha256: "0".repeat(64) }), { code: "upload.changed" });
  await assert.rejects(attach({ slot: "nowhere", name: "a.pdf", upload, sha256: sha256(file) }), { code: "upload.unknown-slot" });
  await attach({ slot: "estimate", name: "a.pdf", upload, sha256: sha256(file) });
});
