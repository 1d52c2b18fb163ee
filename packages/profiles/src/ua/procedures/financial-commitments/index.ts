import type { ProcedureDefinition } from "@fisc/core";
import { notice, signaturePolicies } from "../../workflow/signature-policies.ts";
import { computed } from "./computed.ts";
import { layout } from "./layout.ts";
import { lineRules } from "./rules-lines.ts";
import { registerRules } from "./rules-register.ts";
import { initial, schema } from "./schema.ts";
import { workflow } from "./workflow.ts";

/** Реєстр бюджетних фінансових зобов'язань (наказ 309, додаток 2), up to 10,000 lines. */
export const financialCommitments: ProcedureDefinition = {
  id: "ua.register.financialCommitments",
  version: 1,
  formNumber: "Додаток 2 до Порядку № 309",
  schema,
  initial,
  layout,
  computed,
  rules: [...registerRules, ...lineRules],
  attachments: [{ id: "supportingDocuments", required: false, maxFiles: 50, maxBytes: 10 * 1024 * 1024, mediaTypes: ["application/pdf"] }],
  workflow,
  signaturePolicies: { ...signaturePolicies, registerReturn: notice("registerReturn") },
  deadlines: {
    review: {
      workingDays: "1",
      cutOff: "23:59:59",
      source:
        "Check of a register and return with a written reason by the next working day. UNVERIFIED: from general knowledge; no cut-off time was found.",
    },
  },
  summary: {
    title: `data.number == null ? "" : data.number`,
    amount: "data.total == null ? 0 : data.total",
    number: `data.number == null ? "" : data.number`,
  },
};
