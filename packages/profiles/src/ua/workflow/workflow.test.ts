import assert from "node:assert/strict";
import { test } from "node:test";
import type { RuleContext } from "@fisc/core";
import { publishDocument, publishProcedure } from "@fisc/core/publish";
import { evaluate } from "@fisc/core/rules";
import { DossierWalk } from "../../testing/dossier-walk.ts";
import { walkAtRandom } from "../../testing/random-walk.ts";
import type { Sample } from "../../sample.ts";
import { profile } from "../index.ts";
import { deliveryNotes, furniturePayment, registry, subjects } from "../samples/index.ts";

function walkOf(sample: Sample) {
  const definition = profile.procedures.find(({ id }) => id === sample.procedure) ?? assert.fail();
  const procedure = publishProcedure(definition, profile, { locale: "uk", regime: sample.regime });
  const unit = registry.units[0] ?? assert.fail();
  const context: RuleContext = { regime: sample.regime, today: "2026-03-10", unit, attachments: {}, facts: {} };
  return { procedure, context, data: sample.data, people: registry.people, author: subjects.accountant };
}

const payment = (): DossierWalk => new DossierWalk(walkOf(furniturePayment));
const register = (): DossierWalk => new DossierWalk(walkOf(deliveryNotes));
const send = (walk: DossierWalk): DossierWalk =>
  walk.act(subjects.accountant, "signAccountant").act(subjects.manager, "signManager").act(subjects.seal, "affixSeal");
const reason = "Рахунок у договорі інший";

test("given a payment with two of three signatures, when somebody looks, then it is still being signed; the seal sends it", () => {
  const walk = payment().act(subjects.accountant, "signAccountant");
  assert.throws(() => walk.act(subjects.seal, "affixSeal"), { code: "workflow.not-allowed" });
  assert.equal(walk.act(subjects.manager, "signManager").state, "awaiting_seal");
  assert.equal(walk.act(subjects.seal, "affixSeal").state, "sent");
});

test("given a signed document that is changed, when it is handed in again, then every signature is asked for anew; unchanged, only the next one", () => {
  const back = (): DossierWalk =>
    payment()
      .act(subjects.accountant, "signAccountant")
      .act(subjects.manager, "signManager")
      .act(subjects.seal, "returnToAccountant", { reason });
  assert.equal(back().act(subjects.accountant, "resubmit").state, "awaiting_seal");
  const changed = back().change();
  assert.throws(() => changed.act(subjects.accountant, "resubmit"), { code: "workflow.not-allowed" });
  assert.equal(changed.act(subjects.accountant, "signAccountant").state, "awaiting_manager");
});

test("given intake that is closed at the end of the year, when it opens, then the document goes on to execution", () => {
  const walk = send(payment()).act(subjects.officer, "closeIntake", { reason: "Завершення бюджетного періоду" });
  assert.equal(walk.state, "intake_closed");
  walk.act(subjects.officer, "accept").act(subjects.officer, "queue").act(subjects.head, "execute").ledger("paid");
  assert.equal(walk.state, "executed");
});

test("given a payment in the queue, when the institution recalls it, then it ends; once it is being paid, nobody can", () => {
  const queued = send(payment()).act(subjects.officer, "accept").act(subjects.officer, "queue");
  const paying = send(payment()).act(subjects.officer, "accept").act(subjects.officer, "queue").act(subjects.head, "execute");
  assert.equal(queued.act(subjects.manager, "recall", { reason }).state, "recalled");
  assert.throws(() => paying.act(subjects.manager, "recall", { reason }), { code: "workflow.not-allowed" });
});

test("given a payment that is refused, when the officer names the ground, then the notice that the head signs states it", () => {
  const walk = send(payment());
  assert.throws(() => walk.act(subjects.officer, "refuse", { reason }), { code: "workflow.choice-required" });
  const input = { ground: "documentsMismatchContract" };
  assert.equal(walk.act(subjects.officer, "refuse", { reason, input }).act(subjects.head, "signRefusal").state, "rejected");
  const fields = publishDocument(profile.documents["paymentReturn"] ?? assert.fail());
  const ground = evaluate(fields["ground"] ?? assert.fail(), { input: { ...input, reason } });
  assert.equal(ground, profile.labels["uk"]?.["input.ground.documentsMismatchContract"]);
});

test("given a register, when head and officer did their parts, then it is on record within the next working day", () => {
  const walk = send(register()).act(subjects.officer, "accept").act(subjects.officer, "propose").act(subjects.head, "register");
  assert.equal(walk.ledger("posted").state, "registered");
  assert.deepEqual(
    walk.effects.map(({ type }) => type),
    ["deadline", "mail", "ledger", "deadlineMet", "mail"],
  );
});

for (const sample of [furniturePayment, deliveryNotes])
  test(`given any order of steps of ${sample.procedure}, when people and ledger act at random, then no document is ever stuck`, () => {
    walkAtRandom(walkOf(sample));
  });
