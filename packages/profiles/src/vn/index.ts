import type { Profile } from "@fisc/core";
import { calendar } from "./calendar.ts";
import { codeLists } from "./code-lists/index.ts";
import { documents } from "./documents.ts";
import { identifiers } from "./identifiers.ts";
import { labels } from "./labels/index.ts";
import { mailTemplates } from "./mail.ts";
import { paymentRegular } from "./procedures/payment-regular/index.ts";
import { paymentTaxed } from "./procedures/payment-taxed/index.ts";
import { regimes } from "./regimes.ts";
import { roles } from "./roles.ts";

/** Viet Nam: State Treasury (Kho bạc Nhà nước, KBNN), online public services (DVC). */
export const profile: Profile = {
  id: "vn",
  locales: ["vi", "en"],
  defaultLocale: "vi",
  currency: { code: "VND", decimals: 0 },
  timeZone: "Asia/Ho_Chi_Minh",
  regimes,
  calendar,
  procedures: [paymentRegular, paymentTaxed],
  labels,
  roles,
  codeLists,
  identifiers,
  mailTemplates,
  documents,
};
