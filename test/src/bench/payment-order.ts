import type { ProcedureDefinition, Profile, PublishedProcedure, RuleContext } from "@fisc/core";
import { publishProcedure } from "@fisc/core/publish";

const definition: ProcedureDefinition = {
  id: "bench.order",
  version: 1,
  formNumber: "12",
  schema: { type: "object" },
  initial: {},
  layout: [
    {
      id: "order",
      sections: [
        {
          id: "order",
          fields: [
            { type: "text", path: "orderNo", required: true, length: 12 },
            { type: "date", path: "orderDate", required: true },
            { type: "text", path: "payer", required: true, length: 40 },
            { type: "text", path: "payerAccount", required: true, length: 29 },
            { type: "text", path: "payee", required: true, length: 40 },
            { type: "text", path: "payeeAccount", required: true, length: 29 },
            { type: "code", path: "bank", required: true, codeList: "bank", length: 6 },
            { type: "money", path: "amount", required: true, length: 15 },
            { type: "words", path: "words", readOnly: true, language: "en" },
            { type: "code", path: "budgetCode", required: true, codeList: "budget", length: 7 },
            { type: "multiline", path: "purpose", required: true },
            { type: "text", path: "email", length: 40 },
          ],
        },
      ],
    },
  ],
  computed: [{ path: "words", value: `words(data.amount, "EUR", "en")`, when: "data.amount != null" }],
  rules: [
    {
      id: "R1",
      at: "amount",
      severity: "error",
      when: "data.amount != null",
      assert: "data.amount > 0",
      message: "positive",
      source: "bench",
    },
    {
      id: "R2",
      at: "payeeAccount",
      severity: "error",
      when: "data.payeeAccount != null",
      assert: "data.payeeAccount != data.payerAccount",
      message: "other-account",
      source: "bench",
    },
  ],
  attachments: [],
  workflow: { initial: "sent", states: { sent: { final: true } }, transitions: [] },
  signaturePolicies: {},
  deadlines: {},
  summary: { title: `data.orderNo == null ? "" : data.orderNo`, amount: "data.amount == null ? 0 : data.amount", number: `""` },
};

const labels = {
  "procedure.bench.order": "Payment order",
  "page.order": "Payment order",
  "section.order": "Payment order",
  "field.orderNo": "Order number",
  "field.orderDate": "Order date",
  "field.payer": "Payer name",
  "field.payerAccount": "Payer account",
  "field.payee": "Payee name",
  "field.payeeAccount": "Payee account",
  "field.bank": "Bank",
  "field.amount": "Amount",
  "field.words": "Amount in words",
  "field.budgetCode": "Budget code",
  "field.purpose": "Purpose",
  "field.email": "Contact e-mail",
  "state.sent": "Sent",
  "rule.positive": "The amount must be more than nothing. Enter it again.",
  "rule.other-account": "The payee's account is the payer's. Enter another one.",
};

const profile: Profile = {
  id: "bench",
  locales: ["en"],
  defaultLocale: "en",
  currency: { code: "EUR", decimals: 2 },
  timeZone: "UTC",
  regimes: [{ id: "now", validFrom: "2020-01-01", source: "bench" }],
  calendar: { holidays: {}, workingSaturdays: {} },
  procedures: [definition],
  labels: { en: labels },
  roles: [],
  codeLists: {
    bank: { length: 6, complete: true, source: "bench", entries: { en: [{ code: "100001", name: "First Bank" }] } },
    budget: { length: 7, complete: true, source: "bench", entries: { en: [{ code: "2110000", name: "Wages" }] } },
  },
  mailTemplates: [],
  documents: {},
};

/** The twelve fields that form engines are compared with, as a procedure, and what its rules read. */
export function paymentOrder(): { readonly procedure: PublishedProcedure; readonly context: RuleContext } {
  return {
    procedure: publishProcedure(definition, profile, { locale: "en", regime: "now" }),
    context: {
      regime: "now",
      today: "2026-11-21",
      unit: { code: "1", name: "Unit", accounts: [], attributes: {} },
      attachments: {},
      facts: {},
    },
  };
}
