import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { after, before, test } from "node:test";
import { startTestDatabase } from "../testing/database.ts";
import type { TestDatabase } from "../testing/database.ts";
import { portal, signIn } from "../testing/treasury.ts";
import type { TestTreasury } from "../testing/treasury.ts";
import { sample, sampleBody, sampleCast, startSampleTreasury, createSample, subjects } from "../testing/vn.ts";

let database: TestDatabase;
let databaseUrl: string;
let treasury: TestTreasury;
let cast: Awaited<ReturnType<typeof sampleCast>>;

before(async () => {
  database = await startTestDatabase();
  databaseUrl = await database.create();
  treasury = await startSampleTreasury(databaseUrl);
  cast = await sampleCast(treasury);
});
after(async () => {
  await treasury.close();
  await database.stop();
});

test("given a double click, when the same request comes twice with one key, then there is one dossier and one answer", async () => {
  const body = await sampleBody(cast.preparer);
  const key = randomUUID();
  const [one, two, three] = await Promise.all([1, 2, 3].map(() => cast.preparer.api.createDossier(body, { key })));
  assert.deepEqual(two, one);
  assert.deepEqual(three, one);
  assert.equal((await cast.preparer.api.dossiers()).length, 1);
});

test("given a key that was used, when it comes with another body, then it is refused", async () => {
  const body = await sampleBody(cast.preparer);
  const key = randomUUID();
  await cast.preparer.api.createDossier(body, { key });
  await assert.rejects(cast.preparer.api.createDossier({ ...body, attachments: [] }, { key }), { code: "idempotency.mismatch" });
});

test("given a refused request, when it is put right, then its key is still free", async () => {
  const body = await sampleBody(cast.preparer);
  const key = randomUUID();
  await assert.rejects(cast.preparer.api.createDossier({ ...body, data: { ...body.data, tong: 1 } }, { key }), { code: "validation" });
  const dossier = await cast.preparer.api.createDossier(body, { key });
  assert.equal(dossier.state, "awaiting_ca_sign");
});

test("given a write without a key, when it comes, then it is refused", async () => {
  const answer = await cast.preparer.fetch(`${treasury.gateway.url}/dossiers`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(await sampleBody(cast.preparer)),
  });
  assert.equal(answer.status, 400);
  assert.equal(((await answer.json()) as { code: string }).code, "idempotency.missing");
});

test("given a revision that is not the last, when a change names it, then nothing is overwritten", async () => {
  const { id, revision } = await createSample(cast.preparer);
  await cast.preparer.api.act(id, "recall", { reason: "Sửa lại nội dung" }, { key: randomUUID(), revision });
  await assert.rejects(cast.preparer.api.act(id, "resubmit", {}, { key: randomUUID(), revision }), { code: "conflict.revision" });
});

test("given two tellers, when both accept at once, then one does and the other is told", async () => {
  const { id } = await createSample(cast.preparer);
  await cast.accountant.signAction(id, "signChiefAccountant");
  await cast.holder.signAction(id, "signAccountHolder");
  const second = await treasury.person(subjects.secondTeller);
  const { revision } = await cast.teller.api.dossier(id);
  const hands = await Promise.allSettled(
    [cast.teller, second].map(({ api }) => api.act(id, "acceptIntake", {}, { key: randomUUID(), revision })),
  );
  assert.deepEqual(hands.map(({ status }) => status).toSorted(), ["fulfilled", "rejected"]);
  for (const hand of hands) if (hand.status === "rejected") assert.equal(hand.reason.code, "conflict.revision");
  const accepted = (await cast.teller.api.events(id)).filter(
    (event) => event.type === "transition" && event.detail.action === "acceptIntake",
  );
  assert.equal(accepted.length, 1);
});

test("given a gateway killed between commit and answer, when the client asks again with its key, then it gets the answer and there is one dossier", async () => {
  const script = fileURLToPath(new URL("../testing/dying-gateway.ts", import.meta.url));
  const child = spawn(process.execPath, ["--conditions=source", script], {
    env: { ...process.env, DATABASE_URL: databaseUrl, FISC_STORE: String(treasury.config.store), NOW: sample.sentAt, PORTAL: portal },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [line] = (await once(child.stdout, "data")) as [Buffer];
  const dying = { url: line.toString().trim() };
  const preparer = await signIn({ subject: subjects.schoolPreparer, gateway: dying, databaseUrl, clock: treasury.clock });
  const body = await sampleBody(preparer);
  const before = (await cast.preparer.api.dossiers()).length;
  const key = randomUUID();
  await assert.rejects(preparer.api.createDossier(body, { key }), { code: "network.offline" });
  const [, signal] =
    (child.exitCode ?? child.signalCode) === null
      ? ((await once(child, "exit")) as [number | null, string | null])
      : [null, child.signalCode];
  assert.equal(signal, "SIGKILL");

  assert.equal((await cast.preparer.api.dossiers()).length, before + 1, "what was committed stays");
  const answer = await cast.preparer.api.createDossier(body, { key });
  assert.equal(answer.state, "awaiting_ca_sign");
  assert.equal((await cast.preparer.api.dossiers()).length, before + 1);
  assert.equal((await cast.preparer.api.events(answer.id)).length, 2);
});
