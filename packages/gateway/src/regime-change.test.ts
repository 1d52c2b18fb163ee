import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, beforeEach, test } from "node:test";
import { ApiRegimeError, ApiValidationError } from "@fisc/core/api";
import type { Attachment, Dossier, JsonObject } from "@fisc/core";
import { profile } from "@fisc/profiles/vn";
import { registry, registryFacts, sampleDossier } from "@fisc/profiles/vn/samples";
import { startTestDatabase, type TestDatabase } from "./testing/database.ts";
import { pdf, startTestTreasury, type TestPerson, type TestTreasury } from "./testing/treasury.ts";
import { sampleCast } from "./testing/vn.ts";

/** The last working hours of the earlier rules, and the first of the later ones. */
const lastDay = new Date("2025-12-31T03:00:00.000Z");
const firstDay = new Date("2026-01-05T03:00:00.000Z");
const [earlier, later] = profile.regimes.map(({ id }) => id);
const sample = sampleDossier("D-1/2020");
/** As the later rules want it: with the contract's figures on the voucher. */
const completed = { ...sample.data, hopDong: { ...(sample.data["hopDong"] as JsonObject), giaTri: 18_540_000, luyKeTruoc: 0 } };
/** Without a contract, with the papers of both: both rule sets find it whole. */
const whole = { ...sample.data, hopDong: {}, nghiemThu: {} };
const allPapers = ["paymentList", "estimate"];
/** No estimate is on file yet: the later rules ask for it, the earlier ones do not know it. */
const facts = { ...registryFacts, [sample.unit]: { ...registryFacts[sample.unit], estimateYears: [] } };

let database: TestDatabase;
let treasury: TestTreasury;
let cast: Awaited<ReturnType<typeof sampleCast>>;

before(async () => {
  database = await startTestDatabase();
  treasury = await startTestTreasury({ databaseUrl: await database.create(), profile, registry, facts, now: lastDay });
});
after(async () => {
  await treasury.close();
  await database.stop();
});
beforeEach(() => at(lastDay));

/** The clock moves, and sessions of the other day have run out. */
async function at(moment: Date): Promise<void> {
  treasury.clock.at = moment;
  cast = await sampleCast(treasury);
}

async function papersOf(preparer: TestPerson, slots: readonly string[]) {
  const attachments = [];
  for (const slot of slots) attachments.push({ slot, name: `${slot}.pdf`, ...(await preparer.upload(pdf(slot))) });
  return attachments;
}

async function create(data: JsonObject, slots: readonly string[]): Promise<Dossier> {
  const attachments = await papersOf(cast.preparer, slots);
  return cast.preparer.api.createDossier({ procedure: "vn.payment.regular", data, attachments }, { key: randomUUID() });
}

const kept = (attachments: readonly Attachment[]) => attachments.map(({ id, slot }) => ({ id, slot }));

/** The refusal of `work`, and what the rules in force find wrong. */
async function changed(work: Promise<unknown>): Promise<readonly string[]> {
  const error: unknown = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof ApiRegimeError, String(error));
  assert.deepEqual([error.params["from"], error.params["to"], error.params["status"]], [earlier, later, 409]);
  return error.violations.map(({ at: place }) => place).sort();
}

test("given a voucher typed under the earlier rules, when it reaches the gateway under the later ones, then it is told what these ask for, and nothing is made", async () => {
  await at(firstDay);
  await assert.rejects(create(sample.data, ["contract", "acceptance"]), (error: unknown) => {
    assert.ok(error instanceof ApiValidationError);
    assert.deepEqual(error.violations.map(({ at: place }) => place).sort(), [
      "attachments.estimate",
      "hopDong.giaTri",
      "hopDong.luyKeTruoc",
    ]);
    return true;
  });
  assert.equal((await cast.preparer.api.dossiers({ text: String(sample.data["soChungTu"]) })).length, 0);
});

