// Written by scripts/write-kazakh-latin.mjs from the Cyrillic texts: change those.
/** Är nysanda bola bermeitın örısterdıñ mätınderı. */
const messages: Readonly<Record<string, string>> = {
  "problem.required-choice": "«{label}» örısınde jauapty tañdañyz.",
  "problem.required-choices": "«{label}» örısınde kemınde bır jauapty tañdañyz.",
  "problem.required-tick": "Kelısseñız, «{label}» belgısın qoiyñyz; onsyz jalğastyruğa bolmaidy.",
  "problem.text.too-long": "«{label}» örısındegı mätın rūqsat etılgennen {n|one:# tañbağa|other:# tañbağa} ūzyn. Ony qysqartyñyz.",
  "problem.period.not-a-period": "«{label}» örısınde ai, toqsan nemese jyl boluğa tiıs. Ony qaita engızıñız, mysaly 11.2026.",
  "problem.period.no-such-period": "Mūndai kezeñ joq. «{label}» örısındegı nömır men jyldy tekserıñız.",
  "problem.period.not-month": "«{label}» örısınde ai boluğa tiıs. Ony qaita engızıñız, mysaly 11.2026.",
  "problem.period.not-quarter": "«{label}» örısınde toqsan boluğa tiıs. Ony qaita engızıñız, mysaly 2026 j. III toqsan.",
  "problem.period.not-year": "«{label}» örısınde jyl boluğa tiıs. Ony qaita engızıñız, mysaly 2026.",
  "problem.identifier.letters":
    "«{label}» örısınde oğan jatpaityn belgı bar, mümkın basqa älıpbidıñ ärpı şyğar. Latyn ärıpterımen jäne tsifrlarmen qaita terıñız.",
  "problem.identifier.shape": "«{label}» örısınde tañba az nemese köp, ne olar dūrys ornalaspağan. Qūjatpen salystyryñyz.",
  "problem.identifier.check": "«{label}» örısınde bır tsifr qate nemese ekı tsifrdyñ orny auysqan. Qūjatpen salystyryñyz.",
  "problem.iban.letters":
    "«{label}» örısınde oğan jatpaityn belgı bar, mümkın basqa älıpbidıñ ärpı şyğar. Latyn ärıpterımen jäne tsifrlarmen qaita terıñız.",
  "problem.iban.shape": "«{label}» örısınde būl eldıñ IBAN nömırı üşın tañba az nemese köp. Qūjatpen salystyryñyz.",
  "problem.iban.check": "«{label}» örısındegı nömır IBAN emes: bır tañba qate nemese ekı tañbanyñ orny auysqan. Qūjatpen salystyryñyz.",
  "problem.account.letters": "«{label}» örısınde şot nömırınde bolmaityn belgı bar. Qaita terıñız nemese şotty tızımnen tañdañyz.",
  "problem.account.shape": "«{label}» örısınde şot nömırı üşın tsifr az nemese köp. Qūjatpen salystyryñyz nemese şotty tızımnen tañdañyz.",
  "problem.account.check":
    "«{label}» örısınde bır tsifr qate nemese ekı tsifrdyñ orny auysqan. Qūjatpen salystyryñyz nemese şotty tızımnen tañdañyz.",

  "select.none": "Tañdañyz",
  "multiline.left": "{n|one:# tañba qaldy|other:# tañba qaldy}",
  "multiline.over": "{n|one:# tañba artyq|other:# tañba artyq}",
  "period.hint": "Mysaly {examples}",
  "period.month-example": "11.2026",
  "period.quarter-example": "2026 j. III toqsan",
  "period.year-example": "2026",
};
export default messages;
