// Written by scripts/write-kazakh-latin.mjs from the Cyrillic texts: change those.
/** Qosymşa qūjattar örısterınıñ mätınderı. */
const messages: Readonly<Record<string, string>> = {
  "attachment.hint": "PDF, kölemı {size} deiın. {n|one:# faildan artyq emes|other:# faildan artyq emes}.",
  "attachment.hint-any": "Fail kölemı {size} deiın. {n|one:# faildan artyq emes|other:# faildan artyq emes}.",
  "attachment.choose": "Faildy tañdau",
  "attachment.drop": "nemese osynda süirep äkelıñız ne kırıstırıñız",
  "attachment.camera": "Suretke tüsıru",
  "attachment.cancel": "{name} jükteuın toqtatu",
  "attachment.files": "Faildar: {label}",
  "attachment.checking": "Tekserılude…",
  "attachment.uploading": "{percent} % jükteldı",
  "attachment.waiting": "Osy kompiuterde saqtauly; bailanys qalpyna kelgende jükteledı.",
  "attachment.done": "Jükteldı",
  "attachment.kept": "Iste bar",
  "attachment.remove": "{name} failyn joiu",
  "attachment.retry": "Qaitalau: {name}",
  "attachment.added": "{name} faily qosyldy.",
  "attachment.ready": "{name} faily jükteldı.",
  "attachment.removed": "{name} faily joiyldy.",
  "problem.attachment.required": "«{label}» qūjatyn qosa tırkeñız.",
  "problem.attachment.not-a-pdf": "{name} faily PDF emes. Ony PDF türınde saqtap nemese basyp şyğaryp, qaita tañdañyz.",
  "problem.attachment.wrong-type": "{name} failynyñ türıne mūnda rūqsat joq. Basqa faildy tañdañyz, mysaly PDF.",
  "problem.attachment.too-big":
    "{name} failynyñ kölemı {size} şegınen asady. Ony kışıreitıñız (mysaly, 150 dpi däldıkpen skanerleñız) de, qaita tañdañyz.",
  "problem.attachment.empty": "{name} faily bos. Ony tekserıp, mazmūny bar faildy tañdañyz.",
  "problem.attachment.twice": "{name} faily mūnda būrynnan bar. Basqa fail jetıspese, sony tañdañyz.",
  "problem.attachment.too-many":
    "{n|one:Mūnda tek # fail syiady|other:Mūnda tek # fail syiady}, sondyqtan {name} qosylmady. Bır faildy joiyp, mūny qaita tañdañyz.",
  "problem.attachment.unreadable": "{name} faily endı oqylmaidy. Ol köşırılgen nemese özgertılgen boluy mümkın. Ony qaita tañdañyz.",
  "problem.attachment.upload": "{name} failyn jükteu mümkın bolmady. Qaitalap körıñız.",
  "problem.attachment.changed": "{name} faily jıberılgen qalpynan özgerıp jettı. Ony joiyp, qaita tañdañyz.",
  "problem.attachment.quota":
    "{name} faily qabyldanbady: sız nemese mekemeñız jüktegen tym köp fail älı ıspen bırge jıberılmegen. Aldymen solardy jıberıñız nemese joiyñyz; bır täulık kütken faildar joiylady.",
  "problem.attachment.refused": "Qazynaşylyq {name} failyn qabyldamady. Ony joiyp, basqasyn tañdañyz.",
  "problem.attachment.gone": "{name} faily būl kompiuterde endı joq. Ony qaita tañdañyz.",
};
export default messages;
