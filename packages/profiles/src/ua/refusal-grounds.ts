/** Six grounds on which payments are refused, as the notice states them. No double quotes: they stand inside expressions. */
export const refusalGrounds: Readonly<Record<string, string>> = {
  noRegisteredCommitment: "Відсутність зареєстрованого бюджетного зобов'язання чи бюджетного фінансового зобов'язання.",
  noSpecialFundReceipts: "Відсутність надходжень спеціального фонду на рахунку.",
  documentsMismatchContract: "Невідповідність підтвердних документів умовам договору або документам про зобов'язання.",
  priorityNotObserved: "Недотримання черговості платежів.",
  restrictionOrArrest: "Обмеження або арешт коштів на рахунку.",
  badDocumentForm: "Неналежне оформлення документів.",
};
