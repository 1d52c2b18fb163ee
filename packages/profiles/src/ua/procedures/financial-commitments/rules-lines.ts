import type { Rule } from "@fisc/core";
import { filled } from "../../../expressions.ts";

const form = "Наказ Мінфіну 02.03.2012 № 309, додаток 2. UNVERIFIED: the columns of the current edition.";
const order = "Order of dates: commitment, then the document that supports it, then the register. UNVERIFIED: from general knowledge.";
const line = "index + 1";

const cell = (id: string, column: string, assert: string, source: string, more: Partial<Rule<string>> = {}): Rule<string> => ({
  id,
  at: `lines[].${column}`,
  severity: "error",
  when: filled(`row.${column}`),
  assert,
  message: id,
  source,
  ...more,
});

const commitments = "context.facts.commitments";
const onRecord = `${commitments} != null && ${filled("row.commitmentNumber")} && row.commitmentNumber in ${commitments}`;
const sameCommitment = "data.lines.filter(other, other.commitmentNumber == row.commitmentNumber)";
const left = `${commitments}[row.commitmentNumber].left`;

/** One line by itself, and lines against each other. `context.facts.commitments`: by registered number, `left` in minor units. */
export const lineRules: readonly Rule<string>[] = [
  cell("R01.positive", "amount", "row.amount > 0", form, { when: "row.amount != null", params: { line } }),
  cell("R02.documentDate", "documentDate", "row.documentDate <= data.date", order, {
    when: filled("row.documentDate", "data.date"),
    params: { line },
  }),
  cell("R02.commitmentDate", "commitmentDate", "row.commitmentDate <= row.documentDate", order, {
    when: filled("row.commitmentDate", "row.documentDate"),
    params: { line },
  }),
  cell("R02.payBy", "payBy", "row.payBy >= row.documentDate", order, { when: filled("row.payBy", "row.documentDate"), params: { line } }),
  cell("R03.kekv", "kekv", `row.kekv.matches("^[0-9]{4}$")`, "КЕКВ has 4 digits. UNVERIFIED: from general knowledge.", {
    message: "U06.digits",
    params: { digits: `"4"` },
  }),
  cell(
    "R05.code",
    "counterpartyCode",
    `identifier(row.counterpartyCode, "edrpou") || identifier(row.counterpartyCode, "rnokpp")`,
    "Code of a party: ЄДРПОУ (8) or РНОКПП (10) with its check digit.",
    { message: "U03.code" },
  ),
  cell("R05.plain", "counterpartyName", "plainText(row.counterpartyName)", "Text that will be signed shows what it is.", {
    message: "U05.plain",
  }),
  // A delivery note is registered once; the same number may come from another supplier, or on another day.
  cell(
    "R06.twice",
    "documentNumber",
    "data.lines.exists_one(other, other.documentNumber == row.documentNumber && other.documentDate == row.documentDate && other.documentKind == row.documentKind && other.counterpartyCode == row.counterpartyCode)",
    "Treasury, announcement of 2009 on наказ 309: registered separately for each delivery note.",
    { when: filled("row.documentNumber", "row.documentDate", "row.counterpartyCode"), params: { line } },
  ),
  // Two counts instead of `exists` with a difference: both are answered by an index, however many lines one commitment has.
  cell(
    "R07.counterparty",
    "counterpartyCode",
    `size(${sameCommitment}) == size(data.lines.filter(other, other.commitmentNumber == row.commitmentNumber && other.counterpartyCode == row.counterpartyCode))`,
    "A commitment has one counterparty. UNVERIFIED: from general knowledge.",
    { when: filled("row.commitmentNumber", "row.counterpartyCode"), params: { commitment: "row.commitmentNumber" } },
  ),
  cell("R07.registered", "commitmentNumber", `row.commitmentNumber in ${commitments}`, "Grounds of refusal: no registered commitment.", {
    when: `${commitments} != null && ${filled("row.commitmentNumber")}`,
    params: { commitment: "row.commitmentNumber" },
  }),
  cell(
    "R07.remainder",
    "amount",
    `sum(${sameCommitment}.map(other, other.amount)) <= ${left}`,
    "Наказ 309, додаток 2: not above the remainder of the commitment. UNVERIFIED: from general knowledge.",
    {
      when: `${onRecord} && row.amount != null`,
      params: { commitment: "row.commitmentNumber", sum: `sum(${sameCommitment}.map(other, other.amount))`, left },
    },
  ),
];
