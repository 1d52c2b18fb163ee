import type { Labels } from "@fisc/core";

/** Documents that the treasury makes, and its messages. Places of mails: {code}, {number}, {title}, {unit}, {amount}, {reason}, {fixes}, {dueOn}, {link}. */
export const documents: Labels = {
  "document.invoiceReturn": "Орындаусыз қайтару туралы хабарлама",
  "document.invoiceReturn.dossierCode": "Іс коды",
  "document.invoiceReturn.number": "Шот нөмірі",
  "document.invoiceReturn.date": "Шот күні",
  "document.invoiceReturn.institution": "Мекеме",
  "document.invoiceReturn.institutionCode": "Мекеменің коды",
  "document.invoiceReturn.beneficiary": "Бенефициар",
  "document.invoiceReturn.total": "Жиыны",
  "document.invoiceReturn.reason": "Себебі",
  "document.invoiceReturn.returnedOn": "Қайтарылған күні",
  "mail.accepted.subject": "№ {number} шот қабылданды",
  "mail.accepted.body":
    "{unit}!\n\nҚазынашылық органы № {number} шотты қабылдады ({code}), сомасы {amount}.\nМерзімі: {dueOn}.\n\nҚұжат: {link}\n",
  "mail.paid.subject": "№ {number} шот төленді",
  "mail.paid.body": "{unit}!\n\n№ {number} шот ({code}) төленді, сомасы {amount}.\n\nҚұжат: {link}\n",
  "mail.returned.subject": "№ {number} шот орындаусыз қайтарылды",
  "mail.returned.body":
    "{unit}!\n\nҚазынашылық органы № {number} шотты ({code}) орындаусыз қайтарды, сомасы {amount}. Себебі көрсетілген, қол қойылған хабарлама істе: {link}\n",
};
