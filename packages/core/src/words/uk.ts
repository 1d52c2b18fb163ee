import type { CurrencyNames, DeclinedName } from "./language.ts";
import { slavicWords } from "./slavic.ts";

const masculine = (one: string, few: string, many: string): DeclinedName => ({ one, few, many, gender: "masculine" });
const feminine = (one: string, few: string, many: string): DeclinedName => ({ one, few, many, gender: "feminine" });
const cent = masculine("цент", "центи", "центів");

const currencies: Readonly<Record<string, CurrencyNames>> = {
  UAH: { major: feminine("гривня", "гривні", "гривень"), minor: feminine("копійка", "копійки", "копійок") },
  KZT: { major: "теньге", minor: masculine("тиїн", "тиїни", "тиїнів") },
  VND: { major: masculine("донг", "донги", "донгів"), minor: "су" },
  USD: { major: masculine("долар США", "долари США", "доларів США"), minor: cent },
  EUR: { major: "євро", minor: cent },
};

/** The apostrophe is the one that keyboards type and that the code pages of exchange files have; readers take the others too. */
export const uk = slavicWords({
  language: "uk",
  currencies,
  zero: "нуль",
  agreeing: { masculine: ["один", "два"], feminine: ["одна", "дві"], neuter: ["одне", "два"] },
  small: [
    "три",
    "чотири",
    "п'ять",
    "шість",
    "сім",
    "вісім",
    "дев'ять",
    "десять",
    "одинадцять",
    "дванадцять",
    "тринадцять",
    "чотирнадцять",
    "п'ятнадцять",
    "шістнадцять",
    "сімнадцять",
    "вісімнадцять",
    "дев'ятнадцять",
  ],
  tens: ["двадцять", "тридцять", "сорок", "п'ятдесят", "шістдесят", "сімдесят", "вісімдесят", "дев'яносто"],
  hundreds: ["сто", "двісті", "триста", "чотириста", "п'ятсот", "шістсот", "сімсот", "вісімсот", "дев'ятсот"],
  scales: [
    feminine("тисяча", "тисячі", "тисяч"),
    masculine("мільйон", "мільйони", "мільйонів"),
    masculine("мільярд", "мільярди", "мільярдів"),
    masculine("трильйон", "трильйони", "трильйонів"),
    masculine("квадрильйон", "квадрильйони", "квадрильйонів"),
  ],
});
