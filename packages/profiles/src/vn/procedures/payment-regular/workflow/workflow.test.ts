import assert from "node:assert/strict";
import { test } from "node:test";
import type { Fix, JsonObject } from "@fisc/core";
import { publishProcedure } from "@fisc/core/publish";
import { withValueAt } from "@fisc/core/rules";
import { timeline } from "@fisc/core/workflow";
import * as fc from "fast-check";
import { DossierWalk } from "../../../../testing/dossier-walk.ts";
import { profile } from "../../../index.ts";
import { registry, sampleDossier, sampleUnit, subjects } from "../../../samples/index.ts";
import { paymentRegular } from "../index.ts";

const sample = sampleDossier("D-1");
const people = registry.people.filter(({ belongsTo }) => [sample.unit, "9901"].includes(belongsTo));
const cash = sampleDossier("D-1/cash").data;
const committed = withValueAt(sample.data, "ckc.soHDTH", "CKC-99010001");

class Walk extends DossierWalk {
  constructor(data: JsonObject = sample.data, regime = "vn-kbnn-2026") {
    const context = { regime, today: "2026-03-10", unit: sampleUnit(sample.unit), attachments: {}, facts: {} };
    super({ procedure: publishedFor(regime), context, data, people, author: subjects.schoolPreparer });
  }

  /** The unit's two signatures. */
  send(): this {
    return this.act(subjects.schoolChiefAccountant, "signChiefAccountant").act(subjects.schoolAccountHolder, "signAccountHolder");
  }

  approve(module: "GL" | "AP"): this {
    return this.act(subjects.teller, "submitForApproval", { input: { module } })
      .act(subjects.head, "approveHead")
      .act(subjects.director, "approveDirector");
  }

  get effectNames(): readonly string[] {
    return this.effects.map((effect) =>
      Object.values(effect)
        .filter((value) => typeof value === "string")
        .join(" "),
    );
  }
}

function publishedFor(regime: string): ReturnType<typeof publishProcedure> {
  return publishProcedure(paymentRegular, profile, { locale: "vi", regime });
}

const procedure = publishedFor("vn-kbnn-2026");

const reason = "Thiếu quyết định giao dự toán năm 2026";
const fixes: readonly Fix[] = [{ document: "form", at: "hopDong.so", text: "Ghi đúng số hợp đồng" }];
const refuse = (walk: Walk): Walk => walk.act(subjects.teller, "refuseIntake", { reason, fixes });
const posted = (): Walk => new Walk().send().act(subjects.teller, "acceptIntake").approve("GL");

test("given a dossier paid through GL, when each does their part, then it ends as paid with mails, deadline and debit advice", () => {
  const walk = posted().ledger("posted").act(subjects.teller, "applyPayment").ledger("paid").act(subjects.head, "signAdvice");
  assert.equal(walk.state, "paid");
  assert.deepEqual(walk.effectNames, [
    "deadline tx signAccountHolder",
    "mail intakeAccepted",
    "ledger post",
    "ledger pay",
    "document debitAdvice",
    "deadlineMet tx",
    "mail paid",
  ]);
});

test("given the AP way, when the director has approved, then the teller runs the interface", () => {
  const walk = new Walk().send().act(subjects.teller, "acceptIntake").act(subjects.teller, "startControl").approve("AP");
  assert.equal(walk.state, "approved_ap");
  assert.equal(walk.act(subjects.secondTeller, "runInterface").ledger("posted").state, "interface_ok");
});

test("given inner steps of the treasury, when the client looks, then the official label shows", () => {
  const shown = timeline(
    procedure,
    new Walk()
      .send()
      .act(subjects.teller, "acceptIntake")
      .act(subjects.teller, "submitForApproval", { input: { module: "GL" } }).events,
  );
  const last = shown.entries.at(-1);
  assert.deepEqual([last?.state, last?.shownState], ["head_pending", "processing"]);
  assert.equal(procedure.labels["state.processing"], "KBNN đang xử lý hồ sơ");
});

test("given the account holder, when signing before the chief accountant, then it is refused", () => {
  assert.throws(() => new Walk().act(subjects.schoolAccountHolder, "signAccountHolder"), { code: "workflow.not-allowed" });
});

test("given a first refusal, when the unit completes and is refused again, then the dossier is closed for good", () => {
  const walk = refuse(new Walk().send());
  assert.equal(walk.state, "intake_rejected");
  assert.throws(() => walk.act(subjects.schoolPreparer, "complete"), { code: "workflow.not-allowed" }, "nothing was changed");
  walk.change().act(subjects.schoolPreparer, "complete");
  assert.equal(walk.state, "awaiting_ca_sign");
  assert.equal(refuse(walk.send()).state, "intake_closed");
  assert.equal(procedure.labels["state.intake_closed"], procedure.labels["state.intake_rejected"]);
});

test("given a refusal without a reason or a fix, when the teller tries, then it is not taken", () => {
  assert.throws(() => new Walk().send().act(subjects.teller, "refuseIntake", { fixes }), { code: "workflow.reason-required" });
  assert.throws(() => new Walk().send().act(subjects.teller, "refuseIntake", { reason: "Thiếu", fixes }), {
    code: "workflow.reason-length",
  });
  assert.throws(() => new Walk().send().act(subjects.teller, "refuseIntake", { reason }), { code: "workflow.fixes-required" });
});

