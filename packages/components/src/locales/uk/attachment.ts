/** Тексти полів для додатків. */
const messages: Readonly<Record<string, string>> = {
  "attachment.hint": "PDF до {size}. {n|one:Не більше # файлу|few:Не більше # файлів|many:Не більше # файлів|other:Не більше # файлу}.",
  "attachment.hint-any":
    "Файли до {size}. {n|one:Не більше # файлу|few:Не більше # файлів|many:Не більше # файлів|other:Не більше # файлу}.",
  "attachment.choose": "Обрати файл",
  "attachment.drop": "або перетягніть чи вставте його сюди",
  "attachment.camera": "Сфотографувати",
  "attachment.cancel": "Скасувати {name}",
  "attachment.files": "Файли: {label}",
  "attachment.checking": "Перевіряється…",
  "attachment.uploading": "Завантажено {percent} %",
  "attachment.waiting": "Зберігається на цьому комп'ютері; завантажиться, коли відновиться зв'язок.",
  "attachment.done": "Завантажено",
  "attachment.kept": "У справі",
  "attachment.remove": "Видалити {name}",
  "attachment.retry": "Повторити: {name}",
  "attachment.added": "Файл {name} додано.",
  "attachment.ready": "Файл {name} завантажено.",
  "attachment.removed": "Файл {name} видалено.",
  "problem.attachment.required": "Долучіть документ «{label}».",
  "problem.attachment.not-a-pdf": "{name} – не PDF. Збережіть або надрукуйте його як PDF і оберіть знову.",
  "problem.attachment.wrong-type": "Файли такого типу, як {name}, тут не дозволено. Оберіть інший файл, наприклад PDF.",
  "problem.attachment.too-big":
    "Файл {name} більший за {size}. Зменште його (наприклад, відскануйте з роздільністю 150 dpi) і оберіть знову.",
  "problem.attachment.empty": "Файл {name} порожній. Перевірте його й оберіть файл із вмістом.",
  "problem.attachment.twice": "Файл {name} тут уже долучено. Оберіть інший файл, якщо якогось бракує.",
  "problem.attachment.too-many":
    "{n|one:Тут уміщується лише # файл|few:Тут уміщується лише # файли|many:Тут уміщується лише # файлів|other:Тут уміщується лише # файлу}, тому {name} не додано. Видаліть один файл і оберіть цей знову.",
  "problem.attachment.unreadable": "Файл {name} більше не читається. Можливо, його переміщено або змінено. Оберіть його знову.",
  "problem.attachment.upload": "Файл {name} не вдалося завантажити. Повторіть завантаження.",
  "problem.attachment.changed": "Файл {name} надійшов не таким, яким його надіслано. Видаліть його й оберіть знову.",
  "problem.attachment.quota":
    "Файл {name} не прийнято: забагато файлів, завантажених вами або вашою установою, ще не надіслано зі справою. Спершу надішліть або видаліть їх; файли, що чекають добу, видаляються.",
  "problem.attachment.refused": "Казначейство не прийняло файл {name}. Видаліть його й оберіть інший.",
  "problem.attachment.gone": "Файлу {name} на цьому комп'ютері вже немає. Оберіть його знову.",
};
export default messages;
