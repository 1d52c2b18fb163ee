// Written by scripts/write-kazakh-latin.mjs from the Cyrillic texts: change those.
/** Är örıstıñ mätınderı. */
const messages: Readonly<Record<string, string>> = {
  "problem.required": "«{label}» örısın toltyryñyz.",
  "problem.money.not-a-number": "«{label}» örısınde tsifrmen jazylğan soma boluğa tiıs. Ony qaita engızıñız, mysaly 1 234 567.",
  "problem.money.ambiguous":
    "«{label}» örısındegı somany ekı türlı oquğa bolady. Bölşek aldyna ütır, myñdyqtar arasyna bos oryn qoiyñyz nemese eşteñe qoimañyz.",
  "problem.money.too-large": "«{label}» örısındegı soma tym ülken. Tsifrlar sanyn tekserıñız.",
  "problem.money.too-many-decimals":
    "«{label}» örısınde ütırden keiıngı tsifrlar būl valiutadağydan köp. Nükteler men ütırlerdı tekserıñız.",
  "problem.number.not-a-number": "«{label}» örısınde san boluğa tiıs. Ony tsifrmen qaita engızıñız.",
  "problem.number.ambiguous":
    "«{label}» örısındegı sandy ekı türlı oquğa bolady. Bölşek aldyna ütır, myñdyqtar arasyna bos oryn qoiyñyz nemese eşteñe qoimañyz.",
  "problem.date.not-a-date": "«{label}» örısınde kün, ai jäne jyl boluğa tiıs. Olardy qaita engızıñız, mysaly 21.11.2026.",
  "problem.date.no-such-day": "Mūndai kün joq. «{label}» örısındegı kündı, aidy jäne jyldy tekserıñız.",
  "problem.text.bidi": "«{label}» örısınde jazu bağytyn özgertetın jasyryn belgı bar. Mätındı öşırıp, qaita terıñız.",
  "problem.text.control": "«{label}» örısınde mätınde bolmaityn belgı bar. Ony öşırıñız nemese mätındı qaita terıñız.",
  "problem.text.not-unicode": "«{label}» örısınde bülıngen belgı bar. Ony öşırıñız nemese mätındı qaita terıñız.",

  "form.error-prefix": "Qate:",
  "form.warning-prefix": "Tekserıñız:",
  "form.fix": "Tüzetu kerek:",
  "form.date-hint": "Kün.ai.jyl, mysaly 21.11.2026",
  "form.open-calendar": "Küntızbenı aşu: {label}",
};
export default messages;
