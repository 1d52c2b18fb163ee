import type { Page, ValueField } from "@fisc/core";
import { answers, basisKinds, budgetKinds, maxInvoices, sources } from "./schema.ts";

type Source = string;

const columns: readonly ValueField<Source>[] = [
  { type: "text", path: "number", required: true, length: 8 },
  { type: "text", path: "fkr", required: true, length: 9 },
  { type: "code", path: "specifics", codeList: "specifics", required: true, length: 3 },
  { type: "code", path: "knp", codeList: "knp", required: true, length: 3 },
  { type: "text", path: "purpose", required: true, length: 40 },
  { type: "money", path: "amount", required: true, length: 16 },
];

export const layout: readonly Page<Source>[] = [
  {
    id: "parties",
    sections: [
      {
        id: "document",
        fields: [
          { type: "date", path: "date", required: true },
          { type: "number", path: "year", required: true, length: 4 },
          { type: "choice", path: "budgetKind", required: true, options: budgetKinds },
          { type: "choice", path: "source", required: true, options: sources },
        ],
      },
      {
        id: "institution",
        fields: [
          { type: "text", path: "institution.name", required: true, readOnly: true, length: 40 },
          { type: "text", path: "institution.code", required: true, readOnly: true, length: 7 },
          { type: "text", path: "institution.bin", required: true, readOnly: true, length: 12 },
          { type: "account", path: "institution.account", required: `data.source != "budget"`, length: 20 },
          { type: "text", path: "institution.region", length: 9 },
        ],
      },
      {
        id: "beneficiary",
        fields: [
          { type: "text", path: "beneficiary.name", required: true, length: 40 },
          { type: "text", path: "beneficiary.bin", required: true, length: 12 },
          { type: "text", path: "beneficiary.iik", required: true, length: 20 },
          { type: "text", path: "beneficiary.bik", required: true, length: 11 },
          { type: "code", path: "beneficiary.kbe", codeList: "kbe", required: true, length: 2 },
        ],
      },
    ],
  },
  {
    id: "invoices",
    sections: [
      {
        id: "basis",
        fields: [
          { type: "text", path: "deal.number", required: `data.source == "budget"`, length: 20 },
          { type: "choice", path: "advance", required: true, options: answers },
          { type: "choice", path: "basis.kind", required: true, options: basisKinds },
          { type: "text", path: "basis.number", required: true, length: 20 },
          { type: "date", path: "basis.date", required: true },
          { type: "money", path: "basis.total", required: true, length: 16 },
        ],
      },
      {
        id: "lines",
        fields: [
          { type: "lines", path: "invoices", columns, minRows: 1, maxRows: maxInvoices, totals: { amount: "total" } },
          { type: "money", path: "total", required: true, readOnly: true, length: 16 },
          { type: "words", path: "totalWords", required: true, readOnly: true, language: "kk" },
        ],
      },
    ],
  },
];
