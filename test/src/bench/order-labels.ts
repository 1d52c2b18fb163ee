import type { Labels } from "@fisc/core";
import { kkInLatin } from "@fisc/core/text/kk-latin";

type OrderText = readonly [en: string, vi: string, uk: string, kk: string, ru: string];

const texts: Readonly<Record<string, OrderText>> = {
  "procedure.bench.order": ["Payment order", "Lệnh chi tiền", "Платіжна інструкція", "Төлем тапсырмасы", "Платёжное поручение"],
  "page.order": ["Payment order", "Lệnh chi tiền", "Платіжна інструкція", "Төлем тапсырмасы", "Платёжное поручение"],
  "page.language": ["Language", "Ngôn ngữ", "Мова", "Тіл", "Язык"],
  "section.order": ["Payment order", "Lệnh chi tiền", "Платіжна інструкція", "Төлем тапсырмасы", "Платёжное поручение"],
  "field.orderNo": ["Order number", "Số lệnh", "Номер", "Нөмірі", "Номер"],
  "field.orderDate": ["Order date", "Ngày lập", "Дата складання", "Жасалған күні", "Дата составления"],
  "field.payer": ["Payer name", "Đơn vị trả tiền", "Найменування платника", "Төлеушінің атауы", "Наименование плательщика"],
  "field.payerAccount": ["Payer account", "Tài khoản đơn vị trả tiền", "Рахунок платника", "Төлеушінің шоты", "Счёт плательщика"],
  "field.payee": ["Payee name", "Đơn vị nhận tiền", "Найменування отримувача", "Бенефициардың атауы", "Наименование получателя"],
  "field.payeeAccount": ["Payee account", "Tài khoản đơn vị nhận tiền", "Рахунок отримувача", "Бенефициардың шоты", "Счёт получателя"],
  "field.bank": ["Bank", "Ngân hàng", "Банк", "Банк", "Банк"],
  "field.amount": ["Amount", "Số tiền", "Сума", "Сомасы", "Сумма"],
  "field.words": ["Amount in words", "Số tiền bằng chữ", "Сума словами", "Жазбаша сомасы", "Сумма прописью"],
  "field.budgetCode": ["Budget code", "Mã ngân sách", "Код бюджету", "Бюджет коды", "Код бюджета"],
  "field.purpose": ["Purpose", "Nội dung", "Призначення платежу", "Төлем мақсаты", "Назначение платежа"],
  "field.email": ["Contact e-mail", "Thư điện tử", "Електронна пошта", "Электрондық пошта", "Электронная почта"],
  "state.sent": ["Sent", "Đã gửi", "Відправлено", "Жіберілді", "Отправлен"],
  "action.send": ["Send", "Gửi", "Надіслати", "Жіберу", "Отправить"],
  "rule.positive": [
    "The amount must be more than nothing. Enter it again.",
    "Số tiền phải lớn hơn 0. Hãy nhập lại.",
    "Сума має бути більша за нуль. Введіть її ще раз.",
    "Сома нөлден көп болуға тиіс. Оны қайта енгізіңіз.",
    "Сумма должна быть больше нуля. Введите её ещё раз.",
  ],
  "rule.other-account": [
    "The payee's account is the payer's. Enter another one.",
    "Tài khoản nhận trùng với tài khoản trả. Hãy nhập tài khoản khác.",
    "Рахунок отримувача збігається з рахунком платника. Введіть інший.",
    "Бенефициардың шоты төлеушінің шотымен бірдей. Басқасын енгізіңіз.",
    "Счёт получателя совпадает со счётом плательщика. Введите другой.",
  ],
};

const labelsOf = (pick: (text: OrderText) => string): Labels =>
  Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, pick(text)]));

/** Locale → labels of the payment order. */
export const orderLabels: Readonly<Record<string, Labels>> = {
  en: labelsOf(([en]) => en),
  vi: labelsOf(([, vi]) => vi),
  uk: labelsOf(([, , uk]) => uk),
  kk: labelsOf(([, , , kk]) => kk),
  "kk-Latn": labelsOf(([, , , kk]) => kkInLatin(kk)),
  ru: labelsOf(([, , , , ru]) => ru),
};
