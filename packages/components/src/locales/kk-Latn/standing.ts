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
};
export default messages;
