/** Тексты полей для приложений. */
const messages: Readonly<Record<string, string>> = {
  "attachment.hint": "PDF до {size}. {n|one:Не больше # файла|few:Не больше # файлов|many:Не больше # файлов|other:Не больше # файла}.",
  "attachment.hint-any":
    "Файлы до {size}. {n|one:Не больше # файла|few:Не больше # файлов|many:Не больше # файлов|other:Не больше # файла}.",
  "attachment.choose": "Выбрать файл",
  "attachment.drop": "или перетащите либо вставьте его сюда",
  "attachment.camera": "Сфотографировать",
  "attachment.cancel": "Отменить {name}",
  "attachment.files": "Файлы: {label}",
  "attachment.checking": "Проверяется…",
  "attachment.uploading": "Загружено {percent} %",
  "attachment.waiting": "Хранится на этом компьютере; загрузится, когда восстановится связь.",
  "attachment.done": "Загружен",
  "attachment.kept": "В деле",
  "attachment.remove": "Удалить {name}",
  "attachment.retry": "Повторить: {name}",
  "attachment.added": "Файл {name} добавлен.",
  "attachment.ready": "Файл {name} загружен.",
  "attachment.removed": "Файл {name} удалён.",
  "problem.attachment.required": "Приложите документ «{label}».",
  "problem.attachment.not-a-pdf": "{name} – не PDF. Сохраните или напечатайте его как PDF и выберите снова.",
  "problem.attachment.wrong-type": "Файлы такого типа, как {name}, здесь не разрешены. Выберите другой файл, например PDF.",
  "problem.attachment.too-big": "Файл {name} больше {size}. Уменьшите его (например, отсканируйте с разрешением 150 dpi) и выберите снова.",
  "problem.attachment.empty": "Файл {name} пуст. Проверьте его и выберите файл с содержанием.",
  "problem.attachment.twice": "Файл {name} здесь уже приложен. Выберите другой файл, если какого-то не хватает.",
  "problem.attachment.too-many":
    "{n|one:Здесь помещается только # файл|few:Здесь помещается только # файла|many:Здесь помещается только # файлов|other:Здесь помещается только # файла}, поэтому {name} не добавлен. Удалите один файл и выберите этот снова.",
  "problem.attachment.unreadable": "Файл {name} больше не читается. Возможно, он перемещён или изменён. Выберите его снова.",
  "problem.attachment.upload": "Файл {name} не удалось загрузить. Повторите загрузку.",
  "problem.attachment.changed": "Файл {name} дошёл не таким, каким отправлен. Удалите его и выберите снова.",
  "problem.attachment.quota":
    "Файл {name} не принят: слишком много файлов, загруженных вами или вашим учреждением, ещё не отправлены с делом. Сначала отправьте или удалите их; файлы, которые ждут сутки, удаляются.",
  "problem.attachment.refused": "Казначейство не приняло файл {name}. Удалите его и выберите другой.",
  "problem.attachment.gone": "Файла {name} на этом компьютере больше нет. Выберите его снова.",
};
export default messages;
