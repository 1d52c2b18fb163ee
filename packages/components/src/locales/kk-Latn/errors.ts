// Written by scripts/write-kazakh-latin.mjs from the Cyrillic texts: change those.
/** Ne boldy jäne ne ısteu kerek: kez kelgen elementte kezdesuı mümkın aqaular. */
const messages: Readonly<Record<string, string>> = {
  "error.unexpected": "Bırdeñe dūrys bolmady (kod {code}). Qaitalap körıñız; tağy bolsa, osy kodty qoldau qyzmetıne habarlañyz.",
  "error.network.offline": "Qazynaşylyqpen bailanys joq. Jelını tekserıp, qaita jıberıñız; eşteñe ekı ret jasalmaidy.",
  "error.network.timeout": "Qazynaşylyq uaqytynda jauap bermedı. Qaita jıberıñız; eşteñe ekı ret jasalmaidy.",
  "error.server": "Qazynaşylyq jüiesınde aqau bar. Bırneşe minuttan keiın qaitalap körıñız; eşteñe joğalğan joq.",
  "error.log":
    "Qazynaşylyqta osy ıs boiynşa saqtalğan derekter onyñ jazbasymen säikes emes, sondyqtan jüie ıstı jauyp qoidy. Istıñ nömırın qazynaşylyqqa habarlañyz; būl basqa ısterge qatysty emes.",
  "error.rate-limited": "Sūraular tym köp. Bır minut kütıp, qaitalap körıñız.",
  "error.session.none":
    "Seansyñyz aiaqtaldy, sondyqtan būl jazylmady. Basqa qoiyndyda qaita kırıñız, osynda oralyp, tağy jıberıñız; engızgenıñız osynda tūr.",
  "error.session.not-registered":
    "Būl eseptık jazba qazynaşylyq tızılımınde joq. Tırkelgen jazbamen kırıñız nemese mekemeñızden sızdı qazynaşylyqta tırkeudı sūrañyz.",
  "error.session.sign-in-failed": "Kıru mümkın bolmady nemese tym ūzaqqa sozyldy. Qaita kırıñız.",
  "error.session.provider-unreachable": "Kıru jüiesı jauap bermeidı. Bırneşe minuttan keiın qaitalap körıñız.",
  "error.forbidden": "Eseptık jazbañyzdyñ būğan qūqyğy joq. Mındet sızge jaqynda berılse, qazynaşylyq tızılımın jañartudy sūrañyz.",
  "error.not-found": "Is tabylmady nemese ol basqa mekemege tiesılı. Mekenjaidy tekserıñız.",
  "error.conflict.revision":
    "Būl ıstı sızden būryn bıreu özgerttı, sondyqtan äreketıñız jazylmady. Tömennen ne özgergenın qarap, qaita şeşıñız.",
  "error.validation": "Istıñ mazmūny qağidalarğa sai emes. Ony daiyndağan adamğa qaitaryñyz.",
  "error.idempotency.mismatch": "Būl sūrau būryn basqa mazmūnmen jıberılgen. Bettı qaita jüktep, basynan bastañyz.",
  "error.workflow": "Istıñ būl qadamynda olai ısteuge bolmaidy. Onyñ küiın qarañyz.",
  "error.workflow.not-allowed":
    "Mūny endı ısteuge bolmaidy: ıs ärı qarai jyljyğan nemese būl qadam basqa rölge tiesılı. Onyñ küiın qarañyz.",
  "error.attachment.changed":
    "Qosymşa qūjat tapsyrylğan qalpynan özgergen, sondyqtan oğan qol qoiuğa bolmaidy. Bettı qaita jükteñız; kömektespese, oryndauşydan ony qaita tırkeudı sūrañyz.",
  "error.draft.quota": "Būl kompiuterde ıstı jıberılgenşe saqtaityn oryn joq. Diskıden oryn bosatyp, qaita jıberıñız.",
  "error.draft": "Būl brauzer ıstı jıberılgenşe saqtai almady (kod {code}). Köşırmesın failğa saqtap, bettı qaita jüktep, qaita jıberıñız.",
  "error.input":
    "Jıberılgennıñ ışınde qazynaşylyq qabyldamaityn närse bar (kod {code}). Bettı qaita jüktep, ıstı tekserıp, qaita jıberıñız.",
  "error.request": "Qazynaşylyq būl sūraudy qabyldamaidy (kod {code}). Bettı portaldyñ öz mekenjaiynan qaita aşyp, qaitalap körıñız.",
  "error.upload.dossier-too-large":
    "Qosymşa qūjattardyñ jalpy kölemı {megabytes} MB şegınen asady, olarğa qol qoiu mümkın bolmas edı. Faildardy kışıreitıñız (mysaly, 150 dpi däldıkpen skanerleñız) nemese bır bölıgın joiyp, qaita jıberıñız.",
  "error.upload":
    "Qosymşa qūjat qazynaşylyq serverınde endı joq nemese qabyldanatyn türge jatpaidy (kod {code}). Ony joiyp, qaita tañdap, jıberıñız.",
  "error.idempotency": "Būl sūraudy jıberu mümkın bolmady (kod {code}). Bettı qaita jüktep, qaitalap körıñız.",
  "error.server.overloaded":
    "Qazynaşylyq jüiesı şamadan tys jüktelgen nemese jaña ğana qaita ıske qosylğan. Bırneşe sekund kütıp, qaitalap körıñız; eşteñe joğalğan joq, eşteñe ekı ret jasalmaidy.",
  "error.server.busy": "Qazynaşylyq būl sūraudy öñdep jatyr. Bırneşe sekund kütıp, qaita jıberıñız; eşteñe ekı ret jasalmaidy.",
  "error.input.too-large": "Is qazynaşylyq qabyldaityn kölemnen ülken. Ony bırneşe ıske bölıp, qaita jıberıñız.",
  "error.attachment": "Qosymşa qūjat qabyldanbady (kod {code}). Būl faildy joiyp, qaita tañdap, jıberıñız.",
  "error.regime.changed":
    "Endı būl ıske basqa qağidalar qoldanylady. Istı tüzetıp, jaña qağidalar talap etetındı qosyp, oğan qaita qol qoiğyzyñyz.",
};
export default messages;
