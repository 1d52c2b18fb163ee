import type { ProcedureDefinition } from "@fisc/core";
import { computed } from "./computed.ts";
import { layout } from "./layout.ts";
import { invoiceRules } from "./rules-invoices.ts";
import { partyRules } from "./rules-parties.ts";
import { initial, schema } from "./schema.ts";
import { signaturePolicies } from "./signature-policies.ts";
import { workflow } from "./workflow.ts";

/** Төлеуге берілетін шот (счёт к оплате): all invoices that one supporting document gives rise to. */
export const paymentInvoice: ProcedureDefinition = {
  id: "kz.payment.invoice",
  version: 1,
  formNumber: "Төлеуге берілетін шот",
  schema,
  initial,
  layout,
  computed,
  rules: [...invoiceRules, ...partyRules],
  attachments: [
    {
      id: "basis",
      required: `data.advance == "no"`,
      maxFiles: 10,
      maxBytes: 10 * 1024 * 1024,
      mediaTypes: ["application/pdf", "image/jpeg", "image/png", "image/tiff"],
    },
  ],
  workflow,
  signaturePolicies,
  deadlines: {
    payment: {
      workingDays: "3",
      cutOff: "23:59:59",
      source:
        "Payment of an invoice in 2–3 working days. UNVERIFIED: from general knowledge, no page confirmed; no cut-off time was found.",
    },
  },
  summary: {
    title: `count([data.invoices[0].purpose]) > 0 ? data.invoices[0].purpose : ""`,
    amount: "data.total == null ? 0 : data.total",
    number: `count([data.invoices[0].number]) > 0 ? data.invoices[0].number : ""`,
  },
};
