import type { DossierSummary, PublishedProcedure } from "@fisc/core";
import { civilDateTime } from "@fisc/core/calendar";
import { csvFile } from "../foundation/csv.ts";

export interface CsvReading {
  readonly locale: string;
  text(key: string): string;
  stateName(summary: DossierSummary): string;
  procedure(summary: DossierSummary): PublishedProcedure | undefined;
}

/**
 * The dossiers as a CSV file (see `csvFile`): amounts in major units with the currency beside them, days as `YYYY-MM-DD`, times as
 * `YYYY-MM-DD HH:MM` in the profile's zone.
 */
export function listCsv(summaries: readonly DossierSummary[], { locale, text, stateName, procedure }: CsvReading): Blob {
  const columns = ["code", "number", "title", "unitCode", "unit", "state", "amount", "currency", "due", "updated"];
  const lines = summaries.map((one) => {
    const { currency, timeZone } = procedure(one) ?? { currency: { code: "", decimals: 0 }, timeZone: "UTC" };
    const { date, time } = civilDateTime(new Date(one.updatedAt), timeZone);
    return [
      one.code,
      one.number,
      one.title,
      one.unit.code,
      one.unit.name,
      stateName(one),
      one.amount / 10 ** currency.decimals,
      currency.code,
      one.dueOn ?? "",
      `${date} ${time.slice(0, 5)}`,
    ];
  });
  return csvFile([columns.map((column) => text(`list.column.${column}`)), ...lines], locale);
}
