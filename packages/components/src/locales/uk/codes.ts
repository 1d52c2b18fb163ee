/** Тексти переліків кодів. */
const messages: Readonly<Record<string, string>> = {
  "code.list": "Коди",
  "code.loading": "Триває пошук…",
  "code.failed": "Перелік зараз недоступний. Код можна ввести вручну.",
  "code.none": "Код не знайдено. Його можна ввести вручну.",
  "code.more": "Показано перші {n}. Введіть більше, щоб звузити перелік.",
  "code.count": "{n|one:# код|few:# коди|many:# кодів|other:# коду}",
};
export default messages;
