import type { ProcedureDefinition } from "../model/procedure.ts";
import { orderWorkflow } from "./order-workflow.ts";

/** A small payment order of no country, for tests. */
export const order: ProcedureDefinition = {
  id: "test.order",
  version: 1,
  formNumber: "T-1",
  schema: {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    type: "object",
    additionalProperties: false,
    required: ["number", "lines"],
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
        type: "object",
        additionalProperties: false,
        properties: { code: { type: "string" }, price: { type: "integer" }, count: { type: "integer" }, amount: { type: "integer" } },
      },
    },
  },
  initial: { number: "", way: "transfer", account: "", person: "", unit: "", lines: [{}] },
  layout: [
    {
      id: "main",
      sections: [
        {
          id: "head",
          fields: [
            { type: "text", path: "number", required: true },
            { type: "choice", path: "way", options: ["transfer", "cash"], required: true },
          ],
        },
        { id: "payee-transfer", visible: 'data.way == "transfer"', fields: [{ type: "account", path: "account", required: true }] },
        { id: "payee-cash", visible: 'data.way == "cash"', fields: [{ type: "text", path: "person", required: 'data.way == "cash"' }] },
      ],
    },
    {
      id: "detail",
      sections: [
        {
          id: "lines",
          fields: [
            {
              type: "lines",
              path: "lines",
              minRows: 1,
              maxRows: 2_000,
              totals: { amount: "total" },
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
        },
      ],
    },
  ],
  computed: [
    { path: "words", value: 'words(data.total, "VND", "en")' },
    { path: "total", value: "sum(data.lines.map(l, l.amount))" },
    { path: "lines[].amount", value: "row.price * (row.count == null ? 1 : int(row.count))", when: "row.price != null" },
    { path: "unit", value: "context.unit.code" },
  ],
  rules: [
    {
      id: "R1",
      at: "lines[].code",
      severity: "error",
      assert: 'knownCode("kinds", row.code)',
      message: "kind",
      params: { code: "row.code", line: "index + 1" },
      source: "test",
    },
    {
      id: "R2",
      at: "total",
      severity: "error",
      when: "data.total != null",
      assert: "data.total <= context.facts.limit",
      message: "limit",
      where: "gateway",
      source: "test",
    },
    {
      id: "R3",
      at: "lines",
      severity: "warning",
      assert: "data.lines.all(l, data.lines.exists_one(o, o.code == l.code))",
      message: "twice",
      source: "test",
    },
    {
      id: "R4",
      at: "account",
      severity: "error",
      when: 'data.way == "transfer"',
      assert: 'data.account.matches("^[0-9]{4}$")',
      message: "account",
      source: "test",
    },
  ],
  attachments: [
    { id: "contract", required: "data.total > 1000", maxFiles: 1, maxBytes: 1_000, mediaTypes: ["application/pdf"] },
    { id: "receipt", visible: 'data.way == "cash"', required: true, maxFiles: 3, maxBytes: 1_000, mediaTypes: ["application/pdf"] },
  ],
  ...orderWorkflow,
  deadlines: { pay: { workingDays: 'context.today > "2026-12-25" ? 2 : 1', cutOff: "15:00:00", source: "test" } },
  summary: { title: "data.number", amount: "data.total", number: "data.number" },
};
