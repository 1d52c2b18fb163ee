import type { IdentifierScheme } from "../model/identifier.ts";

/** ISO 3166 codes by the length of their accounts, as the IBAN registry of SWIFT lists them. */
const codesByLength: Readonly<Record<number, string>> = {
  15: "NO",
  16: "BE",
  18: "DK FI FK FO GL NL SD",
  19: "MK SI",
  20: "AT BA EE KZ LT LU MN XK",
  21: "CH HR LI LV",
  22: "BG BH CR DE GB GE IE ME RS VA",
  23: "AE GI IL IQ OM SO TL",
  24: "AD CZ ES MD PK RO SA SE SK TN VG",
  25: "LY PT ST",
  26: "IS TR",
  27: "BI DJ FR GR IT MC MR SM",
  28: "AL AZ BY CY DO GT HN HU LB NI PL SV",
  29: "BR EG PS QA UA",
  30: "JO KW MU YE",
  31: "MT SC",
  32: "LC",
  33: "RU",
};

/** An account number of any country in the registry. A profile narrows it to its own by the same checks and its own shape. */
export const iban: IdentifierScheme = {
  shapes: ["[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}"],
  separators: "-",
  checks: [
    {
      type: "lengthByPrefix",
      lengths: Object.fromEntries(
        Object.entries(codesByLength).flatMap(([length, codes]) => codes.split(" ").map((code) => [code, Number(length)] as const)),
      ),
    },
    { type: "mod97" },
  ],
  source: "ISO 13616-1; SWIFT IBAN Registry; ISO 7064 MOD 97-10.",
};
