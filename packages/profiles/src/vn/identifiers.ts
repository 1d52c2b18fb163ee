import type { IdentifierScheme } from "@fisc/core";

export const identifiers: Readonly<Record<string, IdentifierScheme>> = {
  /** Mã số thuế: 10 digits of a taxpayer, 3 more of a branch; of a person, since July 2025, the 12 digits of the identity number. */
  maSoThue: {
    shapes: ["[0-9]{10}(?:-?[0-9]{3})?", "0[0-9]{11}"],
    checks: [{ type: "weighted", modulus: 11, complement: 10, rounds: [[31, 29, 23, 19, 17, 13, 7, 5, 3]], lengths: [10, 13, 14] }],
    source:
      "Thông tư 86/2024/TT-BTC: 10 and 13 digits, identity numbers for persons. UNVERIFIED: the check digit, from public libraries; agrees with published codes.",
  },
  /** Số định danh cá nhân: province or country 3, century and sex 1, year of birth 2, serial 6. It has no check digit. */
  soDinhDanh: {
    shapes: ["0[0-9]{11}"],
    checks: [],
    source: "Nghị định 137/2015/NĐ-CP, Điều 13: 12 digits. UNVERIFIED: from general knowledge.",
  },
  /** Tài khoản tại KBNN as vouchers show it: natural account, budget level, unit or project, and its programme where it is not left out. */
  taiKhoanKBNN: {
    shapes: ["[0-9]{4}\\.[0-9]\\.[0-9]{7}(?:\\.[0-9]{5})?"],
    checks: [],
    source: "Vouchers of the VDBAS investment specification (9552.1.7122155.00000). UNVERIFIED: that the tail may be left out.",
  },
};
