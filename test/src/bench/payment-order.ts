import type { ProcedureDefinition, Profile, PublishedProcedure, RuleContext } from "@fisc/core";
import { publishProcedure } from "@fisc/core/publish";
import { orderLabels } from "./order-labels.ts";

/** `language`: of the amount in words. */
const definition = (language: string): ProcedureDefinition => ({
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
            { type: "words", path: "words", readOnly: true, language },
            { type: "code", path: "budgetCode", required: true, codeList: "budget", length: 7 },
            { type: "multiline", path: "purpose", required: true },
            { type: "text", path: "email", length: 40 },
          ],
        },
      ],
    },
  ],
  computed: [{ path: "words", value: `words(data.amount, "EUR", "${language}")`, when: "data.amount != null" }],
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
});

const inEach = <T>(value: T): Readonly<Record<string, T>> => Object.fromEntries(Object.keys(orderLabels).map((locale) => [locale, value]));

const profile = (procedure: ProcedureDefinition): Profile => ({
  id: "bench",
  locales: Object.keys(orderLabels),
  defaultLocale: "en",
  currency: { code: "EUR", decimals: 2 },
  timeZone: "UTC",
  regimes: [{ id: "now", validFrom: "2020-01-01", source: "bench" }],
  calendar: { holidays: {}, workingSaturdays: {} },
  procedures: [procedure],
  labels: orderLabels,
  roles: [],
  codeLists: {
    bank: { length: 6, complete: true, source: "bench", entries: inEach([{ code: "100001", name: "First Bank" }]) },
    budget: { length: 7, complete: true, source: "bench", entries: inEach([{ code: "2110000", name: "Wages" }]) },
  },
  mailTemplates: [],
  documents: {},
});

/** The twelve fields that form engines are compared with, as a procedure; what its rules read; and the words of the page around them. */
export function paymentOrder(locale = "en"): {
  readonly procedure: PublishedProcedure;
  readonly context: RuleContext;
  readonly page: { readonly language: string; readonly send: string };
} {
  const procedure = definition(locale.split("-")[0] ?? locale);
  return {
    procedure: publishProcedure(procedure, profile(procedure), { locale, regime: "now" }),
    context: {
      regime: "now",
      today: "2026-11-21",
      unit: { code: "1", name: "Unit", accounts: [], attributes: {} },
      attachments: {},
      facts: {},
    },
    page: { language: orderLabels[locale]?.["page.language"] ?? "", send: orderLabels[locale]?.["action.send"] ?? "" },
  };
}
