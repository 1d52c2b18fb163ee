import type { ProcedureDefinition } from "@fisc/core";
import { attachments } from "./attachments.ts";
import { computed } from "./computed.ts";
import { deadlines } from "./deadlines.ts";
import { layout } from "./layout.ts";
import { rules } from "./rules.ts";
import { initial, schema } from "./schema.ts";
import { signaturePolicies } from "./signature-policies.ts";
import { workflow } from "./workflow/index.ts";

/** Regular spend by estimate: C2-02a/NS "Giấy rút dự toán ngân sách nhà nước", payment and advance, transfer and cash. */
export const paymentRegular: ProcedureDefinition = {
  id: "vn.payment.regular",
  version: 1,
  formNumber: "C2-02a/NS",
  schema,
  initial,
  layout,
  computed,
  rules,
  attachments,
  workflow,
  signaturePolicies,
  deadlines,
  summary: {
    title: `count([data.dong[0].noiDung]) > 0 ? data.dong[0].noiDung : ""`,
    amount: "data.tong == null ? 0 : data.tong",
    number: `data.soChungTu == null ? "" : data.soChungTu`,
  },
};
