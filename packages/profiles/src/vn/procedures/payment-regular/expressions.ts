import { empty, filled } from "../../../expressions.ts";
import { regime2020, regime2026 } from "../../regimes.ts";

/** CEL fragments that several parts of the procedure share. */

export { empty, filled };

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
