import type { Page } from "@fisc/core";
import { prepaid, structured, toSingleAccount } from "./expressions.ts";
import { answers, documentRoles, funds, maxSupporting, maxTaxRecords, purposeKinds, queues, taxAccounts } from "./schema.ts";

type Source = string;

export const layout: readonly Page<Source>[] = [
  {
    id: "instruction",
    sections: [
      {
        id: "document",
        fields: [
          { type: "text", path: "number", required: true, length: 10 },
          { type: "date", path: "date", required: true },
          { type: "date", path: "valueDate" },
          { type: "money", path: "amount", required: true, length: 20 },
          { type: "words", path: "amountWords", required: true, readOnly: true, language: "uk" },
          { type: "choice", path: "queue", required: true, options: queues },
        ],
      },
      {
        id: "payer",
        fields: [
          { type: "text", path: "payer.name", required: true, readOnly: true, length: 40 },
          { type: "text", path: "payer.code", required: true, readOnly: true, length: 10 },
          { type: "account", path: "payer.account", required: true, length: 29 },
          { type: "code", path: "payer.provider", codeList: "providers", readOnly: true, length: 6 },
        ],
      },
      {
        id: "payee",
        fields: [
          { type: "text", path: "payee.name", required: true, length: 40 },
          { type: "text", path: "payee.code", required: true, length: 10 },
          { type: "text", path: "payee.account", required: true, length: 29 },
          { type: "code", path: "payee.provider", codeList: "providers", readOnly: true, length: 6 },
        ],
      },
      {
        id: "ultimate",
        fields: [
          { type: "text", path: "ultimateDebtor.name", length: 40 },
          { type: "text", path: "ultimateDebtor.code", required: `count([data.ultimateDebtor.name]) > 0`, length: 10 },
          { type: "text", path: "ultimateCreditor.name", length: 40 },
          { type: "text", path: "ultimateCreditor.code", required: `count([data.ultimateCreditor.name]) > 0`, length: 10 },
        ],
      },
    ],
  },
  {
    id: "purpose",
    sections: [
      {
        id: "purpose",
        fields: [
          { type: "choice", path: "purposeKind", required: true, options: purposeKinds },
          { type: "multiline", path: "purpose", visible: `!(${structured})`, required: true, length: 60 },
        ],
      },
      {
        id: "tax",
        visible: structured,
        fields: [
          { type: "choice", path: "taxAccount", required: true, options: taxAccounts },
          {
            type: "lines",
            path: "tax",
            minRows: 1,
            maxRows: maxTaxRecords,
            columns: [
              { type: "code", path: "kind", codeList: "taxKinds", visible: `!(${toSingleAccount})`, required: true, length: 3 },
              { type: "text", path: "info", required: true, length: 60 },
            ],
          },
        ],
      },
      {
        id: "budget",
        fields: [
          { type: "text", path: "budget.kpkvk", required: true, length: 7 },
          { type: "code", path: "budget.kekv", codeList: "kekv", required: true, length: 4 },
          { type: "choice", path: "budget.fund", required: true, options: funds },
          { type: "text", path: "budget.budgetCode", required: true, length: 11 },
        ],
      },
    ],
  },
  {
    id: "grounds",
    sections: [
      {
        id: "commitments",
        fields: [
          { type: "text", path: "commitment.register", required: true, length: 12 },
          { type: "number", path: "commitment.line", required: true, length: 5 },
          { type: "text", path: "financialCommitment.register", required: true, length: 12 },
          { type: "number", path: "financialCommitment.line", required: true, length: 5 },
        ],
      },
      {
        id: "supporting",
        fields: [
          {
            type: "lines",
            path: "supporting",
            minRows: 0,
            maxRows: maxSupporting,
            columns: [
              { type: "text", path: "docId", required: true, length: 20 },
              { type: "choice", path: "role", required: true, options: documentRoles },
            ],
          },
        ],
      },
      {
        id: "prepayment",
        fields: [
          { type: "choice", path: "prepayment", required: true, options: answers },
          { type: "number", path: "prepaymentShare", visible: prepaid, required: true, length: 3 },
          { type: "date", path: "prepaymentUntil", visible: prepaid, required: true },
        ],
      },
    ],
  },
];
