import { regime2020, regime2026 } from "../../regimes.ts";

/** CEL fragments that several parts of the procedure share. */

/** Something was entered at each path. */
export const filled = (...paths: readonly string[]): string =>
  paths.length === 1 ? `count([${paths[0]}]) > 0` : `count([${paths.join(", ")}]) == ${paths.length}`;

/** Nothing was entered at any path. */
export const empty = (...paths: readonly string[]): string => `count([${paths.join(", ")}]) == 0`;

export const in2020 = `context.regime == "${regime2020}"`;
export const in2026 = `context.regime == "${regime2026}"`;

export const transfer = `data.hinhThuc == "CHUYEN_KHOAN"`;
export const cash = `data.hinhThuc == "TIEN_MAT"`;
export const actualSpend = `data.loai == "THUC_CHI"`;
export const advance = `data.loai == "TAM_UNG"`;
export const toList = `data.doiTuong == "DANH_SACH"`;
export const withContract = filled("data.hopDong.so");
export const withCommitment = "count([data.ckc.soHDK, data.ckc.soHDTH]) > 0";

/** Investment advance above one billion đồng: needs a guarantee (Nghị định 254/2025/NĐ-CP, Điều 9). */
export const guaranteeDue = `${advance} && ${withContract} && data.tong != null && data.tong > 1000000000 && ${filled("data.don.taiKhoan")} && data.don.taiKhoan.startsWith("9552.")`;

export const accountShape = `${filled("data.don.taiKhoan")} && data.don.taiKhoan.matches("^[0-9]{4}[.][0-9][.][0-9]{7}([.][0-9]{5})?$")`;
/** Block 3 of the account names the unit, or the investment project of the voucher. */
export const accountOfUnit = `(data.don.taiKhoan.split(".")[2] == context.unit.code || data.don.taiKhoan.split(".")[2] == data.don.maDuAn)`;
export const accountOfLevel = `data.don.taiKhoan.split(".")[1] == data.don.maCapNS`;
