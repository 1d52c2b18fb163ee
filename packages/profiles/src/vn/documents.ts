import type { DocumentTemplate } from "@fisc/core";
import { refusalGrounds } from "./labels/vi/refusal-grounds.ts";

const voucher = {
  maHoSo: "context.facts.dossier.code",
  soChungTu: "data.soChungTu",
  ngayChungTu: "data.ngayLap",
  donVi: "data.don.ten",
  maDVQHNS: "data.don.maDVQHNS",
  taiKhoan: "data.don.taiKhoan",
  soTien: "data.tong",
  bangChu: "data.bangChu",
} as const;

const outcome = "input.outcome";

/** Printed layouts of the notices were not found: these fields are a proposal. */
const refusal = {
  fields: {
    ...voucher,
    lyDo: `input.reason != null ? input.reason : ${outcome} == "failed.shortBalance" ? "${refusalGrounds.shortBalance}" : ${outcome} == "failed.unitData" ? "${refusalGrounds.unitData}" : "${refusalGrounds.other}"`,
    chiTiet: `input.text == null ? "" : input.text`,
    ngayThongBao: "context.today",
  },
  layout: ["maHoSo", "soChungTu", "ngayChungTu", "donVi", "maDVQHNS", "taiKhoan", "soTien", "bangChu", "lyDo", "chiTiet", "ngayThongBao"],
} as const;

/**
 * Official documents are written in Vietnamese. Beside `data` and `context` a template reads `input` of the transition that makes it:
 * `reason` and choices of the officer, or `outcome`, `reference` and `text` of the ledger's answer; `context.facts.dossier` has the dossier's code.
 */
export const documents: Readonly<Record<string, DocumentTemplate>> = {
  /** Giấy báo Nợ: the unit's proof of payment (QĐ 3519/QĐ-KBNN, Điều 7). Its printed layout was not found: these fields are a proposal. */
  debitAdvice: {
    formNumber: "Giấy báo Nợ",
    fields: {
      ...voucher,
      nguoiHuong: "count([data.huong.ten]) > 0 ? data.huong.ten : data.huong.nguoiNhan",
      taiKhoanHuong: `data.huong.taiKhoan == null ? "" : data.huong.taiKhoan`,
      nganHangHuong: `data.huong.nganHang == null ? "" : data.huong.nganHang`,
      noiDung: "data.dong[0].noiDung",
      soThamChieu: `input.reference != null ? input.reference : input.reason != null ? input.reason : ""`,
      ngayThanhToan: "context.today",
    },
    layout: [
      "maHoSo",
      "soChungTu",
      "ngayChungTu",
      "donVi",
      "maDVQHNS",
      "taiKhoan",
      "nguoiHuong",
      "taiKhoanHuong",
      "nganHangHuong",
      "noiDung",
      "soTien",
      "bangChu",
      "soThamChieu",
      "ngayThanhToan",
    ],
  },
  /** 2026: Thông báo kết quả giải quyết thủ tục hành chính (NĐ 347/2025, Điều 6.2.k). */
  refusalNotice: { formNumber: "Mẫu số 33", ...refusal },
  /** 2020: Thông báo từ chối thanh toán (QĐ 3519/QĐ-KBNN, Điều 3.8). */
  paymentRefusal: { formNumber: "Thông báo từ chối thanh toán", ...refusal },
};
