import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, test } from "node:test";
import { startTestDatabase, type TestDatabase } from "../testing/database.ts";
import { startMailCapture, type MailCapture } from "../testing/mail-capture.ts";
import type { TestTreasury } from "../testing/treasury.ts";
import { createSample, sampleCast, startSampleTreasury, until } from "../testing/vn.ts";

let database: TestDatabase;
let mail: MailCapture;
let treasury: TestTreasury;

before(async () => {
  [database, mail] = await Promise.all([startTestDatabase(), startMailCapture()]);
  treasury = await startSampleTreasury(await database.create(), { mail: { smtpUrl: mail.url, from: "treasury@example.com" } });
});
after(async () => {
  await treasury.close();
  await Promise.all([database.stop(), mail.close()]);
});

test("given a letter that goes out after a decision, when the same person decides again from what they saw, then the letter does not stand in their way", async () => {
  const { preparer, accountant, holder, teller } = await sampleCast(treasury);
  const { id } = await createSample(preparer);
  await accountant.signAction(id, "signChiefAccountant");
  await holder.signAction(id, "signAccountHolder");
  const { revision } = await teller.act(id, "acceptIntake");
  const mailed = await until(async () => (await teller.api.events(id)).find(({ type }) => type === "mail.sent"));
  assert.ok(mailed.position > revision, "the letter came after what the teller saw");
  const after = await teller.api.act(id, "startControl", {}, { key: randomUUID(), revision });
  assert.equal(after.state, "processing");
  await assert.rejects(teller.api.act(id, "submitForApproval", { input: { module: "GL" } }, { key: randomUUID(), revision }), {
    code: "conflict.revision",
  });
  await assert.rejects(
    teller.api.act(id, "submitForApproval", { input: { module: "GL" } }, { key: randomUUID(), revision: after.revision + 100 }),
    { code: "conflict.revision" },
  );
});
