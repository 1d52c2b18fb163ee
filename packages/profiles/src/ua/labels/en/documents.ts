import type { Labels } from "@fisc/core";

const shared = (template: string): Labels => ({
  [`document.${template}.dossierCode`]: "Dossier code",
  [`document.${template}.number`]: "Number of the document",
  [`document.${template}.date`]: "Date of the document",
  [`document.${template}.institution`]: "Institution",
  [`document.${template}.institutionCode`]: "ЄДРПОУ code",
  [`document.${template}.account`]: "Account",
  [`document.${template}.reason`]: "Reason",
  [`document.${template}.returnedOn`]: "Returned on",
});

/** Documents that the treasury makes, and its messages. Places of mails: {code}, {number}, {title}, {unit}, {amount}, {reason}, {fixes}, {dueOn}, {link}. */
export const documents: Labels = {
  "document.paymentReturn": "Notice of return without execution",
  ...shared("paymentReturn"),
  "document.paymentReturn.payee": "Beneficiary",
  "document.paymentReturn.amount": "Amount",
  "document.paymentReturn.ground": "Ground",
  "document.registerReturn": "Notice of return of a register",
  ...shared("registerReturn"),
  "document.registerReturn.total": "Total",

  "mail.delivered.subject": "Document {number} was taken into Є-Казна",
  "mail.delivered.body":
    "To {unit},\n\nThe treasury body has taken document {number} (dossier {code}), {amount}.\n\nFollow it at: {link}\n",
  "mail.registered.subject": "Register {number} is on record",
  "mail.registered.body": "To {unit},\n\nRegister {number} (dossier {code}) is registered, {amount}.\n\nThe register: {link}\n",
  "mail.executed.subject": "Payment {number} was executed",
  "mail.executed.body": "To {unit},\n\nPayment instruction {number} (dossier {code}) over {amount} was executed.\n\nThe document: {link}\n",
  "mail.rejected.subject": "Document {number} was returned",
  "mail.rejected.body":
    "To {unit},\n\nThe treasury body returned document {number} (dossier {code}), {amount}. The signed notice with the reason is in the dossier: {link}\n",
};
