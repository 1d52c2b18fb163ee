import type { WorkflowState } from "@fisc/core";

const inner = (holder: string): WorkflowState => ({ holder, shownAs: "processing" });

/** Official labels: 63/KBKS §2 and QĐ 3519/QĐ-KBNN; inner steps of the treasury show as "KBNN đang xử lý hồ sơ". */
export const states: Readonly<Record<string, WorkflowState>> = {
  awaiting_ca_sign: { holder: "unit.chiefAccountant" },
  awaiting_ah_sign: { holder: "unit.accountHolder" },
  returned_to_preparer: { holder: "unit.preparer", editable: true },
  withdrawn: { final: true },
  submitted: { holder: "treasury.teller" },
  intake_rejected: { holder: "unit.preparer", editable: true },
  intake_closed: { final: true },
  received: { holder: "treasury.teller" },
  processing: { holder: "treasury.teller" },
  head_pending: inner("treasury.deptHead"),
  director_pending: inner("treasury.director"),
  returned_to_teller: inner("treasury.teller"),
  manual_path: { holder: "treasury.teller" },
  approved_ap: inner("treasury.teller"),
  interface_pending: inner("system"),
  interface_ok: inner("treasury.teller"),
  support_needed: inner("treasury.teller"),
  releasing: inner("system"),
  cash_pending: { holder: "treasury.teller" },
  paying: inner("system"),
  cancelling: inner("system"),
  advice_pending: inner("treasury.deptHead"),
  refusal_pending: inner("treasury.deptHead"),
  payment_refused: { final: true },
  paid: { final: true },
};
