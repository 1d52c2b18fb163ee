import type { Transition } from "@fisc/core";
import { in2020, in2026 } from "../expressions.ts";
import { reason } from "./needs.ts";

/** 2020: Thông báo từ chối thanh toán (QĐ 3519/QĐ-KBNN, Điều 3.8); 2026: Mẫu số 33 (NĐ 347/2025, Điều 6.2.k). */
const notices = [
  { template: "paymentRefusal", when: in2020 },
  { template: "refusalNotice", when: in2026 },
] as const;

/** `transition`, once for each rule set, making the notice of its time. */
const withNotice = (transition: Transition<string>): readonly Transition<string>[] =>
  notices.map(({ template, when }) => ({ ...transition, when, effects: [{ type: "document", template }] }));

/** The treasury refuses to pay: by the teller's judgement or by the ledger's answer (7O4f1); the head signs the notice. */
export const refusal: readonly Transition<string>[] = [
  ...withNotice({
    action: "refusePayment",
    from: ["received", "processing", "returned_to_teller", "manual_path"],
    to: "refusal_pending",
    roles: ["treasury.teller"],
    needs: { reason },
  }),
  ...["ledger.failed.shortBalance", "ledger.failed.unitData"].flatMap((action) =>
    withNotice({ action, from: ["interface_pending"], to: "refusal_pending", roles: ["system"] }),
  ),
  { action: "returnRefusal", from: ["refusal_pending"], to: "returned_to_teller", roles: ["treasury.deptHead"], needs: { reason } },
  ...notices.map(({ template, when }): Transition<string> => ({
    action: "signRefusal",
    from: ["refusal_pending"],
    to: "payment_refused",
    roles: ["treasury.deptHead"],
    when,
    needs: { signature: template, differentActorFrom: ["refusePayment"] },
    effects: [
      { type: "deadlineMet", key: "tx" },
      { type: "mail", template: "paymentRefused" },
    ],
  })),
];
