// Written by scripts/write-kazakh-latin.mjs from the Cyrillic texts: change those.
/** Is nysanynyñ, joldar kestesınıñ jäne jobanyñ bırden kerek mätınderı. */
const messages: Readonly<Record<string, string>> = {
  "form.form-number": "{number} nysany",
  "form.required-legend": "* belgısı bar örıster mındettı.",
  "form.loading": "Nysan jüktelude…",
  "form.failed": "Nysandy jükteu mümkın bolmady.",
  "form.retry": "Qaitalau",
  "form.sign-in": "Kıru",
  "form.sign-in-needed": "Būl nysandy toltyru üşın jüiege kırıñız.",
  "form.no-unit": "Būl nysandy tek mekeme qyzmetkerlerı toltyrady. Öz mekemeñızdıñ eseptık jazbasymen kırıñız.",
  "form.not-editable": "Būl ıstı qazır özgertuge bolmaidy. Onyñ küiın qarañyz.",
  "form.attachments": "Qosymşa qūjattar",
  "form.submit": "Istı qūru",
  "form.resubmit": "Tüzetulerdı saqtau",
  "form.submitting": "Jıberılude…",

  "problem.choice.unknown": "«{label}» örısınde mūndai jauap joq. Tızımnen tañdañyz.",
  "table.import": "Faildan jükteu",
  "table.save-xlsx": "XLSX türınde saqtau",
  "table.save-csv": "CSV türınde saqtau",
  "table.number": "№",
  "table.row": "{n}-jol",
  "table.removed": "{n}-jol joiyldy.",
  "table.removed-many": "{n|one:# jol joiyldy|other:# jol joiyldy} ({from}–{to}).",
  "table.actions": "Äreketter",
  "table.total": "Jiyny",
  "table.add": "Jol qosu",
  "table.duplicate": "{n}-joldy köşıru",
  "table.remove": "{n}-joldy joiu",
  "table.keys-title": "Perneler jäne kırıstıru",
  "table.keys":
    "Bağyttauyştar, Tab, Enter: kelesı ūiaşyq. Shift qosylsa: kerı; Shift pen bağyttauyştar ūiaşyqtardy tañdaidy. Ctrl+A: barlyğy.\nHome, End, Page Up, Page Down: jol boiymen jäne bettermen; Ctrl qosylsa – bırınşı jäne soñğy ūiaşyq.\nF2: ūiaşyq mätınınde jylju. Esc: būrynğy qalpyna keltıru; sodan keiın Esc pen Tab kesteden şyğarady.\nCtrl+D: tömen qarai toltyru. Delete: tazartu. Ctrl+C, Ctrl+X, Ctrl+V: köşıru, qiyp alu, kırıstıru; elektrondyq kestenıñ ūiaşyqtary aldymen körsetıledı.\nCtrl+Z, Ctrl+Y: qaitaru, qaita oryndau.\nAlt+Insert: tömennen jol qosu. Alt+Shift+Insert: joldy köşıru. Alt+Delete: joldy joiu.\nAlt+tömen bağyttauyş: kodtar tızımı. Ctrl+/: osy perneler.",

  "attachment.unfinished": "Barlyq fail jüktelgenşe kütıñız nemese artyğyn joiyñyz.",
};
export default messages;
