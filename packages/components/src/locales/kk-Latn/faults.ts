// Written by scripts/write-kazakh-latin.mjs from the Cyrillic texts: change those.
/** Būzuşylyqtar men qateler jiyntyğynyñ mätınderı: toltyra bastağanda jükteledı. */
const messages: Readonly<Record<string, string>> = {
  "summary.title": "{n|one:# jerdı tüzetu kerek|other:# jerdı tüzetu kerek}",

  "violation.required": "«{label}» örısın toltyryñyz.",
  "violation.required-choice": "«{label}» örısınde jauapty tañdañyz.",
  "violation.rows.min": "{minRows|one:Kemınde # jol kerek|other:Kemınde # jol kerek}. Joldardy qosyñyz.",
  "violation.rows.max": "{maxRows|one:# joldan artyq bolmaidy|other:# joldan artyq bolmaidy}. Joldardy bırıktırıñız nemese joiyñyz.",
  "violation.attachment.required": "«{label}» qūjatyn qosa tırkeñız.",
  "violation.attachment.too-many": "«{label}» üşın {maxFiles|one:tek # failğa rūqsat|other:tek # failğa rūqsat}. Artyğyn joiyñyz.",
  "violation.hidden": "«{label}» örısı jasyryn jäne bos boluğa tiıs. Bettı qaita jükteñız, sonda ol tazarady.",
  "violation.computed": "«{label}» örısı basqa örıstermen säikes emes. Qaita esepteluı üşın bettı qaita jükteñız de, qaita jıberıñız.",
  "violation.schema": "«{label}» örısı talapqa sai toltyrylmağan. Örıstıñ tüsındırmesın oqyp, qaita engızıñız.",
  "violation.schema.seen": "«{label}» örısınde ekrannan körınbeitın belgı bar ({found}). Mätındı kırıstırmei, qolmen terıñız.",
  "violation.schema.maxLength": "«{label}» örısındegı mätın {limit} tañbadan ūzyn. Ony qysqartyñyz.",
};
export default messages;
