import type { Profile } from "@fisc/core";
import { calendar } from "./calendar.ts";
import { codeLists } from "./code-lists/index.ts";
import { documents } from "./documents.ts";
import { identifiers } from "./identifiers.ts";
import { labels } from "./labels/index.ts";
import { mailTemplates } from "./mail.ts";
import { financialCommitments } from "./procedures/financial-commitments/index.ts";
import { paymentInstruction } from "./procedures/payment-instruction/index.ts";
import { regimes } from "./regimes.ts";
import { roles } from "./roles.ts";

/** Ukraine: State Treasury Service (Казначейство), remote service «Клієнт Казначейства – Казначейство» (СДО). */
export const profile: Profile = {
  id: "ua",
  locales: ["uk", "en"],
  defaultLocale: "uk",
  currency: { code: "UAH", decimals: 2 },
  timeZone: "Europe/Kyiv",
  regimes,
  calendar,
  procedures: [paymentInstruction, financialCommitments],
  labels,
  roles,
  codeLists,
  identifiers,
  mailTemplates,
  documents,
};
