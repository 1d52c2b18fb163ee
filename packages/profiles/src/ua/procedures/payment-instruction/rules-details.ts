import type { Rule } from "@fisc/core";
import { filled } from "../../../expressions.ts";
import { legacyPurpose, structured, toSingleAccount } from "./expressions.ts";

const details = "НБУ 29.07.2022 № 163: mandatory details. UNVERIFIED: this detail, from general knowledge.";
const taxPurpose = "Мінфін 22.03.2023 № 148; announcements of the tax service on the structured purpose.";

const taxpayer = (at: string): Rule<string> => ({
  id: `U03.${at}`,
  at,
  severity: "error",
  when: filled(`data.${at}`),
  assert: `identifier(data.${at}, "edrpou") || identifier(data.${at}, "rnokpp")`,
  message: "U03.code",
  source: "Code of a party: ЄДРПОУ (8) or РНОКПП (10) with its check digit; length by the rules of the single account.",
});

const account = (at: string): Rule<string> => ({
  id: `U04.${at}`,
  at,
  severity: "error",
  when: filled(`data.${at}`),
  assert: `identifier(data.${at}, "ibanUa")`,
  message: "U04.iban",
  source: "ISO 13616: IBAN of 29 characters.",
});

const plain = (at: string): Rule<string> => ({
  id: `U05.plain.${at}`,
  at,
  severity: "error",
  when: filled(`data.${at}`),
  assert: `plainText(data.${at})`,
  message: "U05.plain",
  source: "Text that will be signed shows what it is: no word of two alphabets, no hidden marks.",
});

const digits = (at: string, pattern: string, count: string): Rule<string> => ({
  id: `U06.${at}`,
  at,
  severity: "error",
  when: filled(`data.${at}`),
  assert: `data.${at}.matches("^[0-9]{${pattern}}$")`,
  message: "U06.digits",
  params: { digits: `"${count}"` },
  source: "Budget classification: lengths of its codes. UNVERIFIED: from general knowledge.",
});

/** What the instruction itself must show: amount, dates, parties, purpose, budget codes. */
export const detailRules: readonly Rule<string>[] = [
  {
    id: "U01.positive",
    at: "amount",
    severity: "error",
    when: "data.amount != null",
    assert: "data.amount > 0 && data.amount <= 999999999999999",
    message: "U01.positive",
    source: details,
  },
  {
    id: "U01.words",
    at: "amountWords",
    severity: "error",
    when: `data.amount != null && ${filled("data.amountWords")}`,
    assert: `sameWords(data.amountWords, data.amount, "UAH", "uk")`,
    message: "U01.words",
    params: { words: `words(data.amount, "UAH", "uk")` },
    source: details,
  },
  {
    id: "U02.future",
    at: "date",
    severity: "error",
    when: filled("data.date"),
    assert: "data.date <= context.today",
    message: "U02.future",
    source: details,
  },
  {
    id: "U02.validity",
    at: "date",
    severity: "error",
    when: `${filled("data.date")} && data.date <= context.today`,
    assert: "daysBetween(data.date, context.today) <= 10",
    message: "U02.validity",
    params: { days: "daysBetween(data.date, context.today)" },
    source: "An instruction may be presented within 10 calendar days of its date. UNVERIFIED: from general knowledge.",
  },
  {
    id: "U02.valueDate",
    at: "valueDate",
    severity: "error",
    when: filled("data.valueDate", "data.date"),
    assert: "data.valueDate >= data.date",
    message: "U02.valueDate",
    source: details,
  },
  {
    id: "U03.unit",
    at: "payer.code",
    severity: "error",
    when: filled("data.payer.code"),
    assert: "data.payer.code == context.unit.code",
    message: "U03.unit",
    params: { code: "context.unit.code" },
    source: "A unit hands in its own instructions.",
  },
  taxpayer("payee.code"),
  taxpayer("ultimateDebtor.code"),
  taxpayer("ultimateCreditor.code"),
  account("payer.account"),
  account("payee.account"),
  {
    id: "U04.registered",
    at: "payer.account",
    severity: "error",
    when: `identifier(data.payer.account, "ibanUa")`,
    assert: "data.payer.account in context.unit.accounts",
    message: "U04.registered",
    source: "Payments are made from accounts that the treasury keeps for the unit.",
  },
  {
    id: "U04.other",
    at: "payee.account",
    severity: "error",
    when: filled("data.payee.account", "data.payer.account"),
    assert: "data.payee.account != data.payer.account",
    message: "U04.other",
    source: details,
  },
  {
    id: "U05.legacy",
    at: "purpose",
    severity: "error",
    when: `!(${structured}) && ${filled("data.purpose")}`,
    assert: `!data.purpose.${legacyPurpose}`,
    message: "U05.legacy",
    source: `${taxPurpose} The one-line form is no longer written.`,
  },
  {
    id: "U05.legacyRecord",
    at: "tax[].info",
    severity: "error",
    when: `${structured} && ${filled("row.info")}`,
    assert: `!row.info.${legacyPurpose}`,
    message: "U05.legacy",
    source: `${taxPurpose} The one-line form is no longer written.`,
  },
  {
    id: "U05.taxKind",
    at: "tax[].kind",
    severity: "error",
    when: `${structured} && !(${toSingleAccount}) && ${filled("row.kind")}`,
    assert: `row.kind.matches("^[0-9]{3}$")`,
    message: "U05.taxKind",
    source: taxPurpose,
  },
  plain("purpose"),
  plain("payee.name"),
  digits("budget.kpkvk", "7", "7"),
  digits("budget.kekv", "4", "4"),
  digits("budget.budgetCode", "10,11", "10–11"),
];
