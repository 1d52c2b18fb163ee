// Written by scripts/write-kazakh-latin.mjs from the Cyrillic texts: change those.
/** Kılt tasyğyşty tekseru mätınderı: bet pen kılt arasyndağy är buyn, onyñ jaiy jäne ony ne tüzetetını. */
const messages: Readonly<Record<string, string>> = {
  "carrier.heading": "Būl kompiuter qol qoiuğa daiyn ba?",
  "carrier.lead": "Tekseru osy betten tırkeu kuälıgıñızge deiın buyn-buynymen jüredı. Ol eşteñege qol qoimaidy jäne PIN-kod sūramaidy.",
  "carrier.run": "Būl kompiuterdı tekseru",
  "carrier.again": "Qaita tekseru",
  "carrier.running": "Tekserılude. Būğan jarty minut ketuı mümkın…",
  "carrier.ready": "Bärı dūrys. Būl kompiuterde qol qoiuğa bolady.",
  "carrier.broken": "Älı qol qoiuğa bolmaidy. Aldymen mynany tüzetıñız: {link}.",
  "carrier.partly": "Būl saitqa köruge rūqsat etılgennıñ bärı dūrys. Qalğanyn bıluge oğan rūqsat joq.",
  "carrier.fix": "Ne ısteu kerek",
  "carrier.install": "Kompiuterdı qol qoiuğa qalai daiyndau kerek",
  "carrier.save": "Eseptı saqtau",
  "carrier.private": "Esepte adam aty, tırkeu kuälıgı jäne seriialyq nömır joq. Ony qoldau qyzmetıne jıberuge bolady.",

  "carrier.state.ok": "dūrys",
  "carrier.state.broken": "tüzetu kerek",
  "carrier.state.warning": "nazar audaryñyz",
  "carrier.state.waiting": "älı tekserılmegen",
  "carrier.state.hidden": "būl saitqa aitylmaidy",
  "carrier.state.unknown": "jauap joq",

  "carrier.link.page": "Osy bet",
  "carrier.link.extension": "Qol qoiu keñeitımı",
  "carrier.link.permission": "Būl saitqa rūqsat",
  "carrier.link.host": "Kılt tasyğyş bağdarlamasy",
  "carrier.link.driver": "Kılt tasyğyştyñ draiverı",
  "carrier.link.token": "Kılt tasyğyş",
  "carrier.link.certificate": "Tırkeu kuälıgı",
  "carrier.link.clock": "Sağat",
  "carrier.version": "{version}-nūsqa",

  "carrier.page.insecure": "Bet qorğalğan bailanyspen aşylmağan. Ony https:// dep bastalatyn mekenjaiy boiynşa aşyñyz.",
  "carrier.extension.missing": "Būl brauzerde qol qoiu keñeitımı joq. Ony ornatyp nemese qosyp, bettı qaita jükteñız.",
  "carrier.extension.outdated": "Qol qoiu keñeitımı būl bet üşın tym eskı. Ony jañartyp, bettı qaita jükteñız.",
  "carrier.extension.refused":
    "Qol qoiu keñeitımı būl betke jauap bermeidı. Portaldy basqa bettıñ ışınde emes, öz mekenjaiy boiynşa aşyñyz.",
  "carrier.extension.busy":
    "Qol qoiu terezesı aşyq nemese tekseru tym jiı ıske qosylğan. Terezenı jauyp, bır minut kütıp, qaita tekserıñız.",
  "carrier.extension.silent": "Qol qoiu keñeitımı tekserudı aiaqtamady. Bettı qaita jüktep, qaita tekserıñız.",
  "carrier.permission.missing":
    "Sız būl saitqa qoltañba sūrauğa älı rūqsat bermegensız, sondyqtan oğan artyq eşteñe aitylmaidy. Qol qoiu keñeitımı sızden alğaş qol qoiğanda sūraidy; qalğanyn būryn tekseru üşın keñeitımnıñ baptaularyn aşyp, tekserudı sol jerde ıske qosyñyz.",
  "carrier.host.missing":
    "Būl kompiuterde kılt tasyğyş bağdarlamasy ornatylmağan nemese ol būl keñeitımdı tanymaidy. Ony ornatyp, qaita tekserıñız.",
  "carrier.host.outdated": "Kılt tasyğyş bağdarlamasy tym eskı. Ony jañartyp, qaita tekserıñız.",
  "carrier.host.crashed": "Kılt tasyğyş bağdarlamasy toqtap qaldy. Kılt tasyğyşty şyğaryp, qaita salyp, tağy tekserıñız.",
  "carrier.host.timeout": "Kılt tasyğyş bağdarlamasy jauap bermeidı. Kılt tasyğyşty şyğaryp, qaita salyp, tağy tekserıñız.",
  "carrier.driver.missing": "Kılt tasyğyştyñ draiverı ornatylmağan. Ony kuälıgıñızdı bergen ortalyq aitqandai ornatyp, qaita tekserıñız.",
  "carrier.driver.changed": "Draiver rūqsat etılgennen basqa. Äkımşıden kılt tasyğyş bağdarlamasyn qaita ornatudy sūrañyz.",
  "carrier.driver.unloadable": "Draiver jüktelmeidı. Ony qaita ornatyp, qaita tekserıñız.",
  "carrier.token.missing": "Kılt tasyğyş tabylmady. Öz tasyğyşyñyzdy salyp, qaita tekserıñız.",
  "carrier.token.locked":
    "PIN-kod tym köp ret qate engızılgendıkten kılt tasyğyş būğattaldy. Kuälıgıñızdı bergen ortalyqtan ony būğattan şyğarudy sūrañyz.",
  "carrier.token.final-try":
    "Kılt tasyğyş būğattalğanğa deiın bır äreket qaldy. PIN-kodqa senımdı bolmasañyz, aldymen kuälıgıñızdı bergen ortalyqqa habarlasyñyz.",
  "carrier.certificate.missing":
    "Kılt tasyğyşta tırkeu kuälıgı joq. Tiıstı tasyğyşty salyñyz nemese kuälıgıñızdı bergen ortalyqqa habarlasyñyz.",
  "carrier.certificate.unusable": "Mūndai tırkeu kuälıgımen mūnda qol qoiuğa bolmaidy. Ony bergen ortalyqtan jaramdysyn alyñyz.",
  "carrier.certificate.expired": "Tırkeu kuälıgınıñ merzımı ötken. Ony bergen ortalyqta jañartyp, jañasyn qazynaşylyqta tırkeñız.",
  "carrier.certificate.not-yet-valid":
    "Tırkeu kuälıgınıñ merzımı älı bastalmağan. Kompiuterdegı kündı tekserıñız; ol dūrys bolsa, kuälıktıñ merzımı bastalğanyn kütıñız.",
  "carrier.clock.off":
    "Būl kompiuterdıñ sağaty şamamen {minutes|one:# minutqa|other:# minutqa} qate. Kün men uaqytty qoiyp, qaita tekserıñız.",
};
export default messages;
