import assert from "node:assert/strict";
import { test } from "node:test";
import type { Actor, DossierEvent, Fix, JsonObject, RuleContext } from "@fisc/core";
import { publishProcedure } from "@fisc/core/publish";
import { withValueAt } from "@fisc/core/rules";
import { chooseTransition, replay, timeline, type Replayed } from "@fisc/core/workflow";
import { profile } from "../../../index.ts";
import { registry, sampleDossier, sampleUnit, subjects } from "../../../samples/index.ts";
import { paymentRegular } from "../index.ts";

const procedure = publishProcedure(paymentRegular, profile, { locale: "vi", regime: "vn-kbnn-2026" });
const sample = sampleDossier("D-1");
const unit = sampleUnit(sample.unit);
const context: RuleContext = { regime: procedure.regime, today: "2026-03-10", unit, attachments: {}, facts: {} };

interface Given {
  readonly reason?: string;
  readonly fixes?: readonly Fix[];
  readonly input?: JsonObject;
}

/** A dossier whose log grows by what people do; every step is chosen by the engine, never set. */
class Walk {
  readonly events: DossierEvent[] = [];
  readonly effects: string[] = [];
  readonly #data: JsonObject;

  constructor(data: JsonObject = sample.data) {
    this.#data = data;
    this.#append(
      { type: "dossier.created", detail: { procedure: procedure.id, version: 1, state: procedure.workflow.initial } },
      actorOf(subjects.schoolPreparer),
    );
  }

  get replayed(): Replayed {
    return replay(procedure, this.events);
  }

  get state(): string {
    return this.replayed.state;
  }

  act(subject: string, action: string, given: Given = {}): this {
    const actor = actorOf(subject);
    const { replayed } = this;
    const serial = subject;
    const transition = chooseTransition({
      procedure,
      replayed,
      actor: { id: actor.id, roles: [actor.role] },
      context,
      data: this.#data,
      action,
      ...given,
      signature: { subject, issuer: "test", serial, notAfter: "2030-01-01T00:00:00.000Z" },
    });
    const version = replayed.version;
    this.#append({ type: "transition", detail: { action, from: replayed.state, to: transition.to, version, ...given } }, actor);
    const policy = transition.needs?.signature ?? "";
    const signing = procedure.signaturePolicies[policy];
    if (signing) {
      const { signs, role, level } = signing;
      const at = "2026-03-10T08:00:00.000Z";
      this.#append(
        {
          type: "signature.added",
          detail: {
            sequence: replayed.nextSequence,
            version,
            policy,
            role,
            signer: actor.name,
            certificate: { subject, issuer: "test", serial, notAfter: at },
            at,
            level,
            signs,
          },
        },
        actor,
      );
    }
    for (const effect of transition.effects ?? [])
      this.effects.push(
        Object.values(effect)
          .filter((value) => typeof value === "string")
          .join(" "),
      );
    return this;
  }

  system(outcome: string): this {
    return this.act("system", `ledger.${outcome}`);
  }

  change(): this {
    this.#append(
      { type: "content.changed", detail: { version: this.replayed.version + 1, dataSha256: "", attachments: [] } },
      actorOf(subjects.schoolPreparer),
    );
    return this;
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

  #append(event: Pick<DossierEvent, "type" | "detail">, actor: Actor): void {
    const position = this.events.length + 1;
    this.events.push({ ...event, dossier: "d", position, cursor: position, at: "2026-03-10T08:00:00.000Z", actor } as DossierEvent);
  }
}

function actorOf(subject: string): Actor {
  if (subject === "system") return { id: "system", name: "system", role: "system" };
  const person = registry.people.find((one) => one.subject === subject);
  assert.ok(person?.roles[0], subject);
  return { id: subject, name: person.name, role: person.roles[0].role };
}

const reason = "Thiếu quyết định giao dự toán năm 2026";
const fixes: readonly Fix[] = [{ document: "form", at: "hopDong.so", text: "Ghi đúng số hợp đồng" }];
const refuse = (walk: Walk): Walk => walk.act(subjects.teller, "refuseIntake", { reason, fixes });
const posted = (): Walk => new Walk().send().act(subjects.teller, "acceptIntake").approve("GL");

test("given a dossier paid through GL, when each does their part, then it ends as paid with mails, deadline and debit advice", () => {
  const walk = posted().system("posted").act(subjects.teller, "applyPayment").system("paid").act(subjects.head, "signAdvice");
  assert.equal(walk.state, "paid");
  assert.deepEqual(walk.effects, [
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
  assert.equal(walk.act(subjects.secondTeller, "runInterface").system("posted").state, "interface_ok");
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
  const walk = posted().system("failed.shortBalance");
  assert.equal(walk.state, "refusal_pending");
  assert.equal(walk.act(subjects.head, "signRefusal").state, "payment_refused");
  assert.deepEqual(walk.effects.slice(-3), ["document refusalNotice", "deadlineMet tx", "mail paymentRefused"]);
});

test("given a typing error of the treasury, when the ledger answers, then head and director sign again", () => {
  const walk = posted().system("failed.treasuryTyping");
  assert.equal(walk.state, "returned_to_teller");
  assert.equal(walk.approve("GL").state, "interface_pending");
});

test("given a technical hang, when support releases it with its ticket, then the interface is done", () => {
  const walk = posted().system("failed.technicalHang").act(subjects.teller, "releaseBySupport", { reason: "Phiếu hỗ trợ 2026/0117" });
  assert.equal(walk.system("released").state, "interface_ok");
});

test("given a payment that fails, when it is cancelled, then the teller has it again and may refuse it for good", () => {
  const walk = posted().system("posted").act(subjects.teller, "applyPayment").system("failed.payment").system("cancelled");
  assert.equal(walk.state, "returned_to_teller");
  walk.act(subjects.teller, "refusePayment", { reason: "Tài khoản người hưởng đã đóng" }).act(subjects.head, "signRefusal");
  assert.equal(walk.state, "payment_refused");
});

test("given cash, when the payment is applied, then it waits at the cash desk until paid out", () => {
  const cash = sampleDossier("D-1/cash");
  const walk = new Walk(cash.data)
    .send()
    .act(subjects.teller, "acceptIntake")
    .approve("GL")
    .system("posted")
    .act(subjects.teller, "applyPayment");
  assert.equal(walk.state, "cash_pending");
  assert.equal(walk.act(subjects.teller, "confirmCashPaid").system("paid").act(subjects.head, "signAdvice").state, "paid");
});

test("given a commitment number, when the teller takes it up, then the interface is closed and the manual way is open", () => {
  const walk = new Walk(withValueAt(sample.data, "ckc.soHDTH", "CKC-99010001")).send().act(subjects.teller, "acceptIntake");
  assert.throws(() => walk.act(subjects.teller, "submitForApproval", { input: { module: "GL" } }), { code: "workflow.not-allowed" });
  walk.act(subjects.teller, "takeManualPath").act(subjects.teller, "recordManualPayment", { reason: "Bút toán tay số 1101/2026" });
  assert.equal(walk.act(subjects.head, "signAdvice").state, "paid");
});
