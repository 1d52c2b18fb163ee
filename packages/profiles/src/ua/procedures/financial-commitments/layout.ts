import type { Page, ValueField } from "@fisc/core";
import { answers, documentKinds, funds, maxLines } from "./schema.ts";

type Source = string;

/** Columns 1–13 of додаток 2. */
const columns: readonly ValueField<Source>[] = [
  { type: "number", path: "n", readOnly: true, length: 5 },
  { type: "code", path: "kekv", codeList: "kekv", required: true, length: 4 },
  { type: "text", path: "commitmentNumber", required: true, length: 12 },
  { type: "date", path: "commitmentDate", required: true },
  { type: "date", path: "documentDate", required: true },
  { type: "text", path: "documentNumber", required: true, length: 12 },
  { type: "choice", path: "documentKind", required: true, options: documentKinds },
  { type: "money", path: "amount", required: true, length: 16 },
  { type: "date", path: "payBy" },
  { type: "text", path: "counterpartyName", required: true, length: 30 },
  { type: "text", path: "counterpartyCode", required: true, length: 10 },
  { type: "choice", path: "prepayment", options: answers },
  { type: "text", path: "note", length: 20 },
];

export const layout: readonly Page<Source>[] = [
  {
    id: "register",
    sections: [
      {
        id: "register",
        fields: [
          { type: "text", path: "number", required: true, length: 12 },
          { type: "date", path: "date", required: true },
          { type: "text", path: "unit.name", required: true, readOnly: true, length: 40 },
          { type: "text", path: "unit.code", required: true, readOnly: true, length: 10 },
          { type: "account", path: "unit.account", required: true, length: 29 },
          { type: "text", path: "kpkvk", required: true, length: 7 },
          { type: "choice", path: "fund", required: true, options: funds },
        ],
      },
      {
        id: "lines",
        fields: [
          { type: "lines", path: "lines", columns, minRows: 1, maxRows: maxLines, totals: { amount: "total" } },
          { type: "number", path: "count", readOnly: true, length: 5 },
          { type: "money", path: "total", required: true, readOnly: true, length: 16 },
          { type: "money", path: "prepaid", readOnly: true, length: 16 },
        ],
      },
    ],
  },
];
