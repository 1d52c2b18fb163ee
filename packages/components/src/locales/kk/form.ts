/** Іс нысанының, жолдар кестесінің және жобаның бірден керек мәтіндері. */
const messages: Readonly<Record<string, string>> = {
  "form.form-number": "{number} нысаны",
  "form.required-legend": "* белгісі бар өрістер міндетті.",
  "form.loading": "Нысан жүктелуде…",
  "form.failed": "Нысанды жүктеу мүмкін болмады.",
  "form.retry": "Қайталау",
  "form.sign-in": "Кіру",
  "form.sign-in-needed": "Бұл нысанды толтыру үшін жүйеге кіріңіз.",
  "form.no-unit": "Бұл нысанды тек мекеме қызметкерлері толтырады. Өз мекемеңіздің есептік жазбасымен кіріңіз.",
  "form.not-editable": "Бұл істі қазір өзгертуге болмайды. Оның күйін қараңыз.",
  "form.attachments": "Қосымша құжаттар",
  "form.submit": "Істі құру",
  "form.resubmit": "Түзетулерді сақтау",
  "form.submitting": "Жіберілуде…",

  "problem.choice.unknown": "«{label}» өрісінде мұндай жауап жоқ. Тізімнен таңдаңыз.",
  "table.import": "Файлдан жүктеу",
  "table.save-xlsx": "XLSX түрінде сақтау",
  "table.save-csv": "CSV түрінде сақтау",
  "table.number": "№",
  "table.row": "{n}-жол",
  "table.removed": "{n}-жол жойылды.",
  "table.removed-many": "{n|one:# жол жойылды|other:# жол жойылды} ({from}–{to}).",
  "table.actions": "Әрекеттер",
  "table.total": "Жиыны",
  "table.add": "Жол қосу",
  "table.duplicate": "{n}-жолды көшіру",
  "table.remove": "{n}-жолды жою",
  "table.keys-title": "Пернелер және кірістіру",
  "table.keys":
    "Бағыттауыштар, Tab, Enter: келесі ұяшық. Shift қосылса: кері; Shift пен бағыттауыштар ұяшықтарды таңдайды. Ctrl+A: барлығы.\nHome, End, Page Up, Page Down: жол бойымен және беттермен; Ctrl қосылса – бірінші және соңғы ұяшық.\nF2: ұяшық мәтінінде жылжу. Esc: бұрынғы қалпына келтіру; содан кейін Esc пен Tab кестеден шығарады.\nCtrl+D: төмен қарай толтыру. Delete: тазарту. Ctrl+C, Ctrl+X, Ctrl+V: көшіру, қиып алу, кірістіру; электрондық кестенің ұяшықтары алдымен көрсетіледі.\nCtrl+Z, Ctrl+Y: қайтару, қайта орындау.\nAlt+Insert: төменнен жол қосу. Alt+Shift+Insert: жолды көшіру. Alt+Delete: жолды жою.\nAlt+төмен бағыттауыш: кодтар тізімі. Ctrl+/: осы пернелер.",

  "attachment.unfinished": "Барлық файл жүктелгенше күтіңіз немесе артығын жойыңыз.",
};
export default messages;
