import type { Rule } from "@fisc/core";
import { cashFields, transferFields } from "./computed.ts";
import { cash, empty, filled, toList, transfer } from "./expressions.ts";

const read = (path: string): string => `data.${path}`;
const layoutSource = "C2-02/NS: exactly one of transfer and cash.";

export const beneficiaryRules: readonly Rule<string>[] = [
  {
    id: "V11",
    at: "hinhThuc",
    severity: "error",
    when: transfer,
    assert: empty(...cashFields.map(read)),
    message: "V11.transferOnly",
    source: layoutSource,
  },
  {
    id: "V11",
    at: "hinhThuc",
    severity: "error",
    when: cash,
    assert: empty(...transferFields.map(read)),
    message: "V11.cashOnly",
    source: layoutSource,
  },
  {
    id: "V11",
    at: "huong.soGiayTo",
    severity: "error",
    when: `${cash} && ${filled("data.huong.soGiayTo")}`,
    assert: `data.huong.soGiayTo.matches("^([0-9]{9}|[0-9]{12})$")`,
    message: "V11.identity",
    source: "C2-02/NS: identity card of who takes the cash (12 digits; old cards 9).",
  },
  {
    id: "V11",
    at: "huong.ngayCap",
    severity: "error",
    when: `${cash} && ${filled("data.huong.ngayCap", "data.ngayLap")}`,
    assert: "data.huong.ngayCap <= data.ngayLap",
    message: "V11.issued",
    source: "Quyết định 3519/QĐ-KBNN, Điều 5 (order of dates).",
  },
  {
    id: "V11",
    at: "huong.taiKhoan",
    severity: "error",
    when: `${transfer} && ${filled("data.huong.taiKhoan")}`,
    assert: `data.huong.taiKhoan.matches("^[0-9A-Za-z][0-9A-Za-z.]{3,33}$")`,
    message: "V11.account",
    source: "Bank and treasury account numbers: digits, letters and dots only.",
  },
  {
    id: "V09",
    at: "tongDanhSach",
    severity: "error",
    when: `${transfer} && ${toList} && ${filled("data.tongDanhSach", "data.tong")}`,
    assert: "data.tongDanhSach == data.tong",
    message: "V09.list",
    params: { list: "data.tongDanhSach", total: "data.tong" },
    source: "Nghị định 347/2025/NĐ-CP, Điều 6: list total equals voucher total.",
  },
];
