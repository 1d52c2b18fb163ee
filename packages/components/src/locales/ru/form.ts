/** Тексты формы дела, таблицы строк и черновика, нужные сразу. */
const messages: Readonly<Record<string, string>> = {
  "form.form-number": "Форма {number}",
  "form.required-legend": "Поля со знаком * обязательны.",
  "form.loading": "Форма загружается…",
  "form.failed": "Форму не удалось загрузить.",
  "form.retry": "Повторить",
  "form.sign-in": "Войти",
  "form.sign-in-needed": "Войдите, чтобы заполнить эту форму.",
  "form.no-unit": "Эту форму заполняют только сотрудники учреждения. Войдите под учётной записью своего учреждения.",
  "form.not-editable": "Это дело сейчас изменить нельзя. Посмотрите его состояние.",
  "form.attachments": "Приложения",
  "form.submit": "Создать дело",
  "form.resubmit": "Сохранить исправления",
  "form.submitting": "Отправляется…",

  "problem.choice.unknown": "В поле «{label}» такого ответа нет. Выберите ответ из списка.",
  "table.import": "Загрузить из файла",
  "table.save-xlsx": "Сохранить как XLSX",
  "table.save-csv": "Сохранить как CSV",
  "table.number": "№",
  "table.row": "Строка {n}",
  "table.removed": "Строка {n} удалена.",
  "table.removed-many": "{n|one:Удалена # строка|few:Удалены # строки|many:Удалено # строк|other:Удалено # строки} (с {from} по {to}).",
  "table.actions": "Действия",
  "table.total": "Итого",
  "table.add": "Добавить строку",
  "table.duplicate": "Скопировать строку {n}",
  "table.remove": "Удалить строку {n}",
  "table.keys-title": "Клавиши и вставка",
  "table.keys":
    "Стрелки, Tab, Enter: следующая ячейка. С Shift: обратно; Shift со стрелками выбирает ячейки. Ctrl+A: все.\nHome, End, Page Up, Page Down: по строке и по страницам; с Ctrl – первая и последняя ячейка.\nF2: перемещаться в тексте ячейки. Esc: вернуть как было; затем Esc и Tab выводят из таблицы.\nCtrl+D: заполнить вниз. Delete: очистить. Ctrl+C, Ctrl+X, Ctrl+V: копировать, вырезать, вставить; ячейки электронной таблицы сначала показываются.\nCtrl+Z, Ctrl+Y: отменить, сделать снова.\nAlt+Insert: добавить строку ниже. Alt+Shift+Insert: скопировать строку. Alt+Delete: удалить строку.\nAlt+стрелка вниз: список кодов. Ctrl+/: эти клавиши.",

  "attachment.unfinished": "Подождите, пока загрузятся все файлы, или удалите лишний.",
};
export default messages;
