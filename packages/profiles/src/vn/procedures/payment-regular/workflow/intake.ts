import type { Transition } from "@fisc/core";
import { reason, unsigned } from "./needs.ts";

const teller = ["treasury.teller"] as const;
const counts = "context.facts.dossier.counts";

/** QĐ 3519/QĐ-KBNN, Điều 5, online: 5O1–5O3. Completion is asked for once only (Điều 3): the second refusal closes the dossier. */
export const intake: readonly Transition<string>[] = [
  {
    action: "acceptIntake",
    from: ["submitted"],
    to: "received",
    roles: teller,
    effects: [
      { type: "deadline", key: "tx", since: "signAccountHolder" },
      { type: "mail", template: "intakeAccepted" },
    ],
  },
  {
    action: "refuseIntake",
    from: ["submitted"],
    to: "intake_rejected",
    roles: teller,
    when: `${counts}.refuseIntake == 0`,
    needs: { reason, fixes: true },
    effects: [{ type: "mail", template: "intakeRefused" }],
  },
  {
    action: "refuseIntake",
    from: ["submitted"],
    to: "intake_closed",
    roles: teller,
    when: `${counts}.refuseIntake > 0`,
    needs: { reason, fixes: true },
    effects: [{ type: "mail", template: "intakeClosed" }],
  },
  // Only what was changed can be handed in again.
  { action: "complete", from: ["intake_rejected"], to: "awaiting_ca_sign", roles: ["unit.preparer"], when: unsigned },
];
