// Written by scripts/write-kazakh-latin.mjs from the Cyrillic texts: change those.
/** Bükıl nysan turaly mätınder: qalpyna keltırıldı, bailanysty kütude, qabyldanbady, jaña qağidalar. */
const messages: Readonly<Record<string, string>> = {
  "standing.sign-in-again":
    "Seansyñyz aiaqtaldy. Engızgenıñızden eşteñe joğalğan joq: bärı osy kompiuterde saqtauly. Jalğastyru üşın qaita kırıñız.",
  "standing.restored": "Būryn engızgenıñız qalpyna keltırıldı (saqtalğan uaqyty: {when}).",
  "standing.newer-definition": "Joba saqtalğannan berı nysan özgerdı. Jıbermes būryn är örıstı tekserıñız.",
  "standing.new-rules":
    "Sız nysandy toltyryp jatqanda qağidalar özgerdı, endı mynalar qoldanylady: {rules}. Engızgenıñızden eşteñe joğalğan joq; osy bette körsetılgendı tolyqtyryp, qaita jıberıñız.",
  "standing.fixes-title": "Qazynaşylyq mynalardy tüzetudı sūraidy",
  "standing.fix-general": "Nysan",
  "standing.sent": "{code} ısı qūryldy.",
  "standing.changed": "{code} ısı jañartyldy.",
  "standing.sent-elsewhere": "Is basqa qoiyndydan jıberıldı.",
  "standing.not-sent": "Jıberılgen joq",
  "standing.queued-title": "Älı jıberılgen joq",
  "standing.queued":
    "Bailanys joq. Is osy kompiuterde saqtauly jäne bailanys qalpyna kelgen boida özı bır ret jıberıledı. Bettı jabuğa bolady.",
  "standing.refused-title": "Is qabyldanbady",
  "standing.start-again": "Bos nysannan qaita bastau",
  "standing.start-again-dossier": "Soñğy jıberılgenge oralu",
  "standing.not-kept": "Engızgenıñız būl kompiuterde saqtalmaidy",
  "standing.not-kept-unavailable":
    "Būl brauzer osy sait üşın eşteñe saqtamaidy, mümkın tereze jeke rejimde şyğar. Bettı jappas būryn ıstı jıberıñız nemese köşırmesın failğa saqtap, keiın aşyñyz.",
  "standing.not-kept-blocked":
    "Basqa qoiyndy osy saittyñ eskı nūsqasymen saqtau ornyn ūstap tūr. Köşırmesın failğa saqtap, basqa qoiyndylardy jauyp, būl bettı qaita jüktep, köşırmenı aşyñyz.",
  "standing.not-kept-quota":
    "Būl kompiuterde oryn joq. Diskıden oryn bosatyp, jalğastyryñyz: sonda bärı saqtalady. Nemese köşırmesın failğa saqtañyz.",
  "standing.copy-save": "Köşırmesın failğa saqtau",
  "standing.copy-open": "Saqtalğan köşırmenı aşu",
  "standing.copy-wrong": "{name} faily būl nysannyñ köşırmesı emes. Basqa faildy tañdañyz.",
  "standing.draft-damaged":
    "Būl kompiuterde saqtalğan jobany oqu mümkın bolmady, sondyqtan nysan bos. Ol joiylğan joq, bölek qoiyldy: kerek bolsa, brauzer derekterın tazartpas būryn qoldau qyzmetıne habarlasyñyz.",
  "standing.lost-files": "Būl faildardy osy kompiuterde saqtau mümkın bolmady. Olardy qaita tañdañyz: {names}",
  "standing.migrated": "Nysan jobañyzdan jaña: {n|one:# män|other:# män} basqa jerge nemese basqa türge köşırıldı.",
  "standing.migrated-lost": "Jaña nysanda būl mänderge oryn joq. Älı keregın köşırıp alyñyz:",
  "standing.migrated-check": "Jaña nysan būl kodtardy bılmeidı. Olardy qaita tañdañyz:",
  "standing.session-ends": "Ūzaq uaqyt äreket bolmağandyqtan, sağat {time} kezınde jüieden şyğasyz. Jalğastyru üşın jüiede qalyñyz.",
  "standing.session-ends-for-good":
    "Seans sağat {time} aiaqtalady, ony ūzartuğa bolmaidy. Basqa qoiyndyda qaita kırıñız; engızgenıñız osynda qalady.",
  "standing.session-stay": "Jüiede qalu",
  "standing.session-renew": "Qaita kıru",
  "standing.leave-title": "Būl kompiuterdı basqalar da paidalanady",
  "standing.leave-drafts": "{n|one:Būl brauzerde # jobañyz saqtauly|other:Būl brauzerde # jobañyz saqtauly}.",
  "standing.leave-unsent": "{n|one:# ıs älı jıberılmegen|other:# ıs älı jıberılmegen}. Osy jerde joiylsa, qazynaşylyqqa eşteñe jetpeidı.",
  "standing.leave-stay": "Şyqpau",
  "standing.leave-keep": "Olardy qaldyryp, şyğu",
  "standing.leave-delete": "Olardy joiyp, şyğu",

  "draft.none": "Är özgerıs osy kompiuterde saqtalady.",
  "draft.saving": "Saqtaluda…",
  "draft.saved": "{when} osy kompiuterde saqtaldy",
  "draft.failed": "Osy kompiuterde saqtau mümkın bolmady. Istı jıbermeiınşe bettı jappañyz.",
  "draft.full": "Būl kompiuterde joba üşın oryn joq. Diskıden oryn bosatyñyz; ıstı jıbermeiınşe bettı jappañyz.",
  "draft.waiting": "Älı jıberılgen joq: bailanys kütılude",
  "draft.sending": "Jıberılude…",
  "draft.refused": "Qabyldanbady: joğarydağy habarlamany qarañyz",
  "draft.other-tab": "Basqa qoiyndydağy özgerıster qabyldandy.",
};
export default messages;
