import type { JsonObject } from "../model/json.ts";
import type { ProcedureDefinition, Rule } from "../model/procedure.ts";
import { order } from "./order.ts";
import { orderWorkflow } from "./order-workflow.ts";

const source = "test";
const cell = (id: string, column: string, assert: string, when = `row.${column} != null`): Rule<string> => ({
  id,
  at: `lines[].${column}`,
  severity: "error",
  when,
  assert,
  message: id,
  params: { line: "index + 1" },
  source,
});

/** A register of up to 10,000 commitments of no country: rules in each row, across rows, over the whole; for tests and measurements. */
export const register: ProcedureDefinition = {
  id: "test.register",
  version: 1,
  formNumber: "T-9",
  schema: {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    type: "object",
    additionalProperties: false,
    required: ["number", "lines"],
    properties: {
      number: { type: "string" },
      ceiling: { type: "integer" },
      lines: { type: "array", maxItems: 10_000, items: { $ref: "#/$defs/line" } },
      total: { type: "integer" },
      filled: { type: "integer" },
      largest: { type: "integer" },
      smallest: { type: "integer" },
      words: { type: "string" },
    },
    $defs: {
      line: {
        type: "object",
        additionalProperties: false,
        properties: {
          number: { type: "string" },
          code: { type: "string" },
          account: { type: "string" },
          price: { type: "integer" },
          count: { type: "integer" },
          amount: { type: "integer" },
        },
      },
    },
  },
  initial: { number: "", ceiling: 1_000_000_000, lines: [] },
  layout: [
    {
      id: "register",
      sections: [
        {
          id: "register",
          fields: [
            { type: "text", path: "number", required: true },
            { type: "money", path: "ceiling", required: true },
            {
              type: "lines",
              path: "lines",
              minRows: 0,
              maxRows: 10_000,
              totals: { amount: "total" },
              columns: [
                { type: "text", path: "number", required: true },
                { type: "code", path: "code", codeList: "kinds", required: true },
                { type: "account", path: "account", required: 'row.code == "a"', visible: 'row.code != "b"' },
                { type: "money", path: "price", required: true },
                { type: "number", path: "count" },
                { type: "money", path: "amount", readOnly: true },
              ],
            },
            { type: "money", path: "total" },
            { type: "number", path: "filled" },
            { type: "money", path: "largest" },
            { type: "money", path: "smallest" },
            { type: "words", path: "words" },
          ],
        },
      ],
    },
  ],
  computed: [
    { path: "lines[].amount", value: "row.price * (row.count == null ? 1 : row.count)", when: "row.price != null" },
    { path: "total", value: "sum(data.lines.map(l, l.amount))" },
    { path: "filled", value: "count(data.lines.map(l, l.number))" },
    { path: "largest", value: "max(data.lines.map(l, l.amount))" },
    { path: "smallest", value: "min(data.lines.map(l, l.amount))" },
    { path: "words", value: 'words(data.total, "VND", "en")', when: "data.total != null" },
  ],
  rules: [
    cell("known", "code", 'knownCode("kinds", row.code)'),
    cell("account", "account", 'row.account.matches("^[0-9]{4}$")'),
    cell("positive", "price", "row.price > 0"),
    cell("share", "amount", "row.amount <= data.ceiling"),
    cell("twice", "number", "data.lines.exists_one(other, other.number == row.number)"),
    cell(
      "pair",
      "account",
      "size(data.lines.filter(other, other.account == row.account && other.code == row.code)) <= 5000",
      "row.account != null && row.code != null",
    ),
    { id: "ceiling", at: "total", severity: "error", assert: "data.total <= data.ceiling", message: "ceiling", source },
    { id: "priced", at: "lines", severity: "warning", assert: "data.lines.all(l, l.price != null)", message: "priced", source },
  ],
  attachments: [],
  ...orderWorkflow,
  deadlines: order.deadlines,
  summary: { title: "data.number", amount: "data.total", number: "data.number" },
};

/** Lines that break no rule. */
export function registerLines(count: number): readonly JsonObject[] {
  return Array.from({ length: count }, (_, i) => ({
    number: `N-${i + 1}`,
    code: i % 3 === 0 ? "b" : "a",
    ...(i % 3 === 0 ? {} : { account: String(1_000 + (i % 9_000)) }),
    price: 100 + i,
    count: 1 + (i % 4),
  }));
}
