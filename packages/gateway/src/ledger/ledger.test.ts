import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { after, before, test } from "node:test";
import { startGateway } from "../index.ts";
import { startTestDatabase } from "../testing/database.ts";
import type { TestDatabase } from "../testing/database.ts";
import { startTestLedger } from "../testing/ledger.ts";
import type { Behaviour, TestLedger } from "../testing/ledger.ts";
import { startMailCapture } from "../testing/mail-capture.ts";
import type { MailCapture } from "../testing/mail-capture.ts";
import { portal } from "../testing/treasury.ts";
import type { TestTreasury } from "../testing/treasury.ts";
import { createSample, sample, sampleCast, startSampleTreasury, until } from "../testing/vn.ts";

let database: TestDatabase;
let ledger: TestLedger;
let mail: MailCapture;
let treasury: TestTreasury;
let cast: Awaited<ReturnType<typeof sampleCast>>;

before(async () => {
  [database, ledger, mail] = await Promise.all([startTestDatabase(), startTestLedger(), startMailCapture()]);
  treasury = await startSampleTreasury(await database.create(), {
    ledgerUrl: ledger.url,
    mail: { smtpUrl: mail.url, from: "treasury@example.com" },
  });
  cast = await sampleCast(treasury);
});
after(async () => {
  await treasury.close();
  await Promise.all([database.stop(), ledger.close(), mail.close()]);
});

/** A dossier that waits for the director, the last step before the ledger. */
async function beforeTheLedger(): Promise<string> {
  const { id } = await createSample(cast.preparer);
  await cast.accountant.signAction(id, "signChiefAccountant");
  await cast.holder.signAction(id, "signAccountHolder");
  await cast.teller.act(id, "acceptIntake");
  await cast.teller.act(id, "submitForApproval", { input: { module: "GL" } });
  await cast.head.signAction(id, "approveHead");
  return id;
}

async function posted(...behaviours: readonly Behaviour[]): Promise<string> {
  const id = await beforeTheLedger();
  ledger.next("post", ...behaviours);
  await cast.director.signAction(id, "approveDirector");
  return id;
}

const stateOf = async (id: string): Promise<string> => (await cast.teller.api.dossier(id)).state;
const reaches = (id: string, state: string, milliseconds?: number): Promise<true> =>
  until(async () => ((await stateOf(id)) === state ? true : null), milliseconds);
const answersOf = async (id: string): Promise<readonly string[]> =>
  (await cast.teller.api.events(id)).flatMap((event) =>
    event.type === "ledger.answered" ? [`${event.detail.operation}: ${event.detail.outcome}`] : [],
  );

test("given a balance that is too short, when the ledger says so, then a refusal notice waits for the head, and the unit gets it signed, by mail", async () => {
  const id = await posted("failed.shortBalance");
  await reaches(id, "refusal_pending");
  const refused = await cast.head.signAction(id, "signRefusal");
  assert.equal(refused.state, "payment_refused");
  assert.deepEqual(
    refused.documents.map(({ template, signed }) => [template, signed]),
    [["refusalNotice", true]],
  );
  await until(async () => mail.messages.some((message) => message.includes(refused.id)));
});

test("given the treasury's own typing fault, when the ledger finds it, then head and director sign again", async () => {
  const id = await posted("failed.treasuryTyping");
  await reaches(id, "returned_to_teller");
  await cast.teller.act(id, "submitForApproval", { input: { module: "GL" } });
  await cast.head.signAction(id, "approveHead");
  const approved = await cast.director.signAction(id, "approveDirector");
  assert.equal(approved.signatures.length, 6);
  await reaches(id, "interface_ok");
});

test("given a hang, when support releases it, then the way goes on", async () => {
  const id = await posted("failed.technicalHang");
  await reaches(id, "support_needed");
  await cast.teller.act(id, "releaseBySupport", { reason: "Phiếu hỗ trợ số 12345" });
  await reaches(id, "interface_ok");
  assert.deepEqual(await answersOf(id), ["post: failed.technicalHang", "release: released"]);
});

test("given a ledger that takes an operation in and decides later, when it has decided, then the answer counts once", async () => {
  const id = await posted({ late: "posted" });
  await reaches(id, "interface_ok");
  assert.deepEqual(await answersOf(id), ["post: posted"]);
});

test("given a line that breaks after the ledger booked, when it is asked again, then nothing is booked twice", async () => {
  const before = ledger.operations.length;
  const id = await posted({ drop: "posted" });
  await reaches(id, "interface_ok", 30_000);
  assert.equal(ledger.operations.length, before + 1);
  assert.deepEqual(await answersOf(id), ["post: posted"]);
});

test("given an answer that the workflow knows no step for, when it comes, then it is noted and nothing moves", async () => {
  const id = await posted("strange");
  await until(async () => (await answersOf(id)).length === 1);
  assert.equal(await stateOf(id), "interface_pending");
});

test("given a process killed while it waits for the ledger, when another one starts, then the job goes on there", async () => {
  const served = await startSampleTreasury(await database.create(), { jobs: false });
  const whole = { treasury, cast };
  [treasury, cast] = [served, await sampleCast(served)];
  try {
    const id = await beforeTheLedger();
    ledger.next("post", { hang: "posted" });
    const before = ledger.operations.length;
    await cast.director.signAction(id, "approveDirector");
    const { databaseUrl, store } = served.config;
    const child = spawn(process.execPath, ["--conditions=source", fileURLToPath(new URL("../testing/worker.ts", import.meta.url))], {
      env: {
        ...process.env,
        DATABASE_URL: databaseUrl,
        FISC_STORE: String(store),
        FISC_LEDGER_URL: ledger.url,
        NOW: sample.sentAt,
        PORTAL: portal,
      },
      stdio: "inherit",
    });
    await until(async () => ledger.operations.length > before);
    child.kill("SIGKILL");
    await once(child, "exit");
    const other = await startGateway({ ...served.config, port: 0, jobs: true, ledgerUrl: ledger.url });
    await reaches(id, "interface_ok", 30_000);
    assert.deepEqual(await answersOf(id), ["post: posted"]);
    assert.equal(ledger.operations.length, before + 1);
    await other.close();
  } finally {
    ({ treasury, cast } = whole);
    await served.close();
  }
});