test("given a dossier that nobody has signed, when later rules ask for more, then signing is refused with what is missing, and completed it goes by the later rules", async () => {
  const { id } = await create(sample.data, ["contract", "acceptance"]);
  await at(firstDay);
  const missing = ["attachments.estimate", "hopDong.giaTri", "hopDong.luyKeTruoc"];
  assert.deepEqual(await changed(cast.accountant.offer(id, "signChiefAccountant")), missing);
  const untouched = await cast.preparer.api.dossier(id);
  assert.deepEqual([untouched.state, untouched.attachments.length, untouched.data], ["awaiting_ca_sign", 2, sample.data]);

  await cast.preparer.act(id, "recall", { reason: "Bổ sung theo quy định mới" });
  assert.deepEqual(await changed(cast.preparer.act(id, "resubmit")), missing, "unchanged it does not go on");
  const { context, procedure } = await cast.preparer.api.dossierProcedure(id, "vi");
  assert.deepEqual([context.regime, procedure.regime], [later, later], "who changes it works by the rules in force");
  const attachments = [...kept(untouched.attachments), ...(await papersOf(cast.preparer, ["estimate"]))];
  const mended = await cast.preparer.api.changeContent(id, { data: completed, attachments }, { key: randomUUID() });
  assert.equal(mended.regime, later);
  await cast.preparer.act(id, "resubmit");
  await cast.accountant.signAction(id, "signChiefAccountant");
  const sent = await cast.holder.signAction(id, "signAccountHolder");
  assert.deepEqual([sent.state, sent.regime], ["submitted", later]);
  const accepted = await cast.teller.act(id, "acceptIntake");
  assert.deepEqual(
    accepted.deadlines.map(({ receivedOn, dueOn }) => [receivedOn, dueOn]),
    [["2026-01-05", "2026-01-06"]],
    "one working day, as the later rules have it",
  );
});

test("given a dossier that nobody has signed and that later rules find whole, when it is signed, then it goes by the later rules by itself", async () => {
  const { id, regime } = await create(whole, allPapers);
  assert.equal(regime, earlier);
  await at(firstDay);
  const signed = await cast.accountant.signAction(id, "signChiefAccountant");
  assert.equal(signed.regime, later);
  assert.equal((await cast.holder.signAction(id, "signAccountHolder")).regime, later);
});

test("given one signature under the earlier rules, when the second is asked for under the later ones, then the first has to be given again: nobody's signature moves to other rules", async () => {
  const { id } = await create(whole, allPapers);
  const offered = await cast.accountant.signAction(id, "signChiefAccountant");
  assert.equal(offered.regime, earlier);
  await at(firstDay);
  assert.equal((await cast.holder.api.dossier(id)).regime, earlier, "what was signed stays as it was shown");
  assert.deepEqual(await changed(cast.holder.offer(id, "signAccountHolder")), [], "nothing is missing but the signature");
  const { state, signatures, attachments } = await cast.preparer.api.dossier(id);
  assert.deepEqual([state, signatures.length], ["awaiting_ah_sign", 1]);

  await cast.preparer.act(id, "recall", { reason: "Ký lại theo quy định mới" });
  assert.deepEqual(await changed(cast.preparer.act(id, "resubmit")), []);
  await cast.preparer.api.changeContent(id, { data: whole, attachments: kept(attachments) }, { key: randomUUID() });
  await cast.preparer.act(id, "resubmit");
  await cast.accountant.signAction(id, "signChiefAccountant");
  const sent = await cast.holder.signAction(id, "signAccountHolder");
  assert.deepEqual([sent.state, sent.regime], ["submitted", later]);
});

test("given a signing window that is open at midnight, when the signature comes under the later rules, then it is refused as theirs and can be made again", async () => {
  const midnight = new Date("2025-12-31T17:00:00.000Z");
  await at(new Date(midnight.getTime() - 60_000));
  const { id } = await create(whole, allPapers);
  const output = await cast.accountant.sign(await cast.accountant.offer(id, "signChiefAccountant"));
  treasury.clock.at = new Date(midnight.getTime() + 60_000);
  assert.deepEqual(await changed(cast.accountant.api.addSignature(id, output, { key: randomUUID() })), []);
  assert.equal((await cast.accountant.api.dossier(id)).signatures.length, 0);
  assert.equal((await cast.accountant.signAction(id, "signChiefAccountant")).regime, later);
});

test("given a dossier sent in the last hour of the earlier rules and refused under the later ones, when it is completed and sent again, then the rules of its first sending hold", async () => {
  const { id, attachments } = await create(sample.data, ["contract", "acceptance"]);
  await cast.accountant.signAction(id, "signChiefAccountant");
  await cast.holder.signAction(id, "signAccountHolder");
  await at(firstDay);
  await cast.teller.act(id, "refuseIntake", {
    reason: "Hợp đồng thiếu trang ký của bên bán",
    fixes: [{ document: attachments[0]?.id ?? "", text: "Bổ sung trang ký" }],
  });
  assert.equal((await cast.preparer.api.dossierProcedure(id, "vi")).context.regime, earlier);
  const body = { data: sample.data, attachments: await papersOf(cast.preparer, ["contract", "acceptance"]) };
  await cast.preparer.api.changeContent(id, body, { key: randomUUID() });
  await cast.preparer.act(id, "complete");
  await cast.accountant.signAction(id, "signChiefAccountant");
  const again = await cast.holder.signAction(id, "signAccountHolder");
  assert.deepEqual([again.state, again.regime], ["submitted", earlier]);
});
