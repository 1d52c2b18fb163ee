import type { Transition } from "@fisc/core";
import { withCommitment } from "../expressions.ts";
import { reason } from "./needs.ts";

const teller = ["treasury.teller"] as const;
const module = "context.facts.dossier.inputs.submitForApproval.module";
/** Four eyes: who prepared does not approve, who approved does not approve again. */
const tellerActions = ["acceptIntake", "startControl", "submitForApproval", "recordManualPayment"] as const;

/** QĐ 3519/QĐ-KBNN, Điều 7, online: 7O1–7O3r. */
export const control: readonly Transition<string>[] = [
  { action: "startControl", from: ["received"], to: "processing", roles: teller },
  {
    action: "submitForApproval",
    from: ["received", "processing", "returned_to_teller"],
    to: "head_pending",
    roles: teller,
    when: `!(${withCommitment})`,
    needs: { choices: { module: ["GL", "AP"] } },
  },
  // 7O1x: a payment of a commitment cannot pass the interface; it is keyed in and approved on paper.
  {
    action: "takeManualPath",
    from: ["received", "processing", "returned_to_teller"],
    to: "manual_path",
    roles: teller,
    when: withCommitment,
  },
  {
    action: "recordManualPayment",
    from: ["manual_path"],
    to: "advice_pending",
    roles: teller,
    needs: { reason },
    effects: [{ type: "document", template: "debitAdvice" }],
  },
  {
    action: "approveHead",
    from: ["head_pending"],
    to: "director_pending",
    roles: ["treasury.deptHead"],
    needs: { signature: "head", differentActorFrom: tellerActions },
  },
  { action: "refuseHead", from: ["head_pending"], to: "returned_to_teller", roles: ["treasury.deptHead"], needs: { reason } },
  {
    action: "approveDirector",
    from: ["director_pending"],
    to: "interface_pending",
    roles: ["treasury.director"],
    when: `${module} == "GL"`,
    needs: { signature: "director", differentActorFrom: [...tellerActions, "approveHead"] },
    effects: [{ type: "ledger", operation: "post", parameters: { module: "GL" } }],
  },
  {
    action: "approveDirector",
    from: ["director_pending"],
    to: "approved_ap",
    roles: ["treasury.director"],
    when: `${module} == "AP"`,
    needs: { signature: "director", differentActorFrom: [...tellerActions, "approveHead"] },
  },
  { action: "refuseDirector", from: ["director_pending"], to: "returned_to_teller", roles: ["treasury.director"], needs: { reason } },
];
