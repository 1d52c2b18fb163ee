import type { Computed } from "@fisc/core";

/** What the treasury has on record about the unit, and what follows from the lines. */
export const computed: readonly Computed<string>[] = [
  { path: "don.ten", value: "context.unit.name" },
  { path: "don.maDVQHNS", value: "context.unit.code" },
  { path: "don.maKBNN", value: "context.unit.attributes.maKBNN" },
  { path: "don.maCapNS", value: "context.unit.attributes.maCapNS" },
  { path: "tong", value: "sum(data.dong.map(d, d.soTien))" },
  { path: "bangChu", value: `words(data.tong, "VND", "vi")`, when: "data.tong != null" },
];
