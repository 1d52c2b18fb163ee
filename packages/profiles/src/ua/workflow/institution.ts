import type { Transition, WorkflowState } from "@fisc/core";
import { reason, signedOnce, signedTwice, unsigned } from "./needs.ts";

/** States while the institution has the document. Real labels of the client part were not confirmed beyond "формування" and "візування". */
export const institutionStates: Readonly<Record<string, WorkflowState>> = {
  checked: { holder: "unit.accountant", editable: true },
  awaiting_manager: { holder: "unit.manager" },
  awaiting_seal: { holder: "unit.seal" },
  deleted: { final: true },
  recalled: { final: true },
};

/** Accountant, then manager, then the seal, which sends it. Drafts are local: creating the dossier makes it `checked`. */
export const institution: readonly Transition<string>[] = [
  {
    action: "signAccountant",
    from: ["checked"],
    to: "awaiting_manager",
    roles: ["unit.accountant"],
    when: unsigned,
    needs: { signature: "accountant" },
  },
  {
    action: "signManager",
    from: ["awaiting_manager"],
    to: "awaiting_seal",
    roles: ["unit.manager"],
    needs: { signature: "manager", differentActorFrom: ["signAccountant"] },
  },
  { action: "affixSeal", from: ["awaiting_seal"], to: "sent", roles: ["unit.seal"], needs: { signature: "seal" } },
  { action: "returnToAccountant", from: ["awaiting_manager"], to: "checked", roles: ["unit.manager"], needs: { reason } },
  { action: "returnToAccountant", from: ["awaiting_seal"], to: "checked", roles: ["unit.seal"], needs: { reason } },
  // Nothing was changed since: signatures of the version still hold, the next one is asked for.
  { action: "resubmit", from: ["checked"], to: "awaiting_manager", roles: ["unit.accountant"], when: signedOnce },
  { action: "resubmit", from: ["checked"], to: "awaiting_seal", roles: ["unit.accountant"], when: signedTwice },
  { action: "delete", from: ["checked"], to: "deleted", roles: ["unit.accountant"] },
];

/** Takes the document back from the treasury, as long as nothing was done with it. */
export function recall(from: readonly string[]): Transition<string> {
  return { action: "recall", from, to: "recalled", roles: ["unit.accountant", "unit.manager"], needs: { reason } };
}
