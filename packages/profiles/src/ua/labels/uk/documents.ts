import type { Labels } from "@fisc/core";

const shared = (template: string): Labels => ({
  [`document.${template}.dossierCode`]: "Код справи",
  [`document.${template}.number`]: "Номер документа",
  [`document.${template}.date`]: "Дата документа",
  [`document.${template}.institution`]: "Установа",
  [`document.${template}.institutionCode`]: "Код за ЄДРПОУ",
  [`document.${template}.account`]: "Рахунок",
  [`document.${template}.reason`]: "Причина",
  [`document.${template}.returnedOn`]: "Дата повернення",
});

/** Documents that the treasury makes, and its messages. Places of mails: {code}, {number}, {title}, {unit}, {amount}, {reason}, {fixes}, {dueOn}, {link}. */
export const documents: Labels = {
  "document.paymentReturn": "Повідомлення про повернення без виконання",
  ...shared("paymentReturn"),
  "document.paymentReturn.payee": "Отримувач",
  "document.paymentReturn.amount": "Сума",
  "document.paymentReturn.ground": "Підстава",
  "document.registerReturn": "Повідомлення про повернення реєстру",
  ...shared("registerReturn"),
  "document.registerReturn.total": "Усього",

  "mail.delivered.subject": "Документ {number} прийнято до Є-Казна",
  "mail.delivered.body":
    "{unit}!\n\nОрган Казначейства прийняв документ {number} (справа {code}), сума {amount}.\n\nСтан документа: {link}\n",
  "mail.registered.subject": "Реєстр {number} взято на облік",
  "mail.registered.body": "{unit}!\n\nРеєстр {number} (справа {code}) зареєстровано, сума {amount}.\n\nРеєстр: {link}\n",
  "mail.executed.subject": "Платіж {number} виконано",
  "mail.executed.body": "{unit}!\n\nПлатіжну інструкцію {number} (справа {code}) на суму {amount} виконано.\n\nДокумент: {link}\n",
  "mail.rejected.subject": "Документ {number} повернуто",
  "mail.rejected.body":
    "{unit}!\n\nОрган Казначейства повернув документ {number} (справа {code}), сума {amount}. Підписане повідомлення з причиною – у справі: {link}\n",
};
