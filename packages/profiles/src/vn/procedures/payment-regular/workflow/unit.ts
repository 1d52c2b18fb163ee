import type { Transition } from "@fisc/core";
import { reason, unsigned } from "./needs.ts";

/** The unit's own steps: chief accountant, then account holder; back to the preparer until it is sent. */
export const unit: readonly Transition<string>[] = [
  {
    action: "signChiefAccountant",
    from: ["awaiting_ca_sign"],
    to: "awaiting_ah_sign",
    roles: ["unit.chiefAccountant"],
    needs: { signature: "chiefAccountant" },
  },
  {
    action: "signAccountHolder",
    from: ["awaiting_ah_sign"],
    to: "submitted",
    roles: ["unit.accountHolder"],
    needs: { signature: "accountHolder", differentActorFrom: ["signChiefAccountant"] },
  },
  {
    action: "returnToPreparer",
    from: ["awaiting_ca_sign"],
    to: "returned_to_preparer",
    roles: ["unit.chiefAccountant"],
    needs: { reason },
  },
  { action: "returnToPreparer", from: ["awaiting_ah_sign"], to: "returned_to_preparer", roles: ["unit.accountHolder"], needs: { reason } },
  {
    action: "recall",
    from: ["awaiting_ca_sign", "awaiting_ah_sign"],
    to: "returned_to_preparer",
    roles: ["unit.preparer"],
    needs: { reason },
  },
  { action: "resubmit", from: ["returned_to_preparer"], to: "awaiting_ca_sign", roles: ["unit.preparer"], when: unsigned },
  // Nothing was changed: the chief accountant's signature still holds.
  { action: "resubmit", from: ["returned_to_preparer"], to: "awaiting_ah_sign", roles: ["unit.preparer"], when: `!(${unsigned})` },
  { action: "withdraw", from: ["returned_to_preparer", "intake_rejected"], to: "withdrawn", roles: ["unit.preparer"], needs: { reason } },
];
