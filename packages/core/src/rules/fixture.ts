import type { RuleContext } from "../model/expression.ts";
import type { ProcedureDefinition } from "../model/procedure.ts";
import type { Profile } from "../model/profile.ts";

/** A small payment order of no country, for tests. */
export const order: ProcedureDefinition = {
  id: "test.order", version: 1, formNumber: "T-1",
  schema: {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    type: "object", additionalProperties: false, required: ["number", "lines"],
    properties: {
      number: { type: "string", minLength: 1, maxLength: 20 },
      way: { enum: ["transfer", "cash"] },
      account: { type: "string", pattern: "^[0-9]*$" },
      person: { type: "string" },
      unit: { type: "string" },
      note: { type: "string", maxLength: 200 },
      lines: { type: "array", maxItems: 2_000, items: { $ref: "#/$defs/line" } },
      total: { type: "integer" },
      words: { type: "string" },
    },
    $defs: {
      line: {
        type: "object", additionalProperties: false,
        properties: { code: { type: "string" }, price: { type: "integer" }, count: { type: "integer" }, amount: { type: "integer" } },
      },
    },
  },
  initial: { number: "", way: "transfer", account: "", person: "", unit: "", lines: [{}] },
  layout: [
    {
      id: "main",
      sections: [
        { id: "head", fields: [{ type: "text", path: "number", required: true }, { type: "choice", path: "way", options: ["transfer", "cash"], required: true }] },
        { id: "payee-transfer", visible: 'data.way == "transfer"', fields: [{ type: "account", path: "account", required: true }] },
        { id: "payee-cash", visible: 'data.way == "cash"', fields: [{ type: "text", path: "person", required: 'data.way == "cash"' }] },
      ],
    },
    {
      id: "detail",
      sections: [{
        id: "lines",
        fields: [
          {
            type: "lines", path: "lines", minRows: 1, maxRows: 2_000, totals: { amount: "total" },
            columns: [
              { type: "code", path: "code", codeList: "kinds", required: true },
              { type: "money", path: "price", required: true },
              { type: "number", path: "count" },
              { type: "money", path: "amount", readOnly: true },
            ],
          },
          { type: "money", path: "total" },
          { type: "words", path: "words" },
        ],
      }],
    },
  ],
  computed: [
    { path: "words", value: 'words(data.total, "VND", "en")' },
    { path: "total", value: "sum(data.lines.map(l, l.amount))" },
    { path: "lines[].amount", value: "row.price * (row.count == null ? 1 : int(row.count))", when: "row.price != null" },
    { path: "unit", value: "context.unit.code" },
  ],
  rules: [
    { id: "R1", at: "lines[].code", severity: "error", assert: 'knownCode("kinds", row.code)', message: "kind", params: { code: "row.code", line: "index + 1" }, source: "test" },
    { id: "R2", at: "total", severity: "error", when: "data.total != null", assert: "data.total <= context.facts.limit", message: "limit", where: "gateway", source: "test" },
    { id: "R3", at: "lines", severity: "warning", assert: "data.lines.all(l, data.lines.exists_one(o, o.code == l.code))", message: "twice", source: "test" },
    { id: "R4", at: "account", severity: "error", when: 'data.way == "transfer"', assert: 'data.account.matches("^[0-9]{4}$")', message: "account", source: "test" },
  ],
  attachments: [
    { id: "contract", required: "data.total > 1000", maxFiles: 1, maxBytes: 1_000, mediaTypes: ["application/pdf"] },
    { id: "receipt", visible: 'data.way == "cash"', required: true, maxFiles: 3, maxBytes: 1_000, mediaTypes: ["application/pdf"] },
  ],
  workflow: {
    initial: "draft",
    states: {
      draft: { holder: "unit.clerk", editable: true },
      accounted: { holder: "unit.holder", shownAs: "draft" },
      sent: { holder: "office.teller" },
      returned: { holder: "unit.clerk", editable: true },
      checking: { holder: "office.head", shownAs: "sent" },
      posting: { holder: "system", shownAs: "sent" },
      paid: { final: true },
      refused: { final: true },
    },
    transitions: [
      { action: "account", from: ["draft", "returned"], to: "accounted", roles: ["unit.accountant"], needs: { signature: "accountant" } },
      { action: "submit", from: ["accounted"], to: "sent", roles: ["unit.holder"], needs: { signature: "holder", differentActorFrom: ["account"] }, effects: [{ type: "deadline", key: "pay" }] },
      { action: "accept", from: ["sent"], to: "checking", roles: ["office.teller"], effects: [{ type: "mail", template: "received" }] },
      {
        action: "refuse", from: ["sent"], to: "returned", roles: ["office.teller"], when: "context.facts.dossier.counts.refuse == 0",
        needs: { reason: { minLength: 10, maxLength: 500 }, fixes: true }, effects: [{ type: "mail", template: "refused" }],
      },
      { action: "refuse", from: ["sent"], to: "refused", roles: ["office.teller"], needs: { reason: { minLength: 10, maxLength: 500 } } },
      { action: "approve", from: ["checking"], to: "posting", roles: ["office.head", "office.teller"], needs: { differentActorFrom: ["accept"] }, effects: [{ type: "ledger", operation: "post" }] },
      { action: "ledger.ok", from: ["posting"], to: "paid", roles: ["system"], effects: [{ type: "deadlineMet", key: "pay" }, { type: "document", template: "advice" }] },
      { action: "ledger.failed", from: ["posting"], to: "refused", roles: ["system"], when: 'input.fault == "unit"' },
      { action: "ledger.failed", from: ["posting"], to: "checking", roles: ["system"] },
      { action: "sort", from: ["checking"], to: "refused", roles: ["office.head"], when: 'input.way == "back"', needs: { choices: { way: ["back", "on"] } } },
      { action: "sort", from: ["checking"], to: "posting", roles: ["office.head"], when: 'input.way == "on"', needs: { choices: { way: ["back", "on"] } } },
    ],
  },
  signaturePolicies: {
    accountant: { role: "unit.accountant", signs: "dossier", purpose: "dossier.sign", after: [], level: "B-T", keyUsage: ["nonRepudiation"] },
    holder: { role: "unit.holder", signs: "dossier", purpose: "dossier.sign", after: ["unit.accountant"], level: "B-T", keyUsage: ["nonRepudiation"] },
  },
  deadlines: { pay: { workingDays: "context.today > \"2026-12-25\" ? 2 : 1", cutOff: "15:00:00", source: "test" } },
  summary: { title: "data.number", amount: "data.total", number: "data.number" },
};

