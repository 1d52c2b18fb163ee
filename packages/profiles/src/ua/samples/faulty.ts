import { faulty, type FaultySample } from "../../sample.ts";
import { deliveryNotes, furniturePayment, singleAccountPayment, taxPayment } from "./documents.ts";
import { account } from "./registry.ts";

const words = (amount: number, amountWords: string) => ({ amount, amountWords });

const payments: readonly FaultySample[] = [
  faulty(furniturePayment, "no-amount", words(0, "Нуль гривень"), ["U01.positive", "amount"]),
  faulty(furniturePayment, "words-of-another-amount", { amountWords: "Сорок вісім тисяч гривень" }, ["U01.words", "amountWords"]),
  faulty(furniturePayment, "a-Latin-letter-in-the-words", { amountWords: "Сорок в\u0069сім тисяч двісті п'ятдесят гривень" }, [
    "U01.words",
    "amountWords",
  ]),
  faulty(furniturePayment, "dated-tomorrow", { date: "2026-03-11" }, ["U02.future", "date"]),
  faulty(furniturePayment, "eleven-days-old", { date: "2026-02-27" }, ["U02.validity", "date"]),
  faulty(singleAccountPayment, "value-date-before-it", { valueDate: "2026-02-28" }, ["U02.valueDate", "valueDate"]),
  faulty(furniturePayment, "payer-of-another", { "payer.code": "99900022" }, ["U03.unit", "payer.code"]),
  faulty(singleAccountPayment, "ultimate-debtor-mistyped", { "ultimateDebtor.code": "99900023" }, [
    "U03.ultimateDebtor.code",
    "ultimateDebtor.code",
  ]),
  faulty(singleAccountPayment, "ultimate-creditor-of-nine-digits", { "ultimateCreditor.code": "999000455" }, [
    "U03.ultimateCreditor.code",
    "ultimateCreditor.code",
  ]),
  faulty(furniturePayment, "payer-account-mistyped", { "payer.account": "UA608201720344399990000099010" }, [
    "U04.payer.account",
    "payer.account",
  ]),
  faulty(furniturePayment, "payee-account-mistyped", { "payee.account": "UA148999980333149340000004001" }, [
    "U04.payee.account",
    "payee.account",
  ]),
  faulty(furniturePayment, "account-of-nobody", { "payer.account": "UA213223130000026007233566001" }, ["U04.registered", "payer.account"]),
  faulty(furniturePayment, "paid-to-itself", { "payee.account": account }, ["U04.other", "payee.account"]),
  faulty(furniturePayment, "tax-purpose-of-old", { purpose: "*;101;99900016;ПДФО із зарплати за березень 2026;;;" }, [
    "U05.legacy",
    "purpose",
  ]),
  faulty(taxPayment, "tax-record-of-old", { "tax[0].info": "*;101;99900016;ПДФО;;;" }, ["U05.legacyRecord", "tax[0].info"]),
  faulty(taxPayment, "tax-kind-of-two-digits", { "tax[0].kind": "10" }, ["U05.taxKind", "tax[0].kind"]),
  faulty(furniturePayment, "purpose-of-two-alphabets", { purpose: "\u004Fплата за парти згідно дог. № 12-26" }, [
    "U05.plain.purpose",
    "purpose",
  ]),
  faulty(furniturePayment, "payee-of-two-alphabets", { "payee.name": "ТОВ «Прикл\u0061д-Меблі»" }, ["U05.plain.payee.name", "payee.name"]),
  faulty(furniturePayment, "budget-code-too-short", { "budget.budgetCode": "999990000" }, ["U06.budget.budgetCode", "budget.budgetCode"]),
  faulty(furniturePayment, "commitment-not-registered", { "financialCommitment.line": 2 }, [
    "U07.registered",
    "financialCommitment.register",
  ]),
  faulty(furniturePayment, "another-economic-code", { "budget.kekv": "2240" }, ["U07.budget", "budget.kekv"]),
  faulty(furniturePayment, "above-the-commitment", words(4_825_001, "Сорок вісім тисяч двісті п'ятдесят гривень одна копійка"), [
    "U07.remainder",
    "amount",
  ]),
  faulty(furniturePayment, "payee-of-another-contract", { "payee.code": "99900051" }, ["U07.payee", "payee.code"]),
  faulty(furniturePayment, "number-used-before", { number: "16" }, ["U08.duplicate", "number", "warning"]),
  faulty(furniturePayment, "document-named-twice", { "supporting[1].docId": "SD-2026-0003" }, ["U09.twice", "supporting[1].docId"]),
  faulty(furniturePayment, "document-not-stored", { "supporting[1].docId": "SD-2026-0010" }, ["U09.stored", "supporting[1].docId"]),
  faulty(furniturePayment, "no-document-at-all", { supporting: [] }, ["attachment.required", "attachments.supportingDocuments"]),
  faulty(singleAccountPayment, "prepayment-that-has-ended", { prepaymentUntil: "2026-03-01" }, ["U10.until", "prepaymentUntil"]),
  faulty(singleAccountPayment, "above-the-receipts", words(500_001, "П'ять тисяч гривень одна копійка"), ["U11.receipts", "amount"]),
  faulty(taxPayment, "no-record", { tax: [] }, ["rows.min", "tax"]),
  faulty(furniturePayment, "special-account-hidden-record", { tax: [{ kind: "101", info: "ПДФО" }] }, ["hidden", "tax"]),
];

