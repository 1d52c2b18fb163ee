import type { IdentifierScheme } from "@fisc/core";

export const identifiers: Readonly<Record<string, IdentifierScheme>> = {
  /** ЖСН/БСН (ИИН/БИН): a person's or an organisation's number. Where both rounds give 10 there is no such number. */
  iinBin: {
    shapes: ["[0-9]{12}"],
    checks: [
      {
        type: "weighted",
        modulus: 11,
        rounds: [
          [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
          [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2],
        ],
      },
    ],
    source: "ИИН/БИН: 12 digits, weighted sum modulo 11 in two rounds. The date of birth need not be in it (ПП РК 26.08.2013 № 853).",
  },
  /** IBAN of this country: bank code of 3 digits, then 13 characters of the account. */
  ibanKz: {
    shapes: ["KZ[0-9]{5}[A-Z0-9]{13}"],
    checks: [{ type: "mod97" }],
    source: "ISO 13616; KZ + 2 + 3 (bank code) + 13 (account), 20 characters.",
  },
};
