import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { profile } from "@fisc/profiles/vn";
import { openContainer, validateContainer } from "@fisc/signature";
import type { TestDatabase } from "./testing/database.ts";
import { startTestDatabase } from "./testing/database.ts";
import { startTestLedger } from "./testing/ledger.ts";
import type { TestLedger } from "./testing/ledger.ts";
import { startMailCapture } from "./testing/mail-capture.ts";
import type { MailCapture } from "./testing/mail-capture.ts";
import type { TestTreasury } from "./testing/treasury.ts";
import { createSample, sample, sampleCast, startSampleTreasury, subjects, until } from "./testing/vn.ts";

let database: TestDatabase;
let ledger: TestLedger;
let mail: MailCapture;
let treasury: TestTreasury;

before(async () => {
  [database, ledger, mail] = await Promise.all([startTestDatabase(), startTestLedger(), startMailCapture()]);
  treasury = await startSampleTreasury(await database.create(), {
    ledgerUrl: ledger.url,
    mail: { smtpUrl: mail.url, from: "treasury@example.com" },
  });
});
after(async () => {
  await treasury.close();
  await Promise.all([database.stop(), ledger.close(), mail.close()]);
});

test("given a budget unit's dossier, when everybody does their part, then it is paid, mailed, and exported with every signature", async () => {
  const { preparer, accountant, holder, teller, head, director } = await sampleCast(treasury);
  const { id, code } = await createSample(preparer);
  assert.equal(code, "2026-000001");
  await accountant.signAction(id, "signChiefAccountant");
  await holder.signAction(id, "signAccountHolder");
  const accepted = await teller.act(id, "acceptIntake");
  assert.deepEqual(accepted.deadlines, [{ key: "tx", ...sample.expected, met: false }]);
  await teller.act(id, "submitForApproval", { input: { module: "GL" } });
  await head.signAction(id, "approveHead");
  await director.signAction(id, "approveDirector");
  await until(async () => (await teller.api.dossier(id)).state === "interface_ok");
  await teller.act(id, "applyPayment");
  await until(async () => (await head.api.dossier(id)).state === "advice_pending");
  const paid = await head.signAction(id, "signAdvice");

  assert.equal(paid.state, "paid");
  assert.deepEqual(
    paid.signatures.map(({ role, signs, sequence }) => [sequence, role, signs]),
    [
      [1, "unit.chiefAccountant", "dossier"],
      [2, "unit.accountHolder", "dossier"],
      [3, "treasury.deptHead", "dossier"],
      [4, "treasury.director", "dossier"],
      [5, "treasury.deptHead", "debitAdvice"],
    ],
  );
  const advice = paid.documents[0];
  assert.deepEqual(
    Object.keys(advice?.data ?? {}),
    profile.documents["debitAdvice"]?.layout,
    "an official document is read in the order of its form",
  );
  assert.deepEqual(
    paid.documents.map(({ template, signed }) => [template, signed]),
    [["debitAdvice", true]],
  );
  assert.equal(paid.deadlines[0]?.met, true);
  assert.deepEqual(
    ledger.operations.map(({ operation }) => operation),
    ["post", "pay"],
  );

  await until(async () => (await preparer.api.events(id)).filter(({ type }) => type === "mail.sent").length === 2);
  assert.equal(mail.messages.length, 2);
  const events = await preparer.api.events(id);
  assert.deepEqual(
    events.map(({ position }) => position),
    events.map((_, index) => index + 1),
  );

  const container = await preparer.fetch(preparer.api.containerUrl(id));
  assert.equal(container.headers.get("content-type"), "application/vnd.etsi.asic-e+zip");
  const bytes = new Uint8Array(await container.arrayBuffer());
  const rendering = new TextDecoder().decode((await openContainer(bytes)).get("rendering.html"));
  assert.match(rendering, /class="official-form" lang="vi"/);
  assert.equal(rendering.match(/<time [^>]*>[^<]*<\/time><bdi class="certificate">/gu)?.length, 5, "who signed when");
  assert.ok(!/>(?:option|field|section|role|attachment|document)\.[\w.[\]-]+</u.test(rendering), "every label has its text");
  const report = await validateContainer({
    container: bytes,
    trustAnchors: treasury.config.trustAnchors,
    crls: await treasury.pki.crls(),
    at: treasury.clock.at,
  });
  assert.equal(report.passed, true, JSON.stringify(report.signatures.map(({ indication, subIndication }) => [indication, subIndication])));
  assert.equal(report.signatures.length, 5);
  assert.deepEqual(report.unsigned, ["rendering.html"]);
});

test("given a dossier of one unit, when somebody of another unit asks for anything of it, then it does not exist", async () => {
  const { preparer } = await sampleCast(treasury);
  const { id, attachments } = await createSample(preparer);
  const stranger = await treasury.person(subjects.centrePreparer);
  for (const path of ["", "/events", "/container", "/procedure?locale=vi", `/attachments/${attachments[0]?.id ?? ""}`]) {
    const answer = await stranger.fetch(`${treasury.gateway.url}/dossiers/${id}${path}`);
    assert.equal(answer.status, 404, path);
  }
  await assert.rejects(stranger.act(id, "recall"), { code: "not-found" });
  assert.deepEqual(
    (await stranger.api.dossiers()).filter((one) => one.id === id),
    [],
  );
});
