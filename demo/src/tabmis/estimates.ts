import type { Estimate } from "./schema.ts";

/**
 * The year's estimates of the fictional units. Unit B's is smaller than its sample voucher on purpose: that one ends in a real
 * short balance.
 */
export const estimates: readonly Estimate[] = [
  { unit: "1999901", account: "9523.4.1999901.00000", chapter: "822", amount: 2_000_000_000 },
  { unit: "1999902", account: "9527.4.1999902.00000", chapter: "822", amount: 100_000_000 },
  { unit: "3999903", account: "9552.4.7999904.00000", chapter: "822", amount: 5_500_000_000 },
];
