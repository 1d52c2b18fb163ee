import type { Transition, Workflow, WorkflowState } from "@fisc/core";
import { institution, institutionStates, recall } from "../../workflow/institution.ts";
import { reason } from "../../workflow/needs.ts";

const officer = ["treasury.officer"] as const;
const head = ["treasury.head"] as const;
const system = ["system"] as const;

const states: Readonly<Record<string, WorkflowState>> = {
  ...institutionStates,
  sent: { holder: "treasury.officer" },
  intake_closed: { holder: "treasury.officer" },
  delivered: { holder: "treasury.officer" },
  approval_pending: { holder: "treasury.head", shownAs: "delivered" },
  posting: { holder: "system", shownAs: "delivered" },
  refusal_pending: { holder: "treasury.head", shownAs: "delivered" },
  registered: { final: true },
  rejected: { final: true },
};

/** The treasury checks a register by the next working day and returns it with a written reason, or takes it on record. */
const treasury: readonly Transition<string>[] = [
  { action: "closeIntake", from: ["sent"], to: "intake_closed", roles: officer, needs: { reason } },
  {
    action: "accept",
    from: ["sent", "intake_closed"],
    to: "delivered",
    roles: officer,
    effects: [
      { type: "deadline", key: "review", since: "affixSeal" },
      { type: "mail", template: "delivered" },
    ],
  },
  { action: "propose", from: ["delivered"], to: "approval_pending", roles: officer },
  { action: "returnToOfficer", from: ["approval_pending"], to: "delivered", roles: head, needs: { reason } },
  {
    action: "register",
    from: ["approval_pending"],
    to: "posting",
    roles: head,
    needs: { signature: "head", differentActorFrom: ["accept", "propose"] },
    effects: [{ type: "ledger", operation: "post", parameters: { module: "commitments" } }],
  },
  {
    action: "ledger.posted",
    from: ["posting"],
    to: "registered",
    roles: system,
    effects: [
      { type: "deadlineMet", key: "review" },
      { type: "mail", template: "registered" },
    ],
  },
  { action: "ledger.failed.unitData", from: ["posting"], to: "delivered", roles: system },
  {
    action: "refuse",
    from: ["delivered"],
    to: "refusal_pending",
    roles: officer,
    needs: { reason, fixes: true },
    effects: [{ type: "document", template: "registerReturn" }],
  },
  { action: "returnRefusal", from: ["refusal_pending"], to: "delivered", roles: head, needs: { reason } },
  {
    action: "signRefusal",
    from: ["refusal_pending"],
    to: "rejected",
    roles: head,
    needs: { signature: "registerReturn", differentActorFrom: ["refuse"] },
    effects: [
      { type: "deadlineMet", key: "review" },
      { type: "mail", template: "rejected" },
    ],
  },
];

export const workflow: Workflow<string> = {
  initial: "checked",
  states,
  transitions: [...institution, ...treasury, recall(["sent", "intake_closed", "delivered"])],
};
