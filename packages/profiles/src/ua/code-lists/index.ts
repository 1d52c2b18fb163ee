import type { CodeList } from "@fisc/core";
import { codeListIn } from "../../code-list.ts";
import { expenditure } from "./expenditure.ts";

const locales = ["uk", "en"] as const;

export const codeLists: Readonly<Record<string, CodeList>> = {
  kekv: expenditure,
  providers: codeListIn(
    locales,
    { length: 6, complete: false, source: "Accounts of the Treasury in published payment details. UNVERIFIED: 820172 for clients." },
    [
      ["820172", "Державна казначейська служба України, м. Київ", "State Treasury Service of Ukraine, Kyiv"],
      ["899998", "Казначейство України (ел. адм. подат.)", "Treasury of Ukraine (electronic administration of taxes)"],
    ],
  ),
  taxKinds: codeListIn(
    locales,
    { length: 3, complete: false, source: "Код виду сплати: announcements of the tax service on the structured purpose (101 only)." },
    [["101", "Сплата суми податку, збору, платежу", "Payment of a tax, duty or other sum due"]],
  ),
};
