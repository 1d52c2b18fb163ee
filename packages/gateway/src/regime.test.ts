import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, test } from "node:test";
import { ApiValidationError } from "@fisc/core/api";
import type { Dossier } from "@fisc/core";
import { profile } from "@fisc/profiles/vn";
import { registry, registryFacts, sampleDossier } from "@fisc/profiles/vn/samples";
import { startTestDatabase, type TestDatabase } from "./testing/database.ts";
import { pdf, startTestTreasury, type TestPerson, type TestTreasury } from "./testing/treasury.ts";
import { sampleCast } from "./testing/vn.ts";

const sample = sampleDossier("D-1/2020");
let database: TestDatabase;
let treasury: TestTreasury;

before(async () => {
  database = await startTestDatabase();
  treasury = await startTestTreasury({
    databaseUrl: await database.create(),
    profile,
    registry,
    facts: registryFacts,
    now: new Date(sample.sentAt),
  });
});
after(async () => {
  await treasury.close();
  await database.stop();
});

async function create(preparer: TestPerson, papers = sample.attachments): Promise<Dossier> {
  const attachments = [];
  for (const { slot, name } of papers) attachments.push({ slot, name, ...(await preparer.upload(pdf(name), name)) });
  return preparer.api.createDossier({ procedure: "vn.payment.regular", data: sample.data, attachments }, { key: randomUUID() });
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
