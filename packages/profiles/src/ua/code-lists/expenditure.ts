import { codeListIn } from "../../code-list.ts";

/** КЕКВ that institutions use most; suggestions only. */
export const expenditure = codeListIn(
  ["uk", "en"],
  {
    length: 4,
    complete: false,
    source: "Економічна класифікація видатків бюджету (КЕКВ). UNVERIFIED: from general knowledge, common entries only.",
  },
  [
    ["2111", "Заробітна плата", "Wages"],
    ["2120", "Нарахування на оплату праці", "Charges on wages"],
    ["2210", "Предмети, матеріали, обладнання та інвентар", "Supplies, materials, equipment and inventory"],
    ["2220", "Медикаменти та перев'язувальні матеріали", "Medicines and dressings"],
    ["2230", "Продукти харчування", "Food"],
    ["2240", "Оплата послуг (крім комунальних)", "Services other than utilities"],
    ["2250", "Видатки на відрядження", "Business trips"],
    ["2271", "Оплата теплопостачання", "Heating"],
    ["2272", "Оплата водопостачання та водовідведення", "Water and drainage"],
    ["2273", "Оплата електроенергії", "Electricity"],
    ["2274", "Оплата природного газу", "Natural gas"],
    ["2275", "Оплата інших енергоносіїв та інших комунальних послуг", "Other energy and utilities"],
    [
      "2281",
      "Дослідження і розробки, окремі заходи розвитку по реалізації державних (регіональних) програм",
      "Research and development programmes",
    ],
    [
      "2282",
      "Окремі заходи по реалізації державних (регіональних) програм, не віднесені до заходів розвитку",
      "Other measures of programmes",
    ],
    ["2610", "Субсидії та поточні трансферти підприємствам (установам, організаціям)", "Subsidies and current transfers to enterprises"],
    ["2620", "Поточні трансферти органам державного управління інших рівнів", "Current transfers to other levels of government"],
    ["2730", "Інші виплати населенню", "Other payments to the population"],
    ["2800", "Інші поточні видатки", "Other current expenditure"],
    ["3110", "Придбання обладнання і предметів довгострокового користування", "Equipment and durable goods"],
    ["3122", "Капітальне будівництво (придбання) інших об'єктів", "Capital construction of other objects"],
    ["3132", "Капітальний ремонт інших об'єктів", "Capital repair of other objects"],
    ["3142", "Реконструкція та реставрація інших об'єктів", "Reconstruction of other objects"],
    ["3210", "Капітальні трансферти підприємствам (установам, організаціям)", "Capital transfers to enterprises"],
    ["3220", "Капітальні трансферти органам державного управління інших рівнів", "Capital transfers to other levels of government"],
  ],
);
