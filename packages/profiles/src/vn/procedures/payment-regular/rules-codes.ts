import type { Rule } from "@fisc/core";
import { accountsWithSources } from "../../code-lists/account-sources.ts";
import { accountOfLevel, accountOfUnit, accountShape, filled } from "./expressions.ts";

const digits = (at: string, read: string, count: number): Rule<string> => ({
  id: `V03.${at}`,
  at,
  severity: "error",
  when: filled(read),
  assert: `${read}.matches("^[0-9]{${count}}$")`,
  message: "V03.digits",
  params: { digits: String(count) },
  source: "TABMIS code lengths, VAL-19 of the VDBAS investment specification.",
});

const chapterRanges = [
  ["1", "001", "399"],
  ["2", "400", "599"],
  ["3", "600", "799"],
  ["4", "800", "989"],
] as const;
const inRange = chapterRanges
  .map(([level, first, last]) => `(data.don.maCapNS == "${level}" && row.maChuong >= "${first}" && row.maChuong <= "${last}")`)
  .join(" || ");
const account = "data.don.taiKhoan";

export const codeRules: readonly Rule<string>[] = [
  digits("dong[].maNDKT", "row.maNDKT", 4),
  digits("dong[].maChuong", "row.maChuong", 3),
  digits("dong[].maNganhKT", "row.maNganhKT", 3),
  digits("dong[].maNguonNSNN", "row.maNguonNSNN", 2),
  digits("don.maCTMT", "data.don.maCTMT", 5),
  digits("don.maDuAn", "data.don.maDuAn", 7),
  digits("huong.maDVQHNS", "data.huong.maDVQHNS", 7),
  digits("huong.maCTMT", "data.huong.maCTMT", 5),
  {
    id: "V03.chapterLevel",
    at: "dong[].maChuong",
    severity: "error",
    when: `${filled("row.maChuong", "data.don.maCapNS")} && row.maChuong.matches("^[0-9]{3}$")`,
    assert: inRange,
    message: "V03.chapterLevel",
    params: { level: "data.don.maCapNS" },
    source: "Thông tư 324/2016/TT-BTC: ranges of mã chương by budget level. UNVERIFIED: from general knowledge.",
  },
  {
    id: "V03.accountSource",
    at: "dong[].maNguonNSNN",
    severity: "error",
    when: `${accountShape} && ${account}.split(".")[0] in [${accountsWithSources.map((code) => `"${code}"`).join(", ")}] && ${filled("row.maNguonNSNN")} && row.maNguonNSNN.matches("^[0-9]{2}$")`,
    assert: `knownCode("taiKhoanNguon", ${account}.split(".")[0] + "." + row.maNguonNSNN)`,
    message: "V03.accountSource",
    params: { account: `${account}.split(".")[0]` },
    source: "VAL-19 of the VDBAS investment specification (code pairs must exist). UNVERIFIED: the pairs themselves.",
  },
  {
    id: "V10.unit",
    at: "don.maDVQHNS",
    severity: "error",
    when: filled("data.don.maDVQHNS"),
    assert: "data.don.maDVQHNS == context.unit.code",
    message: "V10.unit",
    params: { code: "context.unit.code" },
    source: "63/KBKS §3: a unit hands in its own dossiers.",
  },
  {
    id: "V10.shape",
    at: "don.taiKhoan",
    severity: "error",
    when: filled(account),
    assert: accountShape,
    message: "V10.shape",
    source: "Account numbers on vouchers: natural account . budget level . unit or project . programme (VDBAS samples).",
  },
  {
    id: "V10.level",
    at: "don.taiKhoan",
    severity: "error",
    when: `${accountShape} && ${filled("data.don.maCapNS")}`,
    assert: accountOfLevel,
    message: "V10.level",
    params: { level: "data.don.maCapNS" },
    source: "Account block 2 is the budget level (VDBAS samples).",
  },
  {
    id: "V10.owner",
    at: "don.taiKhoan",
    severity: "error",
    when: accountShape,
    assert: accountOfUnit,
    message: "V10.owner",
    params: { code: "context.unit.code" },
    source: "Account block 3 is the unit or the project (VDBAS samples).",
  },
  {
    id: "V10.registered",
    at: "don.taiKhoan",
    severity: "error",
    when: `${accountShape} && ${accountOfLevel} && ${accountOfUnit}`,
    assert: `${account} in context.unit.accounts || (${account} + ".00000") in context.unit.accounts`,
    message: "V10.registered",
    source: "63/KBKS §3: accounts in force as registered with the treasury.",
  },
];
