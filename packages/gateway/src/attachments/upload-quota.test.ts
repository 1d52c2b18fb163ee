import assert from "node:assert/strict";
import { createHash, randomUUID } from "node:crypto";
import { mkdir, readdir, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { sql } from "kysely";
import { connect } from "../database/connection.ts";
import type { Connection } from "../database/connection.ts";
import { startTestDatabase } from "../testing/database.ts";
import type { TestDatabase } from "../testing/database.ts";
import { metadata, pdf } from "../testing/treasury.ts";
import type { TestPerson, TestTreasury } from "../testing/treasury.ts";
import { createSample, sample, sampleBody, startSampleTreasury, subjects, until } from "../testing/vn.ts";

const kibibyte = 1024;
const day = 24 * 60 * 60 * 1_000;
let database: TestDatabase;
let treasury: TestTreasury;
let connection: Connection;
let preparer: TestPerson;

before(async () => {
  database = await startTestDatabase();
  const url = await database.create();
  treasury = await startSampleTreasury(url, {
    log: false,
    limits: { dossierBytes: 40 * kibibyte, waitingFiles: 30, waitingBytes: 64 * kibibyte, waitingBytesOfUnit: 96 * kibibyte },
  });
  connection = connect(url, 2);
  preparer = await treasury.person(subjects.schoolPreparer);
});
after(async () => {
  await connection.close();
  await treasury.close();
  await database.stop();
});

const tus = { "tus-resumable": "1.0.0" };
const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** Announces a file of so many bytes and sends none of them. */
function announce(person: TestPerson, size: number): Promise<Response> {
  const values = { filename: "a.pdf", filetype: "application/pdf", sha256: sha256(Buffer.from(randomUUID())) };
  return person.fetch(person.api.uploadsUrl, {
    method: "POST",
    headers: { ...tus, "upload-length": String(size), "upload-metadata": metadata(values) },
  });
}

async function refusal(answer: Response): Promise<{ readonly status: number; readonly code: string; readonly params: object }> {
  const { code, params } = (await answer.json()) as { code: string; params: object };
  return { status: answer.status, code, params };
}

/** All that is in the store's folders, by name. */
async function stored(): Promise<ReadonlySet<string>> {
  const folder = String(treasury.config.store);
  const names = await readdir(folder, { recursive: true });
  return new Set(names.map((name) => name.split("/").at(-1) ?? ""));
}

async function sweep(): Promise<void> {
  await sql`select graphile_worker.add_job('sweep', job_key => 'now')`.execute(connection.database);
  await until(async () => {
    const { rows } = await sql<{ jobs: number }>`select count(*) as jobs from graphile_worker.jobs where key = 'now'`.execute(
      connection.database,
    );
    return rows[0]?.jobs === 0;
  });
}

const forgetAll = () => connection.database.deleteFrom("upload").execute();

test("given files that wait for a dossier, when a person announces more than their share, then it is refused until one is given up", async () => {
  await forgetAll();
  const first = await announce(preparer, 40 * kibibyte);
  assert.equal(first.status, 201);
  assert.deepEqual(await refusal(await announce(preparer, 25 * kibibyte)), {
    status: 422,
    code: "upload.quota",
    params: { of: "person", megabytes: 0 },
  });
  assert.equal((await preparer.fetch(first.headers.get("location") ?? "", { method: "DELETE", headers: tus })).status, 204);
  await until(async () => (await announce(preparer, 25 * kibibyte)).status === 201);
});

test("given many small files at once, when they are more than one person may leave waiting, then no more than those are begun", async () => {
  await forgetAll();
  const answers = await Promise.all(Array.from({ length: 36 }, () => announce(preparer, 10)));
  assert.equal(answers.filter(({ status }) => status === 201).length, 30);
  const refused = answers.find(({ status }) => status !== 201);
  assert.ok(refused);
  assert.deepEqual(await refusal(refused), { status: 422, code: "upload.quota", params: { of: "person", files: 30 } });
});

test("given colleagues who hold the unit's share, when the next one announces a file, then it is refused, and another unit's people are not", async () => {
  await forgetAll();
  const accountant = await treasury.person(subjects.schoolChiefAccountant);
  const stranger = await treasury.person(subjects.centrePreparer);
  assert.equal((await announce(preparer, 60 * kibibyte)).status, 201);
  assert.deepEqual(await refusal(await announce(accountant, 40 * kibibyte)), {
    status: 422,
    code: "upload.quota",
    params: { of: "unit", megabytes: 0 },
  });
  assert.equal((await announce(stranger, 40 * kibibyte)).status, 201);
});

test("given files that a dossier took, when more are announced, then only those that wait count", async () => {
  await forgetAll();
  const file = pdf("x".repeat(36 * kibibyte));
  for (const turn of [1, 2, 3]) {
    const attachments = [{ slot: "estimate", name: `${turn}.pdf`, ...(await preparer.upload(file)) }];
    await preparer.api.createDossier({ procedure: "vn.payment.regular", data: sample.data, attachments }, { key: randomUUID() });
  }
});

test("given attachments that are allowed one by one, when they are too large together, then the dossier is refused", async () => {
  await forgetAll();
  const body = await sampleBody(preparer);
  const one = await preparer.upload(pdf("a".repeat(21 * kibibyte)));
  const other = await preparer.upload(pdf("b".repeat(21 * kibibyte)));
  const attachments = [
    { slot: "estimate", name: "a.pdf", ...one },
    { slot: "other", name: "b.pdf", ...other },
  ];
  await assert.rejects(
    preparer.api.createDossier({ ...body, attachments }, { key: randomUUID() }),
    (error: { readonly code?: string }) => error.code === "upload.dossier-too-large",
  );
  await preparer.api.createDossier({ ...body, attachments: attachments.slice(0, 1) }, { key: randomUUID() });
});

test("given an officer, when they announce a file, then it is not theirs to do", async () => {
  const teller = await treasury.person(subjects.teller);
  assert.deepEqual(await refusal(await announce(teller, 10)), { status: 403, code: "forbidden", params: {} });
});

test("given uploads that no dossier took, when a day is over, then they are gone, and what a dossier names stays", async () => {
  await forgetAll();
  const { id, attachments } = await createSample(preparer);
  const kept = attachments.map((attachment) => attachment.sha256);
  const orphan = await preparer.upload(pdf("never attached"));
  // the same bytes as an attachment's, sent again and left
  const again = await preparer.upload(pdf(sample.attachments[0]?.name ?? ""));
  assert.ok(kept.includes(again.sha256));
  const unfinished = (await announce(preparer, 10)).headers.get("location")?.split("/").at(-1) ?? "";
  const broken = join(String(treasury.config.store), "attachments", "parts", "left-by-a-killed-process");
  await mkdir(join(broken, ".."), { recursive: true });
  await writeFile(broken, "half");
  const start = treasury.clock.at;
  await utimes(broken, start, start);

  await sweep();
  for (const name of [orphan.sha256, unfinished, "left-by-a-killed-process"]) assert.ok((await stored()).has(name), `${name} is young`);

  treasury.clock.at = new Date(start.getTime() + day + 1_000);
  try {
    await sweep();
    const names = await stored();
    for (const name of [orphan.sha256, orphan.upload, unfinished, "left-by-a-killed-process"]) assert.ok(!names.has(name), name);
    for (const name of kept) assert.ok(names.has(name), "a dossier's attachment stays");
    assert.deepEqual(await connection.database.selectFrom("upload").select("id").execute(), []);
  } finally {
    treasury.clock.at = start;
    preparer = await treasury.person(subjects.schoolPreparer); // sessions of yesterday went too
  }
  for (const { id: attachment } of attachments) assert.equal((await preparer.api.attachment(id, attachment)).type, "application/pdf");
});

test("given a dossier that takes an old upload at the very moment, when the sweep comes by, then the attachment stays", async () => {
  await forgetAll();
  const { upload, sha256: digest } = await preparer.upload(pdf("taken at the last moment"));
  await sql`update upload set created_at = created_at - interval '2 days'`.execute(connection.database);
  const taken = Promise.withResolvers<void>();
  const busy = connection.database.transaction().execute(async (transaction) => {
    await transaction.selectFrom("upload").selectAll().where("id", "=", upload).forUpdate().execute();
    await taken.promise;
  });
  await sweep();
  assert.ok((await stored()).has(digest));
  taken.resolve();
  await busy;
  await sweep();
  assert.ok(!(await stored()).has(digest));
});

test("given twenty writes at once that each end an unchecked upload, when they come, then all are answered: none waits for a connection that another holds", async () => {
  await forgetAll();
  const uploads = await Promise.all(Array.from({ length: 20 }, (_, index) => preparer.upload(pdf(`unchecked ${index}`))));
  await sql`update upload set finished_at = null`.execute(connection.database);
  const dossiers = await Promise.all(
    uploads.map((one) =>
      preparer.api.createDossier(
        { procedure: "vn.payment.regular", data: sample.data, attachments: [{ slot: "estimate", name: "a.pdf", ...one }] },
        { key: randomUUID() },
      ),
    ),
  );
  assert.equal(new Set(dossiers.map(({ id }) => id)).size, 20);
});

test("given a database that fails, when an upload goes on, is looked at, or given up, then the answer names a code and nothing of the machine", async () => {
  await forgetAll();
  const url = (await announce(preparer, 10)).headers.get("location") ?? "";
  await sql`alter table upload rename to elsewhere`.execute(connection.database);
  try {
    for (const method of ["PATCH", "DELETE"]) {
      const answer = await preparer.fetch(url, {
        method,
        headers: { ...tus, "upload-offset": "0", "content-type": "application/offset+octet-stream" },
        ...(method === "PATCH" ? { body: new Uint8Array(10) } : {}),
      });
      const problem = { type: "urn:fisc:problem:server", title: "Internal Server Error", status: 500, code: "server", params: {} };
      assert.deepEqual(await answer.json(), problem, method);
    }
  } finally {
    await sql`alter table elsewhere rename to upload`.execute(connection.database);
  }
});
