import type { CurrencyNames, DeclinedName } from "./language.ts";
import { slavicWords } from "./slavic.ts";

const masculine = (one: string, few: string, many: string): DeclinedName => ({ one, few, many, gender: "masculine" });
const feminine = (one: string, few: string, many: string): DeclinedName => ({ one, few, many, gender: "feminine" });
const cent = masculine("цент", "цента", "центов");

const currencies: Readonly<Record<string, CurrencyNames>> = {
  // Dictionaries leave the gender of this word open; vouchers write it as a masculine ("один тенге").
  KZT: { major: "тенге", minor: masculine("тиын", "тиына", "тиынов") },
  UAH: { major: feminine("гривна", "гривны", "гривен"), minor: feminine("копейка", "копейки", "копеек") },
  VND: { major: masculine("донг", "донга", "донгов"), minor: "су" },
  USD: { major: masculine("доллар США", "доллара США", "долларов США"), minor: cent },
  EUR: { major: "евро", minor: cent },
};

export const ru = slavicWords({
  language: "ru",
  currencies,
  zero: "ноль",
  agreeing: { masculine: ["один", "два"], feminine: ["одна", "две"], neuter: ["одно", "два"] },
  small: [
    "три",
    "четыре",
    "пять",
    "шесть",
    "семь",
    "восемь",
    "девять",
    "десять",
    "одиннадцать",
    "двенадцать",
    "тринадцать",
    "четырнадцать",
    "пятнадцать",
    "шестнадцать",
    "семнадцать",
    "восемнадцать",
    "девятнадцать",
  ],
  tens: ["двадцать", "тридцать", "сорок", "пятьдесят", "шестьдесят", "семьдесят", "восемьдесят", "девяносто"],
  hundreds: ["сто", "двести", "триста", "четыреста", "пятьсот", "шестьсот", "семьсот", "восемьсот", "девятьсот"],
  scales: [
    feminine("тысяча", "тысячи", "тысяч"),
    masculine("миллион", "миллиона", "миллионов"),
    masculine("миллиард", "миллиарда", "миллиардов"),
    masculine("триллион", "триллиона", "триллионов"),
    masculine("квадриллион", "квадриллиона", "квадриллионов"),
  ],
  sameWord: { нуль: "ноль" },
});
