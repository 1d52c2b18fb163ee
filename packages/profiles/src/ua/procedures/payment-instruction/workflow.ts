import type { Transition, Workflow, WorkflowState } from "@fisc/core";
import { institution, institutionStates, recall } from "../../workflow/institution.ts";
import { reason } from "../../workflow/needs.ts";
import { refusalGrounds } from "../../refusal-grounds.ts";

const officer = ["treasury.officer"] as const;
const head = ["treasury.head"] as const;
const system = ["system"] as const;

const states: Readonly<Record<string, WorkflowState>> = {
  ...institutionStates,
  sent: { holder: "treasury.officer" },
  intake_closed: { holder: "treasury.officer" },
  delivered: { holder: "treasury.officer" },
  in_queue: { holder: "treasury.head" },
  paying: { holder: "system", shownAs: "in_queue" },
  refusal_pending: { holder: "treasury.head", shownAs: "delivered" },
  executed: { final: true },
  rejected: { final: true },
};

/** From the treasury's intake to execution by the priorities of Порядок 590; intake may be closed while the client part works on. */
const treasury: readonly Transition<string>[] = [
  { action: "closeIntake", from: ["sent"], to: "intake_closed", roles: officer, needs: { reason } },
  {
    action: "accept",
    from: ["sent", "intake_closed"],
    to: "delivered",
    roles: officer,
    effects: [{ type: "mail", template: "delivered" }],
  },
  { action: "queue", from: ["delivered"], to: "in_queue", roles: officer },
  {
    action: "execute",
    from: ["in_queue"],
    to: "paying",
    roles: head,
    needs: { signature: "head", differentActorFrom: ["accept", "queue"] },
    effects: [{ type: "ledger", operation: "pay", parameters: { method: "transfer" } }],
  },
  { action: "returnToOfficer", from: ["in_queue"], to: "delivered", roles: head, needs: { reason } },
  { action: "ledger.paid", from: ["paying"], to: "executed", roles: system, effects: [{ type: "mail", template: "executed" }] },
  { action: "ledger.failed.payment", from: ["paying"], to: "delivered", roles: system },
  {
    action: "refuse",
    from: ["sent", "intake_closed", "delivered"],
    to: "refusal_pending",
    roles: officer,
    needs: { reason, choices: { ground: Object.keys(refusalGrounds) } },
    effects: [{ type: "document", template: "paymentReturn" }],
  },
  { action: "returnRefusal", from: ["refusal_pending"], to: "delivered", roles: head, needs: { reason } },
  {
    action: "signRefusal",
    from: ["refusal_pending"],
    to: "rejected",
    roles: head,
    needs: { signature: "paymentReturn", differentActorFrom: ["refuse"] },
    effects: [{ type: "mail", template: "rejected" }],
  },
];

export const workflow: Workflow<string> = {
  initial: "checked",
  states,
  transitions: [...institution, ...treasury, recall(["sent", "intake_closed", "delivered", "in_queue"])],
};
