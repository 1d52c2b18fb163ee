import type { Labels } from "@fisc/core";

/** Places: {code}, {number}, {title}, {unit}, {amount}, {reason}, {fixes}, {dueOn}, {link}. */
export const mail: Labels = {
  "mail.intakeAccepted.subject": "The treasury has accepted dossier {code}",
  "mail.intakeAccepted.body":
    "To {unit},\n\nThe treasury has accepted dossier {code}, voucher {number}, {amount}.\nDue: {dueOn}.\n\nFollow the dossier at: {link}\n",
  "mail.intakeRefused.subject": "The treasury refused to accept dossier {code}: please complete it",
  "mail.intakeRefused.body":
    "To {unit},\n\nThe treasury refused to accept dossier {code}, voucher {number}, {amount}.\nReason: {reason}\n\nTo be put right:\n{fixes}\n\nA dossier may be completed once. Open it, correct these points and have it signed again by the chief accountant and the account holder: {link}\n",
  "mail.intakeClosed.subject": "The treasury refused to accept dossier {code}",
  "mail.intakeClosed.body":
    "To {unit},\n\nDossier {code}, voucher {number}, {amount}, was completed once and still cannot be accepted.\nReason: {reason}\n\n{fixes}\n\nThis dossier is closed. If the payment is still needed, please make a new dossier.\nSee the dossier at: {link}\n",
  "mail.paymentRefused.subject": "The treasury refused to pay dossier {code}",
  "mail.paymentRefused.body":
    "To {unit},\n\nThe treasury refused to pay dossier {code}, voucher {number}, {amount}.\nThe signed notice with the reason is in the dossier. Open it to read the notice: {link}\n",
  "mail.paid.subject": "The treasury has paid dossier {code}",
  "mail.paid.body":
    "To {unit},\n\nThe treasury has paid dossier {code}, voucher {number}, {amount}.\nThe signed debit advice is in the dossier: {link}\n",
};
