/** Тексты формы по страницам: шаги, список частей, проверка перед отправкой. */
const messages: Readonly<Record<string, string>> = {
  "pages.steps": "Шаги формы",
  "pages.step-of": "Шаг {n} из {of}",
  "pages.all-steps": "Все шаги",
  "pages.back": "Назад",
  "pages.continue": "Далее",
  "pages.list": "Части формы",
  "pages.to-list": "Ко всем частям",
  "pages.part-done": "Эта часть готова",
  "pages.progress": "Готово частей: {n} из {of}.",
  "pages.sending": "Отправка",
  "pages.review": "Проверить и отправить",
  "pages.review-title": "Проверьте заполненное",
  "pages.review-text": "Ещё ничего не отправлено. Прочтите каждую часть; любую можно изменить.",
  "pages.review-unready": "Некоторые части ещё не готовы. Сначала дополните их; они отмечены ниже.",
  "pages.review-after": "Сначала дополните остальные части.",
  "pages.change": "Изменить",
  "pages.complete": "Дополнить",
  "pages.blank": "Не заполнено",
  "pages.no-files": "Файлы не приложены",
  "pages.no-lines": "Строки не заполнены",
  "pages.more-lines":
    "{n|one:Ещё # строка здесь не показана|few:Ещё # строки здесь не показаны|many:Ещё # строк здесь не показаны|other:Ещё # строки здесь не показаны}.",
  "pages.more-faults":
    "{n|one:Нужно исправить ещё # строку|few:Нужно исправить ещё # строки|many:Нужно исправить ещё # строк|other:Нужно исправить ещё # строки}.",
  "pages.lines-name": "Строки «{label}»",
  "pages.state.not-started": "Не начато",
  "pages.state.in-progress": "Не готово",
  "pages.state.complete": "Готово",
  "pages.state.optional": "Не обязательно",
  "pages.state.cannot-start": "Начать ещё нельзя",
};
export default messages;
