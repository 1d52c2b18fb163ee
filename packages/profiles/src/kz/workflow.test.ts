import assert from "node:assert/strict";
import { test } from "node:test";
import type { RuleContext } from "@fisc/core";
import { publishProcedure } from "@fisc/core/publish";
import { DossierWalk } from "../testing/dossier-walk.ts";
import { walkAtRandom } from "../testing/random-walk.ts";
import { profile } from "./index.ts";
import { paymentInvoice } from "./procedures/payment-invoice/index.ts";
import { registry, subjects, twoSpecifics } from "./samples/index.ts";

const procedure = publishProcedure(paymentInvoice, profile, { locale: "kk", regime: twoSpecifics.regime });
const context: RuleContext = {
  regime: twoSpecifics.regime,
  today: "2026-05-13",
  unit: registry.units[0] ?? assert.fail(),
  attachments: {},
  facts: {},
};
const options = { procedure, context, data: twoSpecifics.data, people: registry.people, author: subjects.executor };
const sent = (): DossierWalk =>
  new DossierWalk(options).act(subjects.head, "signHead").act(subjects.chiefAccountant, "signChiefAccountant");
const reason = "Актінің сомасы басқа";

test("given invoices with the first signature, when the second is given, then they are sent; the other way round is refused", () => {
  assert.throws(() => new DossierWalk(options).act(subjects.chiefAccountant, "signChiefAccountant"), { code: "workflow.not-allowed" });
  assert.equal(new DossierWalk(options).act(subjects.head, "signHead").state, "first_signed");
  assert.equal(sent().state, "sent");
});

test("given invoices that everybody agrees to, when the treasury works, then they are paid and the clock stops", () => {
  const walk = sent().act(subjects.officer, "accept").act(subjects.officer, "register").act(subjects.treasuryHead, "pay").ledger("paid");
  assert.equal(walk.state, "paid");
  assert.deepEqual(
    walk.effects.map(({ type }) => type),
    ["deadline", "mail", "ledger", "deadlineMet", "mail"],
  );
});

test("given invoices that are returned, when the reason and the fix are named, then the notice is signed by another person", () => {
  const fixes = [{ document: "form", at: "basis.total", text: "Акт бойынша түзету" }];
  assert.throws(() => sent().act(subjects.officer, "refuse", { reason }), { code: "workflow.fixes-required" });
  const walk = sent().act(subjects.officer, "refuse", { reason, fixes });
  assert.equal(walk.act(subjects.treasuryHead, "signReturn").state, "returned");
});

test("given invoices that the executor takes back and changes, when they come again, then the first signature is asked for anew", () => {
  const back = (): DossierWalk => new DossierWalk(options).act(subjects.head, "signHead").act(subjects.executor, "takeBack", { reason });
  assert.equal(back().act(subjects.executor, "resubmit").state, "first_signed");
  assert.equal(back().change().act(subjects.executor, "resubmit").state, "prepared");
});

test("given any order of steps, when people and ledger act at random, then no invoice is ever stuck", () => walkAtRandom(options));
