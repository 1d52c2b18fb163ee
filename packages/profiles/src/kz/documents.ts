import type { DocumentTemplate } from "@fisc/core";

/** The treasury returns invoices without execution, with a reason. The printed layout was not found: these fields are a proposal. */
export const documents: Readonly<Record<string, DocumentTemplate>> = {
  invoiceReturn: {
    formNumber: "Орындаусыз қайтару туралы хабарлама",
    fields: {
      dossierCode: "context.facts.dossier.code",
      number: "data.invoices[0].number",
      date: "data.date",
      institution: "data.institution.name",
      institutionCode: "data.institution.code",
      beneficiary: "data.beneficiary.name",
      total: "data.total",
      reason: "input.reason",
      returnedOn: "context.today",
    },
    layout: ["dossierCode", "number", "date", "institution", "institutionCode", "beneficiary", "total", "reason", "returnedOn"],
  },
};
