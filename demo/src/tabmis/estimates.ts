import { registry } from "@fisc/profiles/vn/samples";
import type { Estimate } from "./schema.ts";

/**
 * The year's estimates of the fictional units, in đồng. The one from which the sample repair is to be paid is smaller than its voucher on
 * purpose: that dossier ends in a real short balance.
 */
const amounts: Readonly<Record<string, number>> = {
  "9523.4.1999901.00000": 20_000_000_000,
  "9527.4.1999902.00000": 100_000_000,
  "9552.4.7999904.00000": 5_500_000_000,
};
const otherwise = 500_000_000;

export const estimates: readonly Estimate[] = registry.units.flatMap((unit) =>
  unit.accounts.map((account) => ({
    unit: unit.code,
    account,
    chapter: unit.attributes["maChuong"] ?? "",
    amount: amounts[account] ?? otherwise,
  })),
);
