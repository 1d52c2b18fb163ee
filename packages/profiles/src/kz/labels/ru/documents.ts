import type { Labels } from "@fisc/core";

/** Documents that the treasury makes, and its messages. Places of mails: {code}, {number}, {title}, {unit}, {amount}, {reason}, {fixes}, {dueOn}, {link}. */
export const documents: Labels = {
  "document.invoiceReturn": "Уведомление о возврате без исполнения",
  "document.invoiceReturn.dossierCode": "Код дела",
  "document.invoiceReturn.number": "Номер счёта",
  "document.invoiceReturn.date": "Дата счёта",
  "document.invoiceReturn.institution": "Учреждение",
  "document.invoiceReturn.institutionCode": "Код учреждения",
  "document.invoiceReturn.beneficiary": "Бенефициар",
  "document.invoiceReturn.total": "Итого",
  "document.invoiceReturn.reason": "Причина",
  "document.invoiceReturn.returnedOn": "Дата возврата",
  "mail.accepted.subject": "Счёт № {number} принят",
  "mail.accepted.body":
    "{unit}!\n\nОрган казначейства принял счёт № {number} ({code}), сумма {amount}.\nСрок: {dueOn}.\n\nДокумент: {link}\n",
  "mail.paid.subject": "Счёт № {number} оплачен",
  "mail.paid.body": "{unit}!\n\nСчёт № {number} ({code}) оплачен, сумма {amount}.\n\nДокумент: {link}\n",
  "mail.returned.subject": "Счёт № {number} возвращён без исполнения",
  "mail.returned.body":
    "{unit}!\n\nОрган казначейства вернул счёт № {number} ({code}) без исполнения, сумма {amount}. Подписанное уведомление с причиной – в деле: {link}\n",
};
