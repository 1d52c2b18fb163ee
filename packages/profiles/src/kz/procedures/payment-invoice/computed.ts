import type { Computed } from "@fisc/core";

/** The institution as the treasury has it on record, and what follows from the invoices. */
export const computed: readonly Computed<string>[] = [
  { path: "institution.name", value: "context.unit.name" },
  { path: "institution.code", value: "context.unit.code" },
  { path: "institution.bin", value: "context.unit.attributes.bin" },
  { path: "institution.region", value: "context.unit.attributes.kato" },
  { path: "total", value: "sum(data.invoices.map(invoice, invoice.amount))" },
  { path: "totalWords", value: `words(data.total, "KZT", "kk")`, when: "data.total != null" },
];
