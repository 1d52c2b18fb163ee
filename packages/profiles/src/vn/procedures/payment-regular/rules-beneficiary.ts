import type { Rule } from "@fisc/core";
import { cash, empty, filled, toList, transfer } from "./expressions.ts";

const transferFields = [
  "data.huong.ten",
  "data.huong.diaChi",
  "data.huong.maDVQHNS",
  "data.huong.maCTMT",
  "data.huong.taiKhoan",
  "data.huong.nganHang",
] as const;
const cashFields = ["data.huong.nguoiNhan", "data.huong.soGiayTo", "data.huong.ngayCap", "data.huong.noiCap"] as const;
const layoutSource = "C2-02/NS: exactly one of transfer and cash.";

/** While a form is filled in, fields of the other way of payment are only hidden, so that switching back loses nothing; what is sent has one way. */
export const beneficiaryRules: readonly Rule<string>[] = [
  {
    id: "V11.transferOnly",
    at: "hinhThuc",
    severity: "error",
    when: transfer,
    assert: empty(...cashFields),
    message: "V11.transferOnly",
    where: "gateway",
    source: layoutSource,
  },
  {
    id: "V11.cashOnly",
    at: "hinhThuc",
    severity: "error",
    when: cash,
    assert: empty(...transferFields),
    message: "V11.cashOnly",
    where: "gateway",
    source: layoutSource,
  },
  {
    id: "V11.identity",
    at: "huong.soGiayTo",
    severity: "error",
    when: `${cash} && ${filled("data.huong.soGiayTo")}`,
    assert: `data.huong.soGiayTo.matches("^([0-9]{9}|[0-9]{12})$")`,
    message: "V11.identity",
    source: "C2-02/NS: identity card of who takes the cash (12 digits; old cards 9).",
  },
  {
    id: "V11.issued",
    at: "huong.ngayCap",
    severity: "error",
    when: `${cash} && ${filled("data.huong.ngayCap", "data.ngayLap")}`,
    assert: "data.huong.ngayCap <= data.ngayLap",
    message: "V11.issued",
    source: "Quyết định 3519/QĐ-KBNN, Điều 5 (order of dates).",
  },
  {
    id: "V11.account",
    at: "huong.taiKhoan",
    severity: "error",
    when: `${transfer} && ${filled("data.huong.taiKhoan")}`,
    assert: `data.huong.taiKhoan.matches("^[0-9A-Za-z][0-9A-Za-z.]{3,33}$")`,
    message: "V11.account",
    source: "Bank and treasury account numbers: digits, letters and dots only.",
  },
  {
    id: "V09.list",
    at: "tongDanhSach",
    severity: "error",
    when: `${transfer} && ${toList} && ${filled("data.tongDanhSach", "data.tong")}`,
    assert: "data.tongDanhSach == data.tong",
    message: "V09.list",
    params: { list: "data.tongDanhSach", total: "data.tong" },
    source: "Nghị định 347/2025/NĐ-CP, Điều 6: list total equals voucher total.",
  },
];
