import type { Regime } from "@fisc/core";

/** Id that samples and tests name. */
export const regime2023 = "ua-dksu-2023";

/** Before it the tax purpose was one line of fields with semicolons (`*;101;…`); that form is read in statements, never written. */
export const regimes: readonly Regime[] = [
  {
    id: regime2023,
    validFrom: "2023-12-01",
    source:
      "НБУ 29.07.2022 № 163; наказ Мінфіну 22.03.2023 № 148: structured purpose of tax payments only, from 01.12.2023 (announcements of the tax service).",
  },
];