const labels: Record<string, string> = {
  "procedure.test.order": "Order", "page.main": "Main", "page.detail": "Detail", "section.head": "Head", "section.payee-transfer": "Payee", "section.payee-cash": "Payee",
  "section.lines": "Lines", "field.number": "Number", "field.way": "Way", "option.way.transfer": "Transfer", "option.way.cash": "Cash", "field.account": "Account",
  "field.person": "Person", "field.lines": "Lines", "field.lines[].code": "Kind", "field.lines[].price": "Price", "field.lines[].count": "Count", "field.lines[].amount": "Amount",
  "field.total": "Total", "field.words": "In words", "rule.kind": "No such kind: {code}", "rule.limit": "Over the limit", "rule.twice": "A kind twice", "rule.account": "Four digits",
  "attachment.contract": "Contract", "attachment.receipt": "Receipt", "input.way": "Way", "input.way.back": "Back", "input.way.on": "On",
  ...Object.fromEntries(["draft", "accounted", "sent", "returned", "checking", "posting", "paid", "refused"].map((id) => [`state.${id}`, id])),
  ...Object.fromEntries(["account", "submit", "accept", "refuse", "approve", "ledger.ok", "ledger.failed", "sort"].map((id) => [`action.${id}`, id])),
  ...Object.fromEntries(["unit.clerk", "unit.accountant", "unit.holder", "office.teller", "office.head"].map((id) => [`role.${id}`, id])),
};

export const profile: Profile = {
  id: "test", locales: ["en", "vi"], defaultLocale: "en", currency: { code: "VND", decimals: 0 }, timeZone: "UTC",
  regimes: [{ id: "test-1", validFrom: "2020-01-01", source: "test" }],
  calendar: { holidays: {}, workingSaturdays: {} },
  procedures: [order],
  labels: { en: { ...labels, "field.of-another-form": "Not ours" }, vi: { ...labels, "field.number": "Số" } },
  roles: [
    { id: "unit.clerk", side: "unit", signs: false }, { id: "unit.accountant", side: "unit", signs: true }, { id: "unit.holder", side: "unit", signs: true },
    { id: "office.teller", side: "treasury", signs: false }, { id: "office.head", side: "treasury", signs: true },
  ],
  codeLists: {
    kinds: { length: 1, complete: true, source: "test", entries: { en: [{ code: "a", name: "Apples" }, { code: "b", name: "Beans" }], vi: [{ code: "a", name: "Táo" }] } },
    hints: { length: 1, complete: false, source: "test", entries: { en: [{ code: "x", name: "X" }] } },
  },
  mailTemplates: ["received", "refused"],
  documents: { advice: { formNumber: "T-2", fields: { number: "data.number" }, layout: ["number"] } },
};

export const context: RuleContext = {
  regime: "test-1", today: "2026-03-10",
  unit: { code: "1000001", name: "A school", accounts: ["1234"], attributes: {} },
  attachments: {}, facts: { limit: 1_000_000 },
};
