// Written by scripts/write-kazakh-latin.mjs from the Cyrillic texts: change those.
/** Kelısu panelı men sebep terezesınıñ mätınderı; är aqau nenı bıldıredı jäne ne ısteu kerek (`error.<code>`). */
const messages: Readonly<Record<string, string>> = {
  "approval.heading": "Sızdıñ şeşımıñızdı kütude",
  "approval.heading.none": "Qazır mūnda sızden eşteñe talap etılmeidı",
  "approval.heading.ended": "Būl ıs jabylğan",
  "approval.nothing": "Kezegıñız kelgende ne ıstei alatynyñyz osynda körsetıledı.",
  "approval.state": "Küiı:",
  "approval.fourEyes":
    "Sız osy nūsqağa «{done}» äreketın jasadyñyz, sondyqtan ekı adam qağidasy boiynşa «{action}» äreketın ärıptesıñız jasauğa tiıs. Istı sol röldegı bıreuge berıñız.",
  "approval.signers": "Osy nūsqadağy qoltañbalar",
  "approval.signer.mine": "Sızdıñ kezegıñız",
  "approval.signer.next": "Kelesı bolyp qol qoiady",
  "approval.signer.later": "Keiın qol qoiady",
  "approval.signer.none": "Qol qoimady",
  "approval.retry": "Qaitalau",
  "approval.sending": "Jıberılude…",
  "approval.sendAgain": "Qaita jıberu",
  "approval.done": "{action}: qazynaşylyq jazyp aldy.",
  "approval.failed": "Mūny oryndau mümkın bolmady",
  "approval.changed": "Is jaña ğana özgerdı:",
  "approval.change.content": "Mazmūny özgerdı",
  "approval.install": "Qol qoiu keñeitımın ornatu",
  "approval.edit": "Istı tüzetu",
  "approval.export": "Qol qoiylğan pakettı jüktep alu (ASiC-E)",
  "approval.steps": "Qol qoiu qadamdary",
  "approval.step.request": "Qazynaşylyqtan qol qoiuğa rūqsat sūrau",
  "approval.step.files": "Qosymşa qūjattardy oqu",
  "approval.step.window": "Qol qoiu terezesınde oqyp, qol qoiu",
  "approval.step.hand-in": "Qoltañbany qazynaşylyqqa tapsyru",
  "approval.step.done": "(daiyn)",
  "approval.cancelSigning": "Qol qoiudy toqtatu",
  "batch.heading": "{count|one:# ıs boiynşa şeşım|other:# ıs boiynşa bırge şeşım}",
  "batch.none":
    "Qazır olarmen bırge eşteñe ısteuge bolmaidy. Sebebı körsetıluge tiıs äreket, mysaly bas tartu, är ıste jeke jasalady: ony tızımnen aşyñyz.",
  "batch.what": "Ne ısteu kerek",
  "batch.offer": "{action}: {count|one:# ıs|other:# ıs}",
  "batch.run": "{action}: {count|one:# ıs|other:# ıs}, {total}",
  "batch.others": "{count|one:# ıs esepke alynbağan|other:# ıs esepke alynbağan}",
  "batch.others.why": "Olarğa mūny jasauğa bolmaidy nemese ony sız jasai almaisyz. Nege ekenın köru üşın olardy aşyñyz.",
  "batch.signing": "Är ıstı qol qoiu terezesınde bırınen soñ bırın oqyp, qol qoiasyz.",
  "batch.result": "Nätije",
  "batch.result.waiting": "Kütude",
  "batch.result.sending": "Oryndaluda…",
  "batch.result.done": "Oryndaldy",
  "batch.result.failed": "Oryndalmady",
  "batch.result.untried": "Bastalmady",
  "batch.progress": "{count} ışınen {done} oryndaldy…",
  "batch.stop": "Ağymdağysynan keiın toqtatu",
  "batch.stopping": "Ağymdağysynan keiın toqtaidy…",
  "batch.ended": "{action}: {count|one:# ıs oryndaldy.|other:barlyq # ıs oryndaldy.}",
  "batch.ended.some": "{count} ışınen {done} oryndaldy. Oryndalmady: {failed}, bastalmady: {untried}; nege ekenı tızımde körsetılgen.",
  "batch.again": "{count|one:Qalğan # ıstı qarau|other:Qalğan # ıstı qarau}",
  "batch.close": "Tızımge oralu",

  "reason.label": "Sebebı",
  "reason.hint": "Ne ısteu keregın anyq jazyñyz. {minLength}–{maxLength} tañba.",
  "reason.count": "{length} / {maxLength} tañba",
  "reason.missing": "Sebebın kemınde {minLength} tañbamen jazyñyz.",
  "reason.short": "Sebebınde {length} tañba bar; kemınde {minLength} kerek.",
  "reason.long": "Sebebınde {length} tañba bar; {maxLength} tañbağa deiın qysqartyñyz.",
  "reason.choice.missing": "Bır jauapty tañdañyz.",
  "reason.fixes": "Qūjattar boiynşa ne tüzetıluge tiıs",
  "reason.fixes.hint": "Mekeme bır-aq ret tüzetuı üşın tüzetıluge tiıs närsenıñ bärın körsetıñız.",
  "reason.fixes.missing": "Nysanda nemese qosymşa qūjatta tüzetıluge tiıs kemınde bır närsenı körsetıñız.",
  "reason.fix": "Tüzetıluge tiıs, {number}",
  "reason.fix.add": "Tüzetıluge tiıs närsenı qosu",
  "reason.fix.remove": "Mūny alyp tastau",
  "reason.fix.text": "Ne tüzetıluge tiıs",
  "reason.fix.missing": "Ne tüzetıluge tiıs ekenın jazyñyz nemese būl tarmaqty alyp tastañyz.",
  "reason.fix.place": "Qai jerde",
  "reason.fix.whole": "Bükıl nysan",
  "reason.fix.line": "Jol nömırı",
  "reason.fix.row": "1–{count} aralyğyndağy joldy engızıñız nemese barlyq jolğa qatysty bolsa, bos qaldyryñyz.",
  "reason.document.form": "Nysan",
  "reason.cancel": "Artqa",

  "approval.rules-ask": "Jaña qağidalar mynalardy talap etedı nemese qate dep tabady:",
  "error.regime.changed":
    "Is qūrylğannan nemese oğan qol qoiylğannan berı qağidalar özgerdı, endı mynalar qoldanylady: {rules}. Qazynaşylyqqa eşteñe jıberılgen joq, eşteñe joğalğan joq. Istı jaña qağidalar boiynşa tolyqtyryp saqtau üşın oryndauşyğa qaitaryñyz da, qaita qol qoiyñyz.",
  "error.workflow.input-unknown": "Sūrauda būl qadamda qoldanylmaityn närse boldy. Bettı qaita jüktep, basynan bastañyz.",
  "error.workflow.fix-unknown-document": "Tüzetıluge tiıs närsede ıste endı joq qūjat atalğan. Bettı qaita jüktep, ony qaita körsetıñız.",
  "error.workflow.signature-required": "Būl qadam qol qoiudy talap etedı. Qol qoiatyn tüimenı basyñyz.",
  "error.workflow.already-signed": "Iske būl rölde qol qoiylğan; qaita qol qoiatyn eşteñe joq. Onyñ küiın köru üşın bettı qaita jükteñız.",
  "error.workflow.reason-required": "Būl qadam sebebın körsetudı talap etedı. Ony engızıp, qaita jıberıñız.",
  "error.workflow.reason-length": "Sebebı tym qysqa nemese tym ūzyn. Ony rūqsat etılgen ūzyndyqqa keltırıñız.",
  "error.workflow.fixes-required":
    "Būl qadamda ne tüzetıluge tiıs ekenın aitu kerek. Nysanda nemese qosymşa qūjatta kemınde bır närsenı körsetıñız.",
  "error.workflow.choice-required": "Mındettı tañdau jasalmağan. Är tañdaudy jasap, qaita jıberıñız.",
  "error.workflow.same-actor":
    "Sız būl ıstıñ bır qadamyn oryndap qoiğansyz. Ekı adam qağidasy boiynşa būl qadamdy basqa adam oryndaidy: ony sol röldegı ärıptesıñızge berıñız.",
  "error.workflow.order": "Qol qoiu kezegıñız kelgen joq: sızden būrynğy qoltañba joq. Ony kütıp, sodan keiın qol qoiyñyz.",
  "error.workflow.same-key":
    "Būl tırkeu kuälıgımen ıske basqa rölde qol qoiylğan. Būl röldı atqaratyn adam öz kuälıgımen qol qoiuğa tiıs: ıstı soğan berıñız.",

  "error.extension.missing":
    "Qol qoiu keñeitımı būl brauzerde ornatylmağan, öşırılgen nemese eskırgen. Soñğysyn ornatyñyz nemese qosyñyz, bettı qaita jüktep, qol qoiyñyz.",
  "error.extension.outdated": "Qol qoiu keñeitımı būl portal üşın tym eskı. Ony jañartyñyz, bettı qaita jüktep, qol qoiyñyz.",
  "error.extension.busy": "Basqa qol qoiu terezesı aşyq. Ony aiaqtap nemese jauyp, qaitalap körıñız.",
  "error.extension.refused-origin":
    "Sız būl saitqa qoltañba sūrauğa tyiym salğansyz. Būl qazynaşylyq portaly bolsa, qol qoiu keñeitımınıñ baptaularyn aşyp, osy mekenjaiğa rūqsat berıp, qaita qol qoiyñyz.",
  "error.extension.invalid-request":
    "Qol qoiu keñeitımı sūraudy qabyldamady: derekterı qate. Bettı qaita jüktep, qol qoiyñyz; kömektespese, qoldau qyzmetıne habarlañyz.",
  "error.user.cancelled": "Sız qol qoiudy toqtattyñyz. Eşteñege qol qoiylğan joq; qalağan kezde qaita qol qoiyñyz.",
  "error.host.missing":
    "Būl kompiuterde kılt tasyğyş bağdarlamasy ornatylmağan. Qol qoiu keñeitımımen bırge berıletının ornatyp, qaita qol qoiyñyz.",
  "error.host.outdated": "Kılt tasyğyş bağdarlamasy tym eskı. Jañasyn ornatyp, qaita qol qoiyñyz.",
  "error.host.crashed": "Kılt tasyğyş bağdarlamasy toqtap qaldy. Kılt tasyğyşty şyğaryp, qaita salyp, tağy qol qoiyñyz.",
  "error.host.timeout": "Kılt tasyğyş jauap bermeidı. Ony şyğaryp, qaita salyñyz, şamy janğanyn kütıp, tağy qol qoiyñyz.",
  "error.module.missing": "Kılt tasyğyştyñ draiverı tabylmady. Tasyğyşpen bırge berıletın draiverdı ornatyp, qaita qol qoiyñyz.",
  "error.token.missing": "Kılt tasyğyş tabylmady. Öz tasyğyşyñyzdy salyp, qaita qol qoiyñyz.",
  "error.token.removed": "Qol qoiu kezınde kılt tasyğyş şyğaryldy; qoltañba jıberılgen joq. Ony salyp, aiaqtalğanşa şyğarmañyz.",
  "error.token.locked":
    "PIN-kod tym köp ret qate engızılgendıkten kılt tasyğyş būğattaldy. Kuälıgıñızdı bergen ortalyqtan ony būğattan şyğarudy sūrañyz.",
  "error.pin.wrong": "PIN-kod qate. Qaita qol qoiyp, PIN-kodty mūqiiat engızıñız.",
  "error.pin.final-try":
    "PIN-kod qate; bır ğana äreket qaldy, sodan keiın tasyğyş būğattalady. Qaita qol qoimas būryn PIN-kodqa köz jetkızıñız.",
  "error.certificate.none":
    "Kılt tasyğyşta jaramdy tırkeu kuälıgı joq. Tiıstı tasyğyşty salyñyz nemese kuälıgıñızdı bergen ortalyqqa habarlasyñyz.",
  "error.certificate.expired":
    "Tırkeu kuälıgınıñ merzımı ötken. Ony bergen ortalyqta jañartyp, jañasyn qazynaşylyqta tırkep, qaita qol qoiyñyz.",
  "error.certificate.not-registered":
    "Tasyğyştağy tırkeu kuälıgı qazynaşylyqta būl rölde sızge tırkelmegen. Tiıstı tasyğyşty salyñyz nemese būl kuälıktı qazynaşylyqta tırkeñız.",
  "error.request.expired": "Qol qoiu uaqyty öttı. Qaita qol qoiyñyz.",

  "error.signature": "Qazynaşylyq būl qoltañbany qabyldamaidy. Bettı qaita jüktep, qol qoiyñyz.",
  "error.signature.invalid":
    "Qoltañbany tekseru mümkın bolmady. Qaita qol qoiyñyz; kömektespese, tasyğyşty kuälıktı bergen ortalyqqa teksertıñız.",
  "error.signature.wrong-origin":
    "Qoltañba basqa saitta qoiylğan, sondyqtan qazynaşylyq ony qabyldamaidy. Osy portaldyñ öz mekenjaiynan qol qoiyñyz.",
  "error.signature.wrong-dossier": "Qoltañba basqa ıske tiesılı. Bettı qaita jüktep, qol qoiyñyz.",
  "error.signature.nonce-used": "Būl qol qoiu paidalanylyp qoiğan. Bettı qaita jükteñız: ıs jyljymasa, qaita qol qoiyñyz.",
  "error.signature.expired": "Qoltañba kelgende onyñ uaqyty ötıp ketken. Qaita qol qoiyñyz.",
  "error.signature.clock":
    "Būl kompiuterdıñ sağaty bes minuttan artyq aiyrmada, qazynaşylyq qol qoiylğan uaqytty qabyldai almaidy. Sağatty (avtomatty uaqyt) qoiyp, qaita qol qoiyñyz.",
  "error.signature.data-changed": "Sız qol qoiğannan keiın ıs özgerdı, sondyqtan qoltañba jaramaidy. Ony qaita oqyp, qol qoiyñyz.",
  "error.signature.attachment-changed":
    "Sız qol qoiğannan keiın qosymşa qūjat özgerdı, sondyqtan qoltañba jaramaidy. Istı qaita oqyp, qol qoiyñyz.",
  "error.signature.certificate-expired":
    "Qol qoiylğan kezde tırkeu kuälıgı jaramsyz bolğan. Ony bergen ortalyqta jañartyp, jañasyn qazynaşylyqta tırkeñız.",
  "error.signature.certificate-untrusted":
    "Tırkeu kuälıgın qazynaşylyq moiyndamaityn ortalyq bergen. Qazynaşylyqta tırkelgen kuälıktı paidalanyñyz.",
  "error.signature.certificate-not-registered":
    "Būl tırkeu kuälıgı būl rölde sızge tırkelmegen. Tiıstı tasyğyşty salyñyz nemese būl kuälıktı qazynaşylyqta tırkeñız.",
  "error.signature.revocation-unknown":
    "Qazynaşylyq tırkeu kuälıgınıñ jaramdy ekenın qazır bıle almaidy: kerı qaitarylğandar tızımı eskırgen. Eşteñege qol qoiylğan joq; bırneşe minuttan keiın qaita qol qoiyñyz, kömektespese, qoldau qyzmetıne habarlañyz.",
  "error.signature.certificate-revoked": "Tırkeu kuälıgı kerı qaitarylğan. Ony bergen ortalyqtan jañasyn alyp, qazynaşylyqta tırkeñız.",
  "error.signature.wrong-policy":
    "Endı būl qadam basqa qoltañbany talap etedı, sondyqtan eşteñe jazylmady. Bettı qaita jüktep, qol qoiyñyz.",
  "error.signature.order": "Qol qoiu kezegıñız kelgen joq: sızden būrynğy qoltañba joq. Ony kütıp, sodan keiın qol qoiyñyz.",
  "error.signature.same-key":
    "Būl tırkeu kuälıgımen ıske basqa rölde qol qoiylğan. Būl röldı atqaratyn adam öz kuälıgımen qol qoiuğa tiıs: ıstı soğan berıñız.",
  "error.signature.none-needed": "Is sızdıñ qoltañbañyzdy kütpeidı. Onyñ küiın köru üşın bettı qaita jükteñız.",
};
export default messages;
