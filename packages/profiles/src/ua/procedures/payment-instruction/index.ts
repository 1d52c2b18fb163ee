import type { ProcedureDefinition } from "@fisc/core";
import { notice, signaturePolicies } from "../../workflow/signature-policies.ts";
import { attachments } from "./attachments.ts";
import { computed } from "./computed.ts";
import { layout } from "./layout.ts";
import { detailRules } from "./rules-details.ts";
import { groundRules } from "./rules-grounds.ts";
import { initial, schema } from "./schema.ts";
import { workflow } from "./workflow.ts";

/** Платіжна інструкція of a spending unit. No day of execution is promised: payments go by the priorities of Порядок 590. */
export const paymentInstruction: ProcedureDefinition = {
  id: "ua.payment.instruction",
  version: 1,
  formNumber: "Платіжна інструкція",
  schema,
  initial,
  layout,
  computed,
  rules: [...detailRules, ...groundRules],
  attachments,
  workflow,
  signaturePolicies: { ...signaturePolicies, paymentReturn: notice("paymentReturn") },
  deadlines: {},
  summary: {
    title: `data.purpose != null ? data.purpose : size(data.tax) > 0 && data.tax[0].info != null ? data.tax[0].info : ""`,
    amount: "data.amount == null ? 0 : data.amount",
    number: `data.number == null ? "" : data.number`,
  },
};
