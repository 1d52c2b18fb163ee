import type { RuleContext } from "../model/expression.ts";
import type { Profile } from "../model/profile.ts";
import { order } from "./order.ts";

const labels: Record<string, string> = {
  "procedure.test.order": "Order",
  "page.main": "Main",
  "page.detail": "Detail",
  "section.head": "Head",
  "section.payee-transfer": "Payee",
  "section.payee-cash": "Payee",
  "section.lines": "Lines",
  "field.number": "Number",
  "field.way": "Way",
  "option.way.transfer": "Transfer",
  "option.way.cash": "Cash",
  "field.account": "Account",
  "field.person": "Person",
  "field.lines": "Lines",
  "field.lines[].code": "Kind",
  "field.lines[].price": "Price",
  "field.lines[].count": "Count",
  "field.lines[].amount": "Amount",
  "field.total": "Total",
  "field.words": "In words",
  "rule.kind": "No such kind: {code}",
  "rule.limit": "Over the limit",
  "rule.twice": "A kind twice",
  "rule.account": "Four digits",
  "attachment.contract": "Contract",
  "attachment.receipt": "Receipt",
  "input.way": "Way",
  "input.way.back": "Back",
  "input.way.on": "On",
  ...Object.fromEntries(
    ["draft", "accounted", "sent", "returned", "checking", "posting", "paid", "refused"].map((id) => [`state.${id}`, id]),
  ),
  ...Object.fromEntries(
    ["account", "submit", "accept", "refuse", "approve", "ledger.ok", "ledger.failed", "sort"].map((id) => [`action.${id}`, id]),
  ),
  ...Object.fromEntries(["unit.clerk", "unit.accountant", "unit.holder", "office.teller", "office.head"].map((id) => [`role.${id}`, id])),
};

export const profile: Profile = {
  id: "test",
  locales: ["en", "vi"],
  defaultLocale: "en",
  currency: { code: "VND", decimals: 0 },
  timeZone: "UTC",
  regimes: [{ id: "test-1", validFrom: "2020-01-01", source: "test" }],
  calendar: { holidays: {}, workingSaturdays: {} },
  procedures: [order],
  labels: { en: { ...labels, "field.of-another-form": "Not ours" }, vi: { ...labels, "field.number": "Số" } },
  roles: [
    { id: "unit.clerk", side: "unit", signs: false },
    { id: "unit.accountant", side: "unit", signs: true },
    { id: "unit.holder", side: "unit", signs: true },
    { id: "office.teller", side: "treasury", signs: false },
    { id: "office.head", side: "treasury", signs: true },
  ],
  codeLists: {
    kinds: {
      length: 1,
      complete: true,
      source: "test",
      entries: {
        en: [
          { code: "a", name: "Apples" },
          { code: "b", name: "Beans" },
        ],
        vi: [{ code: "a", name: "Táo" }],
      },
    },
    hints: { length: 1, complete: false, source: "test", entries: { en: [{ code: "x", name: "X" }] } },
  },
  mailTemplates: ["received", "refused"],
  documents: { advice: { formNumber: "T-2", fields: { number: "data.number" }, layout: ["number"] } },
};

export const context: RuleContext = {
  regime: "test-1",
  today: "2026-03-10",
  unit: { code: "1000001", name: "A school", accounts: ["1234"], attributes: {} },
  attachments: {},
  facts: { limit: 1_000_000 },
};
