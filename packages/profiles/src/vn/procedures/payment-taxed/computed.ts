import type { Computed } from "@fisc/core";
import { computed as regular } from "../payment-regular/computed.ts";

const words = (path: string, amount: string): Computed<string> => ({
  path,
  value: `words(data.${amount}, "VND", "vi")`,
  when: `data.${amount} != null`,
});

export const computed: readonly Computed<string>[] = [
  ...regular,
  {
    path: "dong[].donViHuong",
    value: "row.soTien - row.nopThue",
    when: "row.soTien != null && row.nopThue != null && row.nopThue <= row.soTien",
  },
  { path: "tongThue", value: "sum(data.dong.map(d, d.nopThue))" },
  { path: "tongHuong", value: "sum(data.dong.map(d, d.donViHuong))" },
  words("bangChuThue", "tongThue"),
  words("bangChuHuong", "tongHuong"),
];
