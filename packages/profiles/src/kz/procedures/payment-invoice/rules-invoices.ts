import type { Rule } from "@fisc/core";
import { filled } from "../../../expressions.ts";

const onePerCode =
  "Rules of budget execution: if one document covers several codes of expenditure, one invoice for each; all of them together equal the document.";
const programme = "A deal stays within one budget programme (rules of budget execution, 2025).";
const length = "Единая бюджетная классификация: lengths of codes. UNVERIFIED: from general knowledge.";
const deals = "context.facts.deals";
const dealKnown = `${deals} != null && ${filled("data.deal.number")} && data.deal.number in ${deals}`;
const deal = `${deals}[data.deal.number]`;

const digits = (column: string, count: number): Rule<string> => ({
  id: `K03.${column}`,
  at: `invoices[].${column}`,
  severity: "error",
  when: filled(`row.${column}`),
  assert: `row.${column}.matches("^[0-9]{${count}}$")`,
  message: "K03.digits",
  params: { digits: `"${count}"` },
  source: length,
});

/** `context.facts`: `deals` by registration number (`left` minor units, `bin` of the supplier), `invoiceNumbers`. */
export const invoiceRules: readonly Rule<string>[] = [
  {
    id: "K01.total",
    at: "total",
    severity: "error",
    when: filled("data.basis.total"),
    assert: "data.total == data.basis.total && data.total == sum(data.invoices.map(invoice, invoice.amount))",
    message: "K01.total",
    params: { total: "sum(data.invoices.map(invoice, invoice.amount))", basis: "data.basis.total" },
    source: onePerCode,
  },
  {
    id: "K01.positive",
    at: "invoices[].amount",
    severity: "error",
    when: "row.amount != null",
    assert: "row.amount > 0",
    message: "K01.positive",
    source: onePerCode,
  },
  {
    id: "K01.words",
    at: "totalWords",
    severity: "error",
    when: `data.total != null && ${filled("data.totalWords")}`,
    assert: `sameWords(data.totalWords, data.total, "KZT", "kk")`,
    message: "K01.words",
    params: { words: `words(data.total, "KZT", "kk")` },
    source: "Amount in words in the state language. UNVERIFIED: the form in force.",
  },
  {
    id: "K02.onePerCode",
    at: "invoices[].specifics",
    severity: "error",
    when: filled("row.fkr", "row.specifics"),
    assert: "data.invoices.exists_one(other, other.fkr == row.fkr && other.specifics == row.specifics)",
    message: "K02.onePerCode",
    source: onePerCode,
  },
  {
    id: "K02.number",
    at: "invoices[].number",
    severity: "error",
    when: filled("row.number"),
    assert: "data.invoices.exists_one(other, other.number == row.number)",
    message: "K02.number",
    source: onePerCode,
  },
  {
    id: "K02.used",
    at: "invoices[].number",
    severity: "warning",
    when: `${filled("row.number")} && context.facts.invoiceNumbers != null`,
    assert: "!(row.number in context.facts.invoiceNumbers)",
    message: "K02.used",
    where: "gateway",
    source: "An invoice is handed in once. UNVERIFIED: from general knowledge.",
  },
  digits("fkr", 9),
  digits("specifics", 3),
  digits("knp", 3),
  {
    id: "K05.programme",
    at: "invoices[].fkr",
    severity: "error",
    when: `${filled("row.fkr", "data.invoices[0].fkr")} && row.fkr.matches("^[0-9]{9}$") && data.invoices[0].fkr.matches("^[0-9]{9}$")`,
    assert: "row.fkr.substring(0, 6) == data.invoices[0].fkr.substring(0, 6)",
    message: "K05.programme",
    params: { programme: "data.invoices[0].fkr.substring(0, 6)" },
    source: programme,
  },
  {
    id: "K06.registered",
    at: "deal.number",
    severity: "error",
    when: `${deals} != null && ${filled("data.deal.number")}`,
    assert: `data.deal.number in ${deals}`,
    message: "K06.registered",
    source: "Invoices of a contract name the registered deal (rules of budget execution). UNVERIFIED: from general knowledge.",
  },
  {
    id: "K06.supplier",
    at: "beneficiary.bin",
    severity: "error",
    when: `${dealKnown} && ${filled("data.beneficiary.bin")}`,
    assert: `data.beneficiary.bin == ${deal}.bin`,
    message: "K06.supplier",
    params: { bin: `${deal}.bin` },
    source: "The supplier of the registered deal. UNVERIFIED: from general knowledge.",
  },
  {
    id: "K06.left",
    at: "total",
    severity: "error",
    when: `${dealKnown} && data.total != null`,
    assert: `data.total <= ${deal}.left`,
    message: "K06.left",
    params: { left: `${deal}.left` },
    source: "Not above what is left of the registered deal. UNVERIFIED: from general knowledge.",
  },
  {
    id: "K07.basis",
    at: "basis.date",
    severity: "error",
    when: filled("data.basis.date", "data.date"),
    assert: "data.basis.date <= data.date",
    message: "K07.basis",
    source: "An invoice follows the document that it rests on. UNVERIFIED: from general knowledge.",
  },
  {
    id: "K10.purpose",
    at: "invoices[].purpose",
    severity: "error",
    when: filled("row.purpose"),
    assert: "plainText(row.purpose)",
    message: "K10.plain",
    source: "Text that will be signed shows what it is: no word of two alphabets, no hidden marks.",
  },
];
