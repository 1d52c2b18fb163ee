import type { Transition, Workflow, WorkflowState } from "@fisc/core";

const reason = { minLength: 10, maxLength: 500 } as const;
const unsigned = "size(context.facts.dossier.signatures) == 0";
const executor = ["unit.executor"] as const;
const officer = ["treasury.officer"] as const;
const head = ["treasury.head"] as const;
const system = ["system"] as const;

/** Canonical states; real labels of the system were not confirmed. */
const states: Readonly<Record<string, WorkflowState>> = {
  prepared: { holder: "unit.head" },
  first_signed: { holder: "unit.chiefAccountant" },
  reworking: { holder: "unit.executor", editable: true },
  recalled: { final: true },
  sent: { holder: "treasury.officer" },
  accepted: { holder: "treasury.officer" },
  registered: { holder: "treasury.head" },
  paying: { holder: "system", shownAs: "registered" },
  return_pending: { holder: "treasury.head", shownAs: "accepted" },
  paid: { final: true },
  returned: { final: true },
};

const institution: readonly Transition<string>[] = [
  { action: "signHead", from: ["prepared"], to: "first_signed", roles: ["unit.head"], needs: { signature: "head" } },
  {
    action: "signChiefAccountant",
    from: ["first_signed"],
    to: "sent",
    roles: ["unit.chiefAccountant"],
    needs: { signature: "chiefAccountant", differentActorFrom: ["signHead"] },
  },
  { action: "returnToExecutor", from: ["prepared"], to: "reworking", roles: ["unit.head"], needs: { reason } },
  { action: "returnToExecutor", from: ["first_signed"], to: "reworking", roles: ["unit.chiefAccountant"], needs: { reason } },
  { action: "takeBack", from: ["prepared", "first_signed"], to: "reworking", roles: executor, needs: { reason } },
  { action: "resubmit", from: ["reworking"], to: "prepared", roles: executor, when: unsigned },
  // Nothing was changed: the first signature still holds.
  { action: "resubmit", from: ["reworking"], to: "first_signed", roles: executor, when: `!(${unsigned})` },
  { action: "recall", from: ["reworking", "sent"], to: "recalled", roles: executor, needs: { reason } },
];

const treasury: readonly Transition<string>[] = [
  {
    action: "accept",
    from: ["sent"],
    to: "accepted",
    roles: officer,
    effects: [
      { type: "deadline", key: "payment", since: "signChiefAccountant" },
      { type: "mail", template: "accepted" },
    ],
  },
  { action: "register", from: ["accepted"], to: "registered", roles: officer },
  {
    action: "pay",
    from: ["registered"],
    to: "paying",
    roles: head,
    needs: { signature: "treasury", differentActorFrom: ["accept", "register"] },
    effects: [{ type: "ledger", operation: "pay", parameters: { method: "transfer" } }],
  },
  { action: "returnToOfficer", from: ["registered"], to: "accepted", roles: head, needs: { reason } },
  {
    action: "ledger.paid",
    from: ["paying"],
    to: "paid",
    roles: system,
    effects: [
      { type: "deadlineMet", key: "payment" },
      { type: "mail", template: "paid" },
    ],
  },
  { action: "ledger.failed.payment", from: ["paying"], to: "accepted", roles: system },
  {
    action: "refuse",
    from: ["sent", "accepted"],
    to: "return_pending",
    roles: officer,
    needs: { reason, fixes: true },
    effects: [{ type: "document", template: "invoiceReturn" }],
  },
  { action: "withdrawReturn", from: ["return_pending"], to: "accepted", roles: head, needs: { reason } },
  {
    action: "signReturn",
    from: ["return_pending"],
    to: "returned",
    roles: head,
    needs: { signature: "invoiceReturn", differentActorFrom: ["refuse"] },
    effects: [{ type: "mail", template: "returned" }],
  },
];

/** Drafts are local: creating the dossier hands it to the head for the first signature. */
export const workflow: Workflow<string> = { initial: "prepared", states, transitions: [...institution, ...treasury] };
