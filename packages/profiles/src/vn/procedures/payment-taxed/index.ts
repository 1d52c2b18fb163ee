import type { ProcedureDefinition } from "@fisc/core";
import { paymentRegular } from "../payment-regular/index.ts";
import { computed } from "./computed.ts";
import { layout } from "./layout.ts";
import { rules } from "./rules.ts";
import { initial, schema } from "./schema.ts";

/** C2-02b/NS "Giấy rút dự toán ngân sách nhà nước" with a payment into the budget: goes the same way as C2-02a/NS. */
export const paymentTaxed: ProcedureDefinition = {
  ...paymentRegular,
  id: "vn.payment.taxed",
  formNumber: "C2-02b/NS",
  schema,
  initial,
  layout,
  computed,
  rules,
};
