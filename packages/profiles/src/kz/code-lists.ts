import type { CodeList } from "@fisc/core";
import { kkInLatin } from "@fisc/core/text/kk-latin";
import { codeListIn } from "../code-list.ts";

const locales = ["kk", "ru", "en"] as const;
const common = "UNVERIFIED: from general knowledge, common entries only.";

/** Entries that institutions use most; suggestions only. Kazakh names are a translation where no official text was found. */
const lists: Readonly<Record<string, CodeList>> = {
  specifics: codeListIn(
    locales,
    { length: 3, complete: false, source: `Единая бюджетная классификация, специфика экономической классификации расходов. ${common}` },
    [
      ["111", "Еңбекақы төлеу", "Оплата труда", "Wages"],
      ["149", "Өзге де қорларды сатып алу", "Приобретение прочих запасов", "Purchase of other stocks"],
      ["151", "Коммуналдық қызметтерге ақы төлеу", "Оплата коммунальных услуг", "Utilities"],
      ["159", "Өзге де қызметтер мен жұмыстарға ақы төлеу", "Оплата прочих услуг и работ", "Other services and works"],
      [
        "162",
        "Елден тыс жерлерге іссапарлар және қызметтік сапарлар",
        "Командировки и служебные разъезды за пределы страны",
        "Business trips abroad",
      ],
      ["169", "Өзге де ағымдағы шығындар", "Прочие текущие затраты", "Other current costs"],
      ["413", "Машиналар мен жабдықтарды сатып алу", "Приобретение машин и оборудования", "Purchase of machines and equipment"],
    ],
  ),
  knp: codeListIn(
    locales,
    { length: 3, complete: false, source: `Постановление Нацбанка 31.08.2016 № 203, код назначения платежа. ${common}` },
    [
      ["710", "Тауарлар үшін төлем", "Оплата за товары", "Payment for goods"],
      ["841", "Қызметтер үшін төлем", "Оплата за услуги", "Payment for services"],
      ["859", "Өзге де қызметтер үшін төлем", "Оплата за прочие услуги", "Payment for other services"],
      ["911", "Бюджет алдындағы міндеттемелер", "Обязательства перед бюджетом", "Obligations to the budget"],
      ["912", "Өсімпұл", "Пеня", "Late payment interest"],
    ],
  ),
  kbe: codeListIn(locales, { length: 2, complete: false, source: `КБе: residency and sector of the beneficiary. ${common}` }, [
    ["11", "Резидент, орталық үкімет", "Резидент, центральное правительство", "Resident, central government"],
    ["12", "Резидент, жергілікті басқару органдары", "Резидент, региональные и местные органы управления", "Resident, local government"],
    [
      "16",
      "Резидент, мемлекеттік қаржылық емес ұйымдар",
      "Резидент, государственные нефинансовые организации",
      "Resident, state non-financial organisations",
    ],
    [
      "17",
      "Резидент, мемлекеттік емес қаржылық емес ұйымдар",
      "Резидент, негосударственные нефинансовые организации",
      "Resident, private non-financial organisations",
    ],
    ["18", "Резидент, коммерциялық емес ұйымдар", "Резидент, некоммерческие организации", "Resident, non-profit organisations"],
    ["19", "Резидент, үй шаруашылықтары", "Резидент, домашние хозяйства", "Resident, households"],
  ]),
};

/** In Latin letters too. */
function withLatin(list: CodeList): CodeList {
  const latin = (list.entries["kk"] ?? []).map(({ code, name }) => ({ code, name: kkInLatin(name) }));
  return { ...list, entries: { ...list.entries, "kk-Latn": latin } };
}

export const codeLists: Readonly<Record<string, CodeList>> = Object.fromEntries(
  Object.entries(lists).map(([name, list]) => [name, withLatin(list)]),
);
