import type { Computed } from "@fisc/core";

export const computed: readonly Computed<string>[] = [
  { path: "unit.name", value: "context.unit.name" },
  { path: "unit.code", value: "context.unit.code" },
  { path: "lines[].n", value: "index + 1" },
  { path: "count", value: "size(data.lines)" },
  { path: "total", value: "sum(data.lines.map(line, line.amount))" },
  { path: "prepaid", value: `sum(data.lines.map(line, line.prepayment == "yes" ? line.amount : 0))` },
];
