import type { Rule } from "@fisc/core";
import { filled, toList, transfer } from "../payment-regular/expressions.ts";
import { rules as regular } from "../payment-regular/rules.ts";

const layoutSource = "C2-02/NS: total = tax + paid to the beneficiary, in each line and together.";

/** Percent of the value without tax; construction paid from the budget. */
const rate = `(data.ngayLap >= "2022-01-01" ? 1 : 2)`;
/** Whole đồng, half up, without a product that could pass 2^53: value / 100 and its rest apart. */
const withheld = `(data.thue.coSo / 100 * ${rate} + (data.thue.coSo % 100 * ${rate} + 50) / 100)`;

const digits = (at: string, count: number): Rule<string> => ({
  id: `V03.${at}`,
  at,
  severity: "error",
  when: filled(`data.${at}`),
  assert: `data.${at}.matches("^[0-9]{${count}}$")`,
  message: "V03.digits",
  params: { digits: String(count) },
  source: "TABMIS code lengths, VAL-19 of the VDBAS investment specification.",
});

const words = (at: string, amount: string): Rule<string> => ({
  id: `V02.${at}`,
  at,
  severity: "error",
  when: `data.${amount} != null && ${filled(`data.${at}`)}`,
  assert: `sameWords(data.${at}, data.${amount}, "VND", "vi")`,
  message: "V02.words",
  params: { words: `words(data.${amount}, "VND", "vi")` },
  source: layoutSource,
});

/** Rules of C2-02a that hold here as they are; a list of beneficiaries gets what is left after the tax. */
const taken = regular.filter(({ id }) => id !== "V09.list");

export const rules: readonly Rule<string>[] = [
  ...taken,
  {
    id: "V02.tax",
    at: "dong[].nopThue",
    severity: "error",
    when: filled("row.nopThue", "row.soTien"),
    assert: "row.nopThue <= row.soTien",
    message: "V02.tax",
    params: { total: "row.soTien" },
    source: layoutSource,
  },
  {
    id: "V02.line",
    at: "dong[].donViHuong",
    severity: "error",
    when: `${filled("row.soTien", "row.nopThue", "row.donViHuong")} && row.nopThue <= row.soTien`,
    assert: "row.soTien == row.nopThue + row.donViHuong",
    message: "V02.line",
    params: { total: "row.soTien", tax: "row.nopThue", rest: "row.soTien - row.nopThue" },
    source: layoutSource,
  },
  {
    id: "V02.total",
    at: "tongHuong",
    severity: "error",
    // A line whose tax is above its amount has its own message.
    when: `${filled("data.tong", "data.tongThue", "data.tongHuong")} && data.dong.all(d, d.nopThue == null || d.soTien == null || d.nopThue <= d.soTien)`,
    assert: "data.tong == data.tongThue + data.tongHuong",
    message: "V02.total",
    params: { total: "data.tong", tax: "data.tongThue", rest: "data.tongHuong" },
    source: layoutSource,
  },
  {
    id: "V02.some",
    at: "tongThue",
    severity: "error",
    when: "data.tongThue != null",
    assert: "data.tongThue > 0",
    message: "V02.some",
    source: "C2-02b/NS is the voucher with a payment into the budget; without one it is C2-02a/NS.",
  },
  words("bangChuThue", "tongThue"),
  words("bangChuHuong", "tongHuong"),
  {
    id: "V02.taxpayer",
    at: "thue.maSoThue",
    severity: "error",
    when: filled("data.thue.maSoThue"),
    assert: `data.thue.maSoThue.matches("^[0-9]{10}(-?[0-9]{3})?$")`,
    message: "V02.taxpayer",
    source: "Tax code of 10 or 13 digits. UNVERIFIED: from general knowledge; its check digit is left out.",
  },
  digits("thue.maNDKT", 4),
  digits("thue.maChuong", 3),
  {
    id: "V09.list",
    at: "tongDanhSach",
    severity: "error",
    when: `${transfer} && ${toList} && ${filled("data.tongDanhSach", "data.tongHuong")}`,
    assert: "data.tongDanhSach == data.tongHuong",
    message: "V09.list",
    params: { list: "data.tongDanhSach", total: "data.tongHuong" },
    source: "Nghị định 347/2025/NĐ-CP, Điều 6: list total equals what the beneficiaries get.",
  },
  {
    id: "V17.withheld",
    at: "tongThue",
    severity: "warning",
    when: filled("data.thue.coSo", "data.tongThue", "data.ngayLap"),
    assert: `data.tongThue == ${withheld}`,
    message: "V17.withheld",
    params: { rate, tax: withheld },
    source:
      "VAT withheld by the treasury on construction: 2 % (Quyết định 3519/QĐ-KBNN), 1 % from 2022. UNVERIFIED: rate since Thông tư 80/2021/TT-BTC, and its scope.",
  },
];
