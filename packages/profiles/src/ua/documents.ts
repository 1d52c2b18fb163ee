import type { DocumentTemplate } from "@fisc/core";
import { refusalGrounds } from "./refusal-grounds.ts";

const grounds = `{${Object.entries(refusalGrounds)
  .map(([ground, text]) => `"${ground}": "${text}"`)
  .join(", ")}}`;

const shared = {
  dossierCode: "context.facts.dossier.code",
  number: "data.number",
  date: "data.date",
  reason: "input.reason",
  returnedOn: "context.today",
};

/** The treasury returns with a written reason. Printed layouts were not found: these fields are a proposal. */
export const documents: Readonly<Record<string, DocumentTemplate>> = {
  paymentReturn: {
    formNumber: "Повідомлення про повернення без виконання",
    fields: {
      ...shared,
      institution: "data.payer.name",
      institutionCode: "data.payer.code",
      account: "data.payer.account",
      payee: "data.payee.name",
      amount: "data.amount",
      ground: `${grounds}[input.ground]`,
    },
    layout: [
      "dossierCode",
      "number",
      "date",
      "institution",
      "institutionCode",
      "account",
      "payee",
      "amount",
      "ground",
      "reason",
      "returnedOn",
    ],
  },
  registerReturn: {
    formNumber: "Повідомлення про повернення реєстру",
    fields: {
      ...shared,
      institution: "data.unit.name",
      institutionCode: "data.unit.code",
      account: "data.unit.account",
      total: "data.total",
    },
    layout: ["dossierCode", "number", "date", "institution", "institutionCode", "account", "total", "reason", "returnedOn"],
  },
};
