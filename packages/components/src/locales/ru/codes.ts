/** Тексты списков кодов. */
const messages: Readonly<Record<string, string>> = {
  "code.list": "Коды",
  "code.loading": "Идёт поиск…",
  "code.failed": "Список сейчас недоступен. Код можно ввести вручную.",
  "code.none": "Код не найден. Его можно ввести вручную.",
  "code.more": "Показаны первые {n}. Введите больше, чтобы сузить список.",
  "code.count": "{n|one:# код|few:# кода|many:# кодов|other:# кода}",
};
export default messages;
