import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, test } from "node:test";
import { ApiValidationError } from "@fisc/core/api";
import type { Dossier, JsonObject } from "@fisc/core";
import { profile } from "@fisc/profiles/vn";
import { registry, registryFacts, sampleDossier } from "@fisc/profiles/vn/samples";
import { startTestDatabase, type TestDatabase } from "./testing/database.ts";
import { startTestLedger, type TestLedger } from "./testing/ledger.ts";
import { pdf, startTestTreasury, type TestPerson, type TestTreasury } from "./testing/treasury.ts";
import { sampleCast, until } from "./testing/vn.ts";

const sample = sampleDossier("D-1/2020");
let database: TestDatabase;
let treasury: TestTreasury;
let ledger: TestLedger;

before(async () => {
  [database, ledger] = await Promise.all([startTestDatabase(), startTestLedger()]);
  treasury = await startTestTreasury({
    databaseUrl: await database.create(),
    profile,
    registry,
    facts: registryFacts,
    now: new Date(sample.sentAt),
    gateway: { ledgerUrl: ledger.url },
  });
});
after(async () => {
  await treasury.close();
  await Promise.all([database.stop(), ledger.close()]);
});

/** From a dossier that was made to one that is paid, through AP. */
async function pay(id: string): Promise<Dossier> {
  const { accountant, holder, teller, head, director } = await sampleCast(treasury);
  await accountant.signAction(id, "signChiefAccountant");
  await holder.signAction(id, "signAccountHolder");
  await teller.act(id, "acceptIntake");
  await teller.act(id, "submitForApproval", { input: { module: "AP" } });
  await head.signAction(id, "approveHead");
  await director.signAction(id, "approveDirector");
  await teller.act(id, "runInterface");
  await until(async () => (await teller.api.dossier(id)).state === "interface_ok");
  await teller.act(id, "applyPayment");
  await until(async () => (await head.api.dossier(id)).state === "advice_pending");
  return head.signAction(id, "signAdvice");
}

async function create(preparer: TestPerson, papers = sample.attachments, data = sample.data): Promise<Dossier> {
  const attachments = [];
  for (const { slot, name } of papers) attachments.push({ slot, name, ...(await preparer.upload(pdf(name), name)) });
  return preparer.api.createDossier({ procedure: "vn.payment.regular", data, attachments }, { key: randomUUID() });
}

test("given a day of the earlier rules, when a voucher comes without the papers they ask for, then those are named and nothing is made", async () => {
  const { preparer } = await sampleCast(treasury);
  await assert.rejects(create(preparer, []), (error: unknown) => {
    assert.ok(error instanceof ApiValidationError);
    assert.deepEqual(error.violations.map(({ at }) => at).sort(), ["attachments.acceptance", "attachments.contract"]);
    return true;
  });
  assert.deepEqual(await preparer.api.dossiers(), []);
});

test("given a day of the earlier rules, when everybody does their part on a voucher with its contract and acceptance, then it is paid within the term of that time", async () => {
  const { preparer } = await sampleCast(treasury);
  const { id, regime } = await create(preparer);
  const paid = await pay(id);
  assert.deepEqual([paid.regime, regime, paid.state], [sample.regime, sample.regime, "paid"]);
  assert.deepEqual(paid.deadlines, [{ key: "tx", ...sample.expected, met: true }]);
  assert.equal(paid.signatures.length, 5);
});

test("given an advance on a contract under the earlier rules, when it comes with the contract alone, then it is paid within one working day, and the ledger hears that it is an advance", async () => {
  const { preparer } = await sampleCast(treasury);
  const data = { ...sample.data, soChungTu: "RDT-0010/2025", loai: "TAM_UNG", nghiemThu: {} };
  const { id } = await create(preparer, [{ slot: "contract", name: "hop-dong-06-2025.pdf" }], data);
  const paid = await pay(id);
  assert.deepEqual([paid.regime, paid.state], [sample.regime, "paid"]);
  assert.deepEqual(paid.deadlines, [{ key: "tx", receivedOn: "2025-03-10", dueOn: "2025-03-11", met: true }]);
  const asked = ledger.operations.filter(({ dossier }) => dossier.id === id) as readonly { readonly data?: JsonObject }[];
  assert.deepEqual(
    asked.map((operation) => operation.data?.["loai"]),
    ["TAM_UNG", "TAM_UNG"],
  );
});

test("given a dossier sent under the earlier rules, when later ones come into force before it is decided, then its deadline and its refusal notice stay those of its own time", async () => {
  const { preparer, accountant, holder, teller } = await sampleCast(treasury);
  const { id, regime } = await create(preparer);
  assert.equal(regime, sample.regime);
  await accountant.signAction(id, "signChiefAccountant");
  await holder.signAction(id, "signAccountHolder");
  const accepted = await teller.act(id, "acceptIntake");
  assert.deepEqual(accepted.deadlines, [{ key: "tx", ...sample.expected, met: false }]);
  treasury.clock.at = new Date("2026-01-05T02:00:00.000Z");
  const again = await sampleCast(treasury); // sessions of last year have run out
  await again.teller.act(id, "refusePayment", { reason: "Hồ sơ không đủ điều kiện thanh toán" });
  const refused = await again.head.api.dossier(id);
  assert.deepEqual(
    [refused.regime, refused.state, refused.documents.map(({ template }) => template)],
    [sample.regime, "refusal_pending", ["paymentRefusal"]],
  );
});