const registers: readonly FaultySample[] = [
  faulty(deliveryNotes, "lines-do-not-add-up", { total: 4_999_999 }, ["R01.total", "total"]),
  faulty(deliveryNotes, "line-without-amount", { "lines[1].amount": 0, total: 4_825_000 }, ["R01.positive", "lines[1].amount"]),
  faulty(deliveryNotes, "dated-tomorrow", { date: "2026-03-10" }, ["R02.future", "date"]),
  faulty(deliveryNotes, "delivered-tomorrow", { "lines[0].documentDate": "2026-03-10" }, ["R02.documentDate", "lines[0].documentDate"]),
  faulty(deliveryNotes, "delivered-before-the-contract", { "lines[0].commitmentDate": "2026-03-10" }, [
    "R02.commitmentDate",
    "lines[0].commitmentDate",
  ]),
  faulty(deliveryNotes, "paid-before-delivery", { "lines[1].payBy": "2026-03-08" }, ["R02.payBy", "lines[1].payBy"]),
  faulty(deliveryNotes, "programme-of-six-digits", { kpkvk: "061102" }, ["R03.kpkvk", "kpkvk"]),
  faulty(deliveryNotes, "economic-code-with-a-letter", { "lines[0].kekv": "221\u041E" }, ["R03.kekv", "lines[0].kekv"]),
  faulty(deliveryNotes, "unit-of-another", { "unit.code": "99900022" }, ["R04.unit", "unit.code"]),
  faulty(deliveryNotes, "account-mistyped", { "unit.account": "UA608201720344399990000099010" }, ["R04.account", "unit.account"]),
  faulty(deliveryNotes, "account-of-nobody", { "unit.account": "UA213223130000026007233566001" }, ["R04.registered", "unit.account"]),
  faulty(deliveryNotes, "recipients-mistyped", { "lines[0].counterpartyCode": "37567645", "lines[1].counterpartyCode": "37567645" }, [
    "R05.code",
    "lines[1].counterpartyCode",
  ]),
  faulty(deliveryNotes, "recipient-of-two-alphabets", { "lines[0].counterpartyName": "Т\u004FВ «Приклад-Меблі»" }, [
    "R05.plain",
    "lines[0].counterpartyName",
  ]),
  faulty(deliveryNotes, "delivery-note-twice", { "lines[1].documentNumber": "31" }, ["R06.twice", "lines[0].documentNumber"]),
  faulty(deliveryNotes, "two-recipients-of-one-contract", { "lines[1].counterpartyCode": "99900051" }, [
    "R07.counterparty",
    "lines[0].counterpartyCode",
  ]),
  faulty(deliveryNotes, "commitment-not-registered", { "lines[1].commitmentNumber": "14-26" }, [
    "R07.registered",
    "lines[1].commitmentNumber",
  ]),
  faulty(deliveryNotes, "above-the-commitment", { "lines[1].amount": 175_001, total: 5_000_001 }, ["R07.remainder", "lines[1].amount"]),
  faulty(deliveryNotes, "number-used-before", { number: "БФЗ-0010" }, ["R08.duplicate", "number", "warning"]),
];

/** Where the treasury knows something else, or nothing yet. */
const otherFacts: readonly FaultySample[] = [
  faulty(furniturePayment, "payee-mistyped", { "payee.code": "37567645" }, ["U03.payee.code", "payee.code"], { facts: {} }),
  faulty(furniturePayment, "programme-of-six-digits", { "budget.kpkvk": "061102" }, ["U06.budget.kpkvk", "budget.kpkvk"], { facts: {} }),
  faulty(furniturePayment, "economic-code-too-long", { "budget.kekv": "22100" }, ["U06.budget.kekv", "budget.kekv"], { facts: {} }),
  faulty(furniturePayment, "account-under-arrest", {}, ["U12.restricted", "payer.account"], { facts: { restrictedAccounts: [account] } }),
  faulty(furniturePayment, "queue-that-is-closed", {}, ["U13.queue", "queue", "warning"], { facts: { openQueues: ["first"] } }),
];

export const faultySamples: readonly FaultySample[] = [...payments, ...registers, ...otherFacts];
