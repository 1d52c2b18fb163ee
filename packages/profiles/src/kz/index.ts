import type { Profile } from "@fisc/core";
import { calendar } from "./calendar.ts";
import { codeLists } from "./code-lists.ts";
import { documents } from "./documents.ts";
import { identifiers } from "./identifiers.ts";
import { labels } from "./labels/index.ts";
import { mailTemplates } from "./mail.ts";
import { paymentInvoice } from "./procedures/payment-invoice/index.ts";
import { regimes } from "./regimes.ts";
import { roles } from "./roles.ts";

/** Kazakhstan: Treasury Committee, «Қазынашылық-клиент» information system. */
export const profile: Profile = {
  id: "kz",
  locales: ["kk", "kk-Latn", "ru", "en"],
  defaultLocale: "kk",
  currency: { code: "KZT", decimals: 2 },
  timeZone: "Asia/Almaty",
  regimes,
  calendar,
  procedures: [paymentInvoice],
  labels,
  roles,
  codeLists,
  identifiers,
  mailTemplates,
  documents,
};
