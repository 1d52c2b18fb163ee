/** Тексти форми справи, таблиці рядків і чернетки, потрібні відразу. */
const messages: Readonly<Record<string, string>> = {
  "form.form-number": "Форма {number}",
  "form.required-legend": "Поля зі знаком * обов'язкові.",
  "form.loading": "Форма завантажується…",
  "form.failed": "Форму не вдалося завантажити.",
  "form.retry": "Повторити",
  "form.sign-in": "Увійти",
  "form.sign-in-needed": "Увійдіть, щоб заповнити цю форму.",
  "form.no-unit": "Цю форму заповнюють лише працівники установи. Увійдіть під обліковим записом своєї установи.",
  "form.not-editable": "Цю справу зараз змінити не можна. Перегляньте її стан.",
  "form.attachments": "Додатки",
  "form.submit": "Створити справу",
  "form.resubmit": "Зберегти виправлення",
  "form.submitting": "Надсилається…",

  "problem.choice.unknown": "У полі «{label}» такої відповіді немає. Оберіть відповідь зі списку.",
  "table.import": "Завантажити з файлу",
  "table.save-xlsx": "Зберегти як XLSX",
  "table.save-csv": "Зберегти як CSV",
  "table.number": "№ з/п",
  "table.row": "Рядок {n}",
  "table.removed": "Рядок {n} видалено.",
  "table.removed-many": "{n|one:Видалено # рядок|few:Видалено # рядки|many:Видалено # рядків|other:Видалено # рядка} (з {from} по {to}).",
  "table.actions": "Дії",
  "table.total": "Усього",
  "table.add": "Додати рядок",
  "table.duplicate": "Скопіювати рядок {n}",
  "table.remove": "Видалити рядок {n}",
  "table.keys-title": "Клавіші та вставлення",
  "table.keys":
    "Стрілки, Tab, Enter: наступна клітинка. Із Shift: назад; Shift зі стрілками вибирає клітинки. Ctrl+A: усі.\nHome, End, Page Up, Page Down: по рядку та по сторінках; із Ctrl – перша й остання клітинка.\nF2: рухатися в тексті клітинки. Esc: повернути, як було; далі Esc і Tab виводять із таблиці.\nCtrl+D: заповнити вниз. Delete: очистити. Ctrl+C, Ctrl+X, Ctrl+V: копіювати, вирізати, вставити; клітинки електронної таблиці спершу показуються.\nCtrl+Z, Ctrl+Y: скасувати, зробити знову.\nAlt+Insert: додати рядок нижче. Alt+Shift+Insert: скопіювати рядок. Alt+Delete: видалити рядок.\nAlt+стрілка вниз: перелік кодів. Ctrl+/: ці клавіші.",

  "attachment.unfinished": "Зачекайте, доки завантажаться всі файли, або видаліть зайвий.",
};
export default messages;
