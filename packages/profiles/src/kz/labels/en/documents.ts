import type { Labels } from "@fisc/core";

/** Documents that the treasury makes, and its messages. Places of mails: {code}, {number}, {title}, {unit}, {amount}, {reason}, {fixes}, {dueOn}, {link}. */
export const documents: Labels = {
  "document.invoiceReturn": "Notice of return without execution",
  "document.invoiceReturn.dossierCode": "Dossier code",
  "document.invoiceReturn.number": "Number of the invoice",
  "document.invoiceReturn.date": "Date of the invoice",
  "document.invoiceReturn.institution": "Institution",
  "document.invoiceReturn.institutionCode": "Code of the institution",
  "document.invoiceReturn.beneficiary": "Beneficiary",
  "document.invoiceReturn.total": "Total",
  "document.invoiceReturn.reason": "Reason",
  "document.invoiceReturn.returnedOn": "Returned on",
  "mail.accepted.subject": "Invoice {number} was accepted",
  "mail.accepted.body":
    "To {unit},\n\nThe treasury body has accepted invoice {number} (dossier {code}), {amount}.\nDue: {dueOn}.\n\nFollow it at: {link}\n",
  "mail.paid.subject": "Invoice {number} was paid",
  "mail.paid.body": "To {unit},\n\nInvoice {number} (dossier {code}), {amount}, was paid.\n\nThe document: {link}\n",
  "mail.returned.subject": "Invoice {number} was returned",
  "mail.returned.body":
    "To {unit},\n\nThe treasury body returned invoice {number} (dossier {code}), {amount}, without execution. The signed notice with the reason is in the dossier: {link}\n",
};
