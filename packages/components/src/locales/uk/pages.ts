/** Тексти форми за сторінками: кроки, перелік частин, перевірка перед надсиланням. */
const messages: Readonly<Record<string, string>> = {
  "pages.steps": "Кроки форми",
  "pages.step-of": "Крок {n} з {of}",
  "pages.all-steps": "Усі кроки",
  "pages.back": "Назад",
  "pages.continue": "Далі",
  "pages.list": "Частини форми",
  "pages.to-list": "До всіх частин",
  "pages.part-done": "Ця частина готова",
  "pages.progress": "Готово частин: {n} з {of}.",
  "pages.sending": "Надсилання",
  "pages.review": "Перевірити й надіслати",
  "pages.review-title": "Перевірте заповнене",
  "pages.review-text": "Ще нічого не надіслано. Прочитайте кожну частину; будь-яку можна змінити.",
  "pages.review-unready": "Деякі частини ще не готові. Спершу доповніть їх; їх позначено нижче.",
  "pages.review-after": "Спершу доповніть інші частини.",
  "pages.change": "Змінити",
  "pages.complete": "Доповнити",
  "pages.blank": "Не заповнено",
  "pages.no-files": "Файлів не долучено",
  "pages.no-lines": "Рядків не заповнено",
  "pages.more-lines":
    "{n|one:Ще # рядок тут не показано|few:Ще # рядки тут не показано|many:Ще # рядків тут не показано|other:Ще # рядка тут не показано}.",
  "pages.more-faults":
    "{n|one:Потрібно виправити ще # рядок|few:Потрібно виправити ще # рядки|many:Потрібно виправити ще # рядків|other:Потрібно виправити ще # рядка}.",
  "pages.lines-name": "Рядки «{label}»",
  "pages.state.not-started": "Не розпочато",
  "pages.state.in-progress": "Не готово",
  "pages.state.complete": "Готово",
  "pages.state.optional": "Не обов'язково",
  "pages.state.cannot-start": "Почати ще не можна",
};
export default messages;
