import type { Labels } from "@fisc/core";

const voucher = (template: string): Labels => ({
  [`document.${template}.maHoSo`]: "Dossier code",
  [`document.${template}.soChungTu`]: "Voucher number",
  [`document.${template}.ngayChungTu`]: "Voucher date",
  [`document.${template}.donVi`]: "Unit",
  [`document.${template}.maDVQHNS`]: "Unit code",
  [`document.${template}.taiKhoan`]: "Account",
  [`document.${template}.soTien`]: "Amount",
  [`document.${template}.bangChu`]: "In words",
});

const refusal = (template: string): Labels => ({
  ...voucher(template),
  [`document.${template}.lyDo`]: "Reason of refusal",
  [`document.${template}.chiTiet`]: "What TABMIS reported",
  [`document.${template}.ngayThongBao`]: "Date of the notice",
});

export const documents: Labels = {
  "document.debitAdvice": "Debit advice",
  ...voucher("debitAdvice"),
  "document.debitAdvice.nguoiHuong": "Beneficiary",
  "document.debitAdvice.taiKhoanHuong": "Beneficiary's account",
  "document.debitAdvice.nganHangHuong": "At treasury office or bank",
  "document.debitAdvice.noiDung": "Purpose",
  "document.debitAdvice.soThamChieu": "Payment reference",
  "document.debitAdvice.ngayThanhToan": "Paid on",
  "document.refusalNotice": "Notice of result: payment refused",
  ...refusal("refusalNotice"),
  "document.paymentRefusal": "Notice of refusal to pay",
  ...refusal("paymentRefusal"),
};
