import type { Labels, ProcedureDefinition, Profile, PublishedProcedure } from "@fisc/core";
import { publishProcedure } from "@fisc/core/publish";

export const orderDefinition: ProcedureDefinition = {
  id: "test.order",
  version: 1,
  formNumber: "O-7",
  schema: { type: "object" },
  initial: { kind: "TRANSFER", lines: [{}] },
  layout: [
    {
      id: "order",
      sections: [
        {
          id: "head",
          fields: [
            { type: "text", path: "number", required: true, length: 12 },
            { type: "date", path: "date", required: true },
            { type: "account", path: "account", required: true, length: 20 },
            { type: "choice", path: "kind", required: true, options: ["TRANSFER", "CASH"] },
            { type: "multiline", path: "note" },
          ],
        },
        {
          id: "lines",
          fields: [
            {
              type: "lines",
              path: "lines",
              minRows: 1,
              maxRows: 20,
              columns: [
                { type: "text", path: "text", required: true, length: 30 },
                { type: "code", path: "code", codeList: "purpose", required: true, length: 4 },
                { type: "money", path: "amount", required: true, length: 12 },
              ],
              totals: { amount: "total" },
            },
            { type: "money", path: "total", required: true, readOnly: true },
            { type: "words", path: "words", required: true, readOnly: true, language: "vi" },
          ],
        },
        { id: "person", visible: `data.kind == "CASH"`, fields: [{ type: "text", path: "receiver", required: true, length: 30 }] },
      ],
    },
  ],
  computed: [
    { path: "total", value: "sum(data.lines.map(l, l.amount))" },
    { path: "words", value: `words(data.total, "VND", "vi")`, when: "data.total != null" },
  ],
  rules: [
    {
      id: "R1",
      at: "lines[].code",
      severity: "error",
      when: "row.code != null",
      assert: `knownCode("purpose", row.code)`,
      message: "code",
      source: "test",
    },
    {
      id: "R2",
      at: "account",
      severity: "warning",
      when: "data.account != null",
      assert: "data.account in context.unit.accounts",
      message: "account",
      source: "test",
    },
    { id: "R3", at: "total", severity: "error", assert: "data.total > 0", message: "positive", source: "test" },
  ],
  attachments: [
    {
      id: "list",
      visible: 'data.kind == "TRANSFER"',
      required: "size(data.lines) > 2",
      maxFiles: 2,
      maxBytes: 1_000_000,
      mediaTypes: ["application/pdf"],
    },
  ],
  workflow: {
    initial: "checking",
    states: {
      checking: { holder: "office.clerk" },
      returned: { holder: "unit.accountant", editable: true },
      paid: { final: true },
    },
    transitions: [
      {
        action: "refuse",
        from: ["checking"],
        to: "returned",
        roles: ["office.clerk"],
        needs: { reason: { minLength: 5, maxLength: 500 }, fixes: true },
      },
      { action: "resubmit", from: ["returned"], to: "checking", roles: ["unit.accountant"] },
      { action: "pay", from: ["checking"], to: "paid", roles: ["office.clerk"] },
    ],
  },
  signaturePolicies: {},
  deadlines: {},
  summary: {
    title: `data.number == null ? "" : data.number`,
    amount: "data.total == null ? 0 : data.total",
    number: `data.number == null ? "" : data.number`,
  },
};

const english: Labels = {
  "procedure.test.order": "Payment order",
  "page.order": "Order",
  "section.head": "What is ordered",
  "section.lines": "Lines",
  "section.person": "Who comes for the cash",
  "field.number": "Order number",
  "field.number.hint": "As the unit numbers its orders",
  "field.date": "Date",
  "field.account": "Account",
  "field.kind": "Way of payment",
  "option.kind.TRANSFER": "Transfer",
  "option.kind.CASH": "Cash",
  "field.note": "Note",
  "field.lines": "Lines of the order",
  "field.lines[].text": "What for",
  "field.lines[].code": "Purpose",
  "field.lines[].amount": "Amount",
  "field.total": "Total",
  "field.words": "Total in words",
  "field.receiver": "Receiver",
  "attachment.list": "List of payees",
  "rule.code": "The purpose is not in the list. Choose one of its codes.",
  "rule.account": "This account is not registered for your unit.",
  "rule.positive": "The total must be more than zero.",
  "state.checking": "Being checked",
  "state.returned": "Returned",
  "state.paid": "Paid",
  "action.refuse": "Refuse",
  "action.resubmit": "Send again",
  "action.pay": "Pay",
};

const vietnamese: Labels = {
  ...english,
  "procedure.test.order": "Lệnh chi tiền",
  "section.head": "Nội dung lệnh",
  "field.number": "Số lệnh",
  "field.date": "Ngày lập",
  "field.account": "Số tài khoản",
  "field.kind": "Hình thức",
  "option.kind.TRANSFER": "Chuyển khoản",
  "option.kind.CASH": "Tiền mặt",
  "field.lines[].amount": "Số tiền",
};

export const orderProfile: Profile = {
  id: "test",
  locales: ["en", "vi"],
  defaultLocale: "en",
  currency: { code: "VND", decimals: 0 },
  timeZone: "Asia/Ho_Chi_Minh",
  regimes: [{ id: "now", validFrom: "2020-01-01", source: "test" }],
  calendar: { holidays: {}, workingSaturdays: {} },
  procedures: [orderDefinition],
  labels: { en: english, vi: vietnamese },
  roles: [],
  codeLists: {
    purpose: {
      length: 4,
      complete: true,
      source: "test",
      entries: {
        en: [
          { code: "6501", name: "Electricity" },
          { code: "6502", name: "Water" },
          { code: "6551", name: "Stationery" },
        ],
        vi: [
          { code: "6501", name: "Tiền điện" },
          { code: "6502", name: "Tiền nước" },
          { code: "6551", name: "Văn phòng phẩm" },
        ],
      },
    },
  },
  mailTemplates: [],
  documents: {},
};

const published = new Map<string, PublishedProcedure>();

/** A payment order of no country with real rules: computed totals and words, conditions, warnings, a required file. */
export function orderProcedure(locale: string): PublishedProcedure {
  const tag = locale.startsWith("vi") ? "vi" : "en";
  const known = published.get(tag) ?? publishProcedure(orderDefinition, orderProfile, { locale: tag, regime: "now" });
  published.set(tag, known);
  return known;
}

/** What a person types for an order that no rule objects to. */
export const goodOrder = {
  number: "L-12",
  date: "2026-11-20",
  account: "9523.4.1999901",
  kind: "TRANSFER",
  lines: [{ text: "Tiền điện", code: "6501", amount: 18_540_000 }],
} as const;
