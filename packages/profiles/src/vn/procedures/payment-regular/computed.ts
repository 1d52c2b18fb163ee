import type { Computed } from "@fisc/core";
import { advance, cash, in2020, transfer } from "./expressions.ts";

/** Fields of the way of payment that was not chosen are emptied: the voucher carries exactly one (rule V11). */
const cleared = (paths: readonly string[], when: string): readonly Computed<string>[] => paths.map((path) => ({ path, value: "null", when }));

export const transferFields = ["huong.ten", "huong.diaChi", "huong.maDVQHNS", "huong.maCTMT", "huong.taiKhoan", "huong.nganHang"] as const;
export const cashFields = ["huong.nguoiNhan", "huong.soGiayTo", "huong.ngayCap", "huong.noiCap"] as const;

export const computed: readonly Computed<string>[] = [
  { path: "don.ten", value: "context.unit.name" },
  { path: "don.maDVQHNS", value: "context.unit.code" },
  { path: "don.maKBNN", value: "context.unit.attributes.maKBNN" },
  { path: "don.maCapNS", value: "context.unit.attributes.maCapNS" },
  { path: "tong", value: "sum(data.dong.map(d, d.soTien))" },
  { path: "bangChu", value: `words(data.tong, "VND", "vi")`, when: "data.tong != null" },
  ...cleared([...transferFields, "tongDanhSach"], cash),
  ...cleared(cashFields, transfer),
  ...cleared(["tongDanhSach"], `${transfer} && data.doiTuong != "DANH_SACH"`),
  ...cleared(["hopDong.tyLeTamUng", "hopDong.baoLanh"], `!(${advance})`),
  ...cleared(["hopDong.giaTri", "hopDong.luyKeTruoc"], in2020),
];
