import type { IdentifierScheme } from "@fisc/core";

const edrpouRounds = (weights: readonly number[]): readonly (readonly number[])[] => [weights, weights.map((weight) => weight + 2)];
const common = edrpouRounds([1, 2, 3, 4, 5, 6, 7]);
const middle = edrpouRounds([7, 1, 2, 3, 4, 5, 6]);

export const identifiers: Readonly<Record<string, IdentifierScheme>> = {
  /** ЄДРПОУ: code of a legal entity. */
  edrpou: {
    shapes: ["[0-9]{8}"],
    checks: [
      {
        type: "weighted",
        modulus: 11,
        rounds: common,
        otherwise: 0,
        ranges: [
          ["00000000", "29999999"],
          ["60000001", "99999999"],
        ],
      },
      { type: "weighted", modulus: 11, rounds: middle, otherwise: 0, ranges: [["30000000", "60000000"]] },
    ],
    source: "ЄДРПОУ: 8 digits, weighted sum modulo 11 in two rounds. UNVERIFIED: no act read; agrees with published codes.",
  },
  /** РНОКПП: number of a taxpayer's card, of a person. The remainder is taken modulo 10 once more, so 10 counts as 0. */
  rnokpp: {
    shapes: ["[0-9]{10}"],
    checks: [{ type: "weighted", modulus: 11, rounds: [[-1, 5, 7, 9, 4, 6, 10, 5, 7]], otherwise: 0 }],
    source: "РНОКПП: 10 digits, weighted sum modulo 11, then modulo 10. UNVERIFIED: no act read; agrees with published examples.",
  },
  /** IBAN of this country: bank code of 6 digits, then 19 characters of the account. */
  ibanUa: {
    shapes: ["UA[0-9]{8}[A-Z0-9]{19}"],
    checks: [{ type: "mod97" }],
    source: "ISO 13616; UA + 2 + 6 (bank code) + 19 (account), 29 characters.",
  },
};
