import type { JsonObject } from "@fisc/core";
import type { Sample } from "../../sample.ts";
import { regime2023 } from "../regimes.ts";
import { account, lyceum, specialAccount, supplier } from "./registry.ts";

const shared = { regime: regime2023, unit: lyceum, attachments: [], sentAt: "2026-03-10T09:00:00.000Z" };
const payer = { name: "Комунальний заклад «Вигаданий ліцей № 99»", code: lyceum, account, provider: "820172" };
const furniture = { name: "ТОВ «Приклад-Меблі»", code: supplier, account: "UA183052990000026009990000004", provider: "305299" };

const plain = {
  number: "17",
  date: "2026-03-10",
  payer,
  ultimateDebtor: {},
  ultimateCreditor: {},
  purposeKind: "unstructured",
  taxAccount: "budget",
  tax: [],
  prepayment: "no",
  queue: "second",
};

/** U-1: furniture by contract, the documents are stored with the treasury already. */
export const furniturePayment: Sample = {
  ...shared,
  id: "U-1",
  procedure: "ua.payment.instruction",
  data: {
    ...plain,
    amount: 4_825_000,
    amountWords: "Сорок вісім тисяч двісті п'ятдесят гривень",
    payee: furniture,
    purpose: "КЕКВ 2210; за парти згідно дог. № 12-26 від 02.03.2026, накл. № 31 від 09.03.2026, без ПДВ",
    budget: { kpkvk: "0611021", kekv: "2210", fund: "general", budgetCode: "9999900000" },
    commitment: { register: "БЗ-0007", line: 1 },
    financialCommitment: { register: "БФЗ-0011", line: 1 },
    supporting: [
      { docId: "SD-2026-0003", role: "contract" },
      { docId: "SD-2026-0009", role: "deliveryNote" },
    ],
  },
};

/** U-2: income tax from wages, in the structured form, to a budget account: two fields. */
export const taxPayment: Sample = {
  ...shared,
  id: "U-2",
  procedure: "ua.payment.instruction",
  attachments: [{ slot: "supportingDocuments", name: "vidomist-03-2026.pdf" }],
  data: {
    ...plain,
    number: "18",
    amount: 1_234_567,
    amountWords: "Дванадцять тисяч триста сорок п'ять гривень шістдесят сім копійок",
    payee: { name: "ГУК у Вигаданій області/11010100", code: "37993783", account: "UA238999980333129990000099003", provider: "899998" },
    purposeKind: "structuredTax",
    tax: [{ kind: "101", info: "ПДФО із зарплати за березень 2026" }],
    budget: { kpkvk: "0611021", kekv: "2111", fund: "general", budgetCode: "9999900000" },
    commitment: { register: "БЗ-0008", line: 3 },
    financialCommitment: { register: "БФЗ-0012", line: 1 },
    supporting: [],
    queue: "first",
  },
};

/** U-3: prepayment from the special fund to a person; the single account's purpose has one field. */
export const singleAccountPayment: Sample = {
  ...shared,
  id: "U-3",
  procedure: "ua.payment.instruction",
  data: {
    ...plain,
    number: "19",
    date: "2026-03-01",
    valueDate: "2026-03-12",
    amount: 500_000,
    amountWords: "П'ять тисяч гривень",
    payer: { ...payer, account: specialAccount },
    payee: { name: "ФОП Приклад І. І.", code: "5442300118", account: "UA183052990000026009990000004", provider: "305299" },
    ultimateDebtor: { name: "Вигадана громада", code: "99900022" },
    ultimateCreditor: { name: "ТОВ «Приклад»", code: "99900045" },
    purposeKind: "structuredTax",
    taxAccount: "single",
    tax: [{ info: "єдиний внесок за березень 2026" }],
    budget: { kpkvk: "0611021", kekv: "2230", fund: "special", budgetCode: "99999000000" },
    commitment: { register: "БЗ-0009", line: 1 },
    financialCommitment: { register: "БФЗ-0013", line: 7 },
    supporting: [{ docId: "SD-2026-0003", role: "contract" }],
    prepayment: "yes",
    prepaymentShare: 30,
    prepaymentUntil: "2026-04-01",
  },
};

const line = (n: number, documentNumber: string, amount: number): JsonObject => ({
  n,
  kekv: "2210",
  commitmentNumber: "12-26",
  commitmentDate: "2026-03-02",
  documentDate: "2026-03-09",
  documentNumber,
  documentKind: "deliveryNote",
  amount,
  counterpartyName: "ТОВ «Приклад-Меблі»",
  counterpartyCode: supplier,
});

/** two delivery notes of one contract, each a line. */
export const deliveryNotes: Sample = {
  ...shared,
  id: "R-1",
  procedure: "ua.register.financialCommitments",
  sentAt: "2026-03-09T09:00:00.000Z",
  data: {
    number: "БФЗ-0011",
    date: "2026-03-09",
    unit: { name: payer.name, code: lyceum, account },
    kpkvk: "0611021",
    fund: "general",
    lines: [line(1, "31", 4_825_000), line(2, "32", 175_000)],
    count: 2,
    total: 5_000_000,
    prepaid: 0,
  },
};

export const samples: readonly Sample[] = [furniturePayment, taxPayment, singleAccountPayment, deliveryNotes];
