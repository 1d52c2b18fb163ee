import type { Regime } from "@fisc/core";

/** Ids that rules compare `context.regime` with. */
export const regime2020 = "vn-kbnn-2020";
export const regime2026 = "vn-kbnn-2026";

export const regimes: readonly Regime[] = [
  {
    id: regime2020,
    validFrom: "2020-06-30",
    validTo: "2025-12-31",
    source:
      "Nghị định 11/2020/NĐ-CP; Quyết định 3519/QĐ-KBNN (30/6/2020). UNVERIFIED: last day in force, taken as the day before its successor's.",
  },
  {
    id: regime2026,
    validFrom: "2026-01-01",
    source: "Nghị định 347/2025/NĐ-CP (29/12/2025). UNVERIFIED: its effective date was not found in the text; 2026-01-01 is assumed.",
  },
];
