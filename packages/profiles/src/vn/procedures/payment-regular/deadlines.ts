import type { DeadlineRule } from "@fisc/core";
import { actualSpend, in2020 } from "./expressions.ts";

/** Days are those in force on the day the dossier was sent (`context.today`). */
export const deadlines: Readonly<Record<string, DeadlineRule<string>>> = {
  tx: {
    workingDays: `${in2020} ? (${actualSpend} ? 2 : 1) : (context.today.matches("^[0-9]{4}-(01|12)-(2[5-9]|3[01])$") ? 2 : 1)`,
    cutOff: "15:00:00",
    source:
      "2020: Quyết định 3519/QĐ-KBNN, Điều 3.9. 2026: Nghị định 347/2025/NĐ-CP, Điều 6.5 (two days when sent on 25–31 January or December). Cut-off in 2026: UNVERIFIED, kept from 2020.",
  },
};
