import type { Transition } from "@fisc/core";
import { cash, transfer } from "../expressions.ts";
import { reason } from "./needs.ts";

const teller = ["treasury.teller"] as const;
const system = ["system"] as const;

/** QĐ 3519/QĐ-KBNN, Điều 7, online: 7O4gl–7O5s. */
export const settlement: readonly Transition<string>[] = [
  // AP does not go by itself: the teller runs the interface (7O4ap).
  {
    action: "runInterface",
    from: ["approved_ap"],
    to: "interface_pending",
    roles: teller,
    effects: [{ type: "ledger", operation: "post", parameters: { module: "AP" } }],
  },
  { action: "ledger.posted", from: ["interface_pending"], to: "interface_ok", roles: system },
  // 7O4f2: the treasury's own typing: the teller puts it right, head and director sign again.
  { action: "ledger.failed.treasuryTyping", from: ["interface_pending"], to: "returned_to_teller", roles: system },
  // 7O4f3: a technical hang: support releases it.
  { action: "ledger.failed.technicalHang", from: ["interface_pending", "releasing"], to: "support_needed", roles: system },
  {
    action: "releaseBySupport",
    from: ["support_needed"],
    to: "releasing",
    roles: teller,
    needs: { reason },
    effects: [{ type: "ledger", operation: "release" }],
  },
  { action: "ledger.released", from: ["releasing"], to: "interface_ok", roles: system },
  {
    action: "applyPayment",
    from: ["interface_ok"],
    to: "paying",
    roles: teller,
    when: transfer,
    effects: [{ type: "ledger", operation: "pay", parameters: { method: "transfer" } }],
  },
  // 7O4c: the cashier pays out; the teller records it.
  { action: "applyPayment", from: ["interface_ok"], to: "cash_pending", roles: teller, when: cash },
  {
    action: "confirmCashPaid",
    from: ["cash_pending"],
    to: "paying",
    roles: teller,
    effects: [{ type: "ledger", operation: "pay", parameters: { method: "cash" } }],
  },
  {
    action: "cancelCash",
    from: ["cash_pending"],
    to: "cancelling",
    roles: teller,
    needs: { reason },
    effects: [{ type: "ledger", operation: "cancel" }],
  },
  {
    action: "ledger.paid",
    from: ["paying"],
    to: "advice_pending",
    roles: system,
    effects: [{ type: "document", template: "debitAdvice" }],
  },
  // 7O5: payment failed: what was posted is cancelled.
  {
    action: "ledger.failed.payment",
    from: ["paying"],
    to: "cancelling",
    roles: system,
    effects: [{ type: "ledger", operation: "cancel" }],
  },
  { action: "ledger.cancelled", from: ["cancelling"], to: "returned_to_teller", roles: system },
  {
    action: "signAdvice",
    from: ["advice_pending"],
    to: "paid",
    roles: ["treasury.deptHead"],
    needs: { signature: "debitAdvice", differentActorFrom: ["applyPayment", "confirmCashPaid", "recordManualPayment"] },
    effects: [
      { type: "deadlineMet", key: "tx" },
      { type: "mail", template: "paid" },
    ],
  },
];
