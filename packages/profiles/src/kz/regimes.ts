import type { Regime } from "@fisc/core";

/** Id that samples and tests name. */
export const regime2025 = "kz-kk-2025";

/** Numbers of annexes and forms moved with the new Budget Code: they are data of a regime, not of the code. */
export const regimes: readonly Regime[] = [
  {
    id: regime2025,
    validFrom: "2025-07-20",
    source:
      "Приказ министра финансов 02.07.2025 № 339 (amendments of Rules № 540 ended on 20.07.2025); rules of budget execution for 2025. UNVERIFIED: annexes and forms of the rules in force.",
  },
];
