import type { JsonObject } from "@fisc/core";
import { choice, code, date, form, group, money, openChoice, rows, text, whole } from "../../../data-schema.ts";

export const purposeKinds = ["unstructured", "structuredTax"] as const;
export const taxAccounts = ["budget", "single"] as const;
export const funds = ["general", "special"] as const;
export const queues = ["first", "second"] as const;
export const answers = ["yes", "no"] as const;
export const documentRoles = ["contract", "deliveryNote", "act", "invoice", "payroll", "other"] as const;
export const maxTaxRecords = 10;
export const maxSupporting = 50;

const party = group({ name: text(140), code, account: code, provider: code });
const actual = group({ name: text(140), code });
const reference = group({ register: text(20), line: whole(1, 10_000) });

/** Платіжна інструкція: the details of НБУ № 163, the purpose of Мінфін № 148, budget and commitment of spending units. */
export const schema: JsonObject = form(
  [
    "purposeKind",
    "taxAccount",
    "tax",
    "supporting",
    "queue",
    "prepayment",
    "payer",
    "payee",
    "ultimateDebtor",
    "ultimateCreditor",
    "budget",
    "commitment",
    "financialCommitment",
  ],
  {
    number: text(10),
    date,
    valueDate: date,
    amount: money,
    amountWords: text(400),
    payer: party,
    payee: party,
    ultimateDebtor: actual,
    ultimateCreditor: actual,
    purposeKind: choice(purposeKinds),
    purpose: text(420),
    taxAccount: choice(taxAccounts),
    tax: rows(maxTaxRecords, { kind: code, info: text(140) }),
    budget: group({ kpkvk: code, kekv: code, fund: openChoice(funds), budgetCode: code }),
    commitment: reference,
    financialCommitment: reference,
    supporting: rows(maxSupporting, { docId: text(40), role: openChoice(documentRoles) }),
    prepayment: choice(answers),
    prepaymentShare: whole(1, 100),
    prepaymentUntil: date,
    queue: choice(queues),
  },
);

export const initial: JsonObject = {
  purposeKind: "unstructured",
  taxAccount: "budget",
  tax: [],
  supporting: [],
  queue: "second",
  prepayment: "no",
  payer: {},
  payee: {},
  ultimateDebtor: {},
  ultimateCreditor: {},
  budget: {},
  commitment: {},
  financialCommitment: {},
};