test("given a dossier that the account holder returns, when it is handed in again, then only a changed one needs the chief accountant anew", () => {
  const back = (): Walk =>
    new Walk().act(subjects.schoolChiefAccountant, "signChiefAccountant").act(subjects.schoolAccountHolder, "returnToPreparer", { reason });
  assert.equal(back().act(subjects.schoolPreparer, "resubmit").state, "awaiting_ah_sign");
  assert.equal(back().change().act(subjects.schoolPreparer, "resubmit").state, "awaiting_ca_sign");
});

test("given a submission without the accounting module, when the teller tries, then the choice is asked for", () => {
  const walk = new Walk().send().act(subjects.teller, "acceptIntake");
  assert.throws(() => walk.act(subjects.teller, "submitForApproval"), { code: "workflow.choice-required" });
});

test("given a short balance, when the ledger answers, then the head signs the refusal notice", () => {
  const walk = posted().ledger("failed.shortBalance");
  assert.equal(walk.state, "refusal_pending");
  assert.equal(walk.act(subjects.head, "signRefusal").state, "payment_refused");
  assert.deepEqual(walk.effectNames.slice(-3), ["document refusalNotice", "deadlineMet tx", "mail paymentRefused"]);
});

test("given a typing error of the treasury, when the ledger answers, then head and director sign again", () => {
  const walk = posted().ledger("failed.treasuryTyping");
  assert.equal(walk.state, "returned_to_teller");
  assert.equal(walk.approve("GL").state, "interface_pending");
});

test("given a technical hang, when support releases it with its ticket, then the interface is done", () => {
  const walk = posted().ledger("failed.technicalHang").act(subjects.teller, "releaseBySupport", { reason: "Phiếu hỗ trợ 2026/0117" });
  assert.equal(walk.ledger("released").state, "interface_ok");
});

test("given a payment that fails, when it is cancelled, then the teller has it again and may refuse it for good", () => {
  const walk = posted().ledger("posted").act(subjects.teller, "applyPayment").ledger("failed.payment").ledger("cancelled");
  assert.equal(walk.state, "returned_to_teller");
  walk.act(subjects.teller, "refusePayment", { reason: "Tài khoản người hưởng đã đóng" }).act(subjects.head, "signRefusal");
  assert.equal(walk.state, "payment_refused");
});

test("given cash, when the payment is applied, then it waits at the cash desk until paid out", () => {
  const walk = new Walk(cash)
    .send()
    .act(subjects.teller, "acceptIntake")
    .approve("GL")
    .ledger("posted")
    .act(subjects.teller, "applyPayment");
  assert.equal(walk.state, "cash_pending");
  assert.equal(walk.act(subjects.teller, "confirmCashPaid").ledger("paid").act(subjects.head, "signAdvice").state, "paid");
});

test("given a commitment number, when the teller takes it up, then the interface is closed and the manual way is open", () => {
  const walk = new Walk(committed).send().act(subjects.teller, "acceptIntake");
  assert.throws(() => walk.act(subjects.teller, "submitForApproval", { input: { module: "GL" } }), { code: "workflow.not-allowed" });
  walk.act(subjects.teller, "takeManualPath").act(subjects.teller, "recordManualPayment", { reason: "Bút toán tay số 1101/2026" });
  assert.equal(walk.act(subjects.head, "signAdvice").state, "paid");
});

test("given 2020, when a payment is refused, then the notice of that time is made and signed", () => {
  const walk = new Walk(sample.data, "vn-kbnn-2020")
    .send()
    .act(subjects.teller, "acceptIntake")
    .act(subjects.teller, "refusePayment", { reason });
  walk.act(subjects.head, "signRefusal");
  assert.equal(walk.state, "payment_refused");
  assert.ok(walk.effectNames.includes("document paymentRefusal"));
  assert.equal(walk.replayed.signatures.at(-1)?.signs, "paymentRefusal");
});

test("given any order of steps, when people and ledger act at random, then no dossier is ever stuck and its holder can always act", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(sample.data, cash, committed),
      fc.constantFrom("vn-kbnn-2020", "vn-kbnn-2026"),
      fc.infiniteStream(fc.nat()),
      (data, regime, choice) => {
        const walk = new Walk(data, regime);
        for (let step = 0; step < 40; step += 1) {
          const { final, holder, editable } = procedure.workflow.states[walk.state] ?? {};
          if (final) return;
          const possible = walk.possible();
          assert.ok(
            possible.some(({ transition }) => holder !== undefined && transition.roles.includes(holder)),
            walk.state,
          );
          const next = choice.next().value;
          if (editable && next % 2 === 0) walk.change();
          const { subject, transition } = possible[next % possible.length] ?? assert.fail(walk.state);
          const { action, needs } = transition;
          walk.act(subject, action, {
            ...(needs?.reason ? { reason } : {}),
            ...(needs?.fixes ? { fixes } : {}),
            ...(needs?.choices ? { input: { module: next % 3 === 0 ? "AP" : "GL" } } : {}),
          });
        }
      },
    ),
    { numRuns: 150 },
  );
});
